package eu.sotto.redaction;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Random;

/** Says numbers, dates, letters and addresses aloud: independent of the code under test. */
final class Spoken {
  private static final String[] DE = {
    "null",
    "eins",
    "zwei",
    "drei",
    "vier",
    "fünf",
    "sechs",
    "sieben",
    "acht",
    "neun",
    "zehn",
    "elf",
    "zwölf",
    "dreizehn",
    "vierzehn",
    "fünfzehn",
    "sechzehn",
    "siebzehn",
    "achtzehn",
    "neunzehn"
  };
  private static final String[] DE_TENS = {
    "", "", "zwanzig", "dreißig", "vierzig", "fünfzig", "sechzig", "siebzig", "achtzig", "neunzig"
  };
  private static final String[] EN = {
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen"
  };
  private static final String[] EN_TENS = {
    "", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"
  };
  private static final String[] EN_ORDINALS = {
    "",
    "first",
    "second",
    "third",
    "fourth",
    "fifth",
    "sixth",
    "seventh",
    "eighth",
    "ninth",
    "tenth",
    "eleventh",
    "twelfth",
    "thirteenth",
    "fourteenth",
    "fifteenth",
    "sixteenth",
    "seventeenth",
    "eighteenth",
    "nineteenth",
    "twentieth"
  };
  private static final String[] DE_MONTHS = {
    "",
    "januar",
    "februar",
    "märz",
    "april",
    "mai",
    "juni",
    "juli",
    "august",
    "september",
    "oktober",
    "november",
    "dezember"
  };
  private static final String[] EN_MONTHS = {
    "",
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december"
  };
  private static final String[] DIN = {
    "anton",
    "berta",
    "cäsar",
    "dora",
    "emil",
    "friedrich",
    "gustav",
    "heinrich",
    "ida",
    "julius",
    "kaufmann",
    "ludwig",
    "martha",
    "nordpol",
    "otto",
    "paula",
    "quelle",
    "richard",
    "siegfried",
    "theodor",
    "ulrich",
    "viktor",
    "wilhelm",
    "xanthippe",
    "ypsilon",
    "zacharias"
  };
  private static final String[] NATO = {
    "alpha", "bravo", "charlie", "delta", "echo", "foxtrot", "golf", "hotel", "india", "juliett",
    "kilo", "lima", "mike", "november", "oscar", "papa", "quebec", "romeo", "sierra", "tango",
    "uniform", "victor", "whiskey", "xray", "yankee", "zulu"
  };

  private final boolean german;
  private final Random random;

  Spoken(boolean german, Random random) {
    this.german = german;
    this.random = random;
  }

  String below100(int n) {
    if (german) {
      if (n < 20) {
        return DE[n];
      }
      String ones = n % 10 == 1 ? "ein" : DE[n % 10];
      return (n % 10 == 0 ? "" : ones + "und") + DE_TENS[n / 10];
    }
    return n < 20 ? EN[n] : EN_TENS[n / 10] + (n % 10 == 0 ? "" : " " + EN[n % 10]);
  }

  String digits(String digits) {
    StringBuilder said = new StringBuilder();
    int style = random.nextInt(4);
    int at = 0;
    while (at < digits.length()) {
      said.append(said.length() == 0 ? "" : " ");
      int same = 1;
      while (at + same < digits.length() && digits.charAt(at + same) == digits.charAt(at)) {
        same++;
      }
      int digit = digits.charAt(at) - '0';
      if (same == 2 && style > 0 && random.nextInt(3) == 0) {
        said.append(german ? "doppel " : "double ").append(digit(digit));
        at += 2;
      } else if (same == 3 && random.nextBoolean()) {
        said.append(german ? "dreimal die " : "triple ").append(digit(digit));
        at += 3;
      } else if (style > 1 && digit > 0 && pairable(digits, at) && random.nextInt(3) > 0) {
        said.append(below100(Integer.parseInt(digits.substring(at, at + 2))));
        at += 2;
      } else {
        said.append(digit(digit));
        at++;
      }
      if (random.nextInt(25) == 0 && at < digits.length()) {
        said.append(german ? " äh" : " uh");
      }
    }
    return said.toString();
  }

