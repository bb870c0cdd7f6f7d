package eu.sotto.purpose;

import eu.sotto.permit.Obligation;
import eu.sotto.permit.Reason;
import eu.sotto.permit.ReasonCode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * What the rules found. A ground is needed for a yes; any reason against it overrides all grounds.
 * Sorted at the end, each once, so that neither order nor repetition matters. Confined to one
 * decision.
 */
final class Findings {
  private static final Comparator<Reason> ORDER =
      Comparator.comparing(Reason::code).thenComparing(Reason::about);

  private final List<Reason> forbidden = new ArrayList<>(0);
  private final List<Reason> review = new ArrayList<>(0);
  private final Set<Obligation> obligations = EnumSet.noneOf(Obligation.class);
  private boolean grounded;

  void forbid(ReasonCode code, Object about) {
    forbidden.add(Reason.of(code, about));
  }

  void review(ReasonCode code, Object about) {
    review.add(Reason.of(code, about));
  }

  void oblige(Obligation obligation) {
    obligations.add(obligation);
  }

  void ground() {
    grounded = true;
  }

  Ruling ruling(Case asked) {
    if (!grounded && forbidden.isEmpty()) {
      forbid(ReasonCode.LEGAL_BASIS_MISSING, asked.purpose());
    }
    if (!forbidden.isEmpty()) {
      List<Reason> all = once(forbidden);
      all.addAll(once(review));
      return new Ruling(Outcome.DENIED, Set.of(), all);
    }
    if (!review.isEmpty()) {
      return new Ruling(Outcome.NEEDS_REVIEW, Set.of(), once(review));
    }
    return new Ruling(Outcome.PERMITTED, obligations, List.of());
  }

  private static List<Reason> once(List<Reason> found) {
    if (found.size() < 2) {
      return new ArrayList<>(found);
    }
    Set<Reason> ordered = new TreeSet<>(ORDER);
    ordered.addAll(found);
    return new ArrayList<>(ordered);
  }
}
