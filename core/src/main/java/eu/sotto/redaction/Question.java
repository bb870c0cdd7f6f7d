package eu.sotto.redaction;

import eu.sotto.vocabulary.Role;

/**
 * What a segment asks for.
 *
 * @param asked whether it is a question at all
 * @param about the kinds of data that it asks for, as bits
 * @param backchannel whether it only keeps the other one talking
 */
record Question(boolean asked, long about, boolean backchannel) {
  private static final int SHORT = 4;

  static Question of(Segment segment) {
    Scan scan = segment.scan;
    boolean agent = segment.role == Role.AGENT;
    boolean mark = (scan.gap[scan.size] & Scan.STOP) != 0;
    if (!agent && !mark) {
      return new Question(false, 0, false);
    }
    long about = 0;
    long sentence = 0;
    boolean polite = false;
    int content = 0;
    for (int i = 0; i < scan.size; i++) {
      sentence |= scan.cues[i] | segment.dialogue.phraseCues(i);
      polite |= scan.is(i, Lex.BACKCHANNEL) || scan.is(i, Lex.ASKING);
      content += scan.is(i, Lex.BACKCHANNEL | Lex.FILLER | Lex.NUMBER) || scan.digits(i) ? 0 : 1;
      boolean last = i == scan.size - 1;
      if (last || scan.sentenceStarts(i + 1)) {
        boolean question = (scan.gap[i + 1] & Scan.STOP) != 0;
        about |= question || last || polite ? sentence : 0;
        sentence = 0;
        polite = false;
      }
    }
    return new Question(mark || agent, about & ~specials(), content == 0 || scan.size < SHORT);
  }

  private static long specials() {
    return Specials.MASK;
  }
}
