package eu.sotto.redaction;

import eu.sotto.vocabulary.Role;
import java.util.Objects;

/**
 * A telephone key that was pressed, with the place of its tone in the audio. Immutable and
 * thread-safe.
 *
 * @param role who pressed it
 * @param key the key: a digit, {@code *}, {@code #} or A to D
 * @param startMs start of the tone in milliseconds from the start of the audio, inclusive
 * @param endMs its end in milliseconds, exclusive; equal to the start if not known
 */
public record KeyPress(Role role, char key, long startMs, long endMs) {
  private static final String KEYS = "0123456789*#ABCD";

  /**
   * Checks key and times.
   *
   * @throws IllegalArgumentException if there is no such key or the times run backwards
   */
  public KeyPress {
    Objects.requireNonNull(role, "role");
    if (KEYS.indexOf(key) < 0) {
      throw new IllegalArgumentException("key must be a digit, *, # or A to D");
    }
    if (startMs < 0 || endMs < startMs) {
      throw new IllegalArgumentException("a tone must not end before it starts");
    }
  }

  /**
   * A key of the caller.
   *
   * @param key the key
   * @param atMs when, in milliseconds from the start of the audio
   * @return the key press
   * @throws IllegalArgumentException if there is no such key or the time is negative
   */
  public static KeyPress of(char key, long atMs) {
    return new KeyPress(Role.CALLER, key, atMs, atMs);
  }

  /** The time only. */
  @Override
  public String toString() {
    return "KeyPress[" + startMs + " ms]";
  }
}
