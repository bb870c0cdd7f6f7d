package eu.sotto.consent;

import eu.sotto.ledger.ChainHead;
import eu.sotto.records.RecordId;
import eu.sotto.vocabulary.PurposeId;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * What a withdrawal did. It has taken effect in any case; what could not be stored yet is tried
 * again. Immutable and thread-safe. Source: GDPR Art. 7(3), 17(1)(b).
 *
 * @param purpose the purpose whose consent was withdrawn
 * @param at when
 * @param heads the last entry of the person's evidence after it, one per number or address that is
 *     linked: whoever holds it can show later that the withdrawal is missing
 * @param touched the records that only this consent carried, with all that was derived from them
 * @param recorded whether it is durable in the ledger already
 * @param erasurePending whether the erasure of those records failed and is tried again
 */
public record Withdrawal(
    PurposeId purpose,
    Instant at,
    List<ChainHead> heads,
    List<RecordId> touched,
    boolean recorded,
    boolean erasurePending) {
  /** Copies the lists. */
  public Withdrawal {
    Objects.requireNonNull(purpose, "purpose");
    Objects.requireNonNull(at, "at");
    heads = List.copyOf(heads);
    touched = List.copyOf(touched);
  }

  /**
   * How many records are erased by now.
   *
   * @return all that it touches, or zero while the erasure is pending
   */
  public int recordsErased() {
    return erasurePending ? 0 : touched.size();
  }
}
