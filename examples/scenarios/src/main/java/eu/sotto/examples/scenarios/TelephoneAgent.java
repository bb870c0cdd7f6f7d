package eu.sotto.examples.scenarios;

import static eu.sotto.examples.scenarios.Checks.denied;
import static eu.sotto.examples.scenarios.Checks.must;
import static eu.sotto.examples.scenarios.Checks.permitted;
import static eu.sotto.examples.scenarios.Checks.sealed;
import static eu.sotto.permit.Operation.ANALYSE;
import static eu.sotto.permit.Operation.DECIDE;
import static eu.sotto.permit.Operation.DISCLOSE;
import static eu.sotto.permit.Operation.INFER_EMOTION;
import static eu.sotto.permit.Operation.RECORD;
import static eu.sotto.permit.Operation.SUMMARISE;
import static eu.sotto.permit.Operation.TRAIN;
import static eu.sotto.permit.Operation.TRANSCRIBE;

import eu.sotto.Call;
import eu.sotto.consent.ConsentOutcome;
import eu.sotto.notice.Notice;
import eu.sotto.permit.ContentPermit;
import eu.sotto.permit.Obligation;
import eu.sotto.permit.Permit;
import eu.sotto.permit.ReasonCode;
import eu.sotto.permit.RecordingPermit;
import eu.sotto.permit.Redacted;
import eu.sotto.records.RecordEntry;
import eu.sotto.redaction.Summary;
import eu.sotto.redaction.Transcript;
import eu.sotto.redaction.Turn;
import eu.sotto.register.LegalBasis;
import eu.sotto.register.Purpose;
import eu.sotto.vocabulary.Answer;
import eu.sotto.vocabulary.PurposeId;
import eu.sotto.vocabulary.Role;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** S5: a company whose telephone is answered by an AI agent. Stateless. */
final class TelephoneAgent {
  static final String LINE = "agent";
  static final String NOTICE = "start";
  static final PurposeId ENQUIRY = PurposeId.of("enquiry");
  static final PurposeId ANALYSIS = PurposeId.of("service-analysis");
  static final PurposeId RECORDING = PurposeId.of("recording");
  private static final PurposeId STATUTORY = PurposeId.of("statutory-keeping");
  private static final PurposeId TUNING = PurposeId.of("tuning");
  private static final String NUMBER = "0209 23125 017";
  static final Transcript TALK =
      Transcript.of(
          Locale.GERMAN,
          List.of(
              Turn.of(
                  Role.CALLER, "Ich hätte gern ein Angebot, meine Nummer ist " + NUMBER + ".")));

  private TelephoneAgent() {}

  static Scenario scenario() {
    return new Scenario(
        "S5",
        "AI telephone agent: a company in Gelsenkirchen",
        Stream.of(
                promises(),
                AgentRecipients.promises(),
                AgentPeriods.promises(),
                AgentRights.promises(),
                AgentData.promises())
            .flatMap(List::stream)
            .toList());
  }

  private static List<Promise> promises() {
    return List.of(
        Assumed.promise(14),
        Promise.keeps(
            "start",
            "Every call starts with: AI, not a human; recorded; why",
            TelephoneAgent::start),
        Promise.keeps(
            "web-notice",
            "The newest version of the notice stands at an address",
            TelephoneAgent::web),
        Promise.keeps(
            "four-bases", "Each purpose rests on its own legal basis", TelephoneAgent::fourBases),
        Promise.keeps(
            "spoken-consent",
            "Recording needs an express yes, spoken to the agent",
            TelephoneAgent::spokenConsent),
        Promise.refuses(
            "after-no", "No recording after no; the call goes on", TelephoneAgent::afterNo),
        Promise.refuses(
            "raw-analysis",
            "Under Art. 6(1)(f) nothing raw is analysed or tuned with",
            TelephoneAgent::rawAnalysis),
        Promise.refuses(
            "emotions",
            "No feelings are inferred, nothing is decided alone",
            TelephoneAgent::emotions),
        Promise.refuses(
            "disclosure",
            "Nothing is disclosed to others without law or express consent",
            TelephoneAgent::disclosure),
        Promise.keeps(
            "withdrawal",
            "A withdrawal erases recording and transcript",
            TelephoneAgent::withdrawal),
        Promise.keeps(
            "access",
            "Access: purposes, bases, recipients, authority and a copy",
            TelephoneAgent::access),
        Promise.keeps(
            "erasure", "Everything of a caller is erased on request", TelephoneAgent::erasure));
  }

