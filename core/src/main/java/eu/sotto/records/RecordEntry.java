package eu.sotto.records;

import eu.sotto.retention.DueDate;
import java.time.Instant;
import java.util.Objects;

/**
 * A kept record without its content. Immutable and thread-safe.
 *
 * @param id its random id
 * @param subject whose it is
 * @param what what was said of it when it was handed over
 * @param keptAt when it was handed over
 * @param length the content's length in bytes
 * @param due from when it has to be gone by what is known, and the rule that says so, holds aside
 */
public record RecordEntry(
    RecordId id, SubjectId subject, NewRecord what, Instant keptAt, long length, DueDate due) {
  /** Refuses missing parts. */
  public RecordEntry {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(subject, "subject");
    Objects.requireNonNull(what, "what");
    Objects.requireNonNull(keptAt, "keptAt");
    Objects.requireNonNull(due, "due");
  }
}
