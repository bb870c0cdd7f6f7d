package eu.sotto.redaction;

import eu.sotto.vocabulary.Role;

/**
 * What a segment asks for.
 *
 * @param asked whether it is a question at all
 * @param about the kinds of data that it asks for, as bits
 * @param special the special categories that it asks for, as bits; no answer to it is expected in a
 *     shape
 * @param backchannel whether it only keeps the other one talking
 */
record Question(boolean asked, long about, long special, boolean backchannel) {
  private static final int SHORT = 4;
  private static final long EMAIL = Bits.of(PiiType.EMAIL);
  private static final long ADDRESS = Bits.of(PiiType.ADDRESS);
  private static final Question NONE = new Question(false, 0, 0, false);

  /** Reads a segment in which these kinds were found. */
  static Question of(Segment segment, long found) {
    Scan scan = segment.scan;
    boolean agent = segment.role == Role.AGENT;
    boolean mark = (scan.gap[scan.size] & Scan.STOP) != 0;
    boolean unknown = segment.role == Role.PARTICIPANT;
    if (!agent && !mark && !unknown) {
      return NONE;
    }
    long about = 0;
    int from = 0;
    int content = 0;
    int words = 0;
    for (int i = 0; i < scan.size; i++) {
      content += scan.is(i, Lex.BACKCHANNEL | Lex.FILLER | Lex.NUMBER) || scan.digits(i) ? 0 : 1;
      words += scan.is(i, Lex.STOP) ? 0 : 1;
      boolean last = i == scan.size - 1;
      if (last || scan.sentenceStarts(i + 1)) {
        boolean question = last || (scan.gap[i + 1] & Scan.STOP) != 0;
        about |= sentence(segment, from, i + 1, question);
        from = i + 1;
      }
    }
    long special = about & Specials.MASK;
    about &= ~Specials.MASK;
    boolean backchannel = content == 0 || scan.size < SHORT;
    if (agent || mark) {
      return new Question(true, about, special, backchannel);
    }
    boolean open = (about & ~found) != 0 && spoken(scan);
    return open && (words <= SHORT || turnsToOther(scan))
        ? new Question(true, about & ~found, special, backchannel)
        : NONE;
  }

  private static long sentence(Segment segment, int from, int to, boolean question) {
    Scan scan = segment.scan;
    long about = 0;
    boolean asks = question;
    boolean number = false;
    for (int i = from; i < to; i++) {
      long cues = scan.cues[i];
      if (i > from && (scan.cues[i - 1] & EMAIL) != 0) {
        cues &= ~ADDRESS; // the address of mail
      }
      about |= cues | segment.dialogue.phraseCues(i);
      asks |= scan.is(i, Lex.BACKCHANNEL | Lex.ASKING);
      boolean named = scan.is(i, Lex.ANY_ID);
      number |= named && !scan.is(i - 1, Lex.NO_ID);
    }
    if (about == 0 && number) {
      about = Bits.of(PiiType.CUSTOMER_ID);
    }
    return asks ? about : 0;
  }

  /** Whether a line has none of the signs of writing. */
  private static boolean spoken(Scan scan) {
    int signs = 0;
    int upper = 0;
    for (int i = 0; i < scan.size; i++) {
      signs |= scan.gap[i + 1];
      upper += i > 0 && scan.upper(i) ? 1 : 0;
    }
    boolean written = (signs & (Scan.COLON | Scan.PAREN | Scan.SLASH)) != 0;
    return !written && (upper == 0 || turnsToOther(scan));
  }

  /** Whether a line speaks to the other one. */
  private static boolean turnsToOther(Scan scan) {
    for (int i = 0; i < scan.size; i++) {
      if (scan.is(i, Lex.ASKING | Lex.YOU)) {
        return true;
      }
    }
    return false;
  }
}
