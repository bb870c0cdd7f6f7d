package eu.sotto.redaction;

import eu.sotto.vocabulary.Role;
import java.util.Objects;

/**
 * A stretch of audio to be silenced on the channel of one role. Immutable and thread-safe.
 *
 * @param role whose channel
 * @param startMs start in milliseconds from the start of the audio, inclusive
 * @param endMs end in milliseconds, exclusive, after the start
 */
public record AudioRange(Role role, long startMs, long endMs) {
  /**
   * Checks the order.
   *
   * @throws IllegalArgumentException if the range is empty or starts before 0
   */
  public AudioRange {
    Objects.requireNonNull(role, "role");
    if (startMs < 0 || endMs <= startMs) {
      throw new IllegalArgumentException("an audio range ends after it starts");
    }
  }
}
