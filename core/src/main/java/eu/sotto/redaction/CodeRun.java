package eu.sotto.redaction;

/** A spoken or written sequence of digits and letters, as read so far. Used by one thread. */
final class CodeRun {
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

  void letter(int letter) {
    reading.append(Character.toUpperCase((char) letter));
    letters++;
    atoms++;
  }
}
