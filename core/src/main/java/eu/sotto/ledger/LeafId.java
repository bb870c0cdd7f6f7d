package eu.sotto.ledger;

import eu.sotto.crypto.Bytes;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Objects;

/**
 * The random name of an entry; it says nothing about whom or what the entry is about. Immutable and
 * thread-safe.
 *
 * @param bytes exactly 16 bytes
 */
public record LeafId(Bytes bytes) {
  /** The number of bytes of an id. */
  public static final int LENGTH = 16;

  /**
   * Checks the length.
   *
   * @throws IllegalArgumentException if there are not 16 bytes
   */
  public LeafId {
    Objects.requireNonNull(bytes, "leaf id");
    if (bytes.length() != LENGTH) {
      throw new IllegalArgumentException("a leaf id has " + LENGTH + " bytes");
    }
  }

  static LeafId random(SecureRandom random) {
    byte[] bytes = new byte[LENGTH];
    random.nextBytes(bytes);
    return new LeafId(Bytes.of(bytes));
  }

  /**
   * Reads an id from its text.
   *
   * @param hex 32 hexadecimal digits
   * @return the id
   * @throws IllegalArgumentException if the text is not that
   */
  public static LeafId parse(String hex) {
    return new LeafId(Bytes.of(HexFormat.of().parseHex(hex)));
  }

  /** 32 lower-case hexadecimal digits. */
  @Override
  public String toString() {
    return HexFormat.of().formatHex(bytes.toArray());
  }
}
