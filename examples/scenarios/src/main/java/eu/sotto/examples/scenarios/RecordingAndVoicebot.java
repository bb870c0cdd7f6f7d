package eu.sotto.examples.scenarios;

import static eu.sotto.examples.scenarios.Checks.denied;
import static eu.sotto.examples.scenarios.Checks.deniedAmongOthers;
import static eu.sotto.examples.scenarios.Checks.must;
import static eu.sotto.examples.scenarios.Checks.permitted;
import static eu.sotto.examples.scenarios.Checks.refused;
import static eu.sotto.examples.scenarios.Checks.sealed;
import static eu.sotto.permit.Operation.COACH;
import static eu.sotto.permit.Operation.DECIDE;
import static eu.sotto.permit.Operation.INFER_EMOTION;
import static eu.sotto.permit.Operation.PROFILE;
import static eu.sotto.permit.Operation.RECORD;
import static eu.sotto.permit.Operation.TRAIN;
import static eu.sotto.permit.Operation.TRANSCRIBE;

import eu.sotto.Call;
import eu.sotto.Recording;
import eu.sotto.consent.ConsentOutcome;
import eu.sotto.consent.ConsentState;
import eu.sotto.consent.ProvenStatus;
import eu.sotto.consent.Withdrawal;
import eu.sotto.permit.ContentPermit;
import eu.sotto.permit.ReasonCode;
import eu.sotto.permit.RecordingPermit;
import eu.sotto.records.RecordEntry;
import eu.sotto.redaction.Transcript;
import eu.sotto.redaction.Turn;
import eu.sotto.vocabulary.Answer;
import eu.sotto.vocabulary.Flow;
import eu.sotto.vocabulary.PurposeId;
import eu.sotto.vocabulary.Role;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** S4: a company that records calls and answers with a voicebot. Stateless. */
final class RecordingAndVoicebot {
  static final String LINE = "main";
  static final String NOTICE = "main-notice";
  static final PurposeId RECORDING = PurposeId.of("recording");
  static final PurposeId VOICEBOT = PurposeId.of("voicebot");
  static final Transcript TALK =
      Transcript.of(
          Locale.GERMAN, List.of(Turn.of(Role.CALLER, "Ich möchte bitte zur Buchhaltung.")));

  private RecordingAndVoicebot() {}

  static Scenario scenario() {
    return new Scenario(
        "S4",
        "Recording with a voicebot: a company in Hamburg",
        Stream.of(promises(), CallersNamed.promises(), Voicebot.promises())
            .flatMap(List::stream)
            .toList());
  }

  private static List<Promise> promises() {
    return List.of(
        Assumed.promise(10),
        Promise.refuses(
            "nothing-before",
            "Neither recording nor voicebot before the caller was asked",
            RecordingAndVoicebot::nothingBefore),
        Promise.keeps(
            "separate",
            "Two consents, two questions: yes to one is not yes to the other",
            RecordingAndVoicebot::separate),
        Promise.refuses(
            "after-no",
            "No recording after no, whatever was said before; the wish is honoured",
            RecordingAndVoicebot::afterNo),
        Promise.keeps(
            "three-months",
            "A recording goes three months after the call",
            RecordingAndVoicebot::threeMonths),
        Promise.refuses(
            "past-three-months",
            "Nothing of a call is kept past its three months",
            RecordingAndVoicebot::pastThreeMonths),
        Promise.refuses(
            "wish-to-keep",
            "A mere wish to keep longer does not outlast the three months",
            RecordingAndVoicebot::wishToKeep),
        Promise.refuses(
            "training",
            "AI training is denied even with both consents",
            RecordingAndVoicebot::training),
        Promise.refuses(
            "training-declared",
            "A register that declares AI training does not load",
            RecordingAndVoicebot::trainingDeclared),
        Promise.refuses(
            "profiling",
            "No profile, no reading of feelings, no automated decision, even with consent",
            RecordingAndVoicebot::profiling),
        Promise.keeps(
            "withdrawal",
            "A withdrawal stops a running recording and erases what it carried",
            RecordingAndVoicebot::withdrawal),
        Promise.keeps(
            "past-lawful", "A withdrawal leaves the past lawful", RecordingAndVoicebot::pastLawful),
        Promise.keeps(
            "erasure", "A recording goes earlier on request", RecordingAndVoicebot::erasure),
        Promise.keeps(
            "units", "Only the units that need it hear a recording", RecordingAndVoicebot::units),
        Promise.refuses(
            "annex",
            "The annex calls the processor the controller: such a register does not load",
            RecordingAndVoicebot::annex),
        Promise.refuses(
            "officer",
            "A notice that does not tell of the data protection officer does not load",
            RecordingAndVoicebot::officer));
  }

