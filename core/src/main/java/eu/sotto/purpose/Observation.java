package eu.sotto.purpose;

import eu.sotto.permit.Operation;
import eu.sotto.vocabulary.PurposeId;
import java.util.Objects;

/**
 * What a decision would have been: it carries no permit and nothing can be done with it. Immutable
 * and thread-safe.
 *
 * @param operation what was asked about
 * @param purpose for which purpose
 * @param ruling the outcome with its obligations and every reason
 * @param register the version of the register that ruled
 * @param recorded whether it is in the ledger already; if not, recording is tried again
 */
public record Observation(
    Operation<?> operation, PurposeId purpose, Ruling ruling, String register, boolean recorded) {
  /** Checks that every part is there. */
  public Observation {
    Objects.requireNonNull(operation, "operation");
    Objects.requireNonNull(purpose, "purpose");
    Objects.requireNonNull(ruling, "ruling");
    Objects.requireNonNull(register, "register");
  }
}
