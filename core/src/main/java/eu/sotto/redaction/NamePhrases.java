package eu.sotto.redaction;

import eu.sotto.vocabulary.Role;

/** Takes the names that phrases point at: introductions, greetings, links. Stateless. */
final class NamePhrases {
  private static final int EARLY = 4;

  private NamePhrases() {}

  static void detect(Segment segment, int at, Phrases.Phrase phrase) {
    int after = at + phrase.length();
    switch (phrase.kind()) {
      case NAME_FOLLOWS -> {
        if (own(segment.scan, at) || !ofCompany(segment.scan, at)) {
          NameDetector.sure(segment, after, "INTRODUCED");
        }
      }
      case NAME_MAY_FOLLOW -> {
        if (own(segment.scan, at) || !ofCompany(segment.scan, at)) {
          maybe(segment, after, true);
        }
      }
      case NAME_LINKED -> linked(segment, at, after);
      case NAME_GREETED -> greeted(segment, after);
      case NAME_BEFORE -> before(segment, at);
      default -> {}
    }
  }

  /** Whether a phrase speaks of the speaker, whatever stands before it. */
  private static boolean own(Scan scan, int at) {
    long hash = scan.hash[at];
    return hash == Words.MEIN || hash == Words.MY || hash == Words.ICH || hash == Words.SIE;
  }

  private static void linked(Segment segment, int at, int after) {
    Scan scan = segment.scan;
    boolean here = scan.hash[at] == Words.HIER || scan.hash[at] == Words.HERE;
    if (!here) {
      maybe(segment, after, false);
      return;
    }
    boolean opens = at == 0 || (at == 1 && scan.is(0, Lex.BACKCHANNEL));
    boolean name = NameWords.unknown(segment, after) && !Compounds.is(scan, after);
    if (opens && name && (after + 1 >= scan.size || scan.is(after + 1, Lex.STOP))) {
      NameDetector.person(segment, after, after + 1, "MAYBE_INTRODUCED", 0.7);
    }
    maybe(segment, after, false);
    before(segment, at);
  }

  /** A given name after a greeting. */
  private static void greeted(Segment segment, int from) {
    Scan scan = segment.scan;
    boolean given =
        NameWords.given(segment, from)
            && scan.width(from) > 2
            && (scan.gap[from] & NameDetector.BREAKS) == 0;
    if (given && !scan.is(from, Lex.CITY)) {
      NameDetector.person(
          segment,
          from,
          Math.max(from + 1, NameDetector.end(segment, from, false)),
          "GREETED",
          0.8);
    } else {
      maybe(segment, from, false);
    }
  }

  private static boolean ofCompany(Scan scan, int at) {
    return scan.is(at - 1, Lex.ORG) || scan.is(at - 2, Lex.ORG) || scan.is(at + 1, Lex.ORG);
  }

  private static void maybe(Segment segment, int from, boolean introduced) {
    Scan scan = segment.scan;
    int at = NameDetector.skipFillers(scan, from);
    boolean joined = introduced && Surnames.joined(segment, at);
    if (at >= scan.size || (scan.gap[at] & NameDetector.BREAKS) != 0) {
      return;
    }
    if (joined) {
      int end = NameDetector.end(segment, at, true);
      if (end - at > 2) {
        NameDetector.person(segment, at, end, "MAYBE_INTRODUCED", 0.85);
      }
      return;
    }
    if (!NameWords.possible(segment, at)) {
      return;
    }
    int end = NameDetector.end(segment, at, false);
    boolean two = end - at >= 2;
    boolean hyphen = two && !introduced && scan.gap[at + 1] == Scan.HYPHEN;
    if (hyphen && !NameWords.sure(segment, at + 1)) {
      return;
    }
    boolean early = from <= EARLY && segment.role == Role.CALLER && NameWords.given(segment, at);
    boolean sole = introduced || two || early || scan.is(at, Lex.CORE);
    boolean first = NameWords.sure(segment, at) && sole;
    boolean unknown = introduced && two && NameWords.unknown(segment, at);
    boolean core = introduced && scan.is(at, Lex.CORE) && two && scan.is(end - 1, Lex.NAME);
    boolean word =
        two && NameWords.name(segment, at) && (core || NameDetector.backed(segment, at + 1, end));
    if (first || (unknown && !scan.is(at, Lex.CITY)) || word) {
      NameDetector.person(segment, at, end, "MAYBE_INTRODUCED", 0.85);
    }
  }

  /** A second name that "and" joins to a first. */
  static void coupled(Segment segment, int and) {
    Scan scan = segment.scan;
    int from = and + 1;
    if (!scan.is(and, Lex.AND) || from >= scan.size) {
      return;
    }
    boolean name = NameWords.unknown(segment, from) && !Compounds.is(scan, from);
    if (name || NameWords.sure(segment, from)) {
      NameDetector.person(segment, from, NameDetector.end(segment, from, false), "COUPLED", 0.8);
    }
  }

  private static void before(Segment segment, int to) {
    Scan scan = segment.scan;
    int from = to;
    while (from > 0
        && to - from < NameDetector.MAX_NAMES
        && (NameWords.nameOrUnknown(segment, from - 1)
            || (from < to && NameWords.particle(scan, from - 1) && segment.free(from - 1))
            || Surnames.joined(segment, from - 1)
            || (from > 1 && Surnames.joined(segment, from - 2))
            || (from == to && NameWords.possible(segment, from - 1)))
        && (scan.gap[from] & NameDetector.BREAKS) == 0) {
      from--;
    }
    boolean clean = from == 0 || scan.is(from - 1, Lex.STOP | Lex.TITLE | Lex.FILLER);
    boolean word = to - from == 1 && !NameWords.name(segment, from) && from > 1;
    boolean office = to - from == 1 && NameWords.unknown(segment, from) && Compounds.is(scan, from);
    if (to > from && clean && !word && !office) {
      NameDetector.person(segment, from, to, "BEFORE_PHRASE", 0.85);
    } else if (to - from > 1 && scan.is(to - 2, Lex.GIVEN) && NameWords.name(segment, to - 2)) {
      NameDetector.person(segment, to - 2, to, "BEFORE_PHRASE", 0.8);
    } else if (to > from && !clean && NameWords.sure(segment, to - 1)) {
      NameDetector.person(segment, to - 1, to, "BEFORE_PHRASE", 0.75);
    }
  }
}
