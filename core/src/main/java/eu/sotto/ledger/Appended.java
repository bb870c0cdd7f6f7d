package eu.sotto.ledger;

import java.time.Instant;
import java.util.Objects;

/**
 * An event that is durable. Immutable and thread-safe.
 *
 * @param id its leaf's random id
 * @param index its place in the log, from 0
 * @param recordedAt when it was recorded
 * @param head the end of its chain, which it is
 */
public record Appended(LeafId id, long index, Instant recordedAt, ChainHead head) {
  /** Refuses null. */
  public Appended {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(recordedAt, "recordedAt");
    Objects.requireNonNull(head, "head");
  }
}
