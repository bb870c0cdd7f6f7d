package eu.sotto.oversight;

/**
 * Names one duty to tell a caller something: 16 random bytes that say nothing about it. Immutable
 * and thread-safe.
 *
 * @param value 32 lower-case hexadecimal digits
 */
public record DutyId(String value) {
  /**
   * Checks the form.
   *
   * @throws IllegalArgumentException if the value has another form
   */
  public DutyId {
    Texts.requireId(value, "duty id");
  }

  /**
   * Reads an id from its text.
   *
   * @param text 32 lower-case hexadecimal digits
   * @return the id
   * @throws IllegalArgumentException if the text has another form
   */
  public static DutyId of(String text) {
    return new DutyId(text);
  }

  @Override
  public String toString() {
    return value;
  }
}
