package eu.sotto.accountability;

import java.util.Objects;
import java.util.Optional;

/**
 * How people of one language or variety fared, so that a machine that serves some worse than others
 * shows. The language is that of the notice in which they were spoken to; nothing else about them
 * is looked at. Immutable and thread-safe. Source: GDPR Art. 5(1)(a), 5(1)(d), recital 71.
 *
 * @param language a BCP 47 tag such as {@code de-AT}, or {@link #OTHERS}
 * @param persons how many people, those whose data was erased included
 * @param answers how often a consent question was answered, in whatever way
 * @param outcomes of these: given, refused, unclear or not valid
 * @param recognised how many spoken answers came with a confidence
 * @param confidence its mean, 0 to 1, if there is one
 * @param denials operations that were refused
 * @param handOvers how often a member of staff took over or joined
 * @param decisions outcomes of AI that were recorded; they go with the person's data, so that of
 *     those whose data was erased none is counted
 */
public record LanguageFigures(
    String language,
    long persons,
    long answers,
    Outcomes outcomes,
    long recognised,
    Optional<Double> confidence,
    long denials,
    long handOvers,
    long decisions) {
  /** The languages of which each alone has too few people to be shown. */
  public static final String OTHERS = "others";

  /**
   * What became of answers.
   *
   * @param given consents
   * @param refused refusals
   * @param unclear answers that were asked again
   * @param notValid answers that could not count
   */
  public record Outcomes(long given, long refused, long unclear, long notValid) {}

  /** Refuses null. */
  public LanguageFigures {
    Objects.requireNonNull(language, "language");
    Objects.requireNonNull(outcomes, "outcomes");
    Objects.requireNonNull(confidence, "confidence");
  }
}