  static Call agreed(Stage stage) {
    Call call = stage.call(LINE, NOTICE);
    stage.askAndPress(call, NOTICE, RECORDING, '1');
    stage.askAndPress(call, NOTICE, VOICEBOT, '1');
    return call;
  }

  static RecordEntry recorded(Call call) {
    return sealed(Recordings.made(call, permitted(call.may(RECORD, RECORDING))));
  }

  private static String nothingBefore(Stage stage) {
    Call call = stage.call(LINE, NOTICE);
    String recording = denied(call.may(RECORD, RECORDING), ReasonCode.CONSENT_NOT_ASKED);
    String bot = denied(call.may(TRANSCRIBE, VOICEBOT), ReasonCode.CONSENT_NOT_ASKED);
    stage.askAndPress(call, NOTICE, RECORDING, '1');
    stage.askAndPress(call, NOTICE, VOICEBOT, '1');
    permitted(call.may(RECORD, RECORDING));
    permitted(call.may(TRANSCRIBE, VOICEBOT));
    return recording + "; " + bot + "; asked and answered: permitted";
  }

  private static String separate(Stage stage) throws IOException {
    Call one = stage.call(LINE, NOTICE);
    stage.askAndPress(one, NOTICE, RECORDING, '1');
    stage.askAndPress(one, NOTICE, VOICEBOT, '2');
    permitted(one.may(RECORD, RECORDING));
    String bot = denied(one.may(TRANSCRIBE, VOICEBOT), ReasonCode.CONSENT_REFUSED);
    Call other = stage.call(LINE, NOTICE);
    stage.askAndPress(other, NOTICE, RECORDING, '2');
    stage.askAndPress(other, NOTICE, VOICEBOT, '1');
    permitted(other.may(TRANSCRIBE, VOICEBOT));
    String recording = denied(other.may(RECORD, RECORDING), ReasonCode.CONSENT_REFUSED);
    AccessFolder all = stage.access(other);
    return bot
        + "; "
        + recording
        + "; "
        + all.event("consent_answered", Map.of("purpose", "recording", "outcome", "refused"))
        + ", "
        + all.event("consent_answered", Map.of("purpose", "voicebot", "outcome", "given"));
  }

  private static String afterNo(Stage stage) {
    Call call = agreed(stage);
    RecordingPermit permit = permitted(call.may(RECORD, RECORDING));
    ConsentOutcome outcome = stage.press(call, RECORDING, '2');
    must(outcome instanceof ConsentOutcome.Refused, "the answer is " + outcome);
    must(!permit.usable(), "the permit is still usable");
    String why = denied(call.may(RECORD, RECORDING), ReasonCode.CONSENT_REFUSED);
    return "permit ended; " + why + "; " + ((ConsentOutcome.Refused) outcome).route();
  }

  private static String threeMonths(Stage stage) {
    Call call = agreed(stage);
    RecordEntry entry = recorded(call);
    stage.end(call);
    return Sweeps.goesOn(stage, call, entry, LocalDate.of(2027, 2, 24));
  }

  private static String pastThreeMonths(Stage stage) {
    Call call = agreed(stage);
    stage.end(call);
    stage.clock().setNoon(LocalDate.of(2027, 2, 23), stage.register().zone());
    ContentPermit inTime = permitted(call.may(TRANSCRIBE, VOICEBOT));
    sealed(call.keep(call.redact(TALK, inTime), inTime));
    stage.clock().setNoon(LocalDate.of(2027, 2, 24), stage.register().zone());
    ContentPermit late = permitted(call.may(TRANSCRIBE, VOICEBOT));
    return "2027-02-23: kept; 2027-02-24: "
        + refused(call.keep(call.redact(TALK, late), late), ReasonCode.RETENTION_OVER);
  }

