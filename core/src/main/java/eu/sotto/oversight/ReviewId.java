package eu.sotto.oversight;

/**
 * Names the review of one outcome: 16 random bytes that say nothing about it. Immutable and
 * thread-safe.
 *
 * @param value 32 lower-case hexadecimal digits
 */
public record ReviewId(String value) {
  /**
   * Checks the form.
   *
   * @throws IllegalArgumentException if the value has another form
   */
  public ReviewId {
    Texts.requireId(value, "review id");
  }

  /**
   * Reads an id from its text.
   *
   * @param text 32 lower-case hexadecimal digits
   * @return the id
   * @throws IllegalArgumentException if the text has another form
   */
  public static ReviewId of(String text) {
    return new ReviewId(text);
  }

  @Override
  public String toString() {
    return value;
  }
}
