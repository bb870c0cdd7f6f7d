package eu.sotto.records;

import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * What a sweep did. Immutable and thread-safe.
 *
 * @param asOf the instant for which it was planned
 * @param disposed the records whose keys are destroyed and whose contents are removed
 * @param withheld the records that were planned to go but stay, because a hold or a later date came
 *     in between
 * @param absent the planned records that were gone already
 * @param scrubbed whether every store has let go of the keys and the index's log is empty; if not,
 *     the destruction is ordered, nothing opens any more, and the next sweep finishes it
 */
public record SweepReport(
    Instant asOf,
    List<RecordId> disposed,
    List<RecordId> withheld,
    List<RecordId> absent,
    boolean scrubbed) {
  /** Copies the lists. */
  public SweepReport {
    Objects.requireNonNull(asOf, "asOf");
    disposed = List.copyOf(disposed);
    withheld = List.copyOf(withheld);
    absent = List.copyOf(absent);
  }
}
