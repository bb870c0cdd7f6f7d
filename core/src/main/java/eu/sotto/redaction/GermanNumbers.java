package eu.sotto.redaction;

/** Adds the German numbers that are written in one word, and their ordinals. */
final class GermanNumbers {
  private static final String[] ONES = {
    "",
    "ein",
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
  private static final String[] DIGITS = {
    "0null", "1eins", "2zwei", "2zwo", "3drei", "4vier", "5fünf", "6sechs", "7sieben", "8acht",
    "9neun"
  };
  private static final String[] TENS = {
    "", "", "zwanzig", "dreißig", "vierzig", "fünfzig", "sechzig", "siebzig", "achtzig", "neunzig"
  };

  private GermanNumbers() {}

  static void addTo(Lexicon.Builder builder) {
    for (int n = 21; n < 100; n++) {
      if (n % 10 != 0) {
        add(builder, below100(n, false), Lex.GLUED, n);
      }
    }
    for (String digit : DIGITS) {
      int value = Integer.parseInt(digit.substring(0, 1));
      builder.put("doppel" + digit.substring(1), Lex.DIGIT | Lex.MULTIPLE, 0, value);
    }
    for (int hundreds = 1; hundreds < 20; hundreds++) {
      for (int rest = 0; rest < 100; rest++) {
        addHundreds(builder, hundreds, rest);
      }
    }
    for (int rest = 0; rest < 100; rest++) {
      for (String head : new String[] {"zweitausend", "zweitausendund", "tausend", "eintausend"}) {
        int value = (head.startsWith("zwei") ? 2000 : 1000) + rest;
        add(builder, head + below100(rest, true), Lex.BIG, value);
      }
    }
    for (int thousands = 3; thousands < 100; thousands++) {
      add(builder, below100(thousands, false) + "tausend", Lex.BIG, thousands * 1000);
    }
  }

  private static void addHundreds(Lexicon.Builder builder, int hundreds, int rest) {
    if (hundreds == 10) {
      return;
    }
    int value = hundreds * 100 + rest;
    String tail = below100(rest, true);
    add(builder, ONES[hundreds] + "hundert" + tail, Lex.BIG, value);
    add(builder, ONES[hundreds] + "hundertund" + tail, Lex.BIG, value);
    if (hundreds == 1) {
      add(builder, "hundert" + tail, Lex.BIG, value);
      add(builder, "hundertund" + tail, Lex.BIG, value);
    }
    if (hundreds == 2) {
      add(builder, "zwohundert" + tail, Lex.BIG, value);
    }
  }

  private static void add(Lexicon.Builder builder, String word, long flag, int value) {
    builder.put(word, flag, 0, value);
    if (value < 32) {
      ordinal(builder, word + "st", value);
    }
  }

  private static void ordinal(Lexicon.Builder builder, String stem, int value) {
    for (String ending : new String[] {"e", "er", "en", "em", "es"}) {
      builder.put(stem + ending, Lex.ORDINAL, 0, value);
    }
  }

  private static String below100(int n, boolean last) {
    if (n == 1 && last) {
      return "eins";
    }
    if (n < 20) {
      return ONES[n];
    }
    String ones = ONES[n % 10];
    return (ones.isEmpty() ? "" : ones + "und") + TENS[n / 10];
  }
}
