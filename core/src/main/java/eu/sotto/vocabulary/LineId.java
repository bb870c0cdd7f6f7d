package eu.sotto.vocabulary;

/**
 * A line or written channel declared in the register, by name. Immutable and thread-safe.
 *
 * @param value 1 to 64 characters of a-z, 0-9, '.', '_', '-', as declared; never personal data
 */
public record LineId(String value) {
  /**
   * Checks the syntax.
   *
   * @throws IllegalArgumentException if the value is not a declared name
   */
  public LineId {
    Identifiers.declaredName(value, "line");
  }

  /**
   * The identifier of this name.
   *
   * @param value the name as declared
   * @return the identifier
   * @throws IllegalArgumentException if the value is not a declared name
   */
  public static LineId of(String value) {
    return new LineId(value);
  }

  @Override
  public String toString() {
    return value;
  }
}
