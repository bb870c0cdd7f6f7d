package eu.sotto.oversight;

/**
 * Names one outcome that a machine came to, or its correction: 16 random bytes that say nothing
 * about it. Immutable and thread-safe.
 *
 * @param value 32 lower-case hexadecimal digits
 */
public record OutcomeId(String value) {
  /**
   * Checks the form.
   *
   * @throws IllegalArgumentException if the value has another form
   */
  public OutcomeId {
    Texts.requireId(value, "outcome id");
  }

  /**
   * Reads an id from its text.
   *
   * @param text 32 lower-case hexadecimal digits
   * @return the id
   * @throws IllegalArgumentException if the text has another form
   */
  public static OutcomeId of(String text) {
    return new OutcomeId(text);
  }

  @Override
  public String toString() {
    return value;
  }
}