  /** In English "forty two" would be both 42 and 40-2. */
  private boolean pairable(String digits, int at) {
    return at + 1 < digits.length() && (german || digits.charAt(at + 1) != '0');
  }

  private String digit(int digit) {
    if (german) {
      return digit == 2 && random.nextBoolean() ? "zwo" : DE[digit];
    }
    return digit == 0 && random.nextBoolean() ? "oh" : EN[digit];
  }

  String date(LocalDate date) {
    int day = date.getDayOfMonth();
    int month = date.getMonthValue();
    if (german) {
      String suffix = random.nextBoolean() ? "er" : "te";
      String first = ordinal(day) + suffix.substring(suffix.equals("te") ? 1 : 0);
      String second =
          random.nextBoolean()
              ? DE_MONTHS[month]
              : ordinal(month) + suffix.substring(suffix.equals("te") ? 1 : 0);
      return first + " " + second + " " + year(date.getYear());
    }
    return switch (random.nextInt(3)) {
      case 0 -> enOrdinal(day) + " of " + EN_MONTHS[month] + " " + year(date.getYear());
      case 1 -> EN_MONTHS[month] + " " + enOrdinal(day) + " " + year(date.getYear());
      default -> "the " + enOrdinal(day) + " of " + EN_MONTHS[month] + " " + year(date.getYear());
    };
  }

  private static String ordinal(int n) {
    return switch (n) {
      case 1 -> "erst";
      case 3 -> "dritt";
      case 7 -> "siebt";
      case 8 -> "acht";
      default -> new Spoken(true, new Random(0)).below100(n) + (n < 20 ? "t" : "st");
    };
  }

  private static String enOrdinal(int n) {
    if (n <= 20) {
      return EN_ORDINALS[n];
    }
    return n == 30 ? "thirtieth" : EN_TENS[n / 10] + " " + EN_ORDINALS[n % 10];
  }

  private String year(int year) {
    if (german) {
      if (year >= 2000) {
        return "zweitausend" + (year == 2000 ? "" : below100(year - 2000));
      }
      return random.nextInt(3) == 0
          ? below100(year % 100)
          : "neunzehnhundert" + (year % 100 == 0 ? "" : below100(year % 100));
    }
    return year >= 2000
        ? "two thousand" + (year == 2000 ? "" : " and " + below100(year - 2000))
        : "nineteen " + below100(year % 100);
  }

  String spelled(String name) {
    StringBuilder said = new StringBuilder();
    int style = random.nextInt(4);
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      said.append(said.length() == 0 ? "" : " ");
      int index = c - 'a';
      if (index < 0 || index > 25) {
        said.append(c);
      } else if (style == 0) {
        said.append(c);
      } else if (style == 1) {
        said.append(german ? DIN[index] : NATO[index]);
      } else if (style == 2) {
        said.append(c).append(german ? " wie " : " for ").append(german ? DIN[index] : NATO[index]);
      } else {
        said.append(c).append(german ? "" : " as in " + NATO[index]);
      }
    }
    return said.toString();
  }

  String email(String address) {
    String said =
        address
            .replace("@", random.nextInt(5) == 0 && german ? " ät " : " at ")
            .replace(".", german ? " punkt " : " dot ")
            .replace("_", german ? " unterstrich " : " underscore ")
            .replace("-", german ? " minus " : " dash ");
    StringBuilder words = new StringBuilder();
    for (String word : said.trim().split(" +", -1)) {
      boolean number = !word.isEmpty() && Character.isDigit(word.charAt(0));
      words.append(words.length() == 0 ? "" : " ").append(number ? digits(word) : word);
    }
    return words.toString().toLowerCase(Locale.ROOT);
  }
}
