package eu.sotto.vocabulary;

/**
 * Why the host decided something, by a name of its own: never free text, since it stands in the
 * evidence. Immutable and thread-safe.
 *
 * @param name for example {@code accuracy-verified}
 */
public record Cause(String name) {
  /**
   * Checks the name.
   *
   * @throws IllegalArgumentException if it is not a declared name
   */
  public Cause {
    Identifiers.declaredName(name, "cause");
  }

  /**
   * A cause.
   *
   * @param name 1 to 64 characters of a-z, 0-9, '.', '_', '-'
   * @return the cause
   * @throws IllegalArgumentException if it is not a declared name
   */
  public static Cause of(String name) {
    return new Cause(name);
  }

  @Override
  public String toString() {
    return name;
  }
}
