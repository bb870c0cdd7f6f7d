package eu.sotto.examples.scenarios;

import static eu.sotto.examples.scenarios.Checks.denied;
import static eu.sotto.examples.scenarios.Checks.deniedAmongOthers;
import static eu.sotto.examples.scenarios.Checks.must;
import static eu.sotto.examples.scenarios.Checks.permitted;
import static eu.sotto.examples.scenarios.Checks.sealed;
import static eu.sotto.permit.Operation.ANALYSE;
import static eu.sotto.permit.Operation.DISCLOSE;
import static eu.sotto.permit.Operation.RECORD;
import static eu.sotto.permit.Operation.TRANSCRIBE;
import static eu.sotto.redaction.PiiType.ADDRESS;
import static eu.sotto.redaction.PiiType.BIRTH_DATE;

import eu.sotto.Call;
import eu.sotto.consent.ConsentOutcome;
import eu.sotto.notice.Notice;
import eu.sotto.notice.NoticePart;
import eu.sotto.permit.ContentPermit;
import eu.sotto.permit.Decision;
import eu.sotto.permit.DisclosurePermit;
import eu.sotto.permit.ReasonCode;
import eu.sotto.purpose.Submission;
import eu.sotto.records.RecordEntry;
import eu.sotto.records.Taken;
import eu.sotto.redaction.PiiType;
import eu.sotto.redaction.Transcript;
import eu.sotto.redaction.Turn;
import eu.sotto.vocabulary.Answer;
import eu.sotto.vocabulary.PurposeId;
import eu.sotto.vocabulary.RecipientId;
import eu.sotto.vocabulary.Role;
import java.io.IOException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** S2: a guide for anyone who lets an AI take part in calls. Stateless. */
final class Guide {
  private static final String LINE = "hotline";
  private static final String NOTICE = "menu";
  static final PurposeId RECORDING = PurposeId.of("recording");
  static final PurposeId ANALYSIS = PurposeId.of("analysis");
  private static final PurposeId DISCLOSURE = PurposeId.of("disclosure");
  private static final RecipientId PARTNER = RecipientId.of("partner");
  private static final List<PurposeId> ASKED = List.of(RECORDING, ANALYSIS, DISCLOSURE);
  private static final String ORDER = "AB12CD";
  private static final String ADDRESS_GIVEN = "Beispielweg 12, 10115 Berlin";
  private static final String BORN = "12.03.1971";
  static final Transcript TALK =
      Transcript.of(
          Locale.GERMAN, List.of(Turn.of(Role.CALLER, "Wann kommt denn meine Bestellung?")));

  private Guide() {}

  static Scenario scenario() {
    return new Scenario(
        "S2",
        "A guide: separate consents by key press",
        Stream.of(promises(), GuideOversight.promises()).flatMap(List::stream).toList());
  }

  private static List<Promise> promises() {
    return List.of(
        Assumed.promise(12),
        Promise.refuses(
            "controller",
            "Whoever applies the guide says who is responsible, or nothing loads",
            Guide::controller),
        Promise.keeps(
            "told-first", "The AI is told first, the recording before it runs", Guide::toldFirst),
        Promise.keeps(
            "three-consents",
            "Recording, analysis and disclosure: each by its own key press",
            Guide::threeConsents),
        Promise.keeps("voice", "A spoken yes counts like a key", Guide::voice),
        Promise.refuses(
            "early-key", "Key 1 before the question ends is no consent", Guide::earlyKey),
        Promise.refuses("silence", "Silence is no consent", Guide::silence),
        Promise.keeps(
            "said-aloud",
            "How it goes on without, another way and how to abort are said aloud",
            Guide::saidAloud),
        Promise.refuses(
            "disclose-on-recording",
            "A consent to record carries no disclosure",
            Guide::discloseOnRecording),
        Promise.keeps(
            "disclosure",
            "Third parties only with their own consent, and only the one told",
            Guide::disclosure),
        Promise.refuses(
            "full-address",
            "A general enquiry takes in no full address and no date of birth",
            Guide::fullAddress),
        Promise.refuses("other-purposes", "No other purpose is served", Guide::otherPurposes),
        Promise.keeps(
            "withdrawal",
            "A withdrawal takes one consent back, without detriment to the rest",
            Guide::withdrawal),
        Promise.keeps(
            "roles",
            "A recording is heard by the role that needs it, with two factors",
            Guide::roles),
        Promise.keeps("retention", "What is kept goes after thirty days", Guide::retention),
        Promise.keeps("erasure", "A caller's data is erased on request", Guide::erasure));
  }

  static Call agreed(Stage stage, PurposeId... purposes) {
    Call call = stage.call(LINE, NOTICE);
    for (PurposeId purpose : purposes) {
      stage.askAndPress(call, NOTICE, purpose, '1');
    }
    return call;
  }

