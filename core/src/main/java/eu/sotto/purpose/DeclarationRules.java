package eu.sotto.purpose;

import eu.sotto.consent.ConsentEvent.SpeakerJoined;
import eu.sotto.permit.Operation;
import eu.sotto.permit.ReasonCode;
import eu.sotto.register.Line;
import eu.sotto.register.Purpose;
import eu.sotto.vocabulary.Role;
import java.util.List;

/**
 * Nothing is done that is not declared, and nothing that is forbidden. GDPR Art. 5(1)(b), 25(2).
 */
final class DeclarationRules {
  static final List<Rule> ALL =
      List.of(
          DeclarationRules::declared,
          DeclarationRules::notForbidden,
          DeclarationRules::stillThere,
          DeclarationRules::noSearchOfStaffsVoice);

  private DeclarationRules() {}

  private static void declared(Case asked, Findings findings) {
    Purpose purpose = asked.declared();
    if (purpose == null) {
      findings.forbid(ReasonCode.PURPOSE_NOT_DECLARED, asked.purpose());
    } else if (!purpose.operations().contains(asked.operation())) {
      findings.forbid(ReasonCode.OPERATION_NOT_DECLARED, asked.operation());
    }
  }

  private static void notForbidden(Case asked, Findings findings) {
    if (asked.register().forbidden().contains(asked.operation())) {
      findings.forbid(ReasonCode.OPERATION_FORBIDDEN, asked.operation());
    }
  }

  private static void stillThere(Case asked, Findings findings) {
    if (asked.facts().call().ended() && asked.is(Operation.RECORD)) {
      findings.forbid(ReasonCode.CALL_ENDED, asked.operation());
    }
    if (asked.facts().subject().erased()) {
      findings.forbid(ReasonCode.SUBJECT_ERASED, asked.purpose());
    }
  }

  /**
   * Whose voice is searched cannot be told apart, so no member of staff may have spoken; on a line
   * that no AI answers one has, whatever joined later.
   */
  private static void noSearchOfStaffsVoice(Case asked, Findings findings) {
    boolean emotion = asked.is(Operation.INFER_EMOTION);
    if (!emotion && !asked.is(Operation.IDENTIFY_BY_VOICE)) {
      return;
    }
    Line line = asked.line();
    boolean staff =
        line == null
            || !line.ai()
            || asked.facts().consents().events().stream()
                .anyMatch(e -> e instanceof SpeakerJoined j && j.speaker().role() == Role.AGENT);
    if (staff) {
      findings.forbid(
          emotion ? ReasonCode.EMOTION_OF_STAFF : ReasonCode.IDENTIFICATION_OF_STAFF,
          asked.operation());
    }
  }
}
