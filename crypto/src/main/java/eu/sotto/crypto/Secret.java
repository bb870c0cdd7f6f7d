package eu.sotto.crypto;

import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;

/**
 * Secret bytes that are zeroed on close, never print, and compare in constant time.
 *
 * <p>A closed secret refuses every use with {@link IllegalStateException}.
 */
public final class Secret implements AutoCloseable {
  private final byte[] content;
  private volatile boolean closed;

  private Secret(byte[] content) {
    this.content = content;
  }

  /**
   * Copies an array; the caller still has to zero their own.
   *
   * @param content the secret bytes
   * @return an open secret
   */
  public static Secret of(byte[] content) {
    return new Secret(content.clone());
  }

  /**
   * Draws a new secret.
   *
   * @param random the source
   * @param length the number of bytes
   * @return an open secret
   */
  public static Secret random(SecureRandom random, int length) {
    byte[] content = new byte[length];
    random.nextBytes(content);
    return new Secret(content);
  }

  /** Takes an array that nobody else keeps. */
  static Secret owning(byte[] content) {
    return new Secret(content);
  }

  /**
   * Copies the content out; the caller has to zero the copy.
   *
   * @return a new array
   * @throws IllegalStateException if this secret is closed
   */
  public byte[] toArray() {
    byte[] copy = raw().clone();
    if (closed) {
      Arrays.fill(copy, (byte) 0);
      throw new IllegalStateException("the secret is closed");
    }
    return copy;
  }

  /** The content itself; readers in this package hold a lease while they use it. */
  byte[] raw() {
    if (closed) {
      throw new IllegalStateException("the secret is closed");
    }
    return content;
  }

  /**
   * The number of bytes.
   *
   * @return zero or more
   */
  public int length() {
    return content.length;
  }

  /**
   * Whether the secret has been zeroed.
   *
   * @return true once {@link #close()} was called
   */
  public boolean isClosed() {
    return closed;
  }

  /** Zeroes the content; closing again does nothing. */
  @Override
  public void close() {
    closed = true;
    Arrays.fill(content, (byte) 0);
  }

  /**
   * Compares the contents of two open secrets in constant time; a closed one equals only itself.
   */
  @Override
  public boolean equals(Object other) {
    if (this == other) {
      return true;
    }
    return other instanceof Secret that
        && !closed
        && !that.closed
        && MessageDigest.isEqual(content, that.content);
  }

  /** Depends on the length only, so that it tells nothing. */
  @Override
  public int hashCode() {
    return content.length;
  }

  @Override
  public String toString() {
    return "Secret[" + content.length + " bytes]";
  }
}
