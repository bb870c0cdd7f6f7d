package eu.sotto.records;

import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * An erasure that was ordered and is not completed. Immutable and thread-safe.
 *
 * @param order its random id
 * @param orderedAt when it was ordered
 * @param subjects whose data is erased, with their keys
 */
public record OpenErasure(String order, Instant orderedAt, List<SubjectEntry> subjects) {
  /**
   * Copies the subjects.
   *
   * @throws IllegalArgumentException if there is none
   */
  public OpenErasure {
    Objects.requireNonNull(order, "order");
    Objects.requireNonNull(orderedAt, "orderedAt");
    subjects = List.copyOf(subjects);
    if (subjects.isEmpty()) {
      throw new IllegalArgumentException("an erasure names at least one subject");
    }
  }
}
