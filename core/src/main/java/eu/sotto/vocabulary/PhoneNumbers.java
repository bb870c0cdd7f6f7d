package eu.sotto.vocabulary;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import java.util.Optional;

/** Reads telephone numbers by libphonenumber; numbers reserved for fiction are accepted. */
final class PhoneNumbers {
  private static final String NO_REGION = "ZZ";

  private PhoneNumbers() {}

  /** The E.164 form, or empty if the text cannot be a number in the region. */
  static Optional<String> read(String text, String region) {
    boolean written =
        text.chars().allMatch(c -> Character.isDigit(c) || "+-/(). \u00a0".indexOf(c) >= 0);
    if (!written) {
      return Optional.empty();
    }
    try {
      var util = PhoneNumberUtil.getInstance();
      var number = util.parse(text, region);
      return util.isPossibleNumber(number)
          ? Optional.of(util.format(number, PhoneNumberFormat.E164))
          : Optional.empty();
    } catch (NumberParseException e) {
      return Optional.empty();
    }
  }

  /** As {@link #read}, but a few digits without a prefix are an extension, not a number. */
  static Optional<String> presented(String text, String region) {
    boolean prefixed = text.startsWith("+") || text.startsWith("0");
    boolean extension = !prefixed && text.chars().filter(Character::isDigit).count() < 7;
    return extension ? Optional.empty() : read(text, region);
  }

  static String require(String text, String region) {
    return read(text, region).orElseThrow(PhoneNumbers::notPossible);
  }

  /** Refuses at once what no region could make a number of; E.164 if it needs no region. */
  static Optional<String> plausible(String text) {
    String stripped = text.strip();
    if (stripped.startsWith("+")) {
      return Optional.of(require(stripped, NO_REGION));
    }
    long digits = stripped.chars().filter(Character::isDigit).count();
    if (digits < 3 || digits > 17 || !stripped.matches("[\\d\\s()./\\u00a0-]+")) {
      throw notPossible();
    }
    return Optional.empty();
  }

  private static IllegalArgumentException notPossible() {
    return new IllegalArgumentException("not a possible telephone number");
  }
}
