package eu.sotto;

import eu.sotto.permit.ContactPermit;
import eu.sotto.permit.Decision;
import eu.sotto.permit.ReasonCode;
import eu.sotto.register.Register;
import eu.sotto.vocabulary.Answer;
import eu.sotto.vocabulary.CallId;
import eu.sotto.vocabulary.Callee;
import eu.sotto.vocabulary.LineId;
import eu.sotto.vocabulary.Party;
import eu.sotto.vocabulary.PurposeId;
import java.time.Duration;
import java.util.List;
import java.util.function.UnaryOperator;

/** The practice as one that also calls people: purposes of every kind and lines of every kind. */
final class Outreach {
  static final PurposeId ADVERTISING = PurposeId.of("advertising");
  static final PurposeId SURVEY = PurposeId.of("survey");
  static final PurposeId WIN_BACK = PurposeId.of("win-back");
  static final PurposeId MOVED = PurposeId.of("moved");
  static final PurposeId RECALL = PurposeId.of("recall");
  static final PurposeId ANSWER = PurposeId.of("answer");
  static final LineId CALLS = LineId.of("calls");
  static final LineId ROBOT = LineId.of("robot");
  static final LineId SILENT = LineId.of("silent");
  static final LineId MAIN = LineId.of("main");
  static final Party SOMEBODY = Party.phone("+49 30 23125012");

  private static final String LINES =
      """
      "lines": [
        { "id": "calls", "channel": "voice", "direction": "outbound", "ai": false, "notices": ["welcome"] },
        { "id": "robot", "channel": "voice", "direction": "outbound", "ai": true, "notices": ["welcome"] },
        { "id": "silent", "channel": "voice", "direction": "outbound", "ai": false, "notices": [] },
      """;
  private static final String PURPOSES =
      """
      "contact": [
        { "purpose": "moved", "kind": "contract" },
        { "purpose": "recall", "kind": "duty" },
        { "purpose": "answer", "kind": "requested" }
      ],
      "purposes": [
        { "id": "advertising", "role": "controller", "legalBasis": "consent",
          "consentValidFor": "P2Y", "consentMarks": ["telephone-advertising"],
          "operations": ["contact"], "dataCategories": ["contact"], "recipients": [],
          "retentionClass": "conversation" },
        { "id": "survey", "role": "controller", "legalBasis": "consent",
          "consentValidFor": "P2Y", "operations": ["contact"], "dataCategories": ["contact"],
          "recipients": [], "retentionClass": "conversation" },
        { "id": "win-back", "role": "controller", "legalBasis": "legitimate-interests",
          "balancing": { "interest": "keeping clients", "outcome": "prevails", "owner": "board",
            "date": "2026-01-01", "review": "2030-01-01" },
          "operations": ["contact"], "dataCategories": ["contact"], "recipients": [],
          "retentionClass": "conversation" },
        { "id": "moved", "role": "controller", "legalBasis": "contract",
          "operations": ["contact"], "dataCategories": ["contact"], "recipients": [],
          "retentionClass": "conversation" },
        { "id": "recall", "role": "controller", "legalBasis": "legal-duty",
          "operations": ["contact"], "dataCategories": ["contact"], "recipients": [],
          "retentionClass": "conversation" },
        { "id": "answer", "role": "controller", "legalBasis": "contract",
          "operations": ["contact"], "dataCategories": ["contact"], "recipients": [],
          "retentionClass": "conversation" },
      """;

  private Outreach() {}

  static Register register() {
    return register(text -> text);
  }

  static Register register(UnaryOperator<String> change) {
    String question =
        """
        "questions": [
          { "purpose": "%s", "keys": { "%s": "given", "%s": "refused" },
            "givenPhrases": ["ja zu %s"], "refusedPhrases": ["nein zu %s"],
            "refusalRoute": "Es geht ohne weiter.", "answerWindow": "PT10S" },
        """;
    String asked =
        question.formatted("advertising", "5", "6", "Werbung", "Werbung")
            + question
                .formatted("survey", "7", "8", "Umfragen", "Umfragen")
                .replace("\"questions\": [", "");
    return Practice.register(
        text ->
            change.apply(
                text.replace("\"lines\": [", LINES)
                    .replace("\"legal-bases\",", "\"legal-bases\", \"legitimate-interests\",")
                    .replace("\"questions\": [", asked)
                    .replace("\"purposes\": [\n", PURPOSES)));
  }

  static Decision<ContactPermit> dial(Practice practice, Party party, PurposeId purpose) {
    return dial(practice, CALLS, party, purpose, Callee.CONSUMER);
  }

  static Decision<ContactPermit> dial(
      Practice practice, LineId line, Party party, PurposeId purpose, Callee callee) {
    return practice.privacy().contact().dial(CallId.of("dialled"), line, party, purpose, callee);
  }

  static List<ReasonCode> reasons(Practice practice, PurposeId purpose) {
    return Practice.reasons(dial(practice, SOMEBODY, purpose));
  }

  /** A consent by key in a call from the number, of which it is made sure whose it was. */
  static void agree(Practice practice, Party party, PurposeId purpose) {
    Call call = unsure(practice, party, purpose);
    call.caller().identified(purpose, Practice.IDENTITY, Practice.ACTOR);
  }

  /** A consent by key in a call from the number; nobody knows who held the telephone. */
  static Call unsure(Practice practice, Party party, PurposeId purpose) {
    practice.after(Duration.ofMinutes(1));
    Call call =
        practice.privacy().answer(CallId.of("c-" + practice.now()), MAIN, party, practice.now());
    practice.announce(call, Duration.ofSeconds(40));
    call.asked(purpose, practice.welcome(), practice.now());
    char key = purpose.equals(ADVERTISING) ? '5' : '7';
    call.answered(purpose, Answer.keyPress(key, practice.after(Duration.ofSeconds(2))));
    call.ended(practice.after(Duration.ofMinutes(1)));
    return call;
  }
}
