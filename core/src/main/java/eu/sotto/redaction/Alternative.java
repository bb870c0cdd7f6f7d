package eu.sotto.redaction;

import java.util.List;
import java.util.Objects;

/**
 * Another hypothesis of the recogniser for a turn. It is read for findings only: what is found in
 * it is masked in the turn that it stands beside; it is never part of a redacted transcript.
 * Immutable and thread-safe.
 *
 * @param turn index of the turn in the transcript, from 0
 * @param text what may have been said
 * @param words its words with their times, in order, or none
 */
public record Alternative(int turn, String text, List<Word> words) {
  /**
   * Checks and copies.
   *
   * @throws IllegalArgumentException if the index is negative
   */
  public Alternative {
    Objects.requireNonNull(text, "text");
    words = List.copyOf(words);
    if (turn < 0) {
      throw new IllegalArgumentException("turns are counted from 0");
    }
  }

  /** The place only: what was said is personal data. */
  @Override
  public String toString() {
    return "Alternative[of turn " + turn + "]";
  }
}
