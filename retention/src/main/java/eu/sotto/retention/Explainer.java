package eu.sotto.retention;

import eu.sotto.retention.RuleTrace.Role;
import eu.sotto.retention.calendar.Until;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Tells how a decision came about; the decision itself is the policy's. */
final class Explainer {
  private final DatedPolicy policy;
  private final RecordFacts facts;
  private final Collection<Hold> holds;
  private final @Nullable Weighing weighing;
  private final Disposition disposition;
  private final Optional<DueDate> due;

  Explainer(DatedPolicy policy, RecordFacts facts, Collection<Hold> holds) {
    this.policy = policy;
    this.facts = facts;
    this.holds = holds;
    this.weighing = policy.policy().weigh(facts);
    this.disposition = policy.decide(weighing, holds);
    this.due = policy.policy().due(weighing);
  }

  Explanation explain() {
    List<RuleTrace> traces = weighing == null ? List.of() : traces(weighing);
    return new Explanation(
        facts.retentionClass(), policy.asOf(), disposition, traces, due, frees(traces));
  }

  private List<RuleTrace> traces(Weighing weighing) {
    List<BoundRule> rules = rules();
    RuleTrace[] traces = new RuleTrace[rules.size()];
    for (int i = 0; i < traces.length; i++) {
      traces[i] = trace(rules.get(i), weighing);
    }
    return List.of(traces);
  }

  private List<BoundRule> rules() {
    return weighing == null ? List.of() : weighing.rules.all;
  }

  private RuleTrace trace(BoundRule bound, Weighing weighing) {
    End end = weighing.endOf(bound);
    RetentionRule rule = bound.rule;
    boolean dated = rule.term().isPresent() || end.waits();
    Optional<Until> until =
        dated && end.day() != End.NO_DAY
            ? Optional.of(end.until(policy.policy().place()))
            : Optional.empty();
    long started = weighing.moments.time(bound.slot);
    return new RuleTrace(
        rule.id(),
        rule.kind(),
        rule.source(),
        started == EpochNanos.UNKNOWN ? Optional.empty() : Optional.of(EpochNanos.instant(started)),
        until,
        role(bound, end));
  }

  private Role role(BoundRule bound, End end) {
    RetentionRule rule = bound.rule;
    if (rule.kind() == RuleKind.DEADLINE) {
      return Role.OWED;
    }
    if (disposition.because().rules().contains(rule.id())) {
      return Role.DECIDES;
    }
    if (!end.hasBegun(policy.today()) || policy.today() >= bound.lapseDay) {
      return Role.NOT_LAW;
    }
    if (rule.kind() == RuleKind.MAY_KEEP) {
      Role missing = withoutBasis(bound);
      if (missing != Role.RUNS) {
        return missing;
      }
    }
    if (!policy.keeps(end)) {
      return Role.OVER;
    }
    return end.waits() ? Role.WAITS : Role.RUNS;
  }

  private Role withoutBasis(BoundRule bound) {
    boolean forClaims = bound.rule.justification().filter(Justification::onlyForClaims).isPresent();
    if (forClaims && !facts.hasClaimUnder(bound.rule.id())) {
      return Role.NO_CLAIM;
    }
    return !forClaims && facts.purposeEnd(bound.purpose()) <= policy.now()
        ? Role.PURPOSE_ENDED
        : Role.RUNS;
  }

  private List<Release> frees(List<RuleTrace> traces) {
    if (disposition.isDue()) {
      return List.of();
    }
    List<Release> frees = new ArrayList<>(4);
    for (Hold hold : holds) {
      if (hold.isInForce(policy.asOf())) {
        frees.add(new Release(Release.Kind.HOLD_ENDS, hold.reference()));
      }
    }
    for (int i = 0; i < traces.size(); i++) {
      addFreeing(rules().get(i).rule, traces.get(i), frees);
    }
    addClaimsAndPurposes(frees);
    if (disposition instanceof Disposition.Review review) {
      frees.add(new Release(Release.Kind.PERSON_DECIDES, review.because().ground().name()));
    }
    periodEnd().ifPresent(day -> frees.add(new Release(Release.Kind.PERIOD_ENDS, day.toString())));
    return frees;
  }

  /** The day on which the record is due; if a law that came later moved it, the decision's own. */
  private Optional<LocalDate> periodEnd() {
    Optional<LocalDate> known =
        due.filter(date -> date.from().isAfter(policy.asOf())).map(DueDate::firstDeletionDay);
    return known.isPresent()
        ? known
        : disposition
            .<Optional<Until>>fold(
                keep -> Optional.of(keep.until()),
                restrict -> Optional.of(restrict.until()),
                dispose -> Optional.empty(),
                review -> Optional.empty())
            .flatMap(until -> until.lastDay(policy.policy().zone()))
            .map(day -> day.plusDays(1));
  }

  private static void addFreeing(RetentionRule rule, RuleTrace trace, List<Release> frees) {
    boolean holds = rule.kind() == RuleKind.HOLD || rule.kind() == RuleKind.RESTRICTION;
    boolean waits = trace.started().isEmpty() && trace.role() != Role.OVER;
    if (holds && trace.role() != Role.OVER && trace.role() != Role.NOT_LAW) {
      frees.add(new Release(Release.Kind.HOLD_ENDS, trace.rule().name()));
    } else if (waits && (trace.role() == Role.DECIDES || trace.role() == Role.WAITS)) {
      frees.add(new Release(Release.Kind.EVENT_HAPPENS, rule.trigger().toString()));
    }
  }

  private void addClaimsAndPurposes(List<Release> frees) {
    for (Claim claim : facts.claims()) {
      if (disposition.because().rules().contains(claim.rule())) {
        frees.add(new Release(Release.Kind.CLAIM_SETTLED, claim.reference()));
      }
    }
    if (disposition.because().ground() == Ground.WITHIN_MAXIMUM) {
      for (Map.Entry<PurposeName, Optional<Instant>> purpose : facts.purposes().entrySet()) {
        if (purpose.getValue().filter(end -> !end.isAfter(policy.asOf())).isEmpty()) {
          frees.add(new Release(Release.Kind.PURPOSES_END, purpose.getKey().name()));
        }
      }
    }
  }
}
