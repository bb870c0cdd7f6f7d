package eu.sotto.redaction;

/** Cuts a segment into words and numbers in one pass and looks each up. Stateless. */
final class Tokenizer {
  private static final int MAX_VALUE_DIGITS = 9;
  private static final int LONG_WORD = 9;

  /** Words whose parts say nothing more. */
  private static final long PLAIN = Lex.STOP | Lex.NUMBER;

  private static final int[] GAPS = gaps();

  private final Lexicon lexicon;

  Tokenizer(Lexicon lexicon) {
    this.lexicon = lexicon;
  }

  void scan(Scan scan) {
    char[] text = scan.text;
    int length = scan.length;
    int gap = 0;
    int at = 0;
    while (at < length) {
      char folded = Fold.of(text[at]);
      if (folded == Fold.NONE && Character.isHighSurrogate(text[at]) && at + 1 < length) {
        folded = Fold.ofSupplementary(Character.codePointAt(text, at, length));
        if (folded == Fold.NONE) {
          gap |= Scan.OTHER;
          at += 2;
          continue;
        }
      }
      if (folded <= Fold.SKIP) {
        gap |= folded == Fold.SKIP ? 0 : gapOf(text[at]);
        at++;
        continue;
      }
      scan.room();
      scan.gap[scan.size] = gap;
      scan.allGaps |= gap;
      scan.anyTight |= scan.size > 0 && (gap & Scan.SPACE) == 0;
      gap = 0;
      at = Fold.digit(folded) ? number(scan, at) : word(scan, at);
    }
    scan.gap[scan.size] = gap | Scan.BREAK;
    scan.allGaps |= gap;
  }

  private static int gapOf(char c) {
    return c < GAPS.length
        ? GAPS[c]
        : Character.isWhitespace(c) || c == 0xA0 ? Scan.SPACE : other(c);
  }

  private static int other(char c) {
    return switch (c) {
      case '‐', '‑', '‒', '–', '—', '−' -> Scan.HYPHEN;
      case '…' -> Scan.DOT;
      case '＠' -> Scan.AT;
      default -> Scan.OTHER;
    };
  }

  private int number(Scan scan, int from) {
    int at = from;
    int digits = 0;
    int value = 0;
    while (at < scan.length) {
      int width = 1;
      char folded = Fold.of(scan.text[at]);
      if (folded == Fold.NONE && Character.isHighSurrogate(scan.text[at])) {
        width = Character.charCount(Character.codePointAt(scan.text, at, scan.length));
        folded =
            width == 2
                ? Fold.ofSupplementary(Character.codePointAt(scan.text, at, scan.length))
                : Fold.NONE;
      }
      if (Fold.digit(folded)) {
        digits++;
        value = digits <= MAX_VALUE_DIGITS ? value * 10 + folded - '0' : value;
      } else if (folded != Fold.SKIP) {
        break;
      }
      at += width;
    }
    int token = scan.size++;
    scan.start[token] = from;
    scan.end[token] = at;
    scan.shape[token] = Scan.DIGITS;
    scan.anyDigits = true;
    scan.value[token] = value;
    scan.hash[token] = 0;
    scan.flags[token] = 0;
    scan.cues[token] = 0;
    return at;
  }

