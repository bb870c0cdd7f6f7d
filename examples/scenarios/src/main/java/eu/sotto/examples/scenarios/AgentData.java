package eu.sotto.examples.scenarios;

import static eu.sotto.examples.scenarios.Checks.must;
import static eu.sotto.examples.scenarios.Checks.permitted;
import static eu.sotto.examples.scenarios.Checks.sealed;
import static eu.sotto.permit.Operation.ANALYSE;
import static eu.sotto.permit.Operation.RECORD;
import static eu.sotto.permit.Operation.SUMMARISE;
import static eu.sotto.permit.Operation.TRANSCRIBE;

import eu.sotto.Call;
import eu.sotto.incident.Duty;
import eu.sotto.incident.Finding;
import eu.sotto.incident.Incident;
import eu.sotto.incident.Report;
import eu.sotto.permit.ContentPermit;
import eu.sotto.permit.ReasonCode;
import eu.sotto.purpose.Submission;
import eu.sotto.records.RecordEntry;
import eu.sotto.records.Taken;
import eu.sotto.redaction.Summary;
import eu.sotto.register.OwnData;
import eu.sotto.rights.PortabilityReceiver;
import eu.sotto.rights.Request;
import eu.sotto.rights.RequestRefused;
import eu.sotto.vocabulary.Right;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** S5's data in the hands of the person: given, put right, taken along, misused. Stateless. */
final class AgentData {
  private static final String OTHER_COMPANY = "Anderes Unternehmen";

  private AgentData() {}

  static List<Promise> promises() {
    return List.of(
        Promise.keeps(
            "roles", "Only units that need it read a call, and only if trained", AgentData::roles),
        Promise.keeps(
            "anonymised",
            "Where the register says so a text is anonymised at its end",
            AgentData::anonymised),
        Promise.keeps(
            "intake",
            "Of a sign-up only names, e-mail, phone, time and remarks are taken in",
            AgentData::intake),
        Promise.keeps(
            "portability",
            "People take along what they gave on consent or contract, machine-readable",
            AgentData::portability),
        Promise.keeps(
            "transmission", "Or it goes straight to another controller", AgentData::transmission),
        Promise.keeps(
            "rectification",
            "What is wrong is put right: a new version takes the old one's place",
            AgentData::rectification),
        Promise.keeps(
            "deadline",
            "A request is answered within a month, with authority and mailbox in the letter",
            AgentData::deadline),
        Promise.keeps(
            "callers-report",
            "A caller's report of a breach counts like any other",
            AgentData::callersReport));
  }

  /** What somebody who signs up hands over, and more than is asked for. */
  static RecordEntry signedUp(Stage stage) {
    return sealed(signUp(stage).kept());
  }

  private static Taken signUp(Stage stage) {
    return stage
        .privacy()
        .take(
            OwnData.REGISTRATION,
            Stage.CALLER,
            Submission.of(
                Map.of(
                    "name", "Sabine Wolf",
                    "email", "sabine.wolf@kundin.example",
                    "phone", "0209 23125 017",
                    "time", "2026-11-23 10:00",
                    "remarks", "Bitte vormittags",
                    "income", "viel")),
            stage.now());
  }

  /** What a system notes of a use. */
  static RecordEntry noted(Stage stage) {
    Submission log = Submission.of(Map.of("address", "192.0.2.7", "browser", "Beispiel 7"));
    return sealed(stage.privacy().take(OwnData.TECHNICAL, Stage.CALLER, log, stage.now()).kept());
  }

  private static String roles(Stage stage) throws IOException {
    Call call = TelephoneAgent.agreed(stage);
    RecordEntry words = TelephoneAgent.transcribed(call, TelephoneAgent.ENQUIRY);
    ContentPermit permit = permitted(call.may(TRANSCRIBE, TelephoneAgent.ENQUIRY));
    String untrained =
        Openings.refused(
            call.open(words.id(), permit, Stage.actor("sales").trained(LocalDate.of(2025, 11, 1))),
            ReasonCode.TRAINING_NOT_CURRENT);
    return Openings.byRole(stage, call, permit, "sales", "it")
        + "; trained more than a year ago: "
        + untrained;
  }

  private static String anonymised(Stage stage) throws IOException {
    String term = "\"backstop\": \"P6M\", \"term\": \"P6M\",";
    try (Stage other = stage.under(term, term + " \"disposal\": \"anonymise\",")) {
      Call call = other.call(TelephoneAgent.LINE, TelephoneAgent.NOTICE);
      RecordEntry words = TelephoneAgent.transcribed(call, TelephoneAgent.ENQUIRY);
      other.end(call);
      String gone = Sweeps.goesOn(other, call::records, words, LocalDate.of(2027, 5, 24));
      List<String> left = other.privacy().retention().anonymous().toList();
      must(left.size() == 1 && left.get(0).contains("ein Angebot"), left.size() + " texts");
      must(!left.get(0).matches("(?s).*[0-9].*"), "a number is left");
      return gone + "; what stays belongs to nobody: " + left.get(0).strip();
    }
  }

