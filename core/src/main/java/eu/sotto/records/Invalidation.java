package eu.sotto.records;

import eu.sotto.permit.ReasonCode;
import eu.sotto.vocabulary.PurposeId;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * What followed from finding a consent invalid: it counts as never given, nothing is permitted on
 * it, and what it alone carried is erased. Immutable and thread-safe. Source: GDPR Art. 7(1) to
 * (3), 17(1)(d).
 *
 * @param purpose the purpose whose consent it was
 * @param why what was wrong with it
 * @param at when it was found; consents given later are not touched
 * @param affected every record under it, as it was before: those that only it carried are erased,
 *     the others keep the second basis that the register declares
 * @param recorded whether the finding is durable in the ledger already
 * @param erasurePending whether the erasure failed and is tried again
 */
public record Invalidation(
    PurposeId purpose,
    ReasonCode why,
    Instant at,
    List<RecordEntry> affected,
    boolean recorded,
    boolean erasurePending) {
  /** Copies the list. */
  public Invalidation {
    Objects.requireNonNull(purpose, "purpose");
    Objects.requireNonNull(why, "why");
    Objects.requireNonNull(at, "at");
    affected = List.copyOf(affected);
  }
}
