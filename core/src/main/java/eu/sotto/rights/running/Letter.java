package eu.sotto.rights.running;

import eu.sotto.register.ContactPoint;
import eu.sotto.register.Register;
import eu.sotto.rights.Assessment;
import eu.sotto.rights.Outcome;
import eu.sotto.rights.RequestDeadline;
import eu.sotto.rights.RequestState;
import eu.sotto.rights.ToldRecipient;
import eu.sotto.session.SubjectSession;
import eu.sotto.vocabulary.Right;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The answer to a request in words: what was done, what not and why, and whom to turn to. */
final class Letter {
  private final Register register;
  private final Tongue in;
  private final StringBuilder out = new StringBuilder();

  private Letter(Register register, Locale language) {
    this.register = register;
    this.in = Tongue.of(language, register.zone());
  }

  static String of(
      SubjectSession subject, RequestFacts facts, List<ToldRecipient> told, Locale language) {
    Letter letter = new Letter(subject.engine().register(), language);
    letter.asked(facts);
    letter.outcomes(facts.assessments());
    letter.withdrawn(facts);
    letter.recipients(told);
    letter.contacts();
    return letter.out.toString();
  }

  private void asked(RequestFacts facts) {
    LocalDate day = LocalDate.ofInstant(facts.received(), register.zone());
    Right right = facts.right().orElse(null);
    String name = right == null ? "" : RightsWords.of(right, in);
    String article = right == null ? "" : " (" + in.law(right.article()) + ")";
    line(
        say("Ihr Antrag vom ", "Your request of ")
            + in.day(day)
            + ": "
            + name
            + article
            + say(". Vorgang ", ". Reference ")
            + facts.id()
            + ".");
    RequestDeadline deadline = facts.status(register).deadline();
    if (deadline.extended()) {
      line(
          say(
                  "Die Frist zur Antwort wurde um zwei Monate verlängert, bis ",
                  "The time to answer was extended by two months, until ")
              + in.day(deadline.due())
              + ".");
    }
    if (facts.refusedWholly()) {
      line(say("Der Antrag wurde abgelehnt.", "The request was refused."));
    }
  }

  /** One line per outcome and ground, so that a refusal in part is told with its reason. */
  private void outcomes(List<Assessment> assessments) {
    Map<String, Long> counts =
        assessments.stream()
            .collect(Collectors.groupingBy(this::sentence, TreeMap::new, Collectors.counting()));
    counts.forEach((sentence, count) -> line(count + " " + sentence));
  }

  /** What ends, and that what was done before stays lawful. Source: GDPR Art. 7(3). */
  private void withdrawn(RequestFacts facts) {
    if (facts.right().orElse(null) != Right.WITHDRAWAL || !facts.done(RequestState.EXECUTED)) {
      return;
    }
    if (facts.ended().isEmpty()) {
      line(say("Es bestand keine Einwilligung.", "There was no consent."));
      return;
    }
    line(
        say("Widerrufen ist Ihre Einwilligung zu: ", "Your consent is withdrawn to: ")
            + String.join(", ", facts.ended())
            + ".");
    line(
        say(
            "Was nur auf ihr beruhte, endet sofort und ist gelöscht, soweit nichts Ihrem Wunsch"
                + " oder dem Gesetz nach bleiben muss. Was vorher geschah, bleibt rechtmäßig.",
            "What rested on it alone ends at once and is erased, unless it has to stay at your"
                + " wish or by law. What was done before stays lawful."));
  }

  private String sentence(Assessment one) {
    String until = one.lastDay().map(day -> ", " + in.until(day)).orElse("");
    return said(one.outcome()) + " (" + RightsWords.ground(one.ground(), in) + until + ").";
  }

  private String said(Outcome outcome) {
    return switch (outcome) {
      case DISCLOSE -> say("Stück erhalten Sie", "of the records you receive");
      case RECTIFY -> say("Stück ist berichtigt", "of the records is put right");
      case ERASE -> say("Stück ist gelöscht", "of the records is erased");
      case RESTRICT -> say("Stück wird nur noch gespeichert", "of the records is stored only");
      case WITHHOLD ->
          say(
              "Stück ist zurückgehalten und nur noch gespeichert; insoweit ist der Antrag abgelehnt",
              "of the records is withheld and stored only; so far the request is refused");
      case PASS_ON ->
          say(
              "Stück: dem Verantwortlichen übermittelt",
              "of the records: passed to the controller");
    };
  }

  private void recipients(List<ToldRecipient> told) {
    if (!told.isEmpty()) {
      line(say("Unterrichtet werden:", "Those who are told:"));
      told.forEach(
          one ->
              line(
                  "- "
                      + one.name()
                      + (one.confirmed()
                          ? say(" (bestätigt)", " (confirmed)")
                          : say(" (wird zugestellt)", " (being delivered)"))));
    }
  }

  private void contacts() {
    line(
        say(
            "Sie können sich bei der Aufsichtsbehörde beschweren (Art. 77) oder klagen (Art. 79).",
            "You may complain to the supervisory authority (Art. 77) or go to court (Art. 79)."));
    line(
        say("Verantwortlicher: ", "Controller: ")
            + register.controller().name()
            + ", "
            + register.controller().contact());
    register
        .dataProtectionOfficer()
        .ifPresent(
            officer ->
                line(
                    say("Datenschutzbeauftragte Stelle: ", "Data protection officer: ")
                        + of(officer)));
    line(
        say("Aufsichtsbehörde: ", "Supervisory authority: ") + of(register.supervisoryAuthority()));
  }

  private static String of(ContactPoint contact) {
    return contact.name() + ", " + contact.contact();
  }

  private void line(String text) {
    out.append(text).append('\n');
  }

  private String say(String inGerman, String inEnglish) {
    return in.say(inGerman, inEnglish);
  }
}
