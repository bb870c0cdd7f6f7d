package eu.sotto.redaction;

/** What a word can be: bits of a lexicon entry. */
final class Lex {
  /** A word that carries grammar or talk; never a name by itself. */
  static final long STOP = 1L;

  /** An ordinary dictionary word. */
  static final long WORD = 1L << 1;

  static final long GIVEN = 1L << 2;
  static final long FAMILY = 1L << 3;
  static final long CITY = 1L << 4;
  static final long STREET_END = 1L << 5;
  static final long TITLE = 1L << 6;
  static final long RELATION = 1L << 7;
  static final long MONTH = 1L << 8;
  static final long FILLER = 1L << 9;
  static final long BACKCHANNEL = 1L << 10;
  static final long DIGIT = 1L << 11;
  static final long TEEN = 1L << 12;
  static final long TENS = 1L << 13;

  /** A number from 21 to 99 in one word. */
  static final long GLUED = 1L << 14;

  /** A number of three or more digits in one word. */
  static final long BIG = 1L << 15;

  static final long HUNDRED = 1L << 16;
  static final long THOUSAND = 1L << 17;
  static final long ORDINAL = 1L << 18;
  static final long MULTIPLE = 1L << 19;
  static final long AND = 1L << 20;
  static final long PLUS = 1L << 21;
  static final long LETTER = 1L << 22;
  static final long ALPHA = 1L << 23;
  static final long AT = 1L << 24;
  static final long DOT = 1L << 25;
  static final long HYPHEN = 1L << 26;
  static final long UNDERSCORE = 1L << 27;
  static final long SLASH = 1L << 28;
  static final long TLD = 1L << 29;
  static final long MAILHOST = 1L << 30;
  static final long UNIT = 1L << 31;
  static final long CORRECTION = 1L << 32;
  static final long AS_IN = 1L << 33;
  static final long ACCENT = 1L << 34;
  static final long PHRASE = 1L << 35;
  static final long TIME_BEFORE = 1L << 36;
  static final long ALPHA_NAME = 1L << 37;
  static final long ASKING = 1L << 38;
  static final long PARTICLE = 1L << 39;
  static final long ORG = 1L << 40;
  static final long MODIFIER = 1L << 41;
  static final long VERB = 1L << 42;
  static final long STREET = 1L << 43;
  static final long CARD_PART = 1L << 44;
  static final long AGE_WORD = 1L << 45;

  /** A given name that is common where German or English is spoken. */
  static final long CORE = 1L << 46;

  /** A number of a thing, or what it numbers: of a model, a flight, a room. */
  static final long NO_ID = 1L << 47;

  /** A word that speaks to the other one. */
  static final long YOU = 1L << 48;

  /** A word for some number, without saying which. */
  static final long ANY_ID = 1L << 49;

  /** What a person is at the moment, before an age. */
  static final long IS_NOW = 1L << 50;

  /** A part of a house, before its number. */
  static final long DWELLING = 1L << 51;

  static final long NUMBER = DIGIT | TEEN | TENS | GLUED | BIG | HUNDRED | THOUSAND;
  static final long NAME = GIVEN | FAMILY;

  private Lex() {}

  static long named(String name) {
    return switch (name) {
      case "STOP" -> STOP;
      case "WORD" -> WORD;
      case "GIVEN" -> GIVEN;
      case "FAMILY" -> FAMILY;
      case "CITY" -> CITY;
      case "STREET_END" -> STREET_END | STREET;
      case "STREET" -> STREET;
      case "TITLE" -> TITLE;
      case "RELATION" -> RELATION;
      case "MONTH" -> MONTH;
      case "FILLER" -> FILLER | STOP;
      case "BACKCHANNEL" -> BACKCHANNEL | STOP;
      case "DIGIT" -> DIGIT;
      case "TEEN" -> TEEN;
      case "TENS" -> TENS;
      case "HUNDRED" -> HUNDRED;
      case "THOUSAND" -> THOUSAND;
      case "ORDINAL" -> ORDINAL;
      case "MULTIPLE" -> MULTIPLE;
      case "AND" -> AND | STOP;
      case "PLUS" -> PLUS;
      case "LETTER" -> LETTER;
      case "ALPHA" -> ALPHA;
      case "ALPHA_NAME" -> ALPHA | ALPHA_NAME;
      default -> namedMore(name);
    };
  }

  private static long namedMore(String name) {
    return switch (name) {
      case "AT" -> AT;
      case "DOT" -> DOT;
      case "HYPHEN" -> HYPHEN;
      case "UNDERSCORE" -> UNDERSCORE;
      case "SLASH" -> SLASH;
      case "TLD" -> TLD;
      case "MAILHOST" -> MAILHOST;
      case "UNIT" -> UNIT;
      case "CORRECTION" -> CORRECTION | STOP;
      case "AS_IN" -> AS_IN;
      case "ACCENT" -> ACCENT;
      case "TIME_BEFORE" -> TIME_BEFORE;
      case "ASKING" -> ASKING | STOP;
      case "PARTICLE" -> PARTICLE;
      case "ORG" -> ORG;
      case "MODIFIER" -> MODIFIER;
      case "VERB" -> VERB | STOP;
      case "CARD_PART" -> CARD_PART;
      case "AGE_WORD" -> AGE_WORD;
      case "CORE" -> CORE;
      case "NO_ID" -> NO_ID;
      case "YOU" -> YOU | STOP;
      case "ANY_ID" -> ANY_ID;
      case "IS_NOW" -> IS_NOW;
      case "DWELLING" -> DWELLING;
      default -> throw new IllegalStateException("unknown word class " + name);
    };
  }
}