  static RecordEntry recorded(Call call) {
    return sealed(Recordings.made(call, permitted(call.may(RECORD, RECORDING))));
  }

  private static String controller(Stage stage) {
    return Checks.problem(
        stage.refusedAtLoad("\"name\": \"Unternehmen, das den Leitfaden anwendet\",", ""),
        "$.controller");
  }

  private static String toldFirst(Stage stage) throws IOException {
    Call call = stage.call(LINE);
    stage.announceHalf(call, NOTICE);
    String ai = deniedAmongOthers(call.may(ANALYSE, ANALYSIS), ReasonCode.AI_NOT_DISCLOSED);
    String recording =
        deniedAmongOthers(call.may(RECORD, RECORDING), ReasonCode.RECORDING_NOT_ANNOUNCED);
    stage.announce(call, NOTICE);
    for (PurposeId purpose : List.of(ANALYSIS, RECORDING)) {
      stage.askAndPress(call, NOTICE, purpose, '1');
    }
    permitted(call.may(ANALYSE, ANALYSIS));
    permitted(call.may(RECORD, RECORDING));
    return "half played: "
        + ai
        + "; "
        + recording
        + "; then "
        + stage.access(call).event("notice_played", Map.of("notice", NOTICE));
  }

  /** What each consent is asked for. */
  private static Decision<?> may(Call call, PurposeId purpose) {
    if (purpose.equals(RECORDING)) {
      return call.may(RECORD, RECORDING);
    }
    return purpose.equals(ANALYSIS)
        ? call.may(ANALYSE, ANALYSIS)
        : call.may(DISCLOSE, DISCLOSURE, PARTNER);
  }

  private static String threeConsents(Stage stage) {
    String unasked = "";
    String refused = "";
    for (PurposeId agreed : ASKED) {
      Call call = agreed(stage, agreed);
      permitted(may(call, agreed));
      for (PurposeId other : ASKED) {
        if (!other.equals(agreed)) {
          unasked = denied(may(call, other), ReasonCode.CONSENT_NOT_ASKED);
          stage.askAndPress(call, NOTICE, other, '2');
          refused = denied(may(call, other), ReasonCode.CONSENT_REFUSED);
        }
      }
      permitted(may(call, agreed));
    }
    return "each of "
        + ASKED
        + " permitted by its own 1 alone; the others "
        + unasked
        + ", after a 2 "
        + refused;
  }

  private static String voice(Stage stage) throws IOException {
    Call call = stage.call(LINE, NOTICE);
    stage.ask(call, NOTICE, RECORDING);
    ConsentOutcome yes = stage.say(call, RECORDING, "Ja, einverstanden.");
    must(yes instanceof ConsentOutcome.Given, "the answer is " + yes);
    permitted(call.may(RECORD, RECORDING));
    return stage
        .access(call)
        .event("consent_answered", Map.of("outcome", "given", "method", "SPOKEN"));
  }

  private static String earlyKey(Stage stage) throws IOException {
    Call call = stage.call(LINE, NOTICE);
    stage.clock().advance(Duration.ofSeconds(5));
    call.asked(RECORDING, stage.notice(NOTICE), stage.now());
    Answer early = Answer.keyPress('1', stage.now().minusSeconds(1));
    ConsentOutcome outcome = call.answered(RECORDING, early);
    must(
        outcome.equals(new ConsentOutcome.NotValid(ReasonCode.ANSWERED_BEFORE_QUESTION_ENDED)),
        "the answer is " + outcome);
    String why = denied(call.may(RECORD, RECORDING), ReasonCode.ANSWERED_BEFORE_QUESTION_ENDED);
    String event = stage.access(call).event("consent_answered", Map.of("outcome", "not-valid"));
    stage.askAndPress(call, NOTICE, RECORDING, '1');
    permitted(call.may(RECORD, RECORDING));
    return why + ", " + event + "; after its end: permitted";
  }

  private static String silence(Stage stage) {
    Call call = stage.call(LINE, NOTICE);
    stage.ask(call, NOTICE, RECORDING);
    stage.clock().advance(Duration.ofSeconds(10));
    call.unanswered(RECORDING, stage.now());
    String why = denied(call.may(RECORD, RECORDING), ReasonCode.CONSENT_NOT_ANSWERED);
    permitted(agreed(stage, RECORDING).may(RECORD, RECORDING));
    return why;
  }

  private static String saidAloud(Stage stage) {
    Notice notice = stage.notice(NOTICE);
    must(notice.tells(NoticePart.REFUSAL), "the notice does not tell how to refuse");
    Call call = stage.call(LINE, NOTICE);
    for (PurposeId purpose : ASKED) {
      ConsentOutcome outcome = stage.askAndPress(call, NOTICE, purpose, '2');
      must(outcome instanceof ConsentOutcome.Refused, "the answer is " + outcome);
      String route = ((ConsentOutcome.Refused) outcome).route();
      must(notice.text().contains(route), "not said aloud: " + route);
    }
    for (String way : List.of("uns statt dessen schreiben", "mit der 9 abbrechen")) {
      must(notice.text().contains(way), "not said aloud: " + way);
    }
    return "notice " + notice.id() + " says all 3 routes, another channel and the key to abort";
  }

