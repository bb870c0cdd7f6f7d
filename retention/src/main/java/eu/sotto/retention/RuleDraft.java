package eu.sotto.retention;

import eu.sotto.retention.calendar.RetentionTerm;
import java.time.Duration;
import java.time.LocalDate;
import java.time.Period;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The content of a rule, and the stages that gather it. */
record RuleDraft(
    RetentionClass retentionClass,
    RuleKind kind,
    boolean absolute,
    Trigger trigger,
    @Nullable RetentionTerm term,
    String source,
    @Nullable Justification justification,
    RuleId id,
    DisposalMethod disposal,
    @Nullable LocalDate from,
    @Nullable LocalDate through) {

  RuleDraft {
    if (kind == RuleKind.MUST_DELETE_BY && term != null && term.isRolling()) {
      throw new IllegalArgumentException("a MUST_DELETE_BY never rolls to a working day: " + term);
    }
    if (from != null && through != null && through.isBefore(from)) {
      throw new IllegalArgumentException("inForceThrough must not be before inForceFrom");
    }
  }

  /** Gathers a rule; each call of a stage sets one field. Used by one thread. */
  static final class Stages
      implements RetentionRule.NeedsKind,
          RetentionRule.NeedsTrigger,
          RetentionRule.NeedsDeadlineTrigger,
          RetentionRule.NeedsEnd,
          RetentionRule.NeedsPeriod,
          RetentionRule.NeedsDeadlinePeriod,
          RetentionRule.NeedsSource,
          RetentionRule.Ready {
    private final RetentionClass retentionClass;
    private RuleKind kind = RuleKind.MUST_DELETE_BY;
    private boolean absolute;
    private Trigger trigger = Trigger.recorded();
    private @Nullable RetentionTerm term;
    private String source = "";
    private @Nullable Justification justification;
    private @Nullable RuleId id;
    private DisposalMethod disposal = DisposalMethod.DESTROY;
    private @Nullable LocalDate from;
    private @Nullable LocalDate through;

    Stages(RetentionClass retentionClass) {
      this.retentionClass = retentionClass;
    }

    private Stages kind(RuleKind chosen) {
      kind = chosen;
      return this;
    }

    @Override
    public RetentionRule.NeedsTrigger mustDeleteBy() {
      return kind(RuleKind.MUST_DELETE_BY);
    }

    @Override
    public RetentionRule.NeedsTrigger mustDeleteByAbsolutely() {
      absolute = true;
      return kind(RuleKind.MUST_DELETE_BY);
    }

    @Override
    public RetentionRule.NeedsTrigger mustKeepUntil() {
      return kind(RuleKind.MUST_KEEP_UNTIL);
    }

    @Override
    public RetentionRule.NeedsTrigger mayKeep(Justification why) {
      justification = Objects.requireNonNull(why, "justification");
      return kind(RuleKind.MAY_KEEP);
    }

    @Override
    public RetentionRule.NeedsEnd hold() {
      return kind(RuleKind.HOLD);
    }

    @Override
    public RetentionRule.NeedsEnd restriction() {
      return kind(RuleKind.RESTRICTION);
    }

    @Override
    public RetentionRule.NeedsDeadlineTrigger deadline() {
      return kind(RuleKind.DEADLINE);
    }

    @Override
    public Stages trigger(Trigger start) {
      trigger = Objects.requireNonNull(start, "trigger");
      return this;
    }

    @Override
    public RetentionRule.NeedsSource period(Period period) {
      return period(RetentionTerm.of(period));
    }

    @Override
    public RetentionRule.NeedsSource period(RetentionTerm chosen) {
      term = Objects.requireNonNull(chosen, "term");
      return this;
    }

    @Override
    public RetentionRule.NeedsSource elapsed(Duration elapsed) {
      return period(RetentionTerm.ofElapsed(elapsed));
    }

    @Override
    public RetentionRule.Ready source(String citation) {
      source = Names.requireText(citation, "source");
      return this;
    }

    @Override
    public RetentionRule.Ready id(RuleId chosen) {
      id = Objects.requireNonNull(chosen, "id");
      return this;
    }

    @Override
    public RetentionRule.Ready disposal(DisposalMethod method) {
      disposal = Objects.requireNonNull(method, "method");
      return this;
    }

    @Override
    public RetentionRule.Ready inForceFrom(LocalDate first) {
      from = Objects.requireNonNull(first, "first");
      return this;
    }

    @Override
    public RetentionRule.Ready inForceThrough(LocalDate last) {
      through = Objects.requireNonNull(last, "last");
      return this;
    }

    @Override
    public RetentionRule build() {
      return new RetentionRule(
          new RuleDraft(
              retentionClass,
              kind,
              absolute,
              trigger,
              term,
              source,
              justification,
              id != null ? id : RuleId.of(describe()),
              disposal,
              from,
              through));
    }

    private String describe() {
      String end = term == null ? "" : "/" + term;
      return retentionClass + "/" + kind + (absolute ? ":ABSOLUTE" : "") + "/" + trigger + end;
    }
  }
}
