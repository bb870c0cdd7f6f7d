package eu.sotto.incident;

import java.util.Objects;

/**
 * What a person found out about a breach; the figures are counted from it. Immutable and
 * thread-safe. Source: GDPR Art. 33(3)(c) and (d), 33(5).
 *
 * @param scope how far it reaches
 * @param exposure in which form others had the data
 * @param effects its likely consequences, 1 to 2,000 characters
 * @param measures what was done or is proposed, 1 to 2,000 characters; personal data in both texts
 *     is removed before they are recorded
 */
public record Assessment(BreachScope scope, Exposure exposure, String effects, String measures) {
  /**
   * Checks the parts.
   *
   * @throws IllegalArgumentException if a text is blank or too long
   */
  public Assessment {
    Objects.requireNonNull(scope, "scope");
    Objects.requireNonNull(exposure, "exposure");
    Words.require(effects, "effects");
    Words.require(measures, "measures");
  }

  /** Never the texts. */
  @Override
  public String toString() {
    return "Assessment[" + scope.text() + ", " + exposure + "]";
  }
}
