package eu.sotto.redaction;

import java.util.List;

/** Where the words of a turn stand in its text. */
final class WordPlaces {
  private final int[] start;
  private final int[] end;
  private final boolean known;

  private WordPlaces(int[] start, int[] end, boolean known) {
    this.start = start;
    this.end = end;
    this.known = known;
  }

  static WordPlaces of(Turn turn) {
    List<Word> words = turn.words();
    int[] start = new int[words.size()];
    int[] end = new int[words.size()];
    int at = 0;
    boolean known = !words.isEmpty();
    for (int i = 0; i < words.size() && known; i++) {
      String word = words.get(i).text();
      int found = turn.text().indexOf(word, at);
      known = found >= 0 && blank(turn.text(), at, found);
      start[i] = Math.max(0, found);
      end[i] = start[i] + word.length();
      at = end[i];
    }
    known &= blank(turn.text(), at, turn.text().length());
    return new WordPlaces(start, end, known);
  }

  /** Whether every letter and digit of the text belongs to a word. */
  boolean known() {
    return known;
  }

  int start(int word) {
    return start[word];
  }

  int end(int word) {
    return end[word];
  }

  private static boolean blank(String text, int from, int to) {
    for (int i = from; i < to; i++) {
      if (Character.isLetterOrDigit(text.charAt(i))) {
        return false;
      }
    }
    return true;
  }
}
