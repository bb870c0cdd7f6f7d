package eu.sotto.retention.sweep;

import eu.sotto.retention.Disposition;
import java.util.Objects;

/** Why an execution left a planned record alone. */
public sealed interface Refusal {
  /**
   * Decided again, the record is no longer due.
   *
   * @param now what happens to it instead, such as a hold that came in between
   */
  record NoLongerDue(Disposition now) implements Refusal {
    /** Refuses a missing disposition. */
    public NoLongerDue {
      Objects.requireNonNull(now, "now");
    }
  }

  /** The record is not there any more. */
  record Gone() implements Refusal {}

  /**
   * The disposal itself failed; the record may still be there.
   *
   * @param failure the class name of what went wrong, without its message
   */
  record Failed(String failure) implements Refusal {
    /** Refuses a missing name. */
    public Failed {
      Objects.requireNonNull(failure, "failure");
    }
  }
}
