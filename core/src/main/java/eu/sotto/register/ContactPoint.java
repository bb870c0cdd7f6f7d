package eu.sotto.register;

/**
 * A function that callers may turn to: the data protection officer or the supervisory authority.
 * Immutable and thread-safe. Source: GDPR Art. 13(1)(b), 13(2)(d), 77.
 *
 * @param name the function or authority
 * @param contact how to reach it
 */
public record ContactPoint(String name, String contact) {
  /**
   * Checks the texts.
   *
   * @throws IllegalArgumentException if one is blank or longer than 2,000 characters
   */
  public ContactPoint {
    Texts.check(name, "contact point name");
    Texts.check(contact, "contact point contact");
  }
}
