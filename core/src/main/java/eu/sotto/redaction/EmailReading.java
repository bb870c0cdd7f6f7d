package eu.sotto.redaction;

import java.util.Locale;

/** Reads the address of mail that a run of words says or writes. Used for one run. */
final class EmailReading {
  private static final int LONGEST = 254;

  private final Scan scan;
  private final CodeRun run = new CodeRun();
  private final CodeReader reader;
  private final StringBuilder address = new StringBuilder();

  private EmailReading(Scan scan) {
    this.scan = scan;
    this.reader = new CodeReader(scan, run);
  }

  /** The address in lower case, or an empty text if it cannot be read for sure (RFC 5321). */
  static String of(Scan scan, int from, int to) {
    EmailReading reading = new EmailReading(scan);
    int at = from;
    while (at < to) {
      if (scan.is(at, Lex.CORRECTION)) {
        return "";
      }
      reading.written(scan.gap[at], at == from);
      at += reading.take(at, to);
    }
    return reading.whole();
  }

  /** The signs that stand between two words without a space. */
  private void written(int gap, boolean first) {
    if (first || (gap & Scan.SPACE) != 0) {
      return;
    }
    sign(gap, Scan.AT, '@');
    sign(gap, Scan.DOT, '.');
    sign(gap, Scan.HYPHEN, '-');
    sign(gap, Scan.UNDERSCORE, '_');
    sign(gap, Scan.PLUS, '+');
  }

  private void sign(int gap, int bit, char sign) {
    if ((gap & bit) != 0) {
      address.append(sign);
    }
  }

  private int take(int at, int to) {
    if (scan.is(at, Lex.AT)) {
      address.append('@');
    } else if (scan.is(at, Lex.DOT)) {
      address.append('.');
    } else if (scan.is(at, Lex.UNDERSCORE)) {
      address.append('_');
    } else if (scan.is(at, Lex.HYPHEN)) {
      address.append('-');
    } else if (scan.is(at, Lex.FILLER) && !scan.is(at, Lex.LETTER)) {
      return 1;
    } else {
      return letters(at, to);
    }
    return 1;
  }

  private int letters(int at, int to) {
    if (!scan.digits(at) && apart(at) && apart(at + 1) && reader.starts(at)) {
      int width = reader.one(at);
      if (width > 0 && at + width <= to) {
        address.append(run.reading.toString().toLowerCase(Locale.ROOT));
        return width;
      }
    }
    for (int i = scan.start[at]; i < scan.end[at]; i++) {
      address.append(Character.toLowerCase(scan.text[i]));
    }
    return 1;
  }

  /** Whether a word begins behind a space, or nothing stands before it. */
  private boolean apart(int token) {
    return token == 0 || token >= scan.size || (scan.gap[token] & Scan.SPACE) != 0;
  }

  private String whole() {
    int at = address.indexOf("@");
    boolean one = at > 0 && address.indexOf("@", at + 1) < 0;
    int dot = address.lastIndexOf(".");
    boolean host = dot > at + 1 && dot < address.length() - 2;
    return one && host && address.length() <= LONGEST ? address.toString() : "";
  }
}
