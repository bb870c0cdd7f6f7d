package eu.sotto.consent;

import eu.sotto.ledger.Evidence;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * How it stood with a consent at one time, by what was known at another, with the entries that say
 * so. The proof shows what was recorded, not that nothing followed. Immutable and thread-safe.
 * Source: GDPR Art. 5(2), 7(1).
 *
 * @param status the state at that time
 * @param at the time asked about
 * @param knownAt entries recorded later do not count
 * @param evidence the entries about that purpose and the notices before them, each provable offline
 */
public record ProvenStatus(
    ConsentStatus status, Instant at, Instant knownAt, List<Evidence> evidence) {
  /** Copies the list. */
  public ProvenStatus {
    Objects.requireNonNull(status, "status");
    Objects.requireNonNull(at, "at");
    Objects.requireNonNull(knownAt, "knownAt");
    evidence = List.copyOf(evidence);
  }
}