  /** A call in which the caller agreed to be recorded. */
  static Call agreed(Stage stage) {
    Call call = stage.call(LINE, NOTICE);
    stage.ask(call, NOTICE, RECORDING);
    stage.say(call, RECORDING, "Ja, gerne.");
    return call;
  }

  static RecordEntry transcribed(Call call, PurposeId purpose) {
    ContentPermit permit = permitted(call.may(TRANSCRIBE, purpose));
    return sealed(call.keep(call.redact(TALK, permit), permit));
  }

  private static String start(Stage stage) {
    Call call = stage.call(LINE);
    stage.announceHalf(call, NOTICE);
    String recording =
        Checks.deniedAmongOthers(call.may(RECORD, RECORDING), ReasonCode.RECORDING_NOT_ANNOUNCED);
    String why =
        Checks.deniedAmongOthers(call.may(TRANSCRIBE, ENQUIRY), ReasonCode.AI_NOT_DISCLOSED);
    stage.announce(call, NOTICE);
    permitted(call.may(TRANSCRIBE, ENQUIRY));
    return "half played: " + why + "; " + recording + "; played to its end: permitted";
  }

  private static String web(Stage stage) {
    Notice web = stage.notice("web");
    boolean onLine =
        stage.register().lines().stream()
            .anyMatch(l -> l.id().value().equals("sign-up") && l.notices().contains(web.id()));
    must(onLine, "the sign-up line has no notice");
    String address = web.fullText() == null ? "" : web.fullText().url().toString();
    must(address.equals("https://agent.example/datenschutz"), "no address");
    must(web.version().equals("2024-04-08"), "version " + web.version());
    return "version " + web.version() + " at " + address;
  }

  private static String fourBases(Stage stage) {
    Call call = agreed(stage);
    return String.join(
        ", ",
        basis(stage, permitted(call.may(TRANSCRIBE, ENQUIRY)), LegalBasis.CONTRACT),
        basis(stage, permitted(call.may(ANALYSE, ANALYSIS)), LegalBasis.LEGITIMATE_INTERESTS),
        basis(stage, permitted(call.may(RECORD, RECORDING)), LegalBasis.CONSENT),
        basis(stage, permitted(call.may(SUMMARISE, STATUTORY)), LegalBasis.LEGAL_DUTY));
  }

  private static String basis(Stage stage, Permit permit, LegalBasis expected) {
    Purpose purpose = stage.register().purpose(permit.purpose()).orElseThrow();
    must(purpose.basis() == expected, purpose.id() + " rests on " + purpose.basis());
    return permit.operation() + " for " + purpose.id() + ": " + purpose.basis().article();
  }

  private static String spokenConsent(Stage stage) throws IOException {
    Call call = stage.call(LINE, NOTICE);
    stage.ask(call, NOTICE, RECORDING);
    ConsentOutcome unsure = stage.say(call, RECORDING, "Hm, worum geht es denn?");
    must(unsure instanceof ConsentOutcome.Unclear, "the answer is " + unsure);
    String why = denied(call.may(RECORD, RECORDING), ReasonCode.CONSENT_UNCLEAR);
    stage.ask(call, NOTICE, RECORDING);
    ConsentOutcome yes = stage.say(call, RECORDING, "Ja, gerne.");
    must(yes instanceof ConsentOutcome.Given, "the answer is " + yes);
    permitted(call.may(RECORD, RECORDING));
    return "unclear words: "
        + why
        + "; a clear yes: "
        + stage.access(call).event("consent_answered", Map.of("outcome", "given"));
  }

  private static String afterNo(Stage stage) {
    Call call = agreed(stage);
    RecordingPermit permit = permitted(call.may(RECORD, RECORDING));
    ConsentOutcome outcome = stage.say(call, RECORDING, "Nein danke.");
    must(outcome instanceof ConsentOutcome.Refused, "the answer is " + outcome);
    must(!permit.usable(), "the permit is still usable");
    String why = denied(call.may(RECORD, RECORDING), ReasonCode.CONSENT_REFUSED);
    permitted(call.may(TRANSCRIBE, ENQUIRY));
    return why + "; " + ((ConsentOutcome.Refused) outcome).route();
  }

