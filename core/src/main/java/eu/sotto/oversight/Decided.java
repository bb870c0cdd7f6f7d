package eu.sotto.oversight;

import eu.sotto.permit.Reason;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** What became of an outcome that was handed in, or of a verdict. Immutable and thread-safe. */
public sealed interface Decided {
  /**
   * It is recorded.
   *
   * @param outcome as it stands now
   */
  record Recorded(AiOutcome outcome) implements Decided {
    /** Refuses null. */
    public Recorded {
      Objects.requireNonNull(outcome, "outcome");
    }
  }

  /**
   * It does not count.
   *
   * @param reasons why, at least one
   */
  record Refused(List<Reason> reasons) implements Decided {
    /**
     * Copies the reasons.
     *
     * @throws IllegalArgumentException if there is none
     */
    public Refused {
      reasons = List.copyOf(reasons);
      if (reasons.isEmpty()) {
        throw new IllegalArgumentException("reasons must not be empty");
      }
    }
  }

  /**
   * The outcome, if it was recorded.
   *
   * @return the outcome, or empty if it was refused
   */
  default Optional<AiOutcome> recorded() {
    return this instanceof Recorded one ? Optional.of(one.outcome()) : Optional.empty();
  }

  /**
   * Why it was refused.
   *
   * @return the reasons; empty if it was recorded
   */
  default List<Reason> reasons() {
    return this instanceof Refused refused ? refused.reasons() : List.of();
  }
}
