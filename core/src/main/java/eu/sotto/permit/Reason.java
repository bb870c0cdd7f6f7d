package eu.sotto.permit;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * Why something is not permitted: a code for programs, the rule of law, and what it is about, in
 * names of the register. Never personal data. Immutable and thread-safe.
 *
 * @param code what stands against it
 * @param about the declared name that it is about (a purpose, a notice, a recipient), or empty
 */
public record Reason(ReasonCode code, String about) {
  /** Checks that both parts are there. */
  public Reason {
    Objects.requireNonNull(code, "code");
    Objects.requireNonNull(about, "about");
  }

  /**
   * A reason about nothing in particular.
   *
   * @param code what stands against it
   * @return the reason
   */
  public static Reason of(ReasonCode code) {
    return new Reason(code, "");
  }

  /**
   * A reason about something declared.
   *
   * @param code what stands against it
   * @param about the declared name, for example a {@code PurposeId}
   * @return the reason
   */
  public static Reason of(ReasonCode code, Object about) {
    return new Reason(code, about.toString());
  }

  /**
   * The rule of law that it rests on.
   *
   * @return the citation, for example {@code GDPR Art. 6(1)(a)}
   */
  public String article() {
    return code.article();
  }

  /**
   * The reason as a sentence.
   *
   * @param language German, or English for any other
   * @return the sentence with its citation
   */
  public String sentence(Locale language) {
    String text = code.text(language) + (about.isEmpty() ? "" : " (" + about + ")");
    return text + " [" + article() + "]";
  }

  /**
   * The nearest change under which this would no longer stand against it.
   *
   * @param language German, or English for any other
   * @return a sentence, for example {@code permitted if consent `quality` were active}; where
   *     nothing would change it, the sentence that says so
   */
  public String change(Locale language) {
    return change(List.of(this), language);
  }

  /**
   * The nearest change under which none of several reasons would stand against it.
   *
   * @param reasons every reason of one refusal, at least one
   * @param language German, or English for any other
   * @return the sentence
   * @throws IllegalArgumentException if there is no reason
   */
  static String change(List<Reason> reasons, Locale language) {
    if (reasons.isEmpty()) {
      throw new IllegalArgumentException("reasons must not be empty");
    }
    boolean german = language.getLanguage().equals(Locale.GERMAN.getLanguage());
    for (Reason reason : reasons) {
      if (!NearestChange.conditional(reason.code())) {
        return (german ? "durch nichts erlaubt: " : "permitted by no change: ")
            + NearestChange.of(reason, language);
      }
    }
    return reasons.stream()
        .map(reason -> NearestChange.of(reason, language))
        .distinct()
        .collect(
            Collectors.joining(
                german ? " und wenn " : ", and if ",
                german ? "erlaubt, wenn " : "permitted if ",
                ""));
  }

  @Override
  public String toString() {
    return sentence(Locale.ENGLISH);
  }
}
