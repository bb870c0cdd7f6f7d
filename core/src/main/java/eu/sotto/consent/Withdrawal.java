package eu.sotto.consent;

import eu.sotto.vocabulary.PurposeId;
import java.time.Instant;
import java.util.Objects;

/**
 * What a withdrawal did. It has taken effect in any case; what could not be stored yet is tried
 * again. Immutable and thread-safe. Source: GDPR Art. 7(3), 17(1)(b).
 *
 * @param purpose the purpose whose consent was withdrawn
 * @param at when
 * @param recorded whether it is durable in the ledger already
 * @param recordsErased how many records that only this consent carried are erased
 * @param erasurePending whether an erasure failed and is tried again
 */
public record Withdrawal(
    PurposeId purpose, Instant at, boolean recorded, int recordsErased, boolean erasurePending) {
  /** Checks that purpose and time are there. */
  public Withdrawal {
    Objects.requireNonNull(purpose, "purpose");
    Objects.requireNonNull(at, "at");
  }
}
