package eu.sotto.vocabulary;

/**
 * How the host made sure that a request comes from the data subject (GDPR Art. 12(6)). It can only
 * be stated as verified, with the method; there is no unverified identity. Immutable and
 * thread-safe.
 *
 * @param method the method by which the host verified the identity, for example {@code call-back}
 */
public record Identity(String method) {
  /**
   * Checks the method's name.
   *
   * @throws IllegalArgumentException if the method is not a declared name
   */
  public Identity {
    Identifiers.declaredName(method, "identity method");
  }

  /**
   * An identity that the host has verified.
   *
   * @param method the method, for example {@code call-back}; syntax of a declared name
   * @return the identity
   * @throws IllegalArgumentException if the method is not a declared name
   */
  public static Identity verified(String method) {
    return new Identity(method);
  }
}
