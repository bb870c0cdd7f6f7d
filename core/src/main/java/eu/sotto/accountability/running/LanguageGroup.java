package eu.sotto.accountability.running;

import eu.sotto.accountability.LanguageFigures;
import java.util.Optional;

/** The sums of one language. Used by one thread. */
final class LanguageGroup {
  long persons;
  long given;
  long refused;
  long unclear;
  long notValid;
  long recognised;
  double confidence;
  long denials;
  long handOvers;
  long decisions;

  void answer(String outcome, String sureness) {
    switch (outcome) {
      case "given" -> given++;
      case "refused" -> refused++;
      case "unclear" -> unclear++;
      default -> notValid++;
    }
    if (!sureness.isEmpty()) {
      recognised++;
      confidence += Double.parseDouble(sureness);
    }
  }

  void add(LanguageGroup other) {
    persons += other.persons;
    given += other.given;
    refused += other.refused;
    unclear += other.unclear;
    notValid += other.notValid;
    recognised += other.recognised;
    confidence += other.confidence;
    denials += other.denials;
    handOvers += other.handOvers;
    decisions += other.decisions;
  }

  LanguageFigures figures(String language) {
    return new LanguageFigures(
        language,
        persons,
        given + refused + unclear + notValid,
        new LanguageFigures.Outcomes(given, refused, unclear, notValid),
        recognised,
        recognised == 0 ? Optional.empty() : Optional.of(confidence / recognised),
        denials,
        handOvers,
        decisions);
  }
}
