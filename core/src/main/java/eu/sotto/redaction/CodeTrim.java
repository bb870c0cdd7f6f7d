package eu.sotto.redaction;

/** Cuts from the ends of a run what only looked like a part of it. Stateless. */
final class CodeTrim {
  private CodeTrim() {}

  static void trim(Scan scan, CodeRun run) {
    while (run.to > run.from && weakEnd(scan, run)) {
      run.to--;
      drop(scan, run, run.to, false);
    }
    while (run.to > run.from && weakStart(scan, run)) {
      drop(scan, run, run.from, true);
      run.from++;
    }
  }

  /** Leaves a last letter whose word is still to come to the next passage. */
  static void unfinished(Scan scan, CodeRun run) {
    int last = run.to - 1;
    boolean as = scan.is(run.to, Lex.AS_IN);
    boolean open = scan.size - run.to == 1 || (scan.size - run.to == 2 && isIn(scan, run.to + 1));
    if (as && open && scan.is(last, Lex.LETTER) && run.letters > 1) {
      run.to--;
      run.drop(false);
    }
  }

  private static boolean isIn(Scan scan, int token) {
    return scan.hash[token] == Words.IN;
  }

  private static boolean weakEnd(Scan scan, CodeRun run) {
    int last = run.to - 1;
    if (scan.is(last, Lex.LETTER)) {
      boolean word = scan.is(last, Lex.STOP) || scan.width(last) > 1;
      boolean open = run.to < scan.size && scan.plainGap(run.to);
      return word && open && run.letters < 3 && !scan.is(last - 1, Lex.LETTER);
    }
    return scan.is(last, Lex.MULTIPLE) && !scan.is(last, Lex.DIGIT);
  }

  private static boolean weakStart(Scan scan, CodeRun run) {
    int first = run.from;
    boolean letter = scan.is(first, Lex.LETTER) && scan.is(first, Lex.STOP);
    if (letter && !scan.is(first + 1, Lex.LETTER | Lex.ALPHA)) {
      return true;
    }
    return scan.is(first, Lex.HYPHEN | Lex.SLASH)
        || (scan.is(first, Lex.FILLER)
            && !scan.is(first, Lex.LETTER)
            && run.digits > 1
            && scan.hash[first] != Words.OH);
  }

  private static void drop(Scan scan, CodeRun run, int token, boolean front) {
    if (!scan.is(token, Lex.LETTER) || run.reading.length() == 0) {
      return;
    }
    run.drop(front);
  }
}
