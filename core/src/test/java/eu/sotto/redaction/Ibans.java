package eu.sotto.redaction;

import java.math.BigInteger;

/** Check digits of IBANs by big numbers, independent of the code under test. */
final class Ibans {
  private Ibans() {}

  static String check(String country, String bban) {
    StringBuilder number = new StringBuilder();
    String moved = bban + country + "00";
    for (int i = 0; i < moved.length(); i++) {
      number.append(Character.digit(moved.charAt(i), 36));
    }
    int rest = new BigInteger(number.toString()).mod(BigInteger.valueOf(97)).intValue();
    return String.format(java.util.Locale.ROOT, "%02d", 98 - rest);
  }
}
