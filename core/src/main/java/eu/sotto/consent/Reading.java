package eu.sotto.consent;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * What an utterance says to a yes-or-no question. A yes needs every word accounted for: declared
 * phrases of agreement, politeness, a fitting frame, and nothing else.
 */
enum Reading {
  /** Plain agreement. */
  YES,
  /** Plain refusal. */
  NO,
  /** Neither. */
  UNCLEAR;

  private static final Set<String> ASKING =
      Set.of(
          "wie", "was", "wer", "wo", "wann", "warum", "wieso", "weshalb", "wofuer", "wozu",
          "welche", "welcher", "welches", "what", "why", "who", "how", "where", "when", "which",
          "pardon", "sorry", "hae", "huh");

  private record Piece(Sense sense, List<String> words) {
    boolean particle() {
      return words.size() == 1 && Lexicon.isParticle(words.get(0));
    }
  }

  static Reading of(String text, Lexicon lexicon) {
    Utterance utterance = Utterance.of(text);
    List<Piece> pieces = pieces(utterance.words(), lexicon);
    if (pieces.isEmpty() || has(pieces, Sense.DOUBT)) {
      return UNCLEAR;
    }
    List<Piece> rest = leadingYes(pieces) ? pieces.subList(1, pieces.size()) : pieces;
    boolean asks = utterance.question() || ASKING.contains(utterance.words().get(0));
    if (refuses(rest, rest != pieces)) {
      return asks && rest.size() == 1 ? UNCLEAR : NO;
    }
    return !asks && agrees(pieces, rest) ? YES : UNCLEAR;
  }

  private static List<Piece> pieces(List<String> words, Lexicon lexicon) {
    List<Piece> pieces = new ArrayList<>();
    for (int i = 0; i < words.size(); ) {
      Lexicon.Match match = lexicon.at(words, i);
      pieces.add(new Piece(match.sense(), words.subList(i, i + match.length())));
      i += match.length();
    }
    return pieces;
  }

  /** "Ja, lieber nicht": a yes at the beginning may only mean "well". */
  private static boolean leadingYes(List<Piece> pieces) {
    return pieces.size() > 1 && pieces.get(0).particle();
  }

  private static boolean refuses(List<Piece> pieces, boolean afterYes) {
    if (has(pieces, Sense.YES) && !deniedYes(pieces)) {
      return false;
    }
    if (deniedYes(pieces)) {
      return pieces.stream().filter(p -> p.sense() == Sense.YES).count() == 1;
    }
    // after a leading yes a bare "nein" contradicts it, and only more than that refuses
    return pieces.stream()
        .anyMatch(p -> p.sense() == Sense.NO && !(afterYes && Lexicon.isBareNo(p.words())));
  }

  /** "Nicht einverstanden", where only "einverstanden" is declared. */
  private static boolean deniedYes(List<Piece> pieces) {
    for (int i = 1; i < pieces.size(); i++) {
      Piece piece = pieces.get(i);
      if (piece.sense() == Sense.YES
          && !piece.particle()
          && pieces.get(i - 1).sense() == Sense.NEGATION) {
        return true;
      }
    }
    return false;
  }

  private static boolean agrees(List<Piece> pieces, List<Piece> rest) {
    if (!has(pieces, Sense.YES)) {
      return false;
    }
    for (int i = 0; i < rest.size(); i++) {
      Sense sense = rest.get(i).sense();
      boolean framed =
          sense == Sense.FRAME
              && i + 1 < rest.size()
              && rest.get(i + 1).sense() == Sense.YES
              && !rest.get(i + 1).particle();
      if (sense != Sense.YES && sense != Sense.COURTESY && !framed) {
        return false;
      }
    }
    return true;
  }

  private static boolean has(List<Piece> pieces, Sense sense) {
    return pieces.stream().anyMatch(p -> p.sense() == sense);
  }
}
