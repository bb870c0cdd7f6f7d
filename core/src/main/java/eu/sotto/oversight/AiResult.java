package eu.sotto.oversight;

import eu.sotto.records.RecordId;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;

/**
 * What a machine came to, as the host states it: from which records, by which model, how sure.
 * Personal data: never printed. Immutable and thread-safe. Source: GDPR Art. 15(1)(h), 22.
 *
 * @param text the result in words, 1 to 4,000 characters
 * @param inputs the kept records that it rests on, at least one, each once: nobody can review what
 *     rests on nothing that can be seen
 * @param model the model's label, as the host names it, 1 to 4,000 characters
 * @param confidence how sure the model is, 0 to 1
 * @param involvement what part a person had in it
 */
public record AiResult(
    String text,
    List<RecordId> inputs,
    String model,
    BigDecimal confidence,
    Involvement involvement) {
  /** The greatest number of records that a result rests on. */
  public static final int MOST_INPUTS = 100;

  /**
   * Checks the parts.
   *
   * @throws IllegalArgumentException if a text is blank or too long, the confidence is out of
   *     bounds, or there is no input, one twice, or more than {@value #MOST_INPUTS}
   */
  public AiResult {
    Texts.require(text, "result");
    Texts.require(model, "model");
    Objects.requireNonNull(involvement, "involvement");
    inputs = List.copyOf(inputs);
    if (inputs.isEmpty()
        || inputs.size() > MOST_INPUTS
        || new HashSet<>(inputs).size() != inputs.size()) {
      throw new IllegalArgumentException("a result rests on 1 to 100 records, each once");
    }
    if (confidence.signum() < 0 || confidence.compareTo(BigDecimal.ONE) > 0) {
      throw new IllegalArgumentException("confidence must be between 0 and 1");
    }
  }

  /** The model only: the result is personal data. */
  @Override
  public String toString() {
    return "AiResult[by " + model + "]";
  }
}
