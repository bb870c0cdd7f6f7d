package eu.sotto.register;

/**
 * Who is responsible for the processing. Immutable and thread-safe. Source: GDPR Art. 4(7),
 * 13(1)(a).
 *
 * @param name the name of the company or body
 * @param address its postal address
 * @param contact how to reach it about data protection: e-mail, telephone or form
 */
public record Controller(String name, String address, String contact) {
  /**
   * Checks the texts.
   *
   * @throws IllegalArgumentException if one is blank or longer than 2,000 characters
   */
  public Controller {
    Texts.check(name, "controller name");
    Texts.check(address, "controller address");
    Texts.check(contact, "controller contact");
  }
}
