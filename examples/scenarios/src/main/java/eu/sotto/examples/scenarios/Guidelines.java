package eu.sotto.examples.scenarios;

import static eu.sotto.examples.scenarios.Checks.denied;
import static eu.sotto.examples.scenarios.Checks.deniedAmongOthers;
import static eu.sotto.examples.scenarios.Checks.must;
import static eu.sotto.examples.scenarios.Checks.permitted;
import static eu.sotto.examples.scenarios.Checks.sealed;
import static eu.sotto.permit.Operation.IDENTIFY_BY_VOICE;
import static eu.sotto.permit.Operation.INFER_EMOTION;
import static eu.sotto.permit.Operation.PERSONALISE;
import static eu.sotto.permit.Operation.RECORD;
import static eu.sotto.permit.Operation.SUMMARISE;
import static eu.sotto.permit.Operation.TRANSCRIBE;

import eu.sotto.Call;
import eu.sotto.consent.ConsentOutcome;
import eu.sotto.notice.NoticePart;
import eu.sotto.permit.ContentPermit;
import eu.sotto.permit.ReasonCode;
import eu.sotto.permit.Redacted;
import eu.sotto.records.RecordEntry;
import eu.sotto.redaction.Summary;
import eu.sotto.redaction.Transcript;
import eu.sotto.redaction.Turn;
import eu.sotto.register.Channel;
import eu.sotto.register.Line;
import eu.sotto.register.Purpose;
import eu.sotto.vocabulary.Answer;
import eu.sotto.vocabulary.PurposeId;
import eu.sotto.vocabulary.RecipientId;
import eu.sotto.vocabulary.Role;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** S1: a company with guidelines for its use of AI. Stateless. */
final class Guidelines {
  private static final String LINE = "hotline";
  private static final String NOTICE = "before-use";
  static final PurposeId ASSISTANCE = PurposeId.of("assistance");
  private static final PurposeId OFFERS = PurposeId.of("personal-offers");
  private static final PurposeId HEALTH = PurposeId.of("health");
  private static final RecipientId HOST = RecipientId.of("host");
  private static final List<String> PERSONAL =
      List.of("030 23125 017", "sabine.wolf@kundin.example");
  static final Transcript TALK =
      Transcript.of(
          Locale.GERMAN,
          List.of(
              Turn.of(
                  Role.CALLER,
                  "Meine Lieferung fehlt. Sie erreichen mich unter "
                      + PERSONAL.get(0)
                      + " oder "
                      + PERSONAL.get(1)
                      + ".")));

  private Guidelines() {}

  static Scenario scenario() {
    return new Scenario(
        "S1",
        "Guidelines: a company's own rules for AI",
        Stream.of(promises(), GuidelinesOnAi.promises()).flatMap(List::stream).toList());
  }

  private static List<Promise> promises() {
    return List.of(
        Assumed.promise(12),
        Promise.refuses(
            "before-yes",
            "Nothing is transcribed before the caller said yes",
            Guidelines::beforeYes),
        Promise.keeps("written-yes", "The yes may be spoken or written", Guidelines::writtenYes),
        Promise.keeps("redacted-only", "Only redacted text is kept", Guidelines::redactedOnly),
        Promise.refuses("audio", "Sound is not stored, for no purpose", Guidelines::audio),
        Promise.refuses(
            "us-host", "A host in the US is refused, whatever its contract", Guidelines::usHost),
        Promise.keeps(
            "label", "Chat, e-mail and advertisements say that AI wrote them", Guidelines::label),
        Promise.keeps(
            "summary-label", "A summary carries the label of its model", Guidelines::summaryLabel),
        Promise.keeps("offers", "Personal offers need a consent of their own", Guidelines::offers),
        Promise.keeps(
            "sensitive",
            "Sensitive data only with explicit consent of its own, or nothing loads",
            Guidelines::sensitive),
        Promise.refuses(
            "identifying", "Nobody is identified, no feeling inferred", Guidelines::identifying),
        Promise.keeps(
            "erasure", "A caller's data is erased on request, at any time", Guidelines::erasure),
        Promise.keeps("retention", "Text goes thirty days after the call", Guidelines::retention));
  }

  static Call agreed(Stage stage, PurposeId... purposes) {
    Call call = stage.call(LINE, NOTICE);
    for (PurposeId purpose : purposes) {
      stage.ask(call, NOTICE, purpose);
      stage.say(call, purpose, "Ja, gerne.");
    }
    return call;
  }

  static RecordEntry transcribed(Call call) {
    ContentPermit permit = permitted(call.may(TRANSCRIBE, ASSISTANCE));
    return sealed(call.keep(call.redact(TALK, permit), permit));
  }

  private static String beforeYes(Stage stage) throws IOException {
    Call call = stage.call(LINE, NOTICE);
    String unasked = denied(call.may(TRANSCRIBE, ASSISTANCE), ReasonCode.CONSENT_NOT_ASKED);
    stage.ask(call, NOTICE, ASSISTANCE);
    String open = denied(call.may(TRANSCRIBE, ASSISTANCE), ReasonCode.CONSENT_NOT_ANSWERED);
    String event = stage.access(call).event("permit_denied", Map.of("operation", "transcribe"));
    stage.say(call, ASSISTANCE, "Ja.");
    permitted(call.may(TRANSCRIBE, ASSISTANCE));
    return unasked + "; asked: " + open + ", " + event + "; after yes: permitted";
  }

