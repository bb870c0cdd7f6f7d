package eu.sotto.redaction;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Makes values that look real, belong to nobody and do not stand in the call: the same for the same
 * value throughout the call. Used for one call.
 *
 * <p>Sources of the ranges: numbers for media productions (Bundesnetzagentur: 030 23125 000 to
 * 999), numbers for TV and radio drama (Ofcom: 07700 900000 to 900999), reserved domains (RFC
 * 2606), documentation addresses (RFC 5737); German bank codes and postcodes do not begin with 0
 * and 00; card numbers beginning with 9 are assigned nationally (ISO/IEC 7812) and to no network.
 */
final class Surrogates {
  private static final String[] NAMES = {
    "Adrian", "Alexis", "Auri", "Bente", "Casey", "Charlie", "Dana", "Deniz", "Elia", "Eske",
    "Finley", "Gerrit", "Helge", "Ilja", "Jona", "Jules", "Kaya", "Kersten", "Kim", "Kolja",
    "Lauri", "Leslie", "Luca", "Lumi", "Maris", "Mika", "Momo", "Nikita", "Nima", "Noa",
    "Ocean", "Pascal", "Quinn", "Rene", "Riley", "Robin", "Sascha", "Sidney", "Skyler", "Sunny",
    "Tjorven", "Toni", "Ulli", "Vanja", "Wanja", "Winnie", "Yael", "Yuna", "Zoran", "Zuri"
  };
  private static final int BANK_DIGITS = 8;

  private final Map<String, String> made = new HashMap<>();
  private final Map<PiiType, Integer> next = new HashMap<>();
  private final Set<String> words = new HashSet<>();
  private final Set<String> numbers = new HashSet<>();
  private boolean english;

  /** Takes the language, which decides whose telephone numbers look real. */
  void language(Locale language) {
    english = language.getLanguage().equals("en");
  }

  /** Takes words that stand in the call. */
  void avoid(String text) {
    StringBuilder word = new StringBuilder();
    StringBuilder digits = new StringBuilder();
    for (int i = 0; i <= text.length(); i++) {
      char c = i < text.length() ? text.charAt(i) : ' ';
      if (Character.isLetterOrDigit(c)) {
        word.append(Character.toUpperCase(c));
      } else if (word.length() > 0) {
        words.add(word.toString());
        word.setLength(0);
      }
      if (Character.isDigit(c)) {
        digits.append(Character.digit(c, 10));
      } else if (Character.isLetter(c) || i == text.length()) {
        addDigits(digits);
      }
    }
  }

  private void addDigits(StringBuilder digits) {
    if (digits.length() > 0) {
      numbers.add(digits.toString());
      digits.setLength(0);
    }
  }

  /** The stand-in for a value, or an empty text if there is no good one for its type. */
  String of(Found found) {
    String key = found.value().isEmpty() ? Mark.upper(found.text()) : found.value();
    if (found.type() == PiiType.PERSON) {
      StringBuilder name = new StringBuilder();
      for (String word : key.split("[\\s\\p{Punct}]+", -1)) {
        if (!word.isEmpty()) {
          name.append(name.length() == 0 ? "" : " ").append(made(PiiType.PERSON, word, found));
        }
      }
      return name.toString();
    }
    return made(found.type(), key, found);
  }

  private String made(PiiType type, String key, Found found) {
    String slot = type + " " + key;
    String old = made.get(slot);
    if (old != null) {
      return old;
    }
    String value;
    do {
      value = candidate(type, next.merge(type, 1, Integer::sum) - 1, found);
    } while (!value.isEmpty() && stands(value));
    made.put(slot, value);
    return value;
  }

  private boolean stands(String value) {
    StringBuilder digits = new StringBuilder();
    StringBuilder word = new StringBuilder();
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      digits.append(Character.isDigit(c) ? String.valueOf(c) : "");
      word.append(Character.isLetterOrDigit(c) ? Character.toUpperCase(c) : "");
    }
    return words.contains(word.toString())
        || (digits.length() > 2 && numbers.contains(digits.toString()));
  }

  private String candidate(PiiType type, int n, Found found) {
    return switch (type) {
      case PERSON -> NAMES[n % NAMES.length] + (n < NAMES.length ? "" : "-" + n / NAMES.length);
      case PHONE -> phone(n);
      case EMAIL -> "person" + (n + 1) + "@example.org";
      case IBAN -> iban(n);
      case CREDIT_CARD -> card(n);
      case BIRTH_DATE -> date(n);
      case ADDRESS -> address(n, found);
      case IP_ADDRESS -> n < 256 ? "192.0.2." + n : "";
      case URL -> "https://example.org/" + (n + 1);
      case USERNAME -> "user" + (n + 1);
      case CUSTOMER_ID, CONTRACT_ID, BOOKING_CODE -> "TEST-" + (1000 + n);
      default -> "";
    };
  }

  private String phone(int n) {
    if (n >= 1000) {
      return "";
    }
    String end = String.format(Locale.ROOT, "%03d", n);
    return english ? "07700 900" + end : "030 23125 " + end;
  }

  private static String iban(int n) {
    String account = "0".repeat(BANK_DIGITS) + String.format(Locale.ROOT, "%010d", n);
    for (int check = 2; check <= 98; check++) {
      String iban = String.format(Locale.ROOT, "DE%02d%s", check, account);
      if (Checks.iban(iban)) {
        return iban;
      }
    }
    return "";
  }

  private static String card(int n) {
    String start = "999999" + String.format(Locale.ROOT, "%09d", n);
    for (int check = 0; check <= 9; check++) {
      if (Checks.luhn(start + check)) {
        return start + check;
      }
    }
    return "";
  }

  private String date(int n) {
    java.time.LocalDate date = java.time.LocalDate.of(1970, 1, 1).plusDays(n);
    return english
        ? date.toString()
        : String.format(
            Locale.ROOT,
            "%02d.%02d.%d",
            date.getDayOfMonth(),
            date.getMonthValue(),
            date.getYear());
  }

  private static String address(int n, Found found) {
    String value = found.value();
    boolean code = value.length() >= 4 && value.chars().allMatch(c -> c >= '0' && c <= '9');
    if (code) {
      return String.format(Locale.ROOT, "00%03d", n % 1000);
    }
    boolean house =
        found.text().chars().anyMatch(Character::isDigit) || found.text().indexOf(' ') > 0;
    return house ? "Musterweg " + (n + 1) : "Musterstadt" + (n == 0 ? "" : "-" + n);
  }
}
