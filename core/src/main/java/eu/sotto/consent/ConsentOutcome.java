package eu.sotto.consent;

import eu.sotto.permit.ReasonCode;
import java.util.Objects;

/**
 * What an answer to a consent question amounts to; only {@link Given} allows anything. Immutable
 * and thread-safe. Source: GDPR Art. 4(11), 7.
 */
public sealed interface ConsentOutcome {
  /** An affirmative act, after the question was heard to its end and within its window. */
  record Given() implements ConsentOutcome {}

  /**
   * A plain no.
   *
   * @param route how the call goes on, as the notice told the caller
   */
  record Refused(String route) implements ConsentOutcome {
    /** Checks that there is a route. */
    public Refused {
      Objects.requireNonNull(route, "route");
    }
  }

  /**
   * An answer that is neither a plain yes nor a plain no: ask once more, then hand over to a
   * person.
   *
   * @param timesAsked how often the question has been put in this call, zero or more
   */
  record Unclear(int timesAsked) implements ConsentOutcome {
    /**
     * Checks the count.
     *
     * @throws IllegalArgumentException if it is negative
     */
    public Unclear {
      if (timesAsked < 0) {
        throw new IllegalArgumentException("timesAsked must not be negative");
      }
    }

    /**
     * Whether the question may be put once more; after the second time a person takes over.
     *
     * @return true if it has been put less than twice
     */
    public boolean askAgain() {
      return timesAsked < 2;
    }
  }

  /**
   * An answer that cannot count, whatever it said.
   *
   * @param why what stands against it
   */
  record NotValid(ReasonCode why) implements ConsentOutcome {
    /** Checks that there is a reason. */
    public NotValid {
      Objects.requireNonNull(why, "why");
    }
  }
}
