package eu.sotto.examples.scenarios;

import static eu.sotto.examples.scenarios.Checks.denied;
import static eu.sotto.examples.scenarios.Checks.must;
import static eu.sotto.examples.scenarios.Checks.permitted;
import static eu.sotto.permit.Operation.ANALYSE;
import static eu.sotto.permit.Operation.TRAIN;
import static eu.sotto.permit.Operation.TRANSCRIBE;

import eu.sotto.Call;
import eu.sotto.permit.ContentPermit;
import eu.sotto.permit.ReasonCode;
import eu.sotto.rights.Objection;
import eu.sotto.rights.Restriction;
import eu.sotto.rights.StepRefusal;
import eu.sotto.vocabulary.Actor;
import eu.sotto.vocabulary.Answer;
import eu.sotto.vocabulary.Cause;
import eu.sotto.vocabulary.PurposeId;
import eu.sotto.vocabulary.RestrictionGround;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** S5's rights beside access and erasure. Stateless. */
final class AgentRights {
  private static final PurposeId ANALYSIS = PurposeId.of("service-analysis");
  private static final PurposeId TUNING = PurposeId.of("tuning");

  private AgentRights() {}

  static List<Promise> promises() {
    return List.of(
        Promise.keeps(
            "objection",
            "An objection stops what rests on Art. 6(1)(f), not the enquiry",
            AgentRights::objection),
        Promise.keeps(
            "restriction",
            "Restricted data is only stored, until the caller was told of the lifting",
            AgentRights::restriction));
  }

  private static String objection(Stage stage) throws IOException {
    Call call = stage.call(TelephoneAgent.LINE, TelephoneAgent.NOTICE);
    ContentPermit running = permitted(call.may(ANALYSE, ANALYSIS));
    Objection objection =
        call.caller().object(Set.of(), Answer.spoken("Ich widerspreche dem.", stage.now()));
    must(!running.usable(), "the permit is still usable");
    must(objection.state() == Objection.State.PENDING, "the objection is " + objection.state());
    String why = denied(call.may(ANALYSE, ANALYSIS), ReasonCode.OBJECTED);
    denied(call.may(TRAIN, TUNING), ReasonCode.OBJECTED);
    permitted(call.may(TRANSCRIBE, TelephoneAgent.ENQUIRY));
    return why + ", tuning too; " + stage.access(call).event("objection_raised", Map.of());
  }

  private static String restriction(Stage stage) throws IOException {
    Call call = stage.call(TelephoneAgent.LINE, TelephoneAgent.NOTICE);
    permitted(call.may(TRANSCRIBE, TelephoneAgent.ENQUIRY));
    Restriction restriction =
        call.caller()
            .restrict(
                RestrictionGround.ACCURACY_CONTESTED,
                Optional.empty(),
                Stage.actor("data-protection"));
    String why = denied(call.may(TRANSCRIBE, TelephoneAgent.ENQUIRY), ReasonCode.RESTRICTED);
    Actor desk = Stage.actor("data-protection");
    must(
        restriction.lift(desk).refusal().equals(Optional.of(StepRefusal.LIFT_NOT_ANNOUNCED)),
        "lifted without telling");
    must(
        restriction.announceLift(Cause.of("accuracy-verified"), desk).taken()
            && restriction.lift(desk).taken(),
        "not lifted");
    permitted(call.may(TRANSCRIBE, TelephoneAgent.ENQUIRY));
    AccessFolder all = stage.access(call);
    return why
        + ", "
        + all.event("restriction_set", Map.of())
        + "; not lifted before the caller was told of it; told: "
        + all.event("restriction_lifted", Map.of());
  }
}
