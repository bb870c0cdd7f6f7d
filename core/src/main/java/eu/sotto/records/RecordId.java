package eu.sotto.records;

import java.nio.ByteBuffer;
import java.security.SecureRandom;

/**
 * The name of one kept record and of its sealed file: 16 random bytes that say nothing about it.
 * Immutable and thread-safe.
 *
 * @param high the first eight bytes, big-endian
 * @param low the last eight bytes, big-endian
 */
public record RecordId(long high, long low) {
  /**
   * Draws a new id.
   *
   * @param random the source
   * @return an id never used before, but with negligible probability
   */
  public static RecordId random(SecureRandom random) {
    return new RecordId(random.nextLong(), random.nextLong());
  }

  /**
   * Reads an id from its text.
   *
   * @param text 32 lower-case hexadecimal digits, as {@link #toString()} prints
   * @return the id
   * @throws IllegalArgumentException if the text has another form
   */
  public static RecordId parse(String text) {
    ByteBuffer bytes = RandomId.parse(text, "a record id");
    return new RecordId(bytes.getLong(), bytes.getLong());
  }

  /**
   * Reads an id from its bytes.
   *
   * @param bytes exactly 16 bytes
   * @return the id
   * @throws IllegalArgumentException if there are more or fewer
   */
  public static RecordId of(byte[] bytes) {
    ByteBuffer source = RandomId.read(bytes, "a record id");
    return new RecordId(source.getLong(), source.getLong());
  }

  /**
   * The id as bytes.
   *
   * @return a new array of 16 bytes
   */
  public byte[] toBytes() {
    return RandomId.bytes(high, low);
  }

  /** 32 lower-case hexadecimal digits. */
  @Override
  public String toString() {
    return RandomId.text(high, low);
  }
}
