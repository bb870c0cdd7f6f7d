package eu.sotto.incident;

import eu.sotto.retention.Deadline;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Objects;

/**
 * By when somebody has to be told: the earliest reading counts, the others are shown. Immutable and
 * thread-safe. Source: GDPR Art. 33, 34; Regulation 1182/71 Art. 3.
 *
 * @param duty whom
 * @param addressee the controller's name for {@link Duty#CONTROLLER}, else empty
 * @param deadline until when, in all readings; "without undue delay" by the register's own bound
 * @param state how it stands
 */
public record Clock(Duty duty, String addressee, Deadline deadline, State state) {
  /** How a clock stands. */
  public enum State {
    /** Nobody was told and nobody decided that it is not needed. */
    RUNNING,
    /** They were told in time. */
    TOLD,
    /** They were told, but too late. */
    TOLD_LATE,
    /** A person decided that they need not be told. */
    WAIVED
  }

  /** Refuses null. */
  public Clock {
    Objects.requireNonNull(duty, "duty");
    Objects.requireNonNull(addressee, "addressee");
    Objects.requireNonNull(deadline, "deadline");
    Objects.requireNonNull(state, "state");
  }

  /**
   * The last instant's end by the reading that counts.
   *
   * @param zone the register's zone
   * @return the first instant that is too late
   */
  public Instant due(ZoneId zone) {
    return deadline.due().firstFreeInstant(zone);
  }

  /**
   * Whether it runs although its time is over.
   *
   * @param now the instant asked about
   * @param zone the register's zone
   * @return true if somebody still has to be told and it is late
   */
  public boolean isOverdue(Instant now, ZoneId zone) {
    return state == State.RUNNING && deadline.isOverdue(now, zone);
  }
}
