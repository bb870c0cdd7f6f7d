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

  /** Whether a German tax number for life passes its check. Source: ISO 7064 MOD 11,10. */
  static boolean taxId(CharSequence digits) {
    if (digits.length() != 11) {
      return false;
    }
    int product = 10;
    for (int i = 0; i < 10; i++) {
      if (!digit(digits.charAt(i))) {
        return false;
      }
      int sum = (digits.charAt(i) - '0' + product) % 10;
      product = (sum == 0 ? 10 : sum) * 2 % 11;
    }
    return (11 - product) % 10 == digits.charAt(10) - '0';
  }

  /**
   * Whether a German health insurance number, a letter and nine digits, passes its check. Source:
   * annex 1 to the directive on SGB V § 290.
   */
  static boolean healthInsurance(CharSequence text) {
    if (text.length() != 10 || !letter(text.charAt(0))) {
      return false;
    }
    int number = text.charAt(0) - 'A' + 1;
    String digits = (number < 10 ? "0" : "") + number + text.subSequence(1, 10);
    int sum = 0;
    for (int i = 0; i < 10; i++) {
      int value = (digits.charAt(i) - '0') * (i % 2 == 0 ? 1 : 2);
      sum += value > 9 ? value - 9 : value;
    }
    return digits.chars().allMatch(c -> digit((char) c)) && sum % 10 == digits.charAt(10) - '0';
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
