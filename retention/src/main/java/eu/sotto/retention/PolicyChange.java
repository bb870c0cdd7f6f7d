package eu.sotto.retention;

import java.time.Instant;
import java.util.Collection;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/**
 * What a change of policy does to one record, for a log-only run before it is enforced.
 *
 * @param effect what changes
 * @param before the decision under the policy that is replaced
 * @param after the decision under the new policy
 * @param dueBefore from when the record is due under the policy that is replaced
 * @param dueAfter from when the record is due under the new policy
 */
public record PolicyChange(
    Effect effect,
    Disposition before,
    Disposition after,
    Optional<DueDate> dueBefore,
    Optional<DueDate> dueAfter) {
  /** Refuses missing parts. */
  public PolicyChange {
    Objects.requireNonNull(effect, "effect");
    Objects.requireNonNull(before, "before");
    Objects.requireNonNull(after, "after");
    Objects.requireNonNull(dueBefore, "dueBefore");
    Objects.requireNonNull(dueAfter, "dueAfter");
  }

  /** What a change of policy does to a record. */
  public enum Effect {
    /** The decision and the date stay. */
    SAME,
    /** It becomes due now. */
    BECOMES_DUE,
    /** It was due and is no longer. */
    NO_LONGER_DUE,
    /** It will be due earlier. */
    DUE_EARLIER,
    /** It stays longer. */
    STAYS_LONGER,
    /** The new rules contradict each other, or none ends it. */
    CONTRADICTS,
    /** The date stays, but it is kept in another way. */
    KEPT_OTHERWISE
  }

  /**
   * Compares what two policies do to one record.
   *
   * @param current the policy that is replaced
   * @param proposed the new policy
   * @param facts the record
   * @param holds the holds that name it
   * @param asOf the instant to decide for
   * @return what changes
   */
  public static PolicyChange of(
      RetentionPolicy current,
      RetentionPolicy proposed,
      RecordFacts facts,
      Collection<Hold> holds,
      Instant asOf) {
    Disposition before = current.decide(facts, holds, asOf);
    Disposition after = proposed.decide(facts, holds, asOf);
    Optional<DueDate> dueBefore = current.due(facts);
    Optional<DueDate> dueAfter = proposed.due(facts);
    Effect effect = effect(before, after, order(dueBefore), order(dueAfter));
    return new PolicyChange(effect, before, after, dueBefore, dueAfter);
  }

  private static Instant order(Optional<DueDate> due) {
    return due.map(DueDate::from).orElse(Instant.MAX);
  }

  private static Effect effect(
      Disposition before, Disposition after, Instant dueBefore, Instant dueAfter) {
    if (after instanceof Disposition.Review) {
      return before instanceof Disposition.Review ? Effect.SAME : Effect.CONTRADICTS;
    }
    if (before.isDue() != after.isDue()) {
      return after.isDue() ? Effect.BECOMES_DUE : Effect.NO_LONGER_DUE;
    }
    int order = dueAfter.compareTo(dueBefore);
    if (order != 0 && !after.isDue()) {
      return order < 0 ? Effect.DUE_EARLIER : Effect.STAYS_LONGER;
    }
    return before.getClass() == after.getClass() ? Effect.SAME : Effect.KEPT_OTHERWISE;
  }

  /**
   * The change as two sentences: the decision before and after.
   *
   * @param locale German for German; any other for English
   * @return the text
   */
  public String text(Locale locale) {
    ExplanationText text = new ExplanationText(Phrases.in(locale));
    return text.verdict(before) + "\n→ " + text.verdict(after) + "\n";
  }
}
