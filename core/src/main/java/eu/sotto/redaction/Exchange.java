package eu.sotto.redaction;

import eu.sotto.vocabulary.Role;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What one turn asks for, and which open question it answers. Immutable and thread-safe.
 *
 * @param asks the kinds of data that the host's side asks for in it, unmodifiable
 * @param answers the kinds of data that were asked for before it and may be given in it,
 *     unmodifiable
 */
public record Exchange(Set<PiiType> asks, Set<PiiType> answers) {
  private static final Pattern MAIL_ADDRESS =
      Pattern.compile("(?i)\\b(?:e-?)?mail[- ]?(?:adressen?|address(?:es)?)\\b");
  private static final Pattern WORD = Pattern.compile("\\p{L}+");

  /** Copies the sets. */
  public Exchange {
    asks = copy(asks);
    answers = copy(answers);
  }

  /**
   * Reads the questions of the host's side and their answers, by the words that raise the
   * redactor's own expectations.
   *
   * @param transcript the call as it was said
   * @return one exchange for each turn, in their order
   */
  public static List<Exchange> of(Transcript transcript) {
    Engine engine = new Engine(RedactionPolicy.full(), Set.of());
    List<Exchange> exchanges = new ArrayList<>(transcript.turns().size());
    for (Turn turn : transcript.turns()) {
      boolean host = turn.role() == Role.AGENT || turn.role() == Role.ASSISTANT;
      long open = engine.openQuestion();
      engine.forgetAsked();
      engine.turn(host ? Role.AGENT : turn.role(), host ? read(turn.text()) : turn.text());
      if (host && engine.everAsked() == 0 && goesOn(turn.text())) {
        engine.closeQuestion();
      }
      exchanges.add(
          host
              ? new Exchange(types(engine.everAsked()), Set.of())
              : new Exchange(Set.of(), types(open)));
    }
    return exchanges;
  }

  /**
   * What a single sentence of the host's side asks for.
   *
   * @param question the sentence
   * @return the kinds of data, none if it asks for no personal data
   */
  public static Set<PiiType> asked(String question) {
    Turn turn = Turn.of(Role.AGENT, question);
    return of(Transcript.of(Locale.ROOT, List.of(turn))).get(0).asks();
  }

  /** An address of mail is no address of a house. */
  private static String read(String text) {
    return MAIL_ADDRESS.matcher(text).replaceAll("E-Mail");
  }

  /** Whether a turn asks something else, however shortly. */
  private static boolean goesOn(String text) {
    return text.indexOf('?') >= 0 && WORD.matcher(text).results().limit(3).count() == 3;
  }

  private static Set<PiiType> types(long bits) {
    Set<PiiType> types = EnumSet.noneOf(PiiType.class);
    for (PiiType type : PiiType.values()) {
      if ((bits & Bits.of(type)) != 0) {
        types.add(type);
      }
    }
    return types;
  }

  private static Set<PiiType> copy(Set<PiiType> types) {
    EnumSet<PiiType> copy = EnumSet.noneOf(PiiType.class);
    copy.addAll(types);
    return Collections.unmodifiableSet(copy);
  }
}
