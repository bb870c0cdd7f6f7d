package eu.sotto.vocabulary;

/**
 * A notice declared in the register, by name (GDPR Art. 13). Immutable and thread-safe.
 *
 * @param value 1 to 64 characters of a-z, 0-9, '.', '_', '-', as declared; never personal data
 */
public record NoticeId(String value) {
  /**
   * Checks the syntax.
   *
   * @throws IllegalArgumentException if the value is not a declared name
   */
  public NoticeId {
    Identifiers.declaredName(value, "notice");
  }

  /**
   * The identifier of this name.
   *
   * @param value the name as declared
   * @return the identifier
   * @throws IllegalArgumentException if the value is not a declared name
   */
  public static NoticeId of(String value) {
    return new NoticeId(value);
  }

  @Override
  public String toString() {
    return value;
  }
}
