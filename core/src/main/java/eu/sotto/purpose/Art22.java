package eu.sotto.purpose;

import eu.sotto.permit.Obligation;
import eu.sotto.permit.Operation;
import eu.sotto.permit.ReasonCode;
import eu.sotto.register.AutomatedDecision;
import eu.sotto.register.Purpose;
import java.util.List;

/** No machine alone decides what weighs on a person, unless one of three doors is open. */
final class Art22 {
  static final List<Rule> ALL = List.of(Art22::decided);

  private Art22() {}

  private static void decided(Case asked, Findings findings) {
    Purpose purpose = asked.is(Operation.DECIDE) ? asked.declared() : null;
    if (purpose == null || !purpose.operations().contains(Operation.DECIDE)) {
      return;
    }
    asked
        .register()
        .automatedDecision(purpose.id())
        .ifPresentOrElse(
            decision -> weighed(decision, purpose, findings),
            () -> findings.forbid(ReasonCode.AUTOMATED_DECISION_NOT_DECLARED, purpose.id()));
  }

  private static void weighed(AutomatedDecision decision, Purpose purpose, Findings findings) {
    if (decision.effect() == AutomatedDecision.Effect.PREPARES) {
      findings.review(ReasonCode.HUMAN_DECISION_REQUIRED, purpose.id());
      return;
    }
    findings.oblige(Obligation.LABEL_AI);
    if (!decision.effect().weighs()) {
      return;
    }
    if (decision.door().isEmpty()) {
      findings.forbid(ReasonCode.AUTOMATED_DECISION_WITHOUT_DOOR, purpose.id());
    }
    if (!purpose.specialCategories().isEmpty() && decision.specialDoor().isEmpty()) {
      findings.forbid(ReasonCode.AUTOMATED_DECISION_ON_SPECIAL_DATA, purpose.id());
    }
    if (decision.reviewedFirst()) {
      findings.oblige(Obligation.HUMAN_REVIEW);
    }
  }
}
