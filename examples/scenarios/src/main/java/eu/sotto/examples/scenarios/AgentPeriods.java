package eu.sotto.examples.scenarios;

import static eu.sotto.examples.scenarios.Checks.must;

import eu.sotto.Call;
import eu.sotto.Subject;
import eu.sotto.records.RecordEntry;
import eu.sotto.records.RecordKind;
import eu.sotto.retention.DueDate;
import eu.sotto.retention.EventName;
import eu.sotto.retention.RecordFacts;
import eu.sotto.retention.RetentionClass;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * S5's periods: by sweeping; of documents, which the company keeps elsewhere, by asking. Stateless.
 */
final class AgentPeriods {
  private static final LocalDate CONTACT = LocalDate.of(2027, 3, 1);
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
            "Sign-up data goes three years after the last contact",
            AgentPeriods::signUp),
        Promise.keeps(
            "documents",
            "Documents stay as long as their statute says, from their own year's end",
            AgentPeriods::documents),
        Promise.keeps(
            "technical", "Technical data goes after three months", AgentPeriods::technical),
        Promise.keeps(
            "connection",
            "Connection data goes after three months, whatever stays of the call",
            AgentPeriods::connection));
  }

  private static String signUp(Stage stage) {
    RecordEntry entry = AgentData.signedUp(stage);
    must(entry.what().kind() == RecordKind.REGISTRATION, "kept as " + entry.what().kind());
    stage.clock().setNoon(CONTACT, stage.register().zone());
    stage.privacy().subject(Stage.CALLER).orElseThrow().contacted(stage.now());
    return "last contact "
        + CONTACT
        + ": "
        + Sweeps.goesOn(stage, () -> kept(stage), entry, LocalDate.of(2030, 3, 2));
  }

  /** What is kept of the caller. */
  private static List<RecordEntry> kept(Stage stage) {
    return stage.privacy().subject(Stage.CALLER).map(Subject::records).orElse(List.of());
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
    RecordEntry entry = AgentData.noted(stage);
    return Sweeps.goesOn(stage, () -> kept(stage), entry, LocalDate.of(2027, 2, 24));
  }

  private static String connection(Stage stage) {
    Call call = stage.call(TelephoneAgent.LINE, TelephoneAgent.NOTICE);
    RecordEntry words = TelephoneAgent.transcribed(call, TelephoneAgent.ENQUIRY);
    stage.end(call);
    RecordEntry numbers =
        call.records().stream()
            .filter(entry -> entry.what().kind() == RecordKind.CALL_METADATA)
            .findFirst()
            .orElseThrow(() -> new NotShown("no connection data is kept"));
    String gone = Sweeps.goesOn(stage, call::records, numbers, LocalDate.of(2027, 2, 24));
    must(call.records().stream().anyMatch(e -> e.id().equals(words.id())), "the words went too");
    return gone + "; what was said stays its own six months";
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
