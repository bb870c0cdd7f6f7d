package eu.sotto.oversight;

/**
 * What waits for a person, in numbers. Immutable and thread-safe.
 *
 * @param reviews how many outcomes do not count because a review is open
 * @param toTell how many duties to tell a caller are open
 * @param toTellOverdue how many of them are overdue
 * @param recurringOverdue how many recurring reviews are overdue
 */
public record OversightState(int reviews, int toTell, int toTellOverdue, int recurringOverdue) {
  /**
   * Whether something is late.
   *
   * @return true if anything is overdue
   */
  public boolean overdue() {
    return toTellOverdue + recurringOverdue > 0;
  }
}
