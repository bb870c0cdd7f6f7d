package eu.sotto.redaction;

import java.util.Objects;

/**
 * One recognised word with its place in the call's audio. Immutable and thread-safe.
 *
 * @param text the word as the recogniser wrote it, not blank
 * @param startMs its start in milliseconds from the start of the audio, inclusive
 * @param endMs its end in milliseconds, exclusive, not before the start
 */
public record Word(String text, long startMs, long endMs) {
  /**
   * Checks text and times.
   *
   * @throws IllegalArgumentException if the text is blank or the times run backwards
   */
  public Word {
    Objects.requireNonNull(text, "text");
    if (text.isBlank()) {
      throw new IllegalArgumentException("a word has text");
    }
    if (startMs < 0 || endMs < startMs) {
      throw new IllegalArgumentException("a word must not end before it starts");
    }
  }

  /**
   * A word with its times.
   *
   * @param text the word, not blank
   * @param startMs its start in milliseconds, inclusive
   * @param endMs its end in milliseconds, exclusive
   * @return the word
   * @throws IllegalArgumentException if the text is blank or the times run backwards
   */
  public static Word of(String text, long startMs, long endMs) {
    return new Word(text, startMs, endMs);
  }

  /** The times only: words are personal data. */
  @Override
  public String toString() {
    return "Word[" + startMs + ".." + endMs + " ms]";
  }
}
