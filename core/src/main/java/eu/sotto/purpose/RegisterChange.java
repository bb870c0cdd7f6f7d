package eu.sotto.purpose;

import eu.sotto.permit.Operation;
import eu.sotto.vocabulary.LineId;
import eu.sotto.vocabulary.PurposeId;
import eu.sotto.vocabulary.RecipientId;
import java.util.Objects;
import java.util.Optional;

/**
 * One combination that two registers decide differently. Immutable and thread-safe.
 *
 * @param combination what is asked
 * @param before what the older register says
 * @param after what the newer one says
 */
public record RegisterChange(Combination combination, Ruling before, Ruling after) {
  /** Checks that every part is there. */
  public RegisterChange {
    Objects.requireNonNull(combination, "combination");
    Objects.requireNonNull(before, "before");
    Objects.requireNonNull(after, "after");
  }

  /**
   * Something that can be asked of a register.
   *
   * @param line over which line
   * @param purpose what for
   * @param operation what is to be done
   * @param recipient who is to receive data, or empty if nobody outside the host's own system
   * @param circumstance how far the call has come
   */
  public record Combination(
      LineId line,
      PurposeId purpose,
      Operation<?> operation,
      Optional<RecipientId> recipient,
      Circumstance circumstance) {
    /** Checks that every part is there. */
    public Combination {
      Objects.requireNonNull(line, "line");
      Objects.requireNonNull(purpose, "purpose");
      Objects.requireNonNull(operation, "operation");
      Objects.requireNonNull(recipient, "recipient");
      Objects.requireNonNull(circumstance, "circumstance");
    }
  }

  /** Whether a reviewer has to look: reasons alone may change as they like. */
  boolean matters() {
    return before.outcome() != after.outcome() || !before.obligations().equals(after.obligations());
  }

  /**
   * Whether it was not permitted and is now.
   *
   * @return true if so; a pending review is not a permission
   */
  public boolean newlyPermitted() {
    return !before.permitted() && after.permitted();
  }

  /**
   * Whether it was permitted and is no longer.
   *
   * @return true if so
   */
  public boolean noLongerPermitted() {
    return before.permitted() && !after.permitted();
  }

  /**
   * Whether it is permitted by both, and the newer register asks for less in return.
   *
   * @return true if an obligation fell away
   */
  public boolean obligationLost() {
    return before.permitted()
        && after.permitted()
        && !after.obligations().containsAll(before.obligations());
  }
}
