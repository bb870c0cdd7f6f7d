package eu.sotto.crypto;

import java.util.Arrays;

/** An immutable sequence of bytes with value equality; its text shows the length only. */
public final class Bytes {
  private static final Bytes EMPTY = new Bytes(new byte[0]);

  private final byte[] content;

  private Bytes(byte[] content) {
    this.content = content;
  }

  /**
   * Copies an array.
   *
   * @param content the bytes
   * @return the value
   */
  public static Bytes of(byte[] content) {
    return content.length == 0 ? EMPTY : new Bytes(content.clone());
  }

  /** Takes an array that nobody else keeps. */
  static Bytes owning(byte[] content) {
    return new Bytes(content);
  }

  /**
   * Copies the content out.
   *
   * @return a new array
   */
  public byte[] toArray() {
    return content.clone();
  }

  /** The content itself, for readers in this package that do not write. */
  byte[] shared() {
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

  @Override
  public boolean equals(Object other) {
    return other instanceof Bytes that && Arrays.equals(content, that.content);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(content);
  }

  @Override
  public String toString() {
    return "Bytes[" + content.length + "]";
  }
}
