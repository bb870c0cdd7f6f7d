package eu.sotto.retention;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The rules of one class by what they do, in the order of their ids. */
final class ClassRules {
  final List<BoundRule> all;
  final Awaited awaited;
  final BoundRule[] maxima;
  final BoundRule[] duties;
  final BoundRule[] claims;
  final BoundRule[] permissions;

  /** Duties, then claims, then permissions. */
  final BoundRule[] keepers;

  /** Whether no keeper becomes law only at a later date. */
  final boolean alwaysLaw;

  final BoundRule[] holds;
  final BoundRule[] restrictions;

  ClassRules(List<RetentionRule> rules, PolicyZone place) {
    List<Trigger> distinct = new ArrayList<>();
    List<BoundRule> bound = new ArrayList<>();
    for (RetentionRule rule :
        rules.stream().sorted(Comparator.comparing(RetentionRule::id)).toList()) {
      bound.add(new BoundRule(rule, place, bound.size(), slot(rule.trigger(), distinct)));
    }
    this.all = List.copyOf(bound);
    this.awaited = new Awaited(distinct);
    this.maxima = of(RuleKind.MUST_DELETE_BY, rule -> true);
    this.duties = of(RuleKind.MUST_KEEP_UNTIL, rule -> true);
    this.claims = of(RuleKind.MAY_KEEP, ClassRules::isForClaims);
    this.permissions = of(RuleKind.MAY_KEEP, rule -> !isForClaims(rule));
    this.keepers =
        Stream.of(duties, claims, permissions).flatMap(Arrays::stream).toArray(BoundRule[]::new);
    this.alwaysLaw = Arrays.stream(keepers).noneMatch(rule -> rule.rule.inForceFrom().isPresent());
    this.holds = of(RuleKind.HOLD, rule -> true);
    this.restrictions = of(RuleKind.RESTRICTION, rule -> true);
  }

  /** Rules that start alike share a place, so that each start is told once per record. */
  private static int slot(Trigger trigger, List<Trigger> distinct) {
    for (int i = 0; i < distinct.size(); i++) {
      if (distinct.get(i).startsWith(trigger)) {
        return i;
      }
    }
    distinct.add(trigger);
    return distinct.size() - 1;
  }

  private BoundRule[] of(RuleKind kind, Predicate<RetentionRule> wanted) {
    return all.stream()
        .filter(bound -> bound.rule.kind() == kind && wanted.test(bound.rule))
        .toArray(BoundRule[]::new);
  }

  private static boolean isForClaims(RetentionRule rule) {
    return rule.justification().filter(Justification::onlyForClaims).isPresent();
  }
}
