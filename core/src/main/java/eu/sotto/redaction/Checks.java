package eu.sotto.redaction;

/** Check digits and fixed shapes of identifiers. Stateless. */
final class Checks {
  private static final int IBAN_MIN = 15;
  private static final int IBAN_MAX = 34;

  private Checks() {}

  /** Whether a number passes the Luhn check. Source: ISO/IEC 7812-1 annex B. */
  static boolean luhn(CharSequence digits) {
    int sum = 0;
    boolean twice = false;
    for (int i = digits.length() - 1; i >= 0; i--) {
      int digit = digits.charAt(i) - '0';
      if (digit < 0 || digit > 9) {
        return false;
      }
      int value = twice ? digit * 2 : digit;
      sum += value > 9 ? value - 9 : value;
      twice = !twice;
    }
    return sum % 10 == 0 && digits.length() > 1;
  }

  /** Whether an IBAN passes mod 97. Source: ISO 13616-1. */
  static boolean iban(CharSequence text) {
    if (!ibanShape(text) || text.length() < IBAN_MIN) {
      return false;
    }
    int rest = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt((i + 4) % text.length());
      if (c >= '0' && c <= '9') {
        rest = (rest * 10 + c - '0') % 97;
      } else if (c >= 'A' && c <= 'Z') {
        rest = (rest * 100 + c - 'A' + 10) % 97;
      } else {
        return false;
      }
    }
    return rest == 1;
  }

  /** Whether a text starts with two letters and two digits and is as long as an IBAN. */
  static boolean ibanShape(CharSequence text) {
    if (text.length() < IBAN_MIN - 3 || text.length() > IBAN_MAX) {
      return false;
    }
    return letter(text.charAt(0))
        && letter(text.charAt(1))
        && digit(text.charAt(2))
        && digit(text.charAt(3));
  }

  private static boolean letter(char c) {
    return c >= 'A' && c <= 'Z';
  }

  private static boolean digit(char c) {
    return c >= '0' && c <= '9';
  }
}
