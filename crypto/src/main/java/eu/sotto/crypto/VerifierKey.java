package eu.sotto.crypto;

import java.util.Arrays;
import java.util.Base64;
import org.bouncycastle.math.ec.rfc8032.Ed25519;

/**
 * The public half of a signing key: it checks signatures offline, without any vault.
 *
 * <p>Source: RFC 8032, Ed25519.
 */
public final class VerifierKey {
  /** The length of a key in bytes. */
  public static final int LENGTH = 32;

  /** The length of a signature in bytes. */
  public static final int SIGNATURE_LENGTH = 64;

  private static final String PREFIX = "sotto-ed25519:";

  private final byte[] content;

  private VerifierKey(byte[] content) {
    this.content = content;
  }

  /**
   * Reads a key from its bytes.
   *
   * @param bytes exactly {@value #LENGTH} bytes that encode a point of the right group
   * @return the key
   */
  public static VerifierKey of(byte[] bytes) {
    if (bytes.length != LENGTH || !Ed25519.validatePublicKeyPartial(bytes, 0)) {
      throw new IllegalArgumentException("not an Ed25519 verifier key");
    }
    return new VerifierKey(bytes.clone());
  }

  /**
   * Reads a key from its text.
   *
   * @param text as {@link #toString()} prints
   * @return the key
   */
  public static VerifierKey parse(String text) {
    if (!text.startsWith(PREFIX)) {
      throw new IllegalArgumentException("a verifier key begins with " + PREFIX);
    }
    return of(Base64.getDecoder().decode(text.substring(PREFIX.length())));
  }

  /**
   * Whether a signature over a message is this key's.
   *
   * @param message what was signed
   * @param signature what was given as its signature
   * @return false for any other signature, whatever is wrong with it
   */
  public boolean verifies(byte[] message, byte[] signature) {
    return signature.length == SIGNATURE_LENGTH
        && Ed25519.verify(signature, 0, content, 0, message, 0, message.length);
  }

  /**
   * The key as bytes.
   *
   * @return a new array of {@value #LENGTH} bytes
   */
  public byte[] toBytes() {
    return content.clone();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof VerifierKey that && Arrays.equals(content, that.content);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(content);
  }

  @Override
  public String toString() {
    return PREFIX + Base64.getEncoder().encodeToString(content);
  }
}
