package eu.sotto.purpose;

import eu.sotto.permit.Obligation;
import eu.sotto.permit.Reason;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * A decision with all that it rests on. Immutable and thread-safe.
 *
 * @param outcome how it ends
 * @param obligations what is owed in return; empty unless permitted
 * @param reasons everything that stands against it, each once, in a fixed order; empty if and only
 *     if permitted
 */
public record Ruling(Outcome outcome, Set<Obligation> obligations, List<Reason> reasons) {
  /**
   * Checks that a no has reasons and a yes has none.
   *
   * @throws IllegalArgumentException if not
   */
  public Ruling {
    Objects.requireNonNull(outcome, "outcome");
    obligations =
        obligations.isEmpty() ? Set.of() : Collections.unmodifiableSet(EnumSet.copyOf(obligations));
    reasons = List.copyOf(reasons);
    boolean permitted = outcome == Outcome.PERMITTED;
    if (permitted != reasons.isEmpty() || (!permitted && !obligations.isEmpty())) {
      throw new IllegalArgumentException("reasons belong to a no, obligations to a yes");
    }
  }

  /**
   * Whether it may be done.
   *
   * @return true only for a plain yes; a pending review counts as no
   */
  public boolean permitted() {
    return outcome == Outcome.PERMITTED;
  }
}
