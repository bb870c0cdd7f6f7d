package eu.sotto.ledger;

import eu.sotto.crypto.VerifierKey;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Tells which notes are this log's.
 *
 * @param origin the log's name
 * @param key the key that its notes are signed with
 * @param anchor where its newest note is kept apart from it
 */
record Notary(String origin, Supplier<VerifierKey> key, Anchor anchor) {
  /** The checkpoint, if it is this log's. */
  Optional<Checkpoint> verified(String note) {
    try {
      Checkpoint checkpoint = Checkpoint.parse(note);
      boolean ours = checkpoint.origin().equals(origin) && checkpoint.signedBy(key.get());
      return ours ? Optional.of(checkpoint) : Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** The anchored checkpoint, if there is an anchor that holds one of this log. */
  Optional<Checkpoint> anchored() {
    return anchor.newest().flatMap(this::verified);
  }
}
