package eu.sotto.crypto;

import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.util.HexFormat;

/**
 * The pseudonymous name of a key: 16 random bytes that say nothing about whose key it is.
 *
 * @param high the first eight bytes, big-endian
 * @param low the last eight bytes, big-endian
 */
public record KeyId(long high, long low) implements Comparable<KeyId> {
  /** The number of bytes of an id. */
  public static final int LENGTH = 16;

  private static final HexFormat HEX = HexFormat.of();

  /**
   * Draws a new id.
   *
   * @param random the source
   * @return an id that has not been used before but with negligible probability
   */
  public static KeyId random(SecureRandom random) {
    return new KeyId(random.nextLong(), random.nextLong());
  }

  /**
   * Reads an id from its bytes.
   *
   * @param bytes exactly {@value #LENGTH} bytes
   * @return the id
   */
  public static KeyId of(byte[] bytes) {
    if (bytes.length != LENGTH) {
      throw new IllegalArgumentException("a key id has " + LENGTH + " bytes");
    }
    return from(ByteBuffer.wrap(bytes));
  }

  /**
   * Reads an id from its text.
   *
   * @param text 32 lower-case hexadecimal digits, as {@link #toString()} prints
   * @return the id
   */
  public static KeyId parse(String text) {
    if (text.length() != 2 * LENGTH || !text.chars().allMatch(KeyId::isDigit)) {
      throw new IllegalArgumentException("a key id has 32 lower-case hexadecimal digits");
    }
    return of(HEX.parseHex(text));
  }

  private static boolean isDigit(int c) {
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f');
  }

  static KeyId from(ByteBuffer source) {
    return new KeyId(source.getLong(), source.getLong());
  }

  void writeTo(ByteBuffer target) {
    target.putLong(high).putLong(low);
  }

  /**
   * The id as bytes.
   *
   * @return a new array of {@value #LENGTH} bytes
   */
  public byte[] toBytes() {
    ByteBuffer bytes = ByteBuffer.allocate(LENGTH);
    writeTo(bytes);
    return bytes.array();
  }

  @Override
  public int compareTo(KeyId other) {
    int byHigh = Long.compareUnsigned(high, other.high);
    return byHigh != 0 ? byHigh : Long.compareUnsigned(low, other.low);
  }

  @Override
  public String toString() {
    return HEX.toHexDigits(high) + HEX.toHexDigits(low);
  }
}
