package eu.sotto.rights.running;

import eu.sotto.ledger.Recorded;
import eu.sotto.oversight.AiOutcome;
import eu.sotto.oversight.OutcomeId;
import eu.sotto.oversight.running.Cases;
import eu.sotto.rights.running.Page.Prose;
import eu.sotto.rights.running.Page.Section;
import eu.sotto.rights.running.Page.Table;
import eu.sotto.session.CaseEvents;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The decisions in which AI took part: by which procedure and principles, from which data, how sure
 * the machine was, which part people had, and how it stands. Source: GDPR Art. 15(1)(h).
 *
 * @param made what was recorded, each with how it stands now
 */
record AccessDecisions(List<Made> made) {
  /**
   * One outcome.
   *
   * @param event what was recorded
   * @param now how it stands
   * @param verdict how the latest review of it ended, if one did
   */
  record Made(Recorded event, AiOutcome now, Optional<Recorded> verdict) {
    String text(String field) {
      return event.fields().getOrDefault(field, "").toString();
    }
  }

  AccessDecisions {
    made = List.copyOf(made);
  }

  static AccessDecisions of(Cases cases, List<Recorded> events) {
    List<Made> made = new ArrayList<>();
    for (Recorded event : events) {
      if (event.kind().equals(CaseEvents.OUTCOME.name())) {
        OutcomeId id = OutcomeId.of(event.fields().getOrDefault("decision", "").toString());
        cases
            .outcome(id)
            .ifPresent(outcome -> made.add(new Made(event, outcome, cases.resolved(id))));
      }
    }
    return new AccessDecisions(made);
  }

  /** The outcomes as data. */
  List<Map<String, Object>> tree() {
    return made.stream().map(AccessDecisions::tree).toList();
  }

  private static Map<String, Object> tree(Made one) {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("decision", one.now().id().value());
    tree.put("at", one.event().happenedAt().toString());
    tree.put("purpose", one.now().purpose().value());
    tree.put("result", one.text("result"));
    tree.put("inputs", one.text("inputs").lines().toList());
    tree.put("aiGenerated", !one.text("model").isEmpty());
    tree.put("model", one.text("model"));
    tree.put("confidence", one.text("confidence"));
    tree.put("humanInvolvement", one.text("involvement"));
    tree.put("procedure", one.text("procedure"));
    tree.put("principles", one.text("principles").lines().toList());
    tree.put("standing", standing(one.now()));
    tree.put("replaces", one.text("replaces"));
    one.verdict()
        .ifPresent(
            verdict -> {
              tree.put("reviewedAs", verdict.fields().getOrDefault("verdict", ""));
              tree.put("reviewedBy", verdict.fields().getOrDefault("role", ""));
            });
    return tree;
  }

  private static String standing(AiOutcome outcome) {
    return outcome.fold(
        pending -> "pending",
        last -> "final",
        superseded -> superseded.by().isPresent() ? "replaced" : "set-aside");
  }

  /** The outcomes in words. */
  Section section(FieldWords fields) {
    Words words = new Words(fields);
    String title =
        words.say(
            "Entscheidungen, an denen künstliche Intelligenz beteiligt war",
            "Decisions in which artificial intelligence took part");
    if (made.isEmpty()) {
      return Section.of(
          title,
          new Prose(words.say("Es gab keine solche Entscheidung.", "There was no such decision.")));
    }
    return Section.of(
        title,
        new Table(
            List.of(
                words.say("Wann und wofür", "When and what for"),
                words.say("Ergebnis", "Result"),
                words.say("Verfahren und Grundsätze", "Procedure and principles"),
                words.say("Woraus und wodurch", "From what and by what"),
                words.say("Wie es steht", "How it stands")),
            made.stream().map(words::row).toList()));
  }

  /** Puts one outcome into words. */
  private record Words(FieldWords fields) {
    List<String> row(Made one) {
      return List.of(
          fields.in().at(one.event().happenedAt()) + "\n" + one.now().purpose().value(),
          one.text("result"),
          one.text("procedure") + "\n" + one.text("principles"),
          origin(one),
          standing(one));
    }

    private String origin(Made one) {
      String inputs = say("Daten: ", "Data: ") + one.text("inputs").replace("\n", ", ");
      String people = say("Menschen: ", "People: ") + fields.of(one.event(), "involvement");
      if (one.text("model").isEmpty()) {
        return inputs + "\n" + people;
      }
      return inputs
          + "\n"
          + say("Modell: ", "Model: ")
          + one.text("model")
          + say(", Sicherheit ", ", confidence ")
          + fields.of(one.event(), "confidence")
          + "\n"
          + people;
    }

    private String standing(Made one) {
      String now =
          one.now()
              .fold(
                  pending ->
                      say(
                          "wird von einem Menschen geprüft und gilt bis dahin nicht",
                          "is being reviewed by a person and does not count until then"),
                  last -> say("gilt", "counts"),
                  superseded ->
                      superseded.by().isPresent()
                          ? say("wurde berichtigt", "was corrected")
                          : say("wurde aufgehoben", "was set aside"));
      return now
          + one.verdict()
              .map(
                  verdict ->
                      say("; geprüft durch: ", "; reviewed by: ")
                          + verdict.fields().getOrDefault("role", ""))
              .orElse("");
    }

    String say(String inGerman, String inEnglish) {
      return fields.in().say(inGerman, inEnglish);
    }
  }
}
