package eu.sotto.benchmarks.retention;

import eu.sotto.retention.EventName;
import eu.sotto.retention.Justification;
import eu.sotto.retention.PurposeName;
import eu.sotto.retention.RetentionClass;
import eu.sotto.retention.RetentionPolicy;
import eu.sotto.retention.RetentionRule;
import eu.sotto.retention.RuleId;
import eu.sotto.retention.Trigger;
import eu.sotto.retention.calendar.RetentionTerm;
import java.time.ZoneId;
import java.util.List;

/**
 * The policy of the figures: two maxima, two duties and a claim; exact days, year ends, rolling.
 */
final class FiveRules {
  static final ZoneId ZONE = ZoneId.of("Europe/Berlin");
  static final RetentionClass CALLS = RetentionClass.ofCalls("recording");
  static final EventName ENDED = EventName.of("call-ended");
  static final EventName CONTACT = EventName.of("contact");
  static final EventName ORDERED = EventName.of("order-placed");
  static final EventName INVOICED = EventName.of("invoice-issued");
  static final String USUAL = "usual";
  static final String ABSOLUTE = "absolute";
  static final String ORDER = "order";
  static final String INVOICE = "invoice";
  static final String CLAIM = "claim";

  private FiveRules() {}

  static RetentionPolicy policy() {
    return RetentionPolicy.of(
        List.of(
            rule(
                    RetentionRule.forClass(CALLS).mustDeleteBy(),
                    Trigger.latestOf(ENDED, CONTACT).backstop(term("P1Y")),
                    "P6M")
                .id(RuleId.of(USUAL))
                .build(),
            rule(
                    RetentionRule.forClass(CALLS).mustDeleteByAbsolutely(),
                    Trigger.recorded(),
                    "P10Y;YE")
                .id(RuleId.of(ABSOLUTE))
                .build(),
            rule(duty(), Trigger.event(ORDERED).backstop(term("P0D")), "P5Y")
                .id(RuleId.of(ORDER))
                .build(),
            rule(duty(), Trigger.event(INVOICED).backstop(term("P0D")), "P8Y;YE")
                .id(RuleId.of(INVOICE))
                .build(),
            rule(claim(), Trigger.event(ENDED).backstop(term("P3Y")), "P3Y;YE")
                .id(RuleId.of(CLAIM))
                .build()),
        ZONE);
  }

  private static RetentionRule.NeedsTrigger duty() {
    return RetentionRule.forClass(CALLS).mustKeepUntil();
  }

  private static RetentionRule.NeedsTrigger claim() {
    return RetentionRule.forClass(CALLS)
        .mayKeep(Justification.forClaims(PurposeName.of("defence"), "defence of claims"));
  }

  private static RetentionRule.Ready rule(
      RetentionRule.NeedsTrigger kind, Trigger trigger, String period) {
    return kind.trigger(trigger).period(term(period)).source("the register");
  }

  private static RetentionTerm term(String text) {
    return RetentionTerm.parse(text);
  }
}
