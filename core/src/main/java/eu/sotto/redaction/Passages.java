package eu.sotto.redaction;

import eu.sotto.vocabulary.Role;
import java.util.List;

/**
 * Cuts a turn into passages that are judged one by one: its lines, and in a long line at most
 * {@link #WORDS} words at a time. Where a long line is cut depends on the words up to there only,
 * so that a stream cuts where the whole turn is cut. Used for one turn after the other.
 */
final class Passages {
  /** A long line is judged when it has this many complete words that were not judged before. */
  static final int WORDS = 40;

  private static final int AHEAD = 10;
  private static final int LEAST = 12;
  private static final int CONTEXT = 8;
  private static final int CUE_REACH = 3;
  private static final long PARTS = Lex.NUMBER | Lex.LETTER | Lex.ALPHA;

  private final Engine engine;
  private int context;
  private int from;
  private int length = -1;
  private int lineEnd;

  /** Whether the last cut lies beside a finding, which may go on behind it. */
  private boolean beside;

  Passages(Engine engine) {
    this.engine = engine;
  }

  void begin() {
    context = 0;
    from = 0;
    length = -1;
  }

  /** Up to where the turn was judged. */
  int judged() {
    return from;
  }

  /**
   * Judges the next passage, if the text has a whole one.
   *
   * @param text the turn so far
   * @param ended whether nothing more follows in the turn
   * @param hits takes what is found
   * @return whether a passage was judged
   */
  boolean next(Role role, CharSequence text, boolean ended, List<Hit> hits) {
    if (from == text.length()) {
      return false;
    }
    if (text.charAt(from) == '\n') {
      from++;
      context = from;
      return true;
    }
    int end = lineEnd(text);
    int full = full(text, end, ended && end == text.length());
    if (full < 0 && end == text.length() && !ended) {
      return false;
    }
    Stretch stretch = new Stretch(context, from, full < 0 ? end : full, full >= 0);
    engine.judge(role, text, stretch);
    beside = false;
    int cut = full < 0 ? end : cut(stretch);
    engine.settle(stretch, cut, beside, hits);
    from = cut;
    return true;
  }

  /** The end of the line; looked for once, so that a long line costs no more than its length. */
  private int lineEnd(CharSequence text) {
    if (length != text.length() || lineEnd < from) {
      length = text.length();
      lineEnd = lineEnd(text, from);
    }
    return lineEnd;
  }

  /** Where a line ends that has begun before an offset. */
  static int lineEnd(CharSequence text, int from) {
    if (text instanceof String whole) {
      int feed = whole.indexOf('\n', from);
      return feed < 0 ? whole.length() : feed;
    }
    int at = from;
    while (at < text.length() && text.charAt(at) != '\n') {
      at++;
    }
    return at;
  }

  /**
   * Judges all of the text though more may follow; of its last words those that may belong to
   * something unfinished are masked.
   */
  void force(Role role, CharSequence text, int doubtful, List<Hit> hits) {
    boolean more = true;
    while (more) {
      more = next(role, text, false, hits);
    }
    if (from == text.length()) {
      return;
    }
    Stretch stretch = new Stretch(context, from, text.length(), false);
    engine.judge(role, text, stretch);
    engine.segment().maskDoubtful(doubtful);
    engine.settle(stretch, text.length(), true, hits);
    Scan scan = engine.segment().scan;
    int last = Math.max(0, scan.size - CONTEXT);
    context = scan.size == 0 ? text.length() : stretch.context() + scan.start[last];
    from = text.length();
  }

  /**
   * The end of the last word that a full passage has, or -1 if the line is shorter; the end of the
   * turn completes a word as a blank does.
   */
  private int full(CharSequence text, int end, boolean ended) {
    if (end - from < 2 * WORDS - 1) {
      return -1;
    }
    int words = 0;
    boolean word = false;
    for (int i = from; i < end; i++) {
      boolean blank = Character.isWhitespace(text.charAt(i));
      if (blank && word && ++words == WORDS) {
        return i;
      }
      word = !blank;
    }
    return ended && word && words + 1 == WORDS ? end : -1;
  }

  /** Chooses where the judged words end and the words to come begin. */
  private int cut(Stretch stretch) {
    Segment segment = engine.segment();
    Scan scan = segment.scan;
    int first = 0;
    while (first < scan.size && stretch.context() + scan.start[first] < stretch.from()) {
      first++;
    }
    int token = sentence(segment, first);
    if (token > 0) {
      context = stretch.context() + scan.start[token];
      return context;
    }
    token = quiet(segment, first);
    beside = token == 0;
    for (int i = scan.size - 1; token == 0 && i > first; i--) {
      token = apart(scan, i) && !spelling(scan, i) && !crossed(segment, i) ? i : 0;
    }
    if (token == 0) {
      context = stretch.from();
      return stretch.to();
    }
    context = stretch.context() + scan.start[Math.max(first, token - CONTEXT)];
    return stretch.context() + scan.start[token];
  }

  /** The last token that starts a sentence, late enough in the passage; 0 if there is none. */
  private static int sentence(Segment segment, int first) {
    Scan scan = segment.scan;
    for (int i = scan.size - 2; i >= first + LEAST; i--) {
      boolean number = part(scan, i - 1) && part(scan, i);
      if (scan.sentenceStarts(i) && apart(scan, i) && !number && !crossed(segment, i)) {
        return i;
      }
    }
    return 0;
  }

  /** The last token with nothing around it that points at personal data; 0 if there is none. */
  private static int quiet(Segment segment, int first) {
    Scan scan = segment.scan;
    for (int i = scan.size - AHEAD; i >= first + LEAST; i--) {
      boolean touched = !segment.free(i) || !segment.free(i - 1);
      boolean parts = part(scan, i) || part(scan, i - 1);
      if (apart(scan, i) && !touched && !parts && segment.cuesBefore(i, CUE_REACH) == 0) {
        return i;
      }
    }
    return 0;
  }

  private static boolean apart(Scan scan, int token) {
    return (scan.gap[token] & Scan.SPACE) != 0;
  }

  /** Whether a token is in the midst of "m as in martha". */
  private static boolean spelling(Scan scan, int token) {
    return scan.is(token, Lex.AS_IN)
        || scan.is(token - 1, Lex.AS_IN)
        || (scan.hash[token - 1] == Words.IN && scan.is(token - 2, Lex.AS_IN));
  }

  private static boolean part(Scan scan, int token) {
    return scan.digits(token) || scan.is(token, PARTS);
  }

  private static boolean crossed(Segment segment, int token) {
    for (Mark mark : segment.marks) {
      if (mark.from() < token && token < mark.to()) {
        return true;
      }
    }
    return false;
  }
}