  private static String writtenYes(Stage stage) throws IOException {
    Call call = stage.call(LINE, NOTICE);
    stage.ask(call, NOTICE, ASSISTANCE);
    ConsentOutcome written =
        call.answered(ASSISTANCE, Answer.written("einverstanden", stage.now()));
    must(written instanceof ConsentOutcome.Given, "the answer is " + written);
    permitted(call.may(TRANSCRIBE, ASSISTANCE));
    permitted(agreed(stage, ASSISTANCE).may(TRANSCRIBE, ASSISTANCE));
    AccessFolder all = stage.access(call);
    return all.event("consent_answered", Map.of("method", "WRITTEN"))
        + ", "
        + all.event("consent_answered", Map.of("method", "SPOKEN"));
  }

  private static String redactedOnly(Stage stage) throws IOException {
    Call call = agreed(stage, ASSISTANCE);
    ContentPermit permit = permitted(call.may(TRANSCRIBE, ASSISTANCE));
    Redacted<Transcript> redacted = call.redact(TALK, permit);
    sealed(call.keep(redacted, permit));
    AccessFolder all = stage.access(call);
    must(all.holds("Meine Lieferung fehlt"), "nothing is kept");
    for (String personal : PERSONAL) {
      must(!all.holds(personal), "personal data is left");
    }
    return "kept: " + redacted.value().text();
  }

  private static String audio(Stage stage) {
    Call call = agreed(stage, ASSISTANCE, OFFERS, HEALTH);
    String why = "";
    for (Purpose purpose : stage.register().purposes()) {
      why = deniedAmongOthers(call.may(RECORD, purpose.id()), ReasonCode.OPERATION_FORBIDDEN);
    }
    must(!why.isEmpty(), "no purpose is declared");
    return stage.register().purposes().size() + " purposes: " + why;
  }

  private static String usHost(Stage stage) throws IOException {
    permitted(agreed(stage, ASSISTANCE).may(TRANSCRIBE, ASSISTANCE, HOST));
    String there =
        "\"country\": \"US\", \"transfer\": { \"mechanism\": \"scc\", \"evidence\": \"clauses\","
            + " \"date\": \"2026-01-01\" },";
    try (Stage other = stage.under("\"country\": \"DE\",", there)) {
      Call call = agreed(other, ASSISTANCE);
      return "in the US, with standard clauses: "
          + denied(call.may(TRANSCRIBE, ASSISTANCE, HOST), ReasonCode.TRANSFER_FORBIDDEN);
    }
  }

  private static String label(Stage stage) {
    List<String> told = new ArrayList<>();
    for (Line line : stage.register().lines()) {
      if (line.channel() != Channel.VOICE) {
        boolean tells =
            line.notices().stream()
                .anyMatch(id -> stage.notice(id.value()).tells(NoticePart.AI_DISCLOSURE));
        must(tells, line.id() + " does not say so");
        told.add(line.id().value());
      }
    }
    must(told.equals(List.of("chat", "email", "advertisements")), "only on " + told);
    return "a notice that tells of the AI stands on " + told;
  }

  private static String summaryLabel(Stage stage) throws IOException {
    Call call = agreed(stage, ASSISTANCE);
    RecordEntry entry =
        sealed(
            call.keep(
                Summary.of("Eine Lieferung fehlt.", "stand-in-1"),
                permitted(call.may(SUMMARISE, ASSISTANCE))));
    must("true".equals(entry.what().labels().get("aiGenerated")), "no label");
    must("stand-in-1".equals(entry.what().labels().get("model")), "no model");
    return "aiGenerated by stand-in-1, "
        + stage.access(call).event("permit_granted", Map.of("obligations", "LABEL_AI REDACT"));
  }

  private static String offers(Stage stage) {
    Call call = agreed(stage, ASSISTANCE);
    String why = denied(call.may(PERSONALISE, OFFERS), ReasonCode.CONSENT_NOT_ASKED);
    permitted(agreed(stage, OFFERS).may(PERSONALISE, OFFERS));
    return "yes to assistance only: " + why + "; own yes: permitted";
  }

  private static String sensitive(Stage stage) {
    Call call = agreed(stage, ASSISTANCE);
    String why = denied(call.may(TRANSCRIBE, HEALTH), ReasonCode.CONSENT_NOT_ASKED);
    permitted(agreed(stage, HEALTH).may(TRANSCRIBE, HEALTH));
    return why
        + "; without the mark: "
        + Checks.problem(
            stage.refusedAtLoad("\"consentMarks\": [\"explicit\"],", ""), "need explicit consent");
  }

  private static String identifying(Stage stage) {
    Call call = agreed(stage, ASSISTANCE);
    return deniedAmongOthers(
            call.may(IDENTIFY_BY_VOICE, ASSISTANCE), ReasonCode.OPERATION_FORBIDDEN)
        + "; "
        + deniedAmongOthers(call.may(INFER_EMOTION, ASSISTANCE), ReasonCode.OPERATION_FORBIDDEN);
  }

  private static String erasure(Stage stage) {
    Call call = agreed(stage, ASSISTANCE);
    transcribed(call);
    return Erasures.erased(stage, call);
  }

  private static String retention(Stage stage) {
    Call call = agreed(stage, ASSISTANCE);
    RecordEntry entry = transcribed(call);
    stage.end(call);
    return Sweeps.goesOn(stage, call, entry, LocalDate.of(2026, 12, 24));
  }
}