  private static String intake(Stage stage) throws IOException {
    Taken taken = signUp(stage);
    must(taken.dropped().equals(Map.of("unknown", 1)), "left out: " + taken.dropped());
    AccessFolder all = stage.access(stage.call(TelephoneAgent.LINE));
    must(all.holds("sabine.wolf@kundin.example"), "the e-mail address is not kept");
    must(!all.holds("\"income\""), "the income is kept");
    return "of 6 fields 5 are kept, " + all.event("intake_sifted", Map.of("purpose", "sign-up"));
  }

  /** A call with a recording on consent, words on contract, and an analysis on neither. */
  private static Call threeBases(Stage stage) {
    Call call = TelephoneAgent.agreed(stage);
    sealed(Recordings.made(call, permitted(call.may(RECORD, TelephoneAgent.RECORDING))));
    TelephoneAgent.transcribed(call, TelephoneAgent.ENQUIRY);
    ContentPermit analysis = permitted(call.may(ANALYSE, TelephoneAgent.ANALYSIS));
    sealed(call.keep(call.redact(TelephoneAgent.TALK, analysis), analysis));
    return call;
  }

  private static List<String> purposes(Path folder) throws IOException {
    JsonNode data = JsonMapper.shared().readTree(Files.readString(folder.resolve("data.json")));
    must(Files.exists(folder.resolve("manifest.json")), "no manifest");
    return data.get("records")
        .valueStream()
        .map(record -> record.get("purpose").asString())
        .sorted()
        .toList();
  }

  private static String portability(Stage stage) throws IOException {
    Call call = threeBases(stage);
    Path folder = stage.file("portable");
    stage.request(call.caller()).portability().exportTo(folder);
    List<String> taken = purposes(folder);
    must(taken.equals(List.of("enquiry", "recording")), "handed over: " + taken);
    return "data.json with what "
        + taken
        + " keep, not the analysis; "
        + stage.access(call).event("data_ported", Map.of("destination", "person"));
  }

  private static String transmission(Stage stage) throws IOException {
    Call call = threeBases(stage);
    List<String> received = new ArrayList<>();
    stage
        .request(call.caller())
        .portability()
        .sendTo(
            new PortabilityReceiver() {
              @Override
              public String controller() {
                return OTHER_COMPANY;
              }

              @Override
              public void receive(Path folder) throws IOException {
                received.addAll(purposes(folder));
              }
            });
    must(received.equals(List.of("enquiry", "recording")), "received: " + received);
    return stage.access(call).event("data_ported", Map.of("destination", OTHER_COMPANY))
        + ", recorded once the other one has it";
  }

  private static String rectification(Stage stage) throws IOException {
    Call call = TelephoneAgent.agreed(stage);
    RecordEntry wrong =
        sealed(
            call.keep(
                Summary.of("Ein Angebot wird nicht gewünscht.", "stand-in-1"),
                permitted(call.may(SUMMARISE, TelephoneAgent.ENQUIRY))));
    Request request = stage.request(call.caller());
    RecordEntry right =
        request.rectify(wrong.id(), "Ein Angebot wird gewünscht.", Stage.actor("data-protection"));
    must(
        call.records().stream().map(RecordEntry::id).toList().equals(List.of(right.id())),
        "the wrong version is left");
    must(wrong.id().toString().equals(right.what().labels().get("rectifies")), "no link");
    must(request.tellRecipients(Stage.actor("data-protection")).taken(), "recipients not told");
    return "the new version names the old one, which is gone; recipients are told; "
        + stage.access(call).event("record_rectified", Map.of("replaces", wrong.id().toString()));
  }

  private static String deadline(Stage stage) {
    Call call = TelephoneAgent.agreed(stage);
    Request request =
        call.caller().request(Right.ACCESS, stage.now(), Stage.actor("data-protection"));
    LocalDate due = request.status().deadline().due();
    must(due.equals(LocalDate.of(2026, 12, 23)), "due " + due);
    refusedUnidentified(request);
    stage.clock().setNoon(due.plusDays(1), stage.register().zone());
    must(stage.privacy().health().requests().overdue() == 1, "nobody notices the delay");
    String letter = request.letter(Locale.GERMAN);
    for (String told : List.of("Nordrhein-Westfalen, Düsseldorf", "datenschutz@agent.example")) {
      must(letter.contains(told), "the letter does not tell " + told);
    }
    return "received 2026-11-23, due "
        + due
        + ", then overdue in the health view; nothing is handed out before it is clear who asks";
  }

  private static void refusedUnidentified(Request request) {
    try {
      request.access();
    } catch (RequestRefused e) {
      return;
    }
    throw new NotShown("access on the number alone");
  }

  private static String callersReport(Stage stage) {
    Call call = TelephoneAgent.agreed(stage);
    sealed(Recordings.made(call, permitted(call.may(RECORD, TelephoneAgent.RECORDING))));
    stage.end(call);
    Incident reported = Breaches.reported(stage, Report.Source.CALLER);
    must(
        Duration.between(stage.now(), Breaches.clock(stage, reported, Duty.AUTHORITY)).toHours()
            == 72,
        "the clock does not run");
    Finding finding = Breaches.found(stage, reported, Stage.MORNING, stage.now());
    must(finding.counts().calls() == 1, "affected: " + finding.counts());
    must(finding.kinds().purposes().contains("recording"), "of " + finding.kinds().purposes());
    return "from the report on 72 hours run for the authority; 1 call affected, for "
        + finding.kinds().purposes();
  }
}
