package eu.sotto.retention;

import eu.sotto.retention.calendar.Until;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * What one rule says of one record.
 *
 * @param rule the rule
 * @param kind what it demands or allows
 * @param source the citation that it follows
 * @param started when its period began, if its event is known
 * @param end how long its period lasts; while the event is unknown, by the backstop
 * @param role what part it has in the decision
 */
public record RuleTrace(
    RuleId rule,
    RuleKind kind,
    String source,
    Optional<Instant> started,
    Optional<Until> end,
    Role role) {
  /** Refuses missing parts. */
  public RuleTrace {
    Objects.requireNonNull(rule, "rule");
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(source, "source");
    Objects.requireNonNull(started, "started");
    Objects.requireNonNull(end, "end");
    Objects.requireNonNull(role, "role");
  }

  /** The part that a rule has in a decision. */
  public enum Role {
    /** It decides. */
    DECIDES,
    /** Its period runs, but another rule decides. */
    RUNS,
    /** Its event is not known and its backstop not reached. */
    WAITS,
    /** Its period is over. */
    OVER,
    /** It is not law at that time. */
    NOT_LAW,
    /** It holds for named claims only and the record has none under it. */
    NO_CLAIM,
    /** The purpose that it serves has ended. */
    PURPOSE_ENDED,
    /** It is a deadline: something owed, without effect on keeping. */
    OWED
  }
}
