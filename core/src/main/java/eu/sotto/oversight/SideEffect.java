package eu.sotto.oversight;

import eu.sotto.vocabulary.PurposeId;
import java.util.Objects;

/**
 * Something about the use of AI that the caller has to be told without delay. Personal data: never
 * printed. Immutable and thread-safe.
 *
 * @param kind what kind of thing
 * @param purpose for which purpose the data was used
 * @param what what happened, 1 to 4,000 characters
 * @param remedy what the caller can do, 1 to 4,000 characters
 */
public record SideEffect(Kind kind, PurposeId purpose, String what, String remedy) {
  /** What kind of thing happened. Immutable and thread-safe. */
  public enum Kind {
    /** Special categories of data were used (GDPR Art. 9(1)). */
    SPECIAL_CATEGORY_USED,
    /** The AI had an effect that nobody had foreseen. */
    UNFORESEEN_EFFECT
  }

  /**
   * Checks the texts.
   *
   * @throws IllegalArgumentException if one is blank or too long
   */
  public SideEffect {
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(purpose, "purpose");
    Texts.require(what, "what happened");
    Texts.require(remedy, "remedy");
  }

  /** The kind only. */
  @Override
  public String toString() {
    return "SideEffect[" + kind + "]";
  }
}
