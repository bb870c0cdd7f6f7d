package eu.sotto.vocabulary;

/**
 * A purpose declared in the register, by name (GDPR Art. 5(1)(b)). Immutable and thread-safe.
 *
 * @param value 1 to 64 characters of a-z, 0-9, '.', '_', '-', as declared; never personal data
 */
public record PurposeId(String value) {
  /**
   * Checks the syntax.
   *
   * @throws IllegalArgumentException if the value is not a declared name
   */
  public PurposeId {
    Identifiers.declaredName(value, "purpose");
  }

  /**
   * The identifier of this name.
   *
   * @param value the name as declared
   * @return the identifier
   * @throws IllegalArgumentException if the value is not a declared name
   */
  public static PurposeId of(String value) {
    return new PurposeId(value);
  }

  @Override
  public String toString() {
    return value;
  }
}
