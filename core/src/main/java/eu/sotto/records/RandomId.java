package eu.sotto.records;

import java.nio.ByteBuffer;
import java.util.HexFormat;

/** The one form of the random ids of this package: 16 bytes, printed as 32 hexadecimal digits. */
final class RandomId {
  static final int LENGTH = 16;
  private static final HexFormat HEX = HexFormat.of();

  private RandomId() {}

  static String text(long high, long low) {
    return HEX.toHexDigits(high) + HEX.toHexDigits(low);
  }

  static byte[] bytes(long high, long low) {
    return ByteBuffer.allocate(LENGTH).putLong(high).putLong(low).array();
  }

  static ByteBuffer read(byte[] bytes, String what) {
    if (bytes.length != LENGTH) {
      throw new IllegalArgumentException(what + " has " + LENGTH + " bytes");
    }
    return ByteBuffer.wrap(bytes);
  }

  static ByteBuffer parse(String text, String what) {
    if (text.length() != 2 * LENGTH || !text.chars().allMatch(RandomId::isDigit)) {
      throw new IllegalArgumentException(what + " has 32 lower-case hexadecimal digits");
    }
    return ByteBuffer.wrap(HEX.parseHex(text));
  }

  private static boolean isDigit(int c) {
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f');
  }
}
