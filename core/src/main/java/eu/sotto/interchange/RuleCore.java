package eu.sotto.interchange;

import eu.sotto.retention.Justification;
import eu.sotto.retention.RetentionClass;
import eu.sotto.retention.RetentionRule;
import eu.sotto.retention.RuleId;
import eu.sotto.retention.RuleKind;
import eu.sotto.retention.Trigger;
import eu.sotto.retention.calendar.RetentionTerm;
import org.jspecify.annotations.Nullable;

/** What a retention rule demands, as it is written, before the engine's stages take it. */
record RuleCore(
    RuleKind kind,
    boolean absolute,
    Trigger trigger,
    @Nullable RetentionTerm term,
    @Nullable Justification justification) {
  RuleCore {
    boolean ends = kind == RuleKind.HOLD || kind == RuleKind.RESTRICTION;
    if (ends == (term != null)) {
      throw new IllegalArgumentException(
          ends ? "what an event ends has no term" : "the rule needs a term");
    }
    if ((kind == RuleKind.MAY_KEEP) != (justification != null)) {
      throw new IllegalArgumentException("may-keep, and nothing else, needs a justification");
    }
    if (absolute && kind != RuleKind.MUST_DELETE_BY) {
      throw new IllegalArgumentException("only must-delete-by can be absolute");
    }
  }

  static RuleCore of(RetentionRule rule) {
    return new RuleCore(
        rule.kind(),
        rule.isAbsolute(),
        rule.trigger(),
        rule.term().orElse(null),
        rule.justification().orElse(null));
  }

  /** The id that a rule has if none is given. */
  static RuleId defaultId(RetentionRule rule) {
    return of(rule).ready(rule.retentionClass(), rule.source()).build().id();
  }

  RetentionRule.Ready ready(RetentionClass retentionClass, String source) {
    RetentionRule.NeedsKind stage = RetentionRule.forClass(retentionClass);
    if (term == null) {
      return (kind == RuleKind.HOLD ? stage.hold() : stage.restriction())
          .trigger(trigger)
          .source(source);
    }
    if (kind == RuleKind.DEADLINE) {
      return stage.deadline().trigger(trigger).period(term).source(source);
    }
    return timed(stage).trigger(trigger).period(term).source(source);
  }

  private RetentionRule.NeedsTrigger timed(RetentionRule.NeedsKind stage) {
    if (justification != null) {
      return stage.mayKeep(justification);
    }
    if (kind == RuleKind.MUST_KEEP_UNTIL) {
      return stage.mustKeepUntil();
    }
    return absolute ? stage.mustDeleteByAbsolutely() : stage.mustDeleteBy();
  }
}
