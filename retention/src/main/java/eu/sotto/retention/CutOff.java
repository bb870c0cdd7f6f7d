package eu.sotto.retention;

import java.time.Instant;
import java.util.Objects;

/**
 * One rule turned round for one instant: whose period is over.
 *
 * <p>A record's period under the rule is over exactly if its trigger is before {@code
 * triggerBefore} or, while no event is known, its beginning is before {@code recordedBefore}.
 *
 * @param rule the rule
 * @param kind its kind
 * @param trigger its trigger
 * @param triggerBefore the first trigger that is not over; {@link Instant#MIN} or {@link
 *     Instant#MAX} if the rule is not yet, or no longer, law
 * @param recordedBefore the same for the beginning of records whose event is not known
 */
public record CutOff(
    RuleId rule, RuleKind kind, Trigger trigger, Instant triggerBefore, Instant recordedBefore) {
  /** Refuses missing parts. */
  public CutOff {
    Objects.requireNonNull(rule, "rule");
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(trigger, "trigger");
    Objects.requireNonNull(triggerBefore, "triggerBefore");
    Objects.requireNonNull(recordedBefore, "recordedBefore");
  }

  /**
   * Says whether the rule's period is over for a record.
   *
   * @param facts the record
   * @return whether it is over
   */
  public boolean isOver(RecordFacts facts) {
    long time = facts.timeOf(trigger);
    return time != EpochNanos.UNKNOWN
        ? time < EpochNanos.of(triggerBefore)
        : facts.recorded() < EpochNanos.of(recordedBefore);
  }
}
