package eu.sotto.redaction;

import eu.sotto.vocabulary.Role;
import java.util.List;
import java.util.Objects;

/**
 * What one speaker said without a break. Words, where given, stand in the text in their order; a
 * turn may have text and no words. Immutable and thread-safe.
 *
 * @param role who spoke
 * @param text what was said
 * @param words the words with their times, in order, or none if the recogniser gave no times
 * @param startMs start in milliseconds from the start of the audio, inclusive
 * @param endMs end in milliseconds, exclusive; equal to the start if the times are not known
 */
public record Turn(Role role, String text, List<Word> words, long startMs, long endMs) {
  /**
   * Checks and copies.
   *
   * @throws IllegalArgumentException if the times run backwards
   */
  public Turn {
    Objects.requireNonNull(role, "role");
    Objects.requireNonNull(text, "text");
    words = List.copyOf(words);
    if (startMs < 0 || endMs < startMs) {
      throw new IllegalArgumentException("a turn must not end before it starts");
    }
  }

  /**
   * A turn of which only the text is known.
   *
   * @param role who spoke
   * @param text what was said
   * @return the turn
   */
  public static Turn of(Role role, String text) {
    return new Turn(role, text, List.of(), 0, 0);
  }

  /**
   * A turn with the times of its words; it lasts from the first to the end of the last.
   *
   * @param role who spoke
   * @param text what was said
   * @param words the words in the order of the text, at least one
   * @return the turn
   * @throws IllegalArgumentException if there is no word
   */
  public static Turn of(Role role, String text, List<Word> words) {
    if (words.isEmpty()) {
      throw new IllegalArgumentException("a turn made of words has at least one");
    }
    long start = Long.MAX_VALUE;
    long end = 0;
    for (Word word : words) {
      start = Math.min(start, word.startMs());
      end = Math.max(end, word.endMs());
    }
    return new Turn(role, text, words, start, end);
  }

  /**
   * A turn made of words with times; its text is the words joined by single spaces.
   *
   * @param role who spoke
   * @param words the words in order, at least one
   * @return the turn
   * @throws IllegalArgumentException if there is no word
   */
  public static Turn of(Role role, List<Word> words) {
    StringBuilder text = new StringBuilder();
    for (Word word : words) {
      text.append(text.length() == 0 ? "" : " ").append(word.text());
    }
    return of(role, text.toString(), words);
  }

  /**
   * Whether the turn's place in the audio is known.
   *
   * @return whether it has a length
   */
  public boolean timed() {
    return endMs > startMs;
  }

  /** Role and sizes only: what was said is personal data. */
  @Override
  public String toString() {
    return "Turn[" + role + ", " + words.size() + " timed words]";
  }
}
