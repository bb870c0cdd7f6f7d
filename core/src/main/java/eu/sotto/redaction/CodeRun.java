package eu.sotto.redaction;

/** A spoken or written sequence of digits and letters, as read so far. Used by one thread. */
final class CodeRun {
  private static final int MOST_CHOICES = 6;

  int from;
  int to;
  int digits;
  int letters;

  /** Atoms of one written or spoken digit each, or of several written digits. */
  int singles;

  /** Atoms that are numbers of their own: hundreds, thousands. */
  int amounts;

  int atoms;
  int corrections;
  boolean plus;
  boolean spelled;
  boolean signs;
  final StringBuilder reading = new StringBuilder(40);

  /** How many parts of the reading may be read in another way. */
  int choices;

  private final int[] choiceAt = new int[MOST_CHOICES];
  private final String[] choice = new String[MOST_CHOICES];

  void start(int token) {
    from = token;
    to = token;
    digits = 0;
    letters = 0;
    singles = 0;
    amounts = 0;
    atoms = 0;
    corrections = 0;
    plus = false;
    spelled = false;
    signs = false;
    reading.setLength(0);
    choices = 0;
  }

  void digits(long value, int width) {
    if (value < 10 && width == 1) {
      reading.append((char) ('0' + value));
      digits++;
      atoms++;
      return;
    }
    String text = Long.toString(value);
    for (int i = text.length(); i < width; i++) {
      reading.append('0');
    }
    reading.append(text);
    digits += Math.max(width, text.length());
    atoms++;
  }

  /** Says that the last two digits may have been said as others. */
  void either(String others) {
    if (choices < MOST_CHOICES) {
      choiceAt[choices] = reading.length() - 2;
      choice[choices++] = others;
    }
  }

  /** The reading with the other way for each part whose bit is set. */
  String reading(int chosen) {
    StringBuilder other = new StringBuilder(reading);
    for (int i = choices - 1; i >= 0; i--) {
      if ((chosen & 1 << i) != 0) {
        other.replace(choiceAt[i], choiceAt[i] + 2, choice[i]);
      }
    }
    return other.toString();
  }

  /** Takes a letter away from an end. */
  void drop(boolean front) {
    letters--;
    reading.deleteCharAt(front ? 0 : reading.length() - 1);
    for (int i = 0; front && i < choices; i++) {
      choiceAt[i]--;
    }
  }

  void letter(int letter) {
    reading.append(Character.toUpperCase((char) letter));
    letters++;
    atoms++;
  }
}
