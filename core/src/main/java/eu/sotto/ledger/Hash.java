package eu.sotto.ledger;

import eu.sotto.crypto.Bytes;
import java.util.HexFormat;
import java.util.Objects;

/**
 * A SHA-256 hash of the log. Immutable and thread-safe.
 *
 * @param bytes exactly 32 bytes
 */
public record Hash(Bytes bytes) {
  /**
   * Checks the length.
   *
   * @throws IllegalArgumentException if there are not 32 bytes
   */
  public Hash {
    Objects.requireNonNull(bytes, "hash");
    if (bytes.length() != Merkle.HASH_LENGTH) {
      throw new IllegalArgumentException("a hash has " + Merkle.HASH_LENGTH + " bytes");
    }
  }

  static Hash of(byte[] bytes) {
    return new Hash(Bytes.of(bytes));
  }

  /**
   * Reads a hash from its text.
   *
   * @param hex 64 hexadecimal digits
   * @return the hash
   * @throws IllegalArgumentException if the text is not that
   */
  public static Hash parse(String hex) {
    return of(HexFormat.of().parseHex(hex));
  }

  byte[] toArray() {
    return bytes.toArray();
  }

  /** 64 lower-case hexadecimal digits. */
  @Override
  public String toString() {
    return HexFormat.of().formatHex(bytes.toArray());
  }
}
