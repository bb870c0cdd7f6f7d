package eu.sotto.purpose;

import eu.sotto.permit.Obligation;
import eu.sotto.permit.Reason;
import eu.sotto.permit.ReasonCode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * What the rules found. A ground is needed for a yes; any reason against it overrides all grounds.
 * Sorted at the end, each once, so that neither order nor repetition matters. Confined to one
 * decision.
 */
final class Findings {
  private static final Comparator<Reason> ORDER =
      (one, other) -> {
        int byCode = one.code().compareTo(other.code());
        return byCode == 0 ? one.about().compareTo(other.about()) : byCode;
      };

  private final List<Reason> forbidden = new ArrayList<>();
  private final List<Reason> review = new ArrayList<>();
  private Set<Obligation> obligations = Set.of();
  private boolean grounded;

  void forbid(ReasonCode code, Object about) {
    forbidden.add(Reason.of(code, about));
  }

  void review(ReasonCode code, Object about) {
    review.add(Reason.of(code, about));
  }

  void oblige(Obligation obligation) {
    if (obligations.isEmpty()) {
      obligations = EnumSet.noneOf(Obligation.class);
    }
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
      return new Ruling(Outcome.DENIED, Set.of(), all());
    }
    if (!review.isEmpty()) {
      return new Ruling(Outcome.NEEDS_REVIEW, Set.of(), once(review));
    }
    return new Ruling(Outcome.PERMITTED, obligations, List.of());
  }

  private List<Reason> all() {
    if (review.isEmpty()) {
      return once(forbidden);
    }
    List<Reason> all = new ArrayList<>(once(forbidden));
    all.addAll(once(review));
    return all;
  }

  private static List<Reason> once(List<Reason> found) {
    if (found.size() < 2) {
      return found;
    }
    found.sort(ORDER);
    List<Reason> ordered = new ArrayList<>(found.size());
    for (Reason reason : found) {
      if (ordered.isEmpty() || !ordered.get(ordered.size() - 1).equals(reason)) {
        ordered.add(reason);
      }
    }
    return ordered;
  }
}
