package eu.sotto.redaction;

/** Knows where the letter o is said for zero. Used by one thread. */
final class Zeros {
  private static final int REACH = 3;

  private final Scan scan;
  private final CodeReader reader;

  Zeros(Scan scan, CodeReader reader) {
    this.scan = scan;
    this.reader = reader;
  }

  /** The letter o, or "oh", between digits. */
  boolean at(int token) {
    if (token < 0 || token >= scan.size) {
      return false;
    }
    if (!oh(token)) {
      return false;
    }
    return reader.digitLike(token - 1) || reader.digitLike(token + 1) || pastZeros(token);
  }

  /** Whether a digit stands before or after the zeros around a token. */
  private boolean pastZeros(int token) {
    int after = token;
    while (after < token + REACH && (oh(after + 1) || scan.is(after + 1, Lex.FILLER))) {
      after++;
    }
    int before = token;
    while (before > token - REACH && (oh(before - 1) || scan.is(before - 1, Lex.FILLER))) {
      before--;
    }
    return (after > token && reader.digitLike(after + 1))
        || (before < token && reader.digitLike(before - 1));
  }

  private boolean oh(int token) {
    return token >= 0
        && token < scan.size
        && (scan.hash[token] == Words.O || scan.hash[token] == Words.OH)
        && scan.text[scan.start[token]] < 128;
  }
}