  private int word(Scan scan, int from) {
    char[] text = scan.text;
    long hash = Lexicon.start();
    long beforeApostrophe = 0;
    int at = from;
    int upper = 0;
    for (; at < scan.length; at++) {
      char c = text[at];
      char folded = Fold.of(c);
      if (folded < 'a' || folded > 'z') {
        break;
      }
      hash = Lexicon.add(hash, folded);
      upper += c <= 'Z' || (c > 'z' && Character.isUpperCase(c)) ? 1 : 0;
    }
    int letters = at - from;
    boolean foreign = false;
    while (at < scan.length) {
      char c = text[at];
      int width = 1;
      char folded = Fold.of(c);
      if (folded == Fold.NONE) {
        if ((c == '\'' || c == '’') && apostrophe(scan, at)) {
          beforeApostrophe = hash;
          hash = Lexicon.add(hash, '\'');
          at++;
          continue;
        }
        if (!Character.isHighSurrogate(c) || at + 1 >= scan.length) {
          break;
        }
        folded = Fold.ofSupplementary(Character.codePointAt(text, at, scan.length));
        width = 2;
        if (folded == Fold.NONE) {
          break;
        }
      }
      if (Fold.digit(folded)) {
        break;
      }
      if (folded == Fold.SHARP_S) {
        hash = Lexicon.add(Lexicon.add(hash, 's'), 's');
        letters++;
      } else if (folded != Fold.SKIP) {
        hash = Lexicon.add(hash, folded);
        letters++;
        upper += Character.isUpperCase(c) ? 1 : 0;
        foreign |= folded > 'z';
      }
      at += width;
    }
    int token = scan.size++;
    scan.start[token] = from;
    scan.end[token] = at;
    scan.hash[token] = hash;
    scan.shape[token] =
        (upperFirst(text[from]) ? Scan.UPPER_FIRST : 0)
            | (upper == letters && letters > 1 ? Scan.UPPER_ALL : 0)
            | (foreign ? Scan.FOREIGN : 0);
    look(scan, token, hash, beforeApostrophe);
    return at;
  }

  private static boolean upperFirst(char c) {
    return c < 128 ? c <= 'Z' : Character.isUpperCase(c) || Character.isTitleCase(c);
  }

  private void look(Scan scan, int token, long hash, long beforeApostrophe) {
    int entry = lexicon.find(hash);
    if (entry < 0 && beforeApostrophe != 0) {
      entry = lexicon.find(beforeApostrophe);
    }
    long flags = lexicon.flags(entry);
    boolean plain = (flags & PLAIN) != 0;
    if (!plain && WordParts.worthALook(scan.end[token] - scan.start[token])) {
      flags |= WordParts.flags(scan, token, flags);
    }
    scan.flags[token] = flags;
    long cues = lexicon.cues(entry);
    if (!plain
        && cues == 0
        && scan.end[token] - scan.start[token] >= LONG_WORD
        && (flags & Lex.NO_ID) == 0) {
      cues = WordParts.cues(scan, token);
    }
    scan.cues[token] = cues;
    scan.value[token] = lexicon.value(entry);
    boolean one = scan.end[token] - scan.start[token] == 1;
    if (entry < 0 && one && Character.isLetter(scan.text[scan.start[token]])) {
      flags |= Lex.LETTER;
      scan.flags[token] = flags;
      scan.value[token] = Character.toLowerCase(scan.text[scan.start[token]]);
    }
    scan.allFlags |= flags;
    scan.allCues |= scan.cues[token];
  }

  private static boolean apostrophe(Scan scan, int at) {
    return at + 1 < scan.length && Fold.of(scan.text[at + 1]) > Fold.SHARP_S;
  }

  private static int[] gaps() {
    int[] gaps = new int[256];
    java.util.Arrays.fill(gaps, Scan.OTHER);
    for (char c : " \t\u00A0\r\f".toCharArray()) {
      gaps[c] = Scan.SPACE;
    }
    gaps['\n'] = Scan.SPACE | Scan.BREAK;
    gaps['.'] = Scan.DOT;
    gaps[','] = Scan.COMMA;
    gaps['?'] = Scan.STOP;
    gaps['!'] = Scan.STOP;
    gaps[':'] = Scan.COLON;
    gaps[';'] = Scan.COLON;
    gaps['-'] = Scan.HYPHEN;
    gaps['/'] = Scan.SLASH;
    gaps['@'] = Scan.AT;
    gaps['_'] = Scan.UNDERSCORE;
    gaps['+'] = Scan.PLUS;
    gaps['('] = Scan.PAREN;
    gaps[')'] = Scan.PAREN;
    return gaps;
  }
}
