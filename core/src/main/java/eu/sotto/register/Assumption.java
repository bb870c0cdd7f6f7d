package eu.sotto.register;

/**
 * Something that the register says without a source: somebody has to confirm or replace it. It
 * changes no decision. Immutable and thread-safe. Source: GDPR Art. 5(2).
 *
 * @param field which part of the register it concerns: names joined by {@code /}, an element of a
 *     list by its id or class, as in {@code retention/summary}; 1 to 2,000 characters
 * @param text what is assumed, and why, 1 to 2,000 characters
 */
public record Assumption(String field, String text) {
  /**
   * Checks the texts.
   *
   * @throws IllegalArgumentException if one is blank or too long
   */
  public Assumption {
    Texts.check(field, "assumption field");
    Texts.check(text, "assumption text");
  }
}
