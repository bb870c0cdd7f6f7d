package eu.sotto.vocabulary;

/**
 * A recipient declared in the register, by name (GDPR Art. 4(9)). Immutable and thread-safe.
 *
 * @param value 1 to 64 characters of a-z, 0-9, '.', '_', '-', as declared; never personal data
 */
public record RecipientId(String value) {
  /**
   * Checks the syntax.
   *
   * @throws IllegalArgumentException if the value is not a declared name
   */
  public RecipientId {
    Identifiers.declaredName(value, "recipient");
  }

  /**
   * The identifier of this name.
   *
   * @param value the name as declared
   * @return the identifier
   * @throws IllegalArgumentException if the value is not a declared name
   */
  public static RecipientId of(String value) {
    return new RecipientId(value);
  }

  @Override
  public String toString() {
    return value;
  }
}
