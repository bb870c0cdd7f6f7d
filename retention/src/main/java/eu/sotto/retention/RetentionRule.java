package eu.sotto.retention;

import eu.sotto.retention.calendar.RetentionTerm;
import java.time.Duration;
import java.time.LocalDate;
import java.time.Period;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One rule: class, trigger, period and kind, with the source that justifies it.
 *
 * <p>Built in stages, so that a rule without trigger, period or source does not compile. Immutable.
 */
public final class RetentionRule {
  private final RuleDraft draft;
  private final RuleId id;

  RetentionRule(RuleDraft draft) {
    this.draft = draft;
    this.id = draft.id();
  }

  /**
   * Begins a rule for a class of records.
   *
   * @param retentionClass the class
   * @return the stage that asks for the kind
   */
  public static NeedsKind forClass(RetentionClass retentionClass) {
    return new RuleDraft.Stages(Objects.requireNonNull(retentionClass, "retentionClass"));
  }

  /** Asks what the rule demands or allows. */
  public sealed interface NeedsKind permits RuleDraft.Stages {
    /**
     * An upper bound; it never rolls to a working day.
     *
     * @return the next stage
     */
    NeedsTrigger mustDeleteBy();

    /**
     * An upper bound that not even a duty to keep outlasts without a person's decision.
     *
     * @return the next stage
     */
    NeedsTrigger mustDeleteByAbsolutely();

    /**
     * A duty to keep; in doubt it rolls to the next working day.
     *
     * @return the next stage
     */
    NeedsTrigger mustKeepUntil();

    /**
     * A justified reason to keep.
     *
     * @param justification the purpose and the recorded reason
     * @return the next stage
     */
    NeedsTrigger mayKeep(Justification justification);

    /**
     * A hold on every record of the class.
     *
     * @return the stage that asks for the event that ends it
     */
    NeedsEnd hold();

    /**
     * A restriction of every record of the class under GDPR Article 18.
     *
     * @return the stage that asks for the event that ends it
     */
    NeedsEnd restriction();

    /**
     * Something we owe by a date.
     *
     * @return the next stage
     */
    NeedsDeadlineTrigger deadline();
  }

  /** Asks what starts the period. */
  public sealed interface NeedsTrigger permits RuleDraft.Stages {
    /**
     * Sets what starts the period.
     *
     * @param trigger the trigger
     * @return the next stage
     */
    NeedsPeriod trigger(Trigger trigger);
  }

  /** Asks what starts the period of a deadline. */
  public sealed interface NeedsDeadlineTrigger permits RuleDraft.Stages {
    /**
     * Sets what starts the period.
     *
     * @param trigger the trigger
     * @return the next stage, which also takes elapsed time
     */
    NeedsDeadlinePeriod trigger(Trigger trigger);
  }

  /** Asks for the event that ends a hold. */
  public sealed interface NeedsEnd permits RuleDraft.Stages {
    /**
     * Sets what ends the hold.
     *
     * @param end the trigger; its backstop ends the hold if the event never comes
     * @return the next stage
     */
    NeedsSource trigger(Trigger end);
  }

  /** Asks for the period. */
  public sealed interface NeedsPeriod permits NeedsDeadlinePeriod, RuleDraft.Stages {
    /**
     * Sets a period that is exact to the day.
     *
     * @param period years, months and days
     * @return the next stage
     */
    NeedsSource period(Period period);

    /**
     * Sets the period as a term.
     *
     * @param term the term
     * @return the next stage
     */
    NeedsSource period(RetentionTerm term);
  }

  /** Asks for the period of a deadline. */
  public sealed interface NeedsDeadlinePeriod extends NeedsPeriod permits RuleDraft.Stages {
    /**
     * Sets elapsed time.
     *
     * @param elapsed whole minutes
     * @return the next stage
     */
    NeedsSource elapsed(Duration elapsed);
  }

  /** Asks for the source. */
  public sealed interface NeedsSource permits RuleDraft.Stages {
    /**
     * Sets the statute, contract or decision that the rule follows.
     *
     * @param source the citation, not blank
     * @return the last stage
     */
    Ready source(String source);
  }

  /** Has all that a rule needs; the rest is optional. */
  public sealed interface Ready permits RuleDraft.Stages {
    /**
     * Names the rule; without, the id is made of class, kind, trigger and term.
     *
     * @param id the id, unique within a policy
     * @return this stage
     */
    Ready id(RuleId id);

    /**
     * Sets how a record ends under this rule; without, it is destroyed.
     *
     * @param method the method
     * @return this stage
     */
    Ready disposal(DisposalMethod method);

    /**
     * Sets the first day on which the rule is law.
     *
     * @param first the first day
     * @return this stage
     */
    Ready inForceFrom(LocalDate first);

    /**
     * Sets the last day on which the rule is law.
     *
     * @param last the last day
     * @return this stage
     */
    Ready inForceThrough(LocalDate last);

    /**
     * Makes the rule.
     *
     * @return the rule
     * @throws IllegalArgumentException if a MUST_DELETE_BY rolls, or the validity is empty
     */
    RetentionRule build();
  }

  /**
   * Its id, unique within a policy.
   *
   * @return the id
   */
  public RuleId id() {
    return id;
  }

  /**
   * The class of records that it is for.
   *
   * @return the class
   */
  public RetentionClass retentionClass() {
    return draft.retentionClass();
  }

  /**
   * What it demands or allows.
   *
   * @return the kind
   */
  public RuleKind kind() {
    return draft.kind();
  }

  /**
   * Whether not even a duty outlasts it.
   *
   * @return whether it is an absolute maximum
   */
  public boolean isAbsolute() {
    return draft.absolute();
  }

  /**
   * What starts its period, or ends the hold.
   *
   * @return the trigger
   */
  public Trigger trigger() {
    return draft.trigger();
  }

  /**
   * Its period as written.
   *
   * @return the term; empty for holds and restrictions
   */
  public Optional<RetentionTerm> term() {
    return Optional.ofNullable(draft.term());
  }

  /**
   * The citation that it follows.
   *
   * @return the source
   */
  public String source() {
    return draft.source();
  }

  /**
   * Why a MAY_KEEP rule keeps.
   *
   * @return the justification; empty for other kinds
   */
  public Optional<Justification> justification() {
    return Optional.ofNullable(draft.justification());
  }

  /**
   * How a record ends under it.
   *
   * @return the method
   */
  public DisposalMethod disposal() {
    return draft.disposal();
  }

  /**
   * The first day on which it is law.
   *
   * @return the day; empty if it always was
   */
  public Optional<LocalDate> inForceFrom() {
    return Optional.ofNullable(draft.from());
  }

  /**
   * The last day on which it is law.
   *
   * @return the day; empty if no end is known
   */
  public Optional<LocalDate> inForceThrough() {
    return Optional.ofNullable(draft.through());
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof RetentionRule that && draft.equals(that.draft);
  }

  @Override
  public int hashCode() {
    return draft.hashCode();
  }

  /**
   * The id.
   *
   * @return the id's name
   */
  @Override
  public String toString() {
    return id.name();
  }
}
