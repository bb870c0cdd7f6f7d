package eu.sotto.crypto;

import org.jspecify.annotations.Nullable;

/**
 * Every failure of this library that is not a caller's mistake.
 *
 * <p>What the authenticated state of the vault proves is told apart: {@link KeyNotFound}, {@link
 * KeyDestroyed}, {@link WrongContext}, {@link RolledBack}. What only a ciphertext says is not: an
 * altered ciphertext and a foreign context are both {@link Tampered}. No message holds key bytes,
 * plaintext or a context.
 */
public abstract sealed class CryptoException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private CryptoException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }

  /** The vault has never held a key of this id. */
  public static final class KeyNotFound extends CryptoException {
    private static final long serialVersionUID = 1L;

    /**
     * Names the key.
     *
     * @param id the pseudonymous id
     */
    public KeyNotFound(KeyId id) {
      super("no key " + id, null);
    }
  }

  /** The key was destroyed, or its destruction has been ordered: nothing opens with it any more. */
  public static final class KeyDestroyed extends CryptoException {
    private static final long serialVersionUID = 1L;

    /**
     * Names the key.
     *
     * @param id the pseudonymous id
     */
    public KeyDestroyed(KeyId id) {
      super("key " + id + " is destroyed", null);
    }
  }

  /** The record slot is intact, but belongs to another context than the one presented. */
  public static final class WrongContext extends CryptoException {
    private static final long serialVersionUID = 1L;

    /**
     * Names the slot.
     *
     * @param slot the pseudonymous id
     */
    public WrongContext(KeyId slot) {
      super("slot " + slot + " was made for another context", null);
    }
  }

  /** A ciphertext or stored row is not what was written, or was sealed for another context. */
  public static final class Tampered extends CryptoException {
    private static final long serialVersionUID = 1L;

    /**
     * Says what did not verify.
     *
     * @param what the place, without any content
     */
    public Tampered(String what) {
      super(what, null);
    }
  }

  /** The bytes are not of a format that this version reads. */
  public static final class Malformed extends CryptoException {
    private static final long serialVersionUID = 1L;

    /**
     * Says what is wrong.
     *
     * @param what the rule that was broken, without any content
     */
    public Malformed(String what) {
      super(what, null);
    }
  }

  /** The root key presented is not the one that the vault was made with. */
  public static final class WrongRootKey extends CryptoException {
    private static final long serialVersionUID = 1L;

    /**
     * Says how that was found out.
     *
     * @param what the reason, without any content
     */
    public WrongRootKey(String what) {
      super(what, null);
    }
  }

  /** The key store is older than its slot: it was restored or replaced. */
  public static final class RolledBack extends CryptoException {
    private static final long serialVersionUID = 1L;

    /**
     * Says how that was found out.
     *
     * @param what the reason, without any content
     */
    public RolledBack(String what) {
      super(what, null);
    }
  }

  /** A documented bound on sizes or numbers was exceeded. */
  public static final class LimitExceeded extends CryptoException {
    private static final long serialVersionUID = 1L;

    /**
     * Names the bound.
     *
     * @param what the bound
     */
    public LimitExceeded(String what) {
      super(what, null);
    }
  }

  /** A key store, slot, replica or root key service did not answer or refused; try again later. */
  public static final class Unavailable extends CryptoException {
    private static final long serialVersionUID = 1L;

    /**
     * Names the service.
     *
     * @param what the service and the step
     * @param cause what it threw, if anything
     */
    public Unavailable(String what, @Nullable Throwable cause) {
      super(what, cause);
    }
  }
}
