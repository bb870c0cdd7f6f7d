package eu.sotto.examples.scenarios;

import static eu.sotto.examples.scenarios.Checks.must;

import eu.sotto.retention.DueDate;
import eu.sotto.retention.EventName;
import eu.sotto.retention.RecordFacts;
import eu.sotto.retention.RetentionClass;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** S5's periods: calls by sweeping, what the company keeps elsewhere by asking. Stateless. */
final class AgentPeriods {
  private static final Instant CONTACT = Instant.parse("2027-03-01T10:00:00Z");
  private static final Instant CONTRACT_ENDED = Instant.parse("2030-06-30T10:00:00Z");

  private AgentPeriods() {}

  static List<Promise> promises() {
    return List.of(
        Promise.keeps(
            "six-months",
            "Recording and transcript go six months after the call",
            TelephoneAgent::sixMonths),
        Promise.keeps(
            "sign-up",
            "Sign-up data is due three years after the last contact",
            AgentPeriods::signUp),
        Promise.keeps(
            "documents",
            "Documents stay as long as their statute says, from their own year's end",
            AgentPeriods::documents),
        Promise.keeps(
            "technical", "Technical data is due after three months", AgentPeriods::technical));
  }

  private static String signUp(Stage stage) {
    RetentionClass signUp = declared(stage, "sign-up");
    DueDate due =
        due(
            stage,
            RecordFacts.of(signUp, Stage.MORNING)
                .event(EventName.of("last-contact"), CONTACT)
                .build());
    return expected("last contact 2027-03-01", due, LocalDate.of(2030, 3, 2));
  }

  private static String documents(Stage stage) {
    return document(stage, "business-letter", LocalDate.of(2033, 1, 1))
        + "; "
        + document(stage, "voucher", LocalDate.of(2035, 1, 3))
        + " (the year ends on a Sunday); the end of the contract in 2030 moves neither";
  }

  private static String document(Stage stage, String name, LocalDate day) {
    RecordFacts.Builder facts =
        RecordFacts.of(declared(stage, name), Stage.MORNING)
            .event(EventName.of("contract-ended"), CONTRACT_ENDED);
    return expected(name + " of 2026", due(stage, facts.build()), day);
  }

  private static String technical(Stage stage) {
    DueDate due =
        due(stage, RecordFacts.of(declared(stage, "technical-data"), Stage.MORNING).build());
    return expected("recorded 2026-11-23", due, LocalDate.of(2027, 2, 24));
  }

  private static RetentionClass declared(Stage stage, String name) {
    return stage
        .register()
        .retentionClass(name)
        .orElseThrow(() -> new NotShown("no class " + name));
  }

  private static DueDate due(Stage stage, RecordFacts facts) {
    return stage
        .register()
        .retentionPolicy()
        .due(facts)
        .orElseThrow(() -> new NotShown("never due"));
  }

  private static String expected(String what, DueDate due, LocalDate day) {
    must(due.firstDeletionDay().equals(day), what + ": due " + due.firstDeletionDay());
    return what + ": goes from " + day;
  }
}