  private static String wishToKeep(Stage stage) throws IOException {
    String bound = "{ \"kind\": \"must-delete-by\"";
    String wish =
        "{ \"kind\": \"may-keep\", \"trigger\": \"recorded\", \"term\": \"P1Y\", \"source\": \"a"
            + " wish\", \"justification\": { \"purpose\": \"recording\", \"reason\": \"it may be"
            + " useful\" } }, ";
    try (Stage other = stage.under(bound, wish + bound)) {
      Call call = agreed(other);
      RecordEntry entry = recorded(call);
      other.end(call);
      return "beside a wish to keep for a year: "
          + Sweeps.goesOn(other, call, entry, LocalDate.of(2027, 2, 24));
    }
  }

  private static String training(Stage stage) {
    Call call = agreed(stage);
    permitted(call.may(RECORD, RECORDING));
    deniedAmongOthers(call.may(TRAIN, RECORDING), ReasonCode.OPERATION_FORBIDDEN);
    return deniedAmongOthers(call.may(TRAIN, VOICEBOT), ReasonCode.OPERATION_FORBIDDEN);
  }

  private static String trainingDeclared(Stage stage) {
    return Checks.problem(
        stage.refusedAtLoad("[\"transcribe\", \"analyse\"]", "[\"transcribe\", \"train\"]"),
        "train is forbidden");
  }

  private static String profiling(Stage stage) {
    Call call = agreed(stage);
    return String.join(
        "; ",
        Stream.of(PROFILE, INFER_EMOTION, DECIDE)
            .map(it -> deniedAmongOthers(call.may(it, VOICEBOT), ReasonCode.OPERATION_FORBIDDEN))
            .toList());
  }

  private static String withdrawal(Stage stage) throws IOException {
    Call call = agreed(stage);
    recorded(call);
    try (Recording running = call.record(permitted(call.may(RECORD, RECORDING)))) {
      must(Recordings.flow(running) == Flow.OPEN, "no recording runs");
      Withdrawal withdrawal =
          call.caller().withdraw(RECORDING, Answer.spoken("bitte nicht mehr", stage.now()));
      must(Recordings.flow(running) == Flow.STOPPED, "the recording goes on");
      must(withdrawal.recordsErased() == 1, withdrawal.recordsErased() + " records erased");
    }
    must(call.records().isEmpty(), "a recording is left");
    permitted(call.may(TRANSCRIBE, VOICEBOT));
    return denied(call.may(RECORD, RECORDING), ReasonCode.CONSENT_WITHDRAWN)
        + "; 1 recording erased, "
        + stage.access(call).event("consent_withdrawn", Map.of("purpose", "recording"));
  }

  private static String pastLawful(Stage stage) {
    Call call = agreed(stage);
    recorded(call);
    Instant recorded = stage.now();
    stage.clock().advance(Duration.ofMinutes(5));
    call.caller().withdraw(RECORDING, Answer.spoken("ich widerrufe", stage.now()));
    ProvenStatus then = call.caller().consent(RECORDING, recorded, stage.now());
    ConsentState now = call.caller().consent(RECORDING).state();
    must(then.status().given(), "then: " + then.status().state());
    must(now == ConsentState.WITHDRAWN, "now: " + now);
    return "when it was recorded: given, as "
        + then.evidence().size()
        + " entries prove; now: withdrawn";
  }

  private static String erasure(Stage stage) {
    Call call = agreed(stage);
    recorded(call);
    stage.end(call);
    return Erasures.erased(stage, call);
  }

  private static String units(Stage stage) throws IOException {
    Call call = agreed(stage);
    recorded(call);
    ContentPermit permit = permitted(call.may(COACH, RECORDING));
    return Openings.byRole(stage, call, permit, "training-unit", "exchange");
  }

  private static String annex(Stage stage) {
    return Checks.problem(
        stage.refusedAtLoad(
            "\"Unternehmen in Hamburg\"",
            "\"Anbieter für Telefonanlage, Speicher und Sprachassistent, Berlin\""),
        "the controller cannot be its own recipient");
  }

  private static String officer(Stage stage) {
    return Checks.problem(
        stage.refusedAtLoad("\"controller\", \"data-protection-officer\",", "\"controller\","),
        "DATA_PROTECTION_OFFICER");
  }
}
