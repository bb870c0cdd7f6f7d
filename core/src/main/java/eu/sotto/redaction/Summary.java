package eu.sotto.redaction;

import java.util.Objects;

/**
 * A text about a call that a model wrote. It says so itself: the model's label goes with it
 * wherever it goes. Immutable and thread-safe. Source: Regulation (EU) 2024/1689 Art. 50(2).
 *
 * @param text the summary
 * @param model the label of the model that made it, as the host names it, not blank
 */
public record Summary(String text, String model) {
  /**
   * Checks the label.
   *
   * @throws IllegalArgumentException if the label is blank
   */
  public Summary {
    Objects.requireNonNull(text, "text");
    Objects.requireNonNull(model, "model");
    if (model.isBlank()) {
      throw new IllegalArgumentException("a summary names the model that made it");
    }
  }

  /**
   * A summary that a model made.
   *
   * @param text the summary
   * @param model the model's label, not blank
   * @return the summary
   * @throws IllegalArgumentException if the label is blank
   */
  public static Summary of(String text, String model) {
    return new Summary(text, model);
  }

  /** The model only: the text is personal data. */
  @Override
  public String toString() {
    return "Summary[by " + model + "]";
  }
}
