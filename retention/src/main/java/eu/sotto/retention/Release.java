package eu.sotto.retention;

import java.util.Objects;

/**
 * Something that would free a record, or bring the day on which it goes.
 *
 * @param kind what would have to happen
 * @param what the reference, event, purpose or date that it is about
 */
public record Release(Kind kind, String what) {
  /** Refuses missing parts. */
  public Release {
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(what, "what");
  }

  /** What would have to happen. */
  public enum Kind {
    /** A hold, restriction or open request ends. */
    HOLD_ENDS,
    /** An event becomes known, so that a period begins. */
    EVENT_HAPPENS,
    /** A period ends on a date. */
    PERIOD_ENDS,
    /** Every purpose that the record serves ends. */
    PURPOSES_END,
    /** A claim is settled. */
    CLAIM_SETTLED,
    /** A person resolves a contradiction or gives the class a rule. */
    PERSON_DECIDES
  }
}
