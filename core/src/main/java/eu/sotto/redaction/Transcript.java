package eu.sotto.redaction;

import eu.sotto.vocabulary.Role;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * A call as a speech recogniser wrote it down. Immutable and thread-safe.
 *
 * @param language the language that the host believes was spoken: a hint only, German and English
 *     are always both looked for; {@link Locale#ROOT} if unknown
 * @param turns what was said, in order
 * @param keyPresses the keys pressed in the call, in order
 * @param alternatives other hypotheses of the recogniser for some of the turns
 */
public record Transcript(
    Locale language, List<Turn> turns, List<KeyPress> keyPresses, List<Alternative> alternatives) {
  /**
   * Checks and copies.
   *
   * @throws IllegalArgumentException if an alternative names a turn that is not there
   */
  public Transcript {
    Objects.requireNonNull(language, "language");
    turns = List.copyOf(turns);
    keyPresses = List.copyOf(keyPresses);
    alternatives = List.copyOf(alternatives);
    for (Alternative alternative : alternatives) {
      if (alternative.turn() >= turns.size()) {
        throw new IllegalArgumentException("an alternative belongs to a turn of the transcript");
      }
    }
  }

  /**
   * A transcript of turns.
   *
   * @param language the language hint
   * @param turns what was said, in order
   * @return the transcript
   */
  public static Transcript of(Locale language, List<Turn> turns) {
    return new Transcript(language, turns, List.of(), List.of());
  }

  /**
   * A transcript of one text whose speakers are not known.
   *
   * @param language the language hint
   * @param text the text
   * @return the transcript
   */
  public static Transcript ofText(Locale language, String text) {
    return of(language, List.of(Turn.of(Role.PARTICIPANT, text)));
  }

  /**
   * The same transcript with these key presses.
   *
   * @param presses the keys pressed in the call, in order
   * @return the transcript
   */
  public Transcript with(List<KeyPress> presses) {
    return new Transcript(language, turns, presses, alternatives);
  }

  /**
   * The same transcript with other hypotheses of the recogniser.
   *
   * @param hypotheses what else may have been said, each in one of the turns
   * @return the transcript
   * @throws IllegalArgumentException if one names a turn that is not there
   */
  public Transcript withAlternatives(List<Alternative> hypotheses) {
    return new Transcript(language, turns, keyPresses, hypotheses);
  }

  /**
   * The whole text: the turns joined by line feeds.
   *
   * @return the text
   */
  public String text() {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < turns.size(); i++) {
      text.append(i == 0 ? "" : "\n").append(turns.get(i).text());
    }
    return text.toString();
  }

  /** Sizes only: what was said is personal data. */
  @Override
  public String toString() {
    return "Transcript[" + language.toLanguageTag() + ", " + turns.size() + " turns]";
  }
}
