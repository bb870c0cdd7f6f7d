package eu.sotto.register;

import java.util.Locale;
import java.util.Set;

/**
 * A country by its ISO 3166-1 alpha-2 code. Immutable and thread-safe.
 *
 * @param code two capital letters
 */
public record Country(String code) {
  private static final Set<String> ISO = Set.of(Locale.getISOCountries());
  private static final Set<String> EEA =
      Set.of(
          "AT", "BE", "BG", "CY", "CZ", "DE", "DK", "EE", "ES", "FI", "FR", "GR", "HR", "HU", "IE",
          "IS", "IT", "LI", "LT", "LU", "LV", "MT", "NL", "NO", "PL", "PT", "RO", "SE", "SI", "SK");

  /**
   * Checks the code.
   *
   * @throws IllegalArgumentException if there is no country of that code
   */
  public Country {
    if (!ISO.contains(code)) {
      throw new IllegalArgumentException("country must be an ISO 3166-1 alpha-2 code");
    }
  }

  /**
   * The country of a code.
   *
   * @param code two capital letters
   * @return the country
   * @throws IllegalArgumentException if there is no country of that code
   */
  public static Country of(String code) {
    return new Country(code);
  }

  /**
   * Whether it is in the European Economic Area, where a transfer needs no mechanism.
   *
   * @return true for the states of the European Union, Iceland, Liechtenstein and Norway
   */
  public boolean inEea() {
    return EEA.contains(code);
  }

  @Override
  public String toString() {
    return code;
  }
}
