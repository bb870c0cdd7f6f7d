package eu.sotto.store;

import eu.sotto.vocabulary.PrivacyException;
import org.jspecify.annotations.Nullable;

/** A store could not do what was asked; {@link #fault()} says why. */
public final class StoreException extends PrivacyException {
  private static final long serialVersionUID = 1L;

  private final Fault fault;

  /** Why a store refused or failed. */
  public enum Fault {
    /** Another process, or another opener in this one, holds the directory. */
    IN_USE("is in use by another opener"),
    /** The disk is full; nothing was changed. */
    FULL("has no space left on its disk; nothing was changed"),
    /** The content is damaged. */
    CORRUPTED("is damaged; restore it from a backup"),
    /** The file or folder belongs to something else. */
    FOREIGN("is not a store of this library"),
    /** A newer version of the library wrote it. */
    TOO_NEW("was written by a newer version of this library"),
    /** It is older than what was anchored: somebody put an old copy back. */
    ROLLED_BACK("is older than its anchor; it was rolled back"),
    /** What is stored does not match its own proofs. */
    TAMPERED("does not match its own proofs"),
    /** A commit failed while it was forced to disk: whether it lasts is unknown. */
    OUTCOME_UNKNOWN("could not force a commit; whether it lasts is unknown"),
    /** An earlier force failed; nothing is accepted until the store is opened anew. */
    POISONED("refuses changes after a failed force until it is opened anew"),
    /** Another transaction did not end in time. */
    BUSY("was busy for too long; nothing was changed"),
    /** This node's registration has ended; what it has seen may be old. */
    FENCED("has let this node go; open it anew"),
    /** The server's settings do not keep what was committed. */
    UNSAFE_SETTINGS("does not keep what is committed; turn that setting on"),
    /** It was closed. */
    CLOSED("is closed"),
    /** The driver is missing or its native library could not be loaded. */
    NO_DRIVER(
        "cannot load the SQLite driver; if the temporary folder forbids execution, set the system"
            + " property org.sqlite.tmpdir to one that allows it"),
    /** Another root key than the one given sealed it. */
    WRONG_ROOT_KEY("was sealed with another root key"),
    /** Its root key is gone. */
    NO_ROOT_KEY("has lost its root key; restore the key folder from its backup"),
    /** The keys of its tokens are gone or another store's. */
    NO_TOKEN_KEYS(
        "has other token keys than those in the key folder; restore the key folder from its backup,"
            + " or copy the file tokens.keys from another node"),
    /** Reading or writing failed; nothing was changed. */
    UNAVAILABLE("could not be read or written; nothing was changed");

    private final String sentence;

    Fault(String sentence) {
      this.sentence = sentence;
    }
  }

  /**
   * Reports a fault.
   *
   * @param fault why
   * @param store the store's short name, without personal data
   * @param cause what was thrown below, if anything
   */
  public StoreException(Fault fault, String store, @Nullable Throwable cause) {
    super(store + " " + fault.sentence);
    this.fault = fault;
    if (cause != null) {
      initCause(cause);
    }
  }

  /**
   * Why the store refused or failed.
   *
   * @return the fault
   */
  public Fault fault() {
    return fault;
  }
}
