package eu.sotto.permit;

import eu.sotto.vocabulary.PrivacyException;
import java.util.List;

/**
 * Somebody may not do what was asked of the library in that person's name; the refusal is recorded.
 * Nothing was done. Immutable and thread-safe. Source: GDPR Art. 29, 32(4).
 */
public final class ActorRefused extends PrivacyException {
  private static final long serialVersionUID = 1L;

  private final transient List<Reason> reasons;

  /**
   * A refusal.
   *
   * @param reasons why, at least one
   * @throws IllegalArgumentException if there is none
   */
  public ActorRefused(List<Reason> reasons) {
    super("refused: " + List.copyOf(reasons));
    if (reasons.isEmpty()) {
      throw new IllegalArgumentException("reasons must not be empty");
    }
    this.reasons = List.copyOf(reasons);
  }

  /**
   * Why it was refused.
   *
   * @return every reason; empty after serialization
   */
  public List<Reason> reasons() {
    return reasons == null ? List.of() : reasons;
  }
}
