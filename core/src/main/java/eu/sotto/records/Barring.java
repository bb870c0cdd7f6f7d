package eu.sotto.records;

import eu.sotto.vocabulary.ContactScope;
import java.time.Instant;
import java.util.Objects;

/**
 * What became of a person's word not to be contacted. It has taken effect on this node in any case.
 * Immutable and thread-safe.
 *
 * @param scope how far
 * @param at from when on
 * @param stored whether it is on the list for good; if not, that is tried again until it is
 * @param recorded whether it is in the ledger; if not, that is tried again too
 */
public record Barring(ContactScope scope, Instant at, boolean stored, boolean recorded) {
  /** Checks that scope and time are there. */
  public Barring {
    Objects.requireNonNull(scope, "scope");
    Objects.requireNonNull(at, "at");
  }
}
