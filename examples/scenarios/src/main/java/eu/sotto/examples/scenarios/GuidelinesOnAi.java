package eu.sotto.examples.scenarios;

import static eu.sotto.examples.scenarios.Checks.denied;
import static eu.sotto.examples.scenarios.Checks.must;
import static eu.sotto.examples.scenarios.Checks.permitted;
import static eu.sotto.examples.scenarios.Checks.sealed;
import static eu.sotto.permit.Operation.DECIDE;
import static eu.sotto.permit.Operation.TRANSCRIBE;

import eu.sotto.Call;
import eu.sotto.oversight.CallerMessage;
import eu.sotto.oversight.OutcomeId;
import eu.sotto.oversight.Review;
import eu.sotto.oversight.SideEffect;
import eu.sotto.oversight.Telling;
import eu.sotto.permit.ContentPermit;
import eu.sotto.permit.ReasonCode;
import eu.sotto.records.RecordEntry;
import eu.sotto.vocabulary.Actor;
import eu.sotto.vocabulary.PurposeId;
import java.io.IOException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** S1's promises about what AI decides and does to people. Stateless. */
final class GuidelinesOnAi {
  private static final PurposeId ASSISTANCE = Guidelines.ASSISTANCE;
  private static final PurposeId GOODWILL = PurposeId.of("goodwill");
  private static final PurposeId HEALTH = PurposeId.of("health");
  private static final String GRANTED = "Die Gutschrift wird gewährt.";
  private static final String REFUSED = "Die Gutschrift wird abgelehnt.";
  private static final String REMEDY = "Sie können Löschung verlangen oder uns anrufen.";
  private static final Actor REVIEWER = Stage.actor("ai-review");
  private static final Actor CLERK = Stage.actor("data-protection");

  private GuidelinesOnAi() {}

  static List<Promise> promises() {
    return List.of(
        Promise.keeps(
            "decision",
            "A decision of weight counts once a person who may change it has looked",
            GuidelinesOnAi::decision),
        Promise.refuses(
            "no-door",
            "Nothing of weight is decided unless Art. 22(2) opens a door",
            GuidelinesOnAi::noDoor),
        Promise.keeps(
            "principles",
            "Callers see by which procedure and principles AI decided",
            GuidelinesOnAi::principles),
        Promise.keeps(
            "challenge",
            "A caller contests an outcome: a person hears them and corrects it",
            GuidelinesOnAi::challenge),
        Promise.keeps("flag", "Staff may say that an outcome is wrong, too", GuidelinesOnAi::flag),
        Promise.keeps(
            "sensitive-told",
            "Who is affected by a use of sensitive data is told without delay",
            GuidelinesOnAi::sensitiveTold),
        Promise.keeps(
            "unforeseen-told",
            "Who is affected by an effect that nobody foresaw is told without delay",
            GuidelinesOnAi::unforeseenTold),
        Promise.keeps(
            "reviews",
            "AI in marketing, and bias, are looked at again every six months",
            GuidelinesOnAi::reviews));
  }

  private static String decision(Stage stage) throws IOException {
    Call without = Guidelines.agreed(stage, ASSISTANCE);
    String why = denied(without.may(DECIDE, GOODWILL), ReasonCode.CONSENT_NOT_ASKED);
    Call call = Guidelines.agreed(stage, ASSISTANCE, GOODWILL);
    RecordEntry said = Guidelines.transcribed(call);
    OutcomeId proposed =
        Outcomes.recorded(
            call.decided(Outcomes.result(REFUSED, said), permitted(call.may(DECIDE, GOODWILL))));
    must(Outcomes.standing(stage, proposed).isEmpty(), "it counts before a person looked");
    OutcomeId taken = Outcomes.changed(onlyReview(stage), REVIEWER, GRANTED);
    must(Outcomes.standing(stage, taken).equals(GRANTED), "the person's word does not count");
    return why
        + "; explicitly agreed: waits for a person, who looked and changed it: "
        + stage.access(call).event("review_resolved", Map.of());
  }

  private static String noDoor(Stage stage) throws IOException {
    permitted(Guidelines.agreed(stage, ASSISTANCE, GOODWILL).may(DECIDE, GOODWILL));
    try (Stage other = stage.under("\"door\": { \"kind\": \"explicit-consent\" },", "")) {
      Call call = Guidelines.agreed(other, ASSISTANCE, GOODWILL);
      return "the door taken out: "
          + denied(call.may(DECIDE, GOODWILL), ReasonCode.AUTOMATED_DECISION_WITHOUT_DOOR);
    }
  }

