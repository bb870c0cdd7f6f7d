package eu.sotto.oversight.running;

import eu.sotto.ledger.Recorded;
import eu.sotto.oversight.CallerMessage;
import eu.sotto.oversight.Telling;
import eu.sotto.register.AutomatedDecision;
import eu.sotto.register.Purpose;
import eu.sotto.register.Register;
import eu.sotto.vocabulary.CallId;
import eu.sotto.vocabulary.DataCategory;
import eu.sotto.vocabulary.PurposeId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What a caller is told, in the language last spoken: what happened, and what can be done. */
final class CallerWords {
  private final Register register;
  private final List<Recorded> known;
  private final Function<CallId, String> party;
  private final boolean german;

  CallerWords(Register register, List<Recorded> known, Function<CallId, String> party) {
    this.register = register;
    this.party = party;
    this.known = known;
    this.german = language().equals(Locale.GERMAN);
  }

  private Locale language() {
    String spoken =
        latest("notice_played", "language").orElse(register.defaultLanguage().getLanguage());
    return spoken.startsWith(Locale.GERMAN.getLanguage()) ? Locale.GERMAN : Locale.ENGLISH;
  }

  private Optional<String> latest(String kind, String field) {
    return known.stream()
        .filter(event -> event.kind().equals(kind))
        .map(event -> CaseFile.text(event, field))
        .filter(value -> !value.isEmpty())
        .reduce((earlier, later) -> later);
  }

  /** The message; empty if no call of this person is known any more. */
  Optional<CallerMessage> message(
      OpenDuties.Owed owed, Telling telling, Optional<CaseFile> successor) {
    return latest("call_answered", "call")
        .map(
            call ->
                new CallerMessage(
                    telling,
                    CallId.of(call),
                    party.apply(CallId.of(call)),
                    german ? Locale.GERMAN : Locale.ENGLISH,
                    text(owed, telling, successor)));
  }

  private String text(OpenDuties.Owed owed, Telling telling, Optional<CaseFile> successor) {
    String happened =
        switch (telling.about()) {
          case CORRECTED -> corrected(successor);
          case UPHELD ->
              say(
                  "Ein Mensch hat die Entscheidung geprüft, die Sie angefochten haben. Sie bleibt"
                      + " bestehen.",
                  "A person has reviewed the decision that you contested. It stands.");
          case SPECIAL_CATEGORY_USED -> special(owed.cause(), telling.purpose());
          case UNFORESEEN_EFFECT ->
              say(
                      "Der Einsatz künstlicher Intelligenz hatte eine unvorhergesehene Wirkung: ",
                      "The use of artificial intelligence had an unforeseen effect: ")
                  + CaseFile.text(owed.cause(), "what");
        };
    return concerning(owed.cause(), telling.purpose())
        + happened
        + "\n"
        + remedies(owed.cause(), telling.purpose());
  }

  private String concerning(Recorded cause, PurposeId purpose) {
    DateTimeFormatter day =
        DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
            .withLocale(german ? Locale.GERMANY : Locale.UK)
            .withZone(register.zone());
    return say("Zum Zweck ", "Concerning the purpose ")
        + purpose
        + ", "
        + day.format(cause.happenedAt())
        + ":\n";
  }

  private String corrected(Optional<CaseFile> successor) {
    return successor
        .map(
            file ->
                say(
                        "Eine Entscheidung, an der künstliche Intelligenz beteiligt war, wurde"
                            + " berichtigt. Sie lautet nun: ",
                        "A decision in which artificial intelligence took part was corrected. It"
                            + " is now: ")
                    + CaseFile.text(file.outcome(), "result"))
        .orElseGet(
            () ->
                say(
                    "Eine Entscheidung, an der künstliche Intelligenz beteiligt war, wurde"
                        + " aufgehoben.",
                    "A decision in which artificial intelligence took part was set aside."));
  }

  private String special(Recorded cause, PurposeId purpose) {
    String what = CaseFile.text(cause, "what");
    String categories =
        register.purpose(purpose).map(Purpose::specialCategories).stream()
            .flatMap(names -> names.stream().map(DataCategory::value).sorted())
            .collect(Collectors.joining(", "));
    return say(
            "Künstliche Intelligenz hat besondere Kategorien Ihrer Daten verwendet: ",
            "Artificial intelligence used special categories of your data: ")
        + (what.isEmpty() ? categories : what);
  }

  private String remedies(Recorded cause, PurposeId purpose) {
    String own = CaseFile.text(cause, "remedy");
    String route =
        register.automatedDecision(purpose).map(AutomatedDecision::review).stream()
            .map(AutomatedDecision.Intervention::route)
            .map(to -> say("eine Entscheidung anfechten: ", "contest a decision: ") + to + "; ")
            .collect(Collectors.joining());
    return say("Was Sie tun können: ", "What you can do: ")
        + (own.isEmpty() ? "" : own + "; ")
        + route
        + say(
            "Auskunft, Berichtigung und Löschung verlangen, widersprechen oder widerrufen: ",
            "ask for access, rectification and erasure, object or withdraw: ")
        + register.controller().contact()
        + say("; sich beschweren: ", "; complain: ")
        + register.supervisoryAuthority().contact();
  }

  private String say(String inGerman, String inEnglish) {
    return german ? inGerman : inEnglish;
  }
}
