package eu.sotto.interchange;

import eu.sotto.retention.DisposalMethod;
import eu.sotto.retention.EventName;
import eu.sotto.retention.Justification;
import eu.sotto.retention.PurposeName;
import eu.sotto.retention.RetentionClass;
import eu.sotto.retention.RetentionRule;
import eu.sotto.retention.RuleId;
import eu.sotto.retention.Trigger;
import eu.sotto.retention.calendar.RetentionTerm;
import eu.sotto.vocabulary.PurposeId;
import java.time.Duration;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Random;

/** Retention rules of every kind. */
final class AnyRule {
  /** The class that always has an upper bound. */
  static final String KEPT = "kept";

  private static final EventName ENDED = EventName.of("call-ended");
  private static final EventName LAST = EventName.of("last-contact");

  private AnyRule() {}

  static List<RetentionRule> rules(Random random, Collection<PurposeId> purposes) {
    List<RetentionRule> rules = new ArrayList<>();
    rules.add(
        RetentionRule.forClass(RetentionClass.ofCalls(KEPT))
            .mustDeleteBy()
            .trigger(trigger(random))
            .period(Period.ofMonths(3))
            .source("source")
            .id(RuleId.of("bound"))
            .build());
    for (int i = random.nextInt(5); i > 0; i--) {
      rules.add(optional(rule(random, purposes), random, i).build());
    }
    return rules;
  }

  private static RetentionRule.Ready rule(Random random, Collection<PurposeId> purposes) {
    RetentionRule.NeedsKind stage =
        RetentionRule.forClass(
            random.nextBoolean()
                ? RetentionClass.ofCalls(KEPT)
                : RetentionClass.ofDocuments("letters"));
    Trigger trigger = trigger(random);
    String source = "a \"source\"";
    return switch (random.nextInt(purposes.isEmpty() ? 6 : 7)) {
      case 0 -> stage.mustDeleteBy().trigger(trigger).period(Period.of(1, 2, 3)).source(source);
      case 1 -> stage.mustDeleteByAbsolutely().trigger(trigger).period(year()).source(source);
      case 2 -> stage.mustKeepUntil().trigger(trigger).period(year().rolling()).source(source);
      case 3 -> stage.hold().trigger(trigger).source(source);
      case 4 -> stage.restriction().trigger(trigger).source(source);
      case 5 -> stage.deadline().trigger(trigger).elapsed(Duration.ofDays(3)).source(source);
      default ->
          stage.mayKeep(why(random, purposes)).trigger(trigger).period(year()).source(source);
    };
  }

  private static RetentionTerm year() {
    return RetentionTerm.of(Period.ofYears(6)).fromYearEnd();
  }

  private static Justification why(Random random, Collection<PurposeId> purposes) {
    PurposeName name = PurposeName.of(purposes.iterator().next().value());
    return new Justification(name, "a reason", random.nextBoolean());
  }

  private static Trigger trigger(Random random) {
    RetentionTerm backstop = RetentionTerm.of(Period.ofMonths(7));
    return switch (random.nextInt(4)) {
      case 0 -> Trigger.recorded();
      case 1 -> Trigger.event(ENDED).backstop(backstop);
      case 2 -> Trigger.latestOf(ENDED, LAST).backstop(backstop);
      default -> Trigger.earliestOf(LAST, ENDED).backstop(backstop);
    };
  }

  private static RetentionRule.Ready optional(RetentionRule.Ready rule, Random random, int number) {
    rule.id(RuleId.of("rule-" + number));
    if (random.nextBoolean()) {
      rule.disposal(DisposalMethod.ANONYMISE);
    }
    if (random.nextBoolean()) {
      rule.inForceFrom(LocalDate.of(2025, 1, 1));
    }
    if (random.nextBoolean()) {
      rule.inForceThrough(LocalDate.of(2030, 12, 31));
    }
    return rule;
  }
}
