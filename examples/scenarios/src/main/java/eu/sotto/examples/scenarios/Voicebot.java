package eu.sotto.examples.scenarios;

import static eu.sotto.examples.scenarios.Checks.denied;
import static eu.sotto.examples.scenarios.Checks.deniedAmongOthers;
import static eu.sotto.examples.scenarios.Checks.must;
import static eu.sotto.examples.scenarios.Checks.permitted;
import static eu.sotto.examples.scenarios.Checks.sealed;
import static eu.sotto.examples.scenarios.RecordingAndVoicebot.VOICEBOT;
import static eu.sotto.examples.scenarios.RecordingAndVoicebot.agreed;
import static eu.sotto.permit.Operation.DISCLOSE;
import static eu.sotto.permit.Operation.TRANSCRIBE;

import eu.sotto.Call;
import eu.sotto.notice.Notice;
import eu.sotto.notice.NoticePart;
import eu.sotto.permit.ContentPermit;
import eu.sotto.permit.ReasonCode;
import eu.sotto.permit.Redacted;
import eu.sotto.records.Named;
import eu.sotto.records.RecordEntry;
import eu.sotto.records.RecordKind;
import eu.sotto.redaction.PiiType;
import eu.sotto.redaction.Transcript;
import eu.sotto.redaction.Turn;
import eu.sotto.vocabulary.PurposeId;
import eu.sotto.vocabulary.RecipientId;
import eu.sotto.vocabulary.Role;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** S4's voicebot: what it asks, what it hears, and who receives that. Stateless. */
final class Voicebot {
  private static final PurposeId FRAUD = PurposeId.of("fraud-prevention");
  private static final RecipientId TELEPHONE = RecipientId.of("telephone-system");
  private static final RecipientId MODEL = RecipientId.of("language-model");
  private static final String EMAIL = "sabine.wolf@kundin.example";

  private Voicebot() {}

  static List<Promise> promises() {
    return List.of(
        Promise.keeps(
            "notice",
            "Notice and full text tell everything, with no duty to answer and no profile",
            Voicebot::notice),
        Promise.keeps(
            "numbers",
            "Numbers, start and duration go three months after the call",
            Voicebot::numbers),
        Promise.keeps(
            "asks-for-nothing",
            "The bot asks for no name and no number; a question that does is flagged",
            Voicebot::asksForNothing),
        Promise.keeps(
            "volunteered",
            "What callers say of themselves unasked is not left in the dialogue",
            Voicebot::volunteered),
        Promise.refuses(
            "model-maker", "Nothing is disclosed to the maker of the model", Voicebot::modelMaker),
        Promise.keeps(
            "sub-processor",
            "The model works under the telephone system's contract; on its own account it only"
                + " prevents fraud",
            Voicebot::subProcessor),
        Promise.refuses(
            "outside-eu",
            "No processing outside the EU, whatever the contract",
            Voicebot::outsideEu));
  }

  private static String notice(Stage stage) {
    Notice notice = stage.notice(RecordingAndVoicebot.NOTICE);
    List<NoticePart> told =
        List.of(
            NoticePart.CONTROLLER,
            NoticePart.DATA_PROTECTION_OFFICER,
            NoticePart.PURPOSES,
            NoticePart.LEGAL_BASES,
            NoticePart.RECIPIENTS,
            NoticePart.RETENTION_PERIODS,
            NoticePart.RIGHTS,
            NoticePart.WITHDRAWAL,
            NoticePart.COMPLAINT,
            NoticePart.DUTY_TO_PROVIDE,
            NoticePart.REFUSAL);
    for (NoticePart part : told) {
      boolean full = notice.fullText() != null && notice.fullText().parts().contains(part);
      must(notice.tells(part) || full, "it does not tell " + part);
    }
    must(notice.text().contains("kein Profil wird gebildet"), "it does not speak of profiles");
    return told.size()
        + " parts in text or full text; a complaint left out: "
        + Checks.problem(
            stage.refusedAtLoad("\"withdrawal\", \"complaint\",", "\"withdrawal\","), "COMPLAINT");
  }

