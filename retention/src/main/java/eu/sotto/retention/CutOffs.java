package eu.sotto.retention;

import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * All rules of one class turned round for one instant, so that a store can answer from an index.
 *
 * <p>{@link #isDue} gives the same answer as the decision record by record, without computing a
 * date and without allocating. Immutable.
 */
public final class CutOffs {
  private final Instant asOf;
  private final long now;
  private final @Nullable ClassRules rules;
  private final Inverted[] maxima;
  private final Inverted[] duties;
  private final Inverted[] claims;
  private final Inverted[] permissions;
  private final Inverted[] holds;
  private final boolean alwaysLimited;

  CutOffs(@Nullable ClassRules rules, PolicyZone place, Instant asOf) {
    this.asOf = asOf;
    this.now = EpochNanos.of(asOf);
    this.rules = rules;
    BoundRule[] none = new BoundRule[0];
    long today = place.days().dayOf(asOf);
    this.maxima = invert(rules == null ? none : rules.maxima, today);
    this.duties = invert(rules == null ? none : rules.duties, today);
    this.claims = invert(rules == null ? none : rules.claims, today);
    this.permissions = invert(rules == null ? none : rules.permissions, today);
    this.holds =
        rules == null
            ? new Inverted[0]
            : Stream.concat(
                    Arrays.stream(invert(rules.holds, today)),
                    Arrays.stream(invert(rules.restrictions, today)))
                .toArray(Inverted[]::new);
    this.alwaysLimited =
        duties.length > 0
            || permissions.length > 0
            || Arrays.stream(maxima).anyMatch(maximum -> maximum.neverLapses);
  }

  private Inverted[] invert(BoundRule[] bound, long today) {
    return Arrays.stream(bound)
        .map(rule -> new Inverted(rule, asOf, today))
        .toArray(Inverted[]::new);
  }

  /**
   * The instant they are made for.
   *
   * @return the instant
   */
  public Instant asOf() {
    return asOf;
  }

  /**
   * The cut-off of each rule that has a period, in the order of rule ids.
   *
   * @return the cut-offs
   */
  public List<CutOff> list() {
    return Stream.of(maxima, duties, claims, permissions, holds)
        .flatMap(Arrays::stream)
        .map(inverted -> inverted.cutOff)
        .sorted((one, other) -> one.rule().compareTo(other.rule()))
        .toList();
  }

  /**
   * The cut-off of one rule.
   *
   * @param rule the rule
   * @return its cut-off, or empty if the class has no such rule with a period
   */
  public Optional<CutOff> of(RuleId rule) {
    return list().stream().filter(cutOff -> cutOff.rule().equals(rule)).findFirst();
  }

  /**
   * Says whether a record of this class is due.
   *
   * @param facts the record
   * @param onRecord the holds that name the record
   * @return whether the decision would be to dispose of it
   */
  public boolean isDue(RecordFacts facts, Collection<Hold> onRecord) {
    return outcome(facts, onRecord) == Outcome.DUE;
  }

  /** What the decision on a record would be, without its reason. */
  public enum Outcome {
    /** It stays, restricted or not. */
    STAYS,
    /** It is due. */
    DUE,
    /** A person decides. */
    REVIEW
  }

  /**
   * Tells what the decision on a record of this class would be.
   *
   * @param facts the record
   * @param onRecord the holds that name the record
   * @return the outcome
   */
  public Outcome outcome(RecordFacts facts, Collection<Hold> onRecord) {
    if (rules == null) {
      return isHeld(facts, onRecord) ? Outcome.STAYS : Outcome.REVIEW;
    }
    if (!isPastLimit(facts)) {
      return hasOrdinaryLimit(facts) || isHeld(facts, onRecord) ? Outcome.STAYS : Outcome.REVIEW;
    }
    if (anyKeeps(duties, facts)) {
      return !isPastMaximum(facts, true) || isHeld(facts, onRecord)
          ? Outcome.STAYS
          : Outcome.REVIEW;
    }
    return claimKeeps(facts) || permissionKeeps(facts) || isHeld(facts, onRecord)
        ? Outcome.STAYS
        : Outcome.DUE;
  }

  private boolean isPastLimit(RecordFacts facts) {
    if (facts.purposesGone() <= now) {
      return true;
    }
    boolean bounded = false;
    for (Inverted maximum : maxima) {
      if (maximum.applies(facts)) {
        bounded = true;
        if (maximum.isOver(facts)) {
          return true;
        }
      }
    }
    return !bounded && allEnded(facts);
  }

  /** Whether a rule ends the keeping; a purpose alone, without a rule, carries nothing. */
  private boolean hasOrdinaryLimit(RecordFacts facts) {
    if (alwaysLimited) {
      return true;
    }
    for (Inverted maximum : maxima) {
      if (maximum.applies(facts)) {
        return true;
      }
    }
    for (Inverted claim : claims) {
      if (facts.hasClaimUnder(claim.cutOff.rule())) {
        return true;
      }
    }
    return false;
  }

  private boolean allEnded(RecordFacts facts) {
    boolean any = duties.length > 0 || permissions.length > 0;
    for (Inverted duty : duties) {
      if (!duty.isOver(facts)) {
        return false;
      }
    }
    for (Inverted claim : claims) {
      if (facts.hasClaimUnder(claim.cutOff.rule())) {
        any = true;
        if (!claim.isOver(facts)) {
          return false;
        }
      }
    }
    for (Inverted permission : permissions) {
      if (!permission.isOver(facts) && !purposeEnded(permission, facts)) {
        return false;
      }
    }
    return any;
  }

  private boolean purposeEnded(Inverted permission, RecordFacts facts) {
    return facts.purposeEnd(permission.bound.purpose()) <= now;
  }

  private static boolean anyKeeps(Inverted[] some, RecordFacts facts) {
    for (Inverted one : some) {
      if (one.keeps(facts)) {
        return true;
      }
    }
    return false;
  }

  private boolean claimKeeps(RecordFacts facts) {
    for (Inverted claim : claims) {
      if (facts.hasClaimUnder(claim.cutOff.rule())
          && claim.keeps(facts)
          && !isPastMaximum(facts, true)) {
        return true;
      }
    }
    return false;
  }

  private boolean permissionKeeps(RecordFacts facts) {
    for (Inverted permission : permissions) {
      if (permission.keeps(facts)
          && !purposeEnded(permission, facts)
          && !isPastMaximum(facts, false)) {
        return true;
      }
    }
    return false;
  }

  private boolean isPastMaximum(RecordFacts facts, boolean onlyAbsolute) {
    for (Inverted maximum : maxima) {
      if ((!onlyAbsolute || maximum.bound.isAbsolute)
          && maximum.applies(facts)
          && maximum.isOver(facts)) {
        return true;
      }
    }
    return false;
  }

  private boolean isHeld(RecordFacts facts, Collection<Hold> onRecord) {
    if (!onRecord.isEmpty()) {
      for (Hold hold : onRecord) {
        if (hold.isInForce(asOf)) {
          return true;
        }
      }
    }
    return anyKeeps(holds, facts);
  }
}