  private static String discloseOnRecording(Stage stage) {
    Call call = agreed(stage, RECORDING);
    permitted(call.may(RECORD, RECORDING));
    return deniedAmongOthers(
            call.may(DISCLOSE, RECORDING, PARTNER), ReasonCode.OPERATION_NOT_DECLARED)
        + "; "
        + denied(call.may(DISCLOSE, DISCLOSURE, PARTNER), ReasonCode.CONSENT_NOT_ASKED);
  }

  private static String disclosure(Stage stage) throws IOException {
    Call call = agreed(stage, DISCLOSURE);
    ContentPermit text = permitted(call.may(TRANSCRIBE, DISCLOSURE));
    sealed(call.keep(call.redact(TALK, text), text));
    DisclosurePermit permit = permitted(call.may(DISCLOSE, DISCLOSURE, PARTNER));
    must(
        call.exports().vcon(permit, Stage.actor("partner-desk")).json().contains("Bestellung"),
        "nothing is disclosed");
    String stranger =
        denied(
            call.may(DISCLOSE, DISCLOSURE, RecipientId.of("stranger")),
            ReasonCode.RECIPIENT_NOT_DECLARED);
    return stage.access(call).event("call_disclosed", Map.of("recipient", "partner"))
        + "; "
        + stranger;
  }

  private static String fullAddress(Stage stage) throws IOException {
    Call call = agreed(stage, ANALYSIS);
    Set<PiiType> asked =
        call.asking(ANALYSIS, "Wie lauten Ihre Anschrift und Ihr Geburtsdatum bitte?");
    must(asked.containsAll(Set.of(ADDRESS, BIRTH_DATE)), "flagged: " + asked);
    ContentPermit permit = permitted(call.may(TRANSCRIBE, ANALYSIS));
    Taken taken =
        call.take(
            Submission.of(Map.of("order", ORDER, "address", ADDRESS_GIVEN, "birth-date", BORN)),
            permit);
    sealed(taken.kept());
    AccessFolder all = stage.access(call);
    must(all.holds(ORDER), "the order is not kept");
    must(!all.holds(ADDRESS_GIVEN), "the address is kept");
    must(!all.holds(BORN), "the date of birth is kept");
    return all.event("question_flagged", Map.of("purpose", "analysis"))
        + ": "
        + Checks.words(asked)
        + "; of 3 fields kept: order, "
        + all.event("intake_sifted", Map.of("taken", "1"));
  }

  private static String otherPurposes(Stage stage) {
    Call call = agreed(stage, RECORDING, ANALYSIS, DISCLOSURE);
    String why =
        deniedAmongOthers(
            call.may(ANALYSE, PurposeId.of("advertising")), ReasonCode.PURPOSE_NOT_DECLARED);
    permitted(call.may(ANALYSE, ANALYSIS));
    return why;
  }

  private static String withdrawal(Stage stage) throws IOException {
    Call call = agreed(stage, RECORDING, ANALYSIS);
    recorded(call);
    ContentPermit analysis = permitted(call.may(TRANSCRIBE, ANALYSIS));
    sealed(call.keep(call.redact(TALK, analysis), analysis));
    call.caller().withdraw(ANALYSIS, Answer.keyPress('2', stage.now()));
    must(!analysis.usable(), "the permit is still usable");
    must(call.records().size() == 1, call.records().size() + " records are left");
    permitted(call.may(RECORD, RECORDING));
    return denied(call.may(ANALYSE, ANALYSIS), ReasonCode.CONSENT_WITHDRAWN)
        + ", its text erased; recording still permitted; "
        + stage.access(call).event("consent_withdrawn", Map.of("purpose", "analysis"));
  }

  private static String roles(Stage stage) throws IOException {
    Call call = agreed(stage, RECORDING);
    recorded(call);
    ContentPermit permit = permitted(call.may(TRANSCRIBE, RECORDING));
    return Openings.byRole(stage, call, permit, "quality-desk", "partner-desk");
  }

  private static String retention(Stage stage) {
    Call call = agreed(stage, RECORDING);
    RecordEntry entry = recorded(call);
    stage.end(call);
    return Sweeps.goesOn(stage, call, entry, LocalDate.of(2026, 12, 24));
  }

  private static String erasure(Stage stage) {
    Call call = agreed(stage, RECORDING);
    recorded(call);
    stage.end(call);
    return Erasures.erased(stage, call);
  }
}
