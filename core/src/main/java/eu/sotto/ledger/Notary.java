package eu.sotto.ledger;

import java.util.Optional;
import java.util.function.Predicate;

/**
 * Tells which notes are this log's.
 *
 * @param signed whether a checkpoint bears the log's name and signature of its time
 * @param anchor where its newest note is kept apart from it
 */
record Notary(Predicate<Checkpoint> signed, Anchor anchor) {
  /** The checkpoint, if it is this log's. */
  Optional<Checkpoint> verified(String note) {
    try {
      return Optional.of(Checkpoint.parse(note)).filter(signed);
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** The anchored checkpoint, if there is an anchor that holds one of this log. */
  Optional<Checkpoint> anchored() {
    return anchor.newest().flatMap(this::verified);
  }
}