  private static String numbers(Stage stage) {
    Call call = agreed(stage);
    stage.end(call);
    RecordEntry numbers =
        call.records().stream()
            .filter(entry -> entry.what().kind() == RecordKind.CALL_METADATA)
            .findFirst()
            .orElseThrow(() -> new NotShown("no numbers are kept"));
    return Sweeps.goesOn(stage, call, numbers, LocalDate.of(2027, 2, 24));
  }

  private static String asksForNothing(Stage stage) throws IOException {
    Call call = agreed(stage);
    Set<PiiType> fine = call.asking(VOICEBOT, "Worum geht es bitte?");
    must(fine.isEmpty(), "flagged: " + fine);
    Set<PiiType> asked =
        call.asking(VOICEBOT, "Wie ist Ihr Name, und unter welcher Telefonnummer sind Sie da?");
    must(asked.containsAll(Set.of(PiiType.PERSON, PiiType.PHONE)), "flagged: " + asked);
    return stage.access(call).event("question_flagged", Map.of("purpose", "voicebot"))
        + ": "
        + Checks.words(asked);
  }

  private static String modelMaker(Stage stage) {
    Call call = agreed(stage);
    RecipientId maker = RecipientId.of("model-maker");
    permitted(call.may(TRANSCRIBE, VOICEBOT, MODEL));
    deniedAmongOthers(call.may(DISCLOSE, VOICEBOT, maker), ReasonCode.RECIPIENT_FORBIDDEN);
    return deniedAmongOthers(call.may(TRANSCRIBE, VOICEBOT, maker), ReasonCode.RECIPIENT_FORBIDDEN)
        + "; "
        + Checks.problem(
            stage.refusedAtLoad(
                "\"telephone-system\", \"language-model\"",
                "\"telephone-system\", \"language-model\", \"model-maker\""),
            "model-maker is forbidden");
  }

  private static String outsideEu(Stage stage) throws IOException {
    permitted(agreed(stage).may(TRANSCRIBE, VOICEBOT, MODEL));
    String overseas =
        "\"role\": \"sub-processor\", \"country\": \"US\", \"transfer\": { \"mechanism\": \"scc\","
            + " \"evidence\": \"clauses\", \"date\": \"2026-01-01\" },";
    try (Stage other =
        stage.under("\"role\": \"sub-processor\",\n      \"country\": \"IE\",", overseas)) {
      return "moved to the US, with standard clauses: "
          + denied(agreed(other).may(TRANSCRIBE, VOICEBOT, MODEL), ReasonCode.TRANSFER_FORBIDDEN);
    }
  }

  private static String volunteered(Stage stage) throws IOException {
    Call call = agreed(stage);
    ContentPermit permit = permitted(call.may(TRANSCRIBE, VOICEBOT));
    Redacted<Transcript> redacted =
        call.redact(
            Transcript.of(
                Locale.GERMAN,
                List.of(
                    Turn.of(Role.CALLER, "Mein Name ist Sabine Wolf, schreiben Sie an " + EMAIL))),
            permit);
    sealed(call.keep(redacted, permit));
    AccessFolder all = stage.access(call);
    must(all.holds("schreiben Sie an"), "nothing is kept");
    must(!all.holds(EMAIL) && !all.holds("Sabine Wolf"), "name or address is left");
    must(
        stage.privacy().find(Named.email(EMAIL), Stage.actor("data-protection")).size() == 1,
        "the caller is not found by the address");
    return "kept: " + redacted.value().text() + "; the caller is still found by the address";
  }

  private static String subProcessor(Stage stage) throws IOException {
    Call call = agreed(stage);
    permitted(call.may(TRANSCRIBE, VOICEBOT, MODEL));
    permitted(call.may(DISCLOSE, FRAUD, MODEL));
    String other = denied(call.may(DISCLOSE, FRAUD, TELEPHONE), ReasonCode.RECIPIENT_NOT_DECLARED);
    deniedAmongOthers(
        call.may(DISCLOSE, PurposeId.of("model-improvement"), MODEL),
        ReasonCode.PURPOSE_NOT_DECLARED);
    try (Stage unengaged = stage.under("\"worksFor\": \"telephone-system\",", "")) {
      return "fraud prevention by anybody else: "
          + other
          + "; a model that nobody engaged: "
          + denied(
              agreed(unengaged).may(TRANSCRIBE, VOICEBOT, MODEL),
              ReasonCode.SUB_PROCESSOR_NOT_ENGAGED);
    }
  }
}