  private static String rawAnalysis(Stage stage) throws IOException {
    Call call = stage.call(LINE, NOTICE);
    owesRedaction(stage, permitted(call.may(TRAIN, TUNING)));
    ContentPermit analysis = permitted(call.may(ANALYSE, ANALYSIS));
    owesRedaction(stage, analysis);
    Redacted<Transcript> redacted = call.redact(TALK, analysis);
    sealed(call.keep(redacted, analysis));
    must(!stage.access(call).holds(NUMBER), "the number is left");
    try (Stage careless =
        stage.under(
            "\"operations\": [\"analyse\"],",
            "\"operations\": [\"analyse\"], \"redact\": false,")) {
      Call other = careless.call(LINE, NOTICE);
      owesRedaction(careless, permitted(other.may(ANALYSE, ANALYSIS)));
    }
    return rawSound(stage)
        + "; what may be analysed is redacted first, whatever the register says; kept: "
        + redacted.value().text();
  }

  private static String rawSound(Stage stage) {
    Call call = agreed(stage);
    RecordEntry sound = sealed(Recordings.made(call, permitted(call.may(RECORD, RECORDING))));
    ContentPermit analysis = permitted(call.may(ANALYSE, ANALYSIS));
    return Openings.refused(
        call.open(sound.id(), analysis, Stage.actor("it")), ReasonCode.CONTENT_NOT_REDACTED);
  }

  private static void owesRedaction(Stage stage, ContentPermit permit) {
    Purpose purpose = stage.register().purpose(permit.purpose()).orElseThrow();
    must(purpose.basis() == LegalBasis.LEGITIMATE_INTERESTS, "on " + purpose.basis());
    must(permit.obligations().contains(Obligation.REDACT), permit.purpose() + " may stay raw");
  }

  private static String emotions(Stage stage) {
    Call call = agreed(stage);
    return Checks.deniedAmongOthers(
            call.may(INFER_EMOTION, ENQUIRY), ReasonCode.OPERATION_FORBIDDEN)
        + "; "
        + Checks.deniedAmongOthers(call.may(DECIDE, ENQUIRY), ReasonCode.OPERATION_FORBIDDEN);
  }

  private static String disclosure(Stage stage) {
    Call call = agreed(stage);
    String why = "";
    for (Purpose purpose : stage.register().purposes()) {
      why =
          Checks.deniedAmongOthers(
              call.may(DISCLOSE, purpose.id()), ReasonCode.OPERATION_NOT_DECLARED);
    }
    must(!why.isEmpty(), "no purpose is declared");
    return stage.register().purposes().size() + " purposes: " + why;
  }

  private static String withdrawal(Stage stage) throws IOException {
    Call call = agreed(stage);
    sealed(Recordings.made(call, permitted(call.may(RECORD, RECORDING))));
    transcribed(call, RECORDING);
    transcribed(call, ENQUIRY);
    must(call.records().size() == 3, call.records().size() + " records");
    call.caller().withdraw(RECORDING, Answer.written("Ich widerrufe.", stage.now()));
    must(call.records().size() == 1, call.records().size() + " records are left");
    return "recording and its transcript erased, the enquiry's stays; "
        + stage.access(call).event("consent_withdrawn", Map.of("method", "WRITTEN"));
  }

  private static String access(Stage stage) throws IOException {
    Call call = agreed(stage);
    sealed(Recordings.made(call, permitted(call.may(RECORD, RECORDING))));
    transcribed(call, ENQUIRY);
    stage.access(call);
    AccessFolder answer = stage.access(call);
    must(answer.records() == 2, answer.records() + " records");
    for (String told :
        List.of(
            "GDPR Art. 6(1)(b)",
            "Rechenzentrum in Frankfurt am Main",
            "Nordrhein-Westfalen, Düsseldorf",
            "some seconds of sound",
            "ein Angebot")) {
      must(answer.holds(told), "not told: " + told);
    }
    return "2 records and a copy of each; "
        + answer.event("access_answered", Map.of("records", "2"));
  }

  private static String erasure(Stage stage) {
    Call call = agreed(stage);
    sealed(Recordings.made(call, permitted(call.may(RECORD, RECORDING))));
    transcribed(call, ENQUIRY);
    sealed(
        call.keep(
            Summary.of("Ein Angebot wird gewünscht.", "stand-in-1"),
            permitted(call.may(SUMMARISE, ENQUIRY))));
    stage.end(call);
    return Erasures.erased(stage, call);
  }

  /** When a recording and a transcript of a call go. */
  static String sixMonths(Stage stage) {
    Call call = agreed(stage);
    RecordEntry sound = sealed(Recordings.made(call, permitted(call.may(RECORD, RECORDING))));
    RecordEntry words = transcribed(call, RECORDING);
    stage.end(call);
    must(words.due().equals(sound.due()), "not due together");
    return Sweeps.goesOn(stage, call, sound, LocalDate.of(2027, 5, 24));
  }
}