  private static OutcomeId sorted(Call call) {
    return Outcomes.recorded(
        call.decided(
            Outcomes.result("Die Lieferung hat Zeit.", Guidelines.transcribed(call)),
            permitted(call.may(DECIDE, ASSISTANCE))));
  }

  private static Review onlyReview(Stage stage) {
    List<Review> open = stage.privacy().reviews();
    must(open.size() == 1, open.size() + " reviews are open");
    return open.get(0);
  }

  private static String principles(Stage stage) throws IOException {
    Call call = Guidelines.agreed(stage, ASSISTANCE);
    sorted(call);
    AccessFolder answer = stage.access(call);
    for (String told :
        List.of(
            "Ein Sprachmodell ordnet das Anliegen",
            "Name und Herkunft zählen nicht",
            "Die Lieferung hat Zeit.",
            "stand-in-1")) {
      must(answer.holds(told), "not told: " + told);
    }
    return "the answer to a request for access tells procedure, principles, model and result";
  }

  private static String challenge(Stage stage) throws IOException {
    Call call = Guidelines.agreed(stage, ASSISTANCE);
    OutcomeId outcome = sorted(call);
    must(!Outcomes.standing(stage, outcome).isEmpty(), "it did not count at all");
    Review review = call.caller().challenge(outcome, "Es ist eilig.");
    must(Outcomes.standing(stage, outcome).isEmpty(), "it counts although it is contested");
    Outcomes.changed(review, REVIEWER, "Die Lieferung ist eilig.");
    CallerMessage message = Outcomes.told(stage, Telling.About.CORRECTED);
    must(message.text().contains("Die Lieferung ist eilig."), "the correction is not told");
    return "set aside at once, corrected by ai-review; "
        + stage.access(call).event("caller_told", Map.of("about", "CORRECTED"));
  }

  private static String flag(Stage stage) throws IOException {
    Call call = Guidelines.agreed(stage, ASSISTANCE);
    OutcomeId outcome = sorted(call);
    Review review = stage.privacy().oversight().flag(outcome, CLERK, "Das passt nicht.");
    must(Outcomes.standing(stage, outcome).isEmpty(), "it counts although it is flagged");
    Outcomes.changed(review, REVIEWER, "Die Lieferung ist eilig.");
    Outcomes.told(stage, Telling.About.CORRECTED);
    return "flagged by data-protection, corrected by ai-review; "
        + stage.access(call).event("review_resolved", Map.of("role", "ai-review"));
  }

  private static String sensitiveTold(Stage stage) throws IOException {
    Call call = Guidelines.agreed(stage, HEALTH);
    ContentPermit permit = permitted(call.may(TRANSCRIBE, HEALTH));
    sealed(call.keep(call.redact(Guidelines.TALK, permit), permit));
    return told(
        stage,
        call,
        Telling.About.SPECIAL_CATEGORY_USED,
        new SideEffect(
            SideEffect.Kind.SPECIAL_CATEGORY_USED,
            HEALTH,
            "Ein Hinweis auf eine Krankheit wurde verwendet.",
            REMEDY));
  }

  private static String unforeseenTold(Stage stage) throws IOException {
    Call call = Guidelines.agreed(stage, ASSISTANCE);
    sorted(call);
    return told(
        stage,
        call,
        Telling.About.UNFORESEEN_EFFECT,
        new SideEffect(
            SideEffect.Kind.UNFORESEEN_EFFECT,
            ASSISTANCE,
            "Ihre Bestellung wurde doppelt ausgelöst.",
            REMEDY));
  }

  private static String told(Stage stage, Call call, Telling.About about, SideEffect effect)
      throws IOException {
    call.caller().affected(effect, REVIEWER);
    stage.clock().advance(Duration.ofHours(73));
    must(stage.privacy().health().oversight().toTellOverdue() == 1, "nobody notices the delay");
    CallerMessage message = Outcomes.told(stage, about);
    must(message.text().contains(effect.what()), "what happened is not told");
    must(message.text().contains(REMEDY), "what can be done is not told");
    must(stage.privacy().health().oversight().toTellOverdue() == 0, "still overdue");
    return "due in three days, then overdue in the health view until told with what can be done: "
        + stage.access(call).event("caller_told", Map.of("about", about.name()));
  }

  private static String reviews(Stage stage) {
    String marketing =
        Reviews.everyInterval(stage, "marketing", REVIEWER, CLERK, LocalDate.of(2027, 4, 1));
    stage.clock().advance(Duration.ofDays(1));
    return marketing
        + "; "
        + Reviews.everyInterval(stage, "bias", REVIEWER, CLERK, LocalDate.of(2027, 4, 1));
  }
}
