package eu.sotto.vocabulary;

/**
 * A category of personal data declared in the register, by name (GDPR Art. 30(1)(c)). Immutable and
 * thread-safe.
 *
 * @param value 1 to 64 characters of a-z, 0-9, '.', '_', '-', as declared; never personal data
 */
public record DataCategory(String value) {
  /**
   * Checks the syntax.
   *
   * @throws IllegalArgumentException if the value is not a declared name
   */
  public DataCategory {
    Identifiers.declaredName(value, "data category");
  }

  /**
   * The identifier of this name.
   *
   * @param value the name as declared
   * @return the identifier
   * @throws IllegalArgumentException if the value is not a declared name
   */
  public static DataCategory of(String value) {
    return new DataCategory(value);
  }

  @Override
  public String toString() {
    return value;
  }
}
