package eu.sotto.oversight;

import java.time.Instant;
import java.util.Locale;
import java.util.Objects;

/**
 * The mark that goes with what a machine made, for people and machines. Immutable and thread-safe.
 * Source: Regulation (EU) 2024/1689 Art. 50(2).
 *
 * @param aiGenerated whether a machine made it; false once a person decided otherwise
 * @param model the model's label; empty if a person made it
 * @param at when it was made
 */
public record AiLabel(boolean aiGenerated, String model, Instant at) {
  /** Refuses null. */
  public AiLabel {
    Objects.requireNonNull(model, "model");
    Objects.requireNonNull(at, "at");
  }

  /**
   * The mark in words, to be said or shown with what it marks.
   *
   * @param language German, or English for any other
   * @return a sentence
   */
  public String sentence(Locale language) {
    boolean german = language.getLanguage().equals(Locale.GERMAN.getLanguage());
    if (!aiGenerated) {
      return german ? "Von einem Menschen entschieden." : "Decided by a person.";
    }
    return german
        ? "Mit künstlicher Intelligenz erstellt (" + model + ")."
        : "Made with artificial intelligence (" + model + ").";
  }
}
