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
  private final @Nullable ClassRules rules;
  private final Inverted[] maxima;
  private final Inverted[] duties;
  private final Inverted[] claims;
  private final Inverted[] permissions;
  private final Inverted[] holds;

  CutOffs(@Nullable ClassRules rules, PolicyZone place, Instant asOf) {
    this.asOf = asOf;
    this.rules = rules;
    BoundRule[] none = new BoundRule[0];
    long today = place.dayKey(asOf);
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
  }

  private record Inverted(
      BoundRule bound, CutOff cutOff, boolean begun, Instant lapse, Instant backstopLapse) {
    boolean applies(RecordFacts facts) {
      Instant time = facts.timeOf(cutOff.trigger());
      return time != null ? time.isBefore(lapse) : facts.recordedAt().isBefore(backstopLapse);
    }

    boolean keeps(RecordFacts facts) {
      return begun && !cutOff.isOver(facts);
    }
  }

  private Inverted[] invert(BoundRule[] bound, long today) {
    Inverted[] inverted = new Inverted[bound.length];
    for (int i = 0; i < bound.length; i++) {
      inverted[i] =
          new Inverted(
              bound[i],
              bound[i].cutOff(asOf),
              bound[i].fromKey <= today,
              bound[i].lapse(true),
              bound[i].lapse(false));
    }
    return inverted;
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
        .map(Inverted::cutOff)
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
    return rules != null
        && isPastLimit(facts)
        && !anyKeeps(duties, facts)
        && !claimKeeps(facts)
        && !permissionKeeps(facts)
        && !isHeld(facts, onRecord);
  }

  private boolean isPastLimit(RecordFacts facts) {
    Instant gone = facts.purposesGone();
    if (gone != null && !asOf.isBefore(gone)) {
      return true;
    }
    boolean bounded = false;
    for (Inverted maximum : maxima) {
      if (maximum.applies(facts)) {
        bounded = true;
        if (maximum.cutOff.isOver(facts)) {
          return true;
        }
      }
    }
    return !bounded && allEnded(facts);
  }

  private boolean allEnded(RecordFacts facts) {
    boolean any = duties.length > 0 || permissions.length > 0;
    for (Inverted duty : duties) {
      if (!duty.cutOff.isOver(facts)) {
        return false;
      }
    }
    for (Inverted claim : claims) {
      if (facts.hasClaimUnder(claim.cutOff.rule())) {
        any = true;
        if (!claim.cutOff.isOver(facts)) {
          return false;
        }
      }
    }
    for (Inverted permission : permissions) {
      if (!permission.cutOff.isOver(facts) && !purposeEnded(permission, facts)) {
        return false;
      }
    }
    return any;
  }

  private boolean purposeEnded(Inverted permission, RecordFacts facts) {
    Instant end = facts.purposeEnd(permission.bound.purpose());
    return end != null && !asOf.isBefore(end);
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
      if ((!onlyAbsolute || maximum.bound.rule.isAbsolute())
          && maximum.applies(facts)
          && maximum.cutOff.isOver(facts)) {
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
