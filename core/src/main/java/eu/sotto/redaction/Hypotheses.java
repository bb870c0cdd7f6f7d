package eu.sotto.redaction;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Carries what was found in another hypothesis of the recogniser over to the turn's own words: by
 * the words' times where both have them, else by aligning the words. Where the two differ, all
 * words of the difference are covered. Stateless.
 */
final class Hypotheses {
  private static final int MAX_DIFFERENCE = 250;

  private Hypotheses() {}

  /** The turn's findings together with those of another hypothesis. */
  static List<Hit> merged(Turn turn, List<Hit> own, Alternative alternative, List<Hit> other) {
    if (other.isEmpty()) {
      return own;
    }
    List<Hit> carried = timed(turn, alternative, other);
    if (carried.isEmpty()) {
      carried = aligned(turn.text(), alternative.text(), other);
    }
    List<Hit> merged = new ArrayList<>(own);
    for (Hit hit : carried) {
      add(hit, merged);
    }
    merged.sort(null);
    return merged;
  }

  /** Adds a finding; those that it touches become one with it. */
  private static void add(Hit hit, List<Hit> merged) {
    Hit whole = hit;
    for (int i = merged.size() - 1; i >= 0; i--) {
      Hit old = merged.get(i);
      if (old.start() <= whole.start() && whole.end() <= old.end()) {
        return;
      }
      if (old.touches(whole)) {
        int start = Math.min(old.start(), whole.start());
        int end = Math.max(old.end(), whole.end());
        double score = Math.max(old.score(), whole.score());
        Set<String> evidence = whole.evidence();
        whole = new Hit(start, end, whole.type(), evidence, score, whole.value());
        merged.remove(i);
      }
    }
    merged.add(whole);
  }

  private static List<Hit> timed(Turn turn, Alternative alternative, List<Hit> hits) {
    Turn other = new Turn(turn.role(), alternative.text(), alternative.words(), 0, 0);
    WordPlaces here = WordPlaces.of(turn);
    WordPlaces there = WordPlaces.of(other);
    List<Hit> carried = new ArrayList<>();
    if (!here.known() || !there.known()) {
      return carried;
    }
    for (Hit hit : hits) {
      long from = Long.MAX_VALUE;
      long to = -1;
      for (int i = 0; i < other.words().size(); i++) {
        if (there.start(i) < hit.end() && hit.start() < there.end(i)) {
          from = Math.min(from, other.words().get(i).startMs());
          to = Math.max(to, other.words().get(i).endMs());
        }
      }
      int first = -1;
      int last = -1;
      for (int i = 0; i < turn.words().size(); i++) {
        Word word = turn.words().get(i);
        if (word.startMs() < Math.max(to, from + 1)
            && from < Math.max(word.endMs(), word.startMs() + 1)) {
          first = first < 0 ? i : first;
          last = i;
        }
      }
      if (first < 0) {
        return List.of();
      }
      carried.add(at(hit, here.start(first), here.end(last)));
    }
    return carried;
  }

  private static Hit at(Hit hit, int start, int end) {
    Set<String> evidence = new java.util.TreeSet<>(hit.evidence());
    evidence.add("ALTERNATIVE");
    return new Hit(start, end, hit.type(), evidence, hit.score(), hit.value());
  }

  private static List<Hit> aligned(String text, String other, List<Hit> hits) {
    List<int[]> here = words(text);
    List<int[]> there = words(other);
    int[] same = alignment(keys(text, here), keys(other, there));
    List<Hit> carried = new ArrayList<>();
    for (Hit hit : hits) {
      int first = 0;
      while (first < there.size() && there.get(first)[1] <= hit.start()) {
        first++;
      }
      int last = first;
      while (last + 1 < there.size() && there.get(last + 1)[0] < hit.end()) {
        last++;
      }
      int from = from(same, first);
      int to = to(same, last, here.size());
      if (from < to) {
        carried.add(at(hit, here.get(from)[0], here.get(to - 1)[1]));
      }
    }
    return carried;
  }

  /** The first own word that stands beside a word of the other hypothesis. */
  private static int from(int[] same, int word) {
    if (word < same.length && same[word] >= 0) {
      return same[word];
    }
    int before = Math.min(word, same.length) - 1;
    while (before >= 0 && same[before] < 0) {
      before--;
    }
    return before < 0 ? 0 : same[before] + 1;
  }

  private static int to(int[] same, int word, int size) {
    if (word < same.length && same[word] >= 0) {
      return same[word] + 1;
    }
    int after = word + 1;
    while (after < same.length && same[after] < 0) {
      after++;
    }
    return after >= same.length ? size : same[after];
  }

  private static List<int[]> words(String text) {
    List<int[]> words = new ArrayList<>();
    int start = -1;
    for (int i = 0; i <= text.length(); i++) {
      boolean blank = i == text.length() || Character.isWhitespace(text.charAt(i));
      if (blank && start >= 0) {
        words.add(new int[] {start, i});
        start = -1;
      } else if (!blank && start < 0) {
        start = i;
      }
    }
    return words;
  }

  private static List<String> keys(String text, List<int[]> words) {
    return words.stream().map(word -> Mark.upper(text.substring(word[0], word[1]))).toList();
  }

  /** For each word of the other hypothesis its equal among the own words in order, or -1. */
  private static int[] alignment(List<String> own, List<String> other) {
    int[] same = new int[other.size()];
    java.util.Arrays.fill(same, -1);
    int start = 0;
    while (start < Math.min(own.size(), other.size()) && own.get(start).equals(other.get(start))) {
      same[start] = start;
      start++;
    }
    int ownEnd = own.size();
    int otherEnd = other.size();
    while (ownEnd > start
        && otherEnd > start
        && own.get(ownEnd - 1).equals(other.get(otherEnd - 1))) {
      same[--otherEnd] = --ownEnd;
    }
    if (ownEnd - start <= MAX_DIFFERENCE && otherEnd - start <= MAX_DIFFERENCE) {
      longest(own.subList(start, ownEnd), other.subList(start, otherEnd), start, same);
    }
    return same;
  }

  /** The longest sequence of equal words, entered where both lists start at an offset. */
  private static void longest(List<String> own, List<String> other, int offset, int[] same) {
    int[][] length = new int[own.size() + 1][other.size() + 1];
    for (int i = own.size() - 1; i >= 0; i--) {
      for (int j = other.size() - 1; j >= 0; j--) {
        length[i][j] =
            own.get(i).equals(other.get(j))
                ? length[i + 1][j + 1] + 1
                : Math.max(length[i + 1][j], length[i][j + 1]);
      }
    }
    int i = 0;
    int j = 0;
    while (i < own.size() && j < other.size()) {
      if (own.get(i).equals(other.get(j))) {
        same[offset + j++] = offset + i++;
      } else if (length[i + 1][j] >= length[i][j + 1]) {
        i++;
      } else {
        j++;
      }
    }
  }
}
