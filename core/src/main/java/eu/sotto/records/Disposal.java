package eu.sotto.records;

import java.util.List;

/**
 * What a disposal on request did. Immutable and thread-safe.
 *
 * @param disposed the records whose keys are destroyed and whose contents are removed
 * @param withheld the records that stay because a hold names them
 * @param scrubbed whether every store has let go of the keys and the index's log is empty; if not,
 *     the destruction is ordered, nothing opens any more, and the next sweep finishes it
 */
public record Disposal(List<RecordId> disposed, List<RecordId> withheld, boolean scrubbed) {
  /** Copies the lists. */
  public Disposal {
    disposed = List.copyOf(disposed);
    withheld = List.copyOf(withheld);
  }
}
