package eu.sotto.redaction;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/**
 * What was found in a call, in numbers only: no personal data. Immutable and thread-safe.
 *
 * @param counts how many findings there are of each type; a type without one is absent
 * @param turns how many turns the call has
 * @param turnsHit in how many of them something was found
 * @param characters how long the call's text is, in UTF-16 units
 * @param covered how many of these units the findings cover
 * @param silencedMs how much audio is silenced, over all roles, in milliseconds
 */
public record RedactionReport(
    Map<PiiType, Integer> counts,
    int turns,
    int turnsHit,
    long characters,
    long covered,
    long silencedMs) {
  /**
   * Copies the counts.
   *
   * @throws IllegalArgumentException if a part is greater than its whole, or negative
   */
  public RedactionReport {
    Map<PiiType, Integer> copy = new EnumMap<>(PiiType.class);
    copy.putAll(counts);
    counts = Collections.unmodifiableMap(copy);
    boolean parts = turnsHit >= 0 && covered >= 0 && silencedMs >= 0;
    if (!parts || turnsHit > turns || covered > characters) {
      throw new IllegalArgumentException("a part is not greater than its whole");
    }
  }

  /**
   * The share of the text that is covered.
   *
   * @return from 0 to 1; 0 for an empty call
   */
  public double coverage() {
    return characters == 0 ? 0 : (double) covered / characters;
  }

  /**
   * How many passages could not be judged and were masked whole.
   *
   * @return the number of findings {@link PiiType#UNJUDGED}
   */
  public int unjudged() {
    return counts.getOrDefault(PiiType.UNJUDGED, 0);
  }
}
