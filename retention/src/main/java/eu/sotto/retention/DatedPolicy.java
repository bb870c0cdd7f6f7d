package eu.sotto.retention;

import eu.sotto.retention.Disposition.Dispose;
import eu.sotto.retention.Disposition.Keep;
import eu.sotto.retention.Disposition.Restrict;
import eu.sotto.retention.Disposition.Review;
import eu.sotto.retention.calendar.Until;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A policy at one instant; decides any number of records. Immutable. */
public final class DatedPolicy {
  private static final Until RELEASED = new Until.Released();
  private static final Review NO_RULE = new Review(Because.of(Ground.NO_RULE));

  private final RetentionPolicy policy;
  private final PolicyZone place;
  private final Instant asOf;
  private final long now;
  private final long today;

  DatedPolicy(RetentionPolicy policy, Instant asOf) {
    this.policy = policy;
    this.place = policy.place();
    this.asOf = asOf;
    this.now = EpochNanos.of(asOf);
    this.today = place.days().dayOf(asOf);
  }

  /**
   * Decides one record.
   *
   * @param facts the record
   * @param holds the holds that name the record, in any order
   * @return what happens to it
   */
  public Disposition decide(RecordFacts facts, Collection<Hold> holds) {
    return decide(policy.weigh(facts), holds);
  }

  Disposition decide(@Nullable Weighing weighing, Collection<Hold> holds) {
    Disposition byRules = weighing == null ? NO_RULE : byRules(weighing);
    Shield shield = Shield.strongest(weighing, holds, this);
    return shield == null ? byRules : shielded(byRules, shield);
  }

  private Disposition byRules(Weighing weighing) {
    End limit = weighing.limit;
    if (limit == null) {
      return NO_RULE;
    }
    if (!isPast(limit)) {
      if (limit.rule() == null && !weighing.hasOrdinaryLimit()) {
        return NO_RULE;
      }
      End settled = weighing.settled(limit);
      return new Keep(settled.until(place), settled.whileActive());
    }
    End duty = weighing.inForce(weighing.rules.duties, now, today);
    if (duty != null) {
      return pastLimit(duty, weighing.absolute);
    }
    End claim = weighing.inForce(weighing.rules.claims, now, today);
    if (claim != null && !isPast(weighing.absolute)) {
      return restrictedToClaim(End.earlier(claim, weighing.absolute), claim, weighing);
    }
    End permission = weighing.inForce(weighing.rules.permissions, now, today);
    if (permission != null && !isPast(weighing.maximum)) {
      return restricted(permission, End.earlier(permission, weighing.maximum));
    }
    return dispose(weighing, weighing.settled(limit));
  }

  /**
   * Explains the decision on one record; the decision is that of {@link #decide}.
   *
   * @param facts the record
   * @param holds the holds that name the record
   * @return why it stays or goes
   */
  public Explanation explain(RecordFacts facts, Collection<Hold> holds) {
    return new Explainer(this, facts, holds).explain();
  }

  /**
   * The instant that it decides for.
   *
   * @return the instant
   */
  public Instant asOf() {
    return asOf;
  }

  RetentionPolicy policy() {
    return policy;
  }

  long now() {
    return now;
  }

  long today() {
    return today;
  }

  boolean keeps(End end) {
    return end.hasBegun(today) && !isPast(end);
  }

  private boolean isPast(@Nullable End end) {
    return end != null && end.isPast(now, today);
  }

  private Disposition pastLimit(End duty, @Nullable End absolute) {
    if (absolute != null && isPast(absolute)) {
      return new Review(
          Because.of(Ground.DUTY_OUTLASTS_ABSOLUTE_MAXIMUM, idOf(duty), idOf(absolute)));
    }
    return restricted(duty, duty);
  }

  private static RuleId idOf(End end) {
    return ruleOf(end).id();
  }

  private static RetentionRule ruleOf(End end) {
    if (end.rule() == null) {
      throw new IllegalStateException("only a rule can keep a record past its limit");
    }
    return end.rule().rule;
  }

  private Restrict restricted(End keeper, End until) {
    RetentionRule rule = ruleOf(keeper);
    return new Restrict(
        new Duty(rule.id().name(), rule.source()), until.until(place), keeper.whileActive());
  }

  private Restrict restrictedToClaim(End until, End claim, Weighing weighing) {
    RetentionRule rule = ruleOf(claim);
    List<String> references =
        weighing.moments.facts().claims().stream()
            .filter(one -> one.rule().equals(rule.id()))
            .map(Claim::reference)
            .sorted()
            .toList();
    return new Restrict(
        new Duty(rule.id().name(), rule.source()),
        until.until(place),
        new Because(claim.whileActive().ground(), List.of(rule.id()), references));
  }

  private Dispose dispose(Weighing weighing, End settled) {
    BoundRule rule = settled.rule();
    if (rule == null && weighing.maximum != null) {
      rule = weighing.maximum.rule();
    }
    DisposalMethod how = rule == null ? DisposalMethod.DESTROY : rule.rule.disposal();
    return new Dispose(how, settled.firstFreeDay(), settled.onceEnded());
  }

  private Disposition shielded(Disposition byRules, Shield shield) {
    boolean unharmed = byRules instanceof Keep || byRules.because().ground() == Ground.NO_RULE;
    return unharmed && !shield.restricts()
        ? new Keep(RELEASED, shield.because())
        : new Restrict(shield.duty(), RELEASED, shield.because());
  }
}
