package eu.sotto.purpose;

import eu.sotto.consent.CallConsents;
import eu.sotto.consent.ConsentEvent.NoticePlayed;
import eu.sotto.consent.ConsentStatus;
import eu.sotto.notice.NoticePart;
import eu.sotto.permit.Operation;
import eu.sotto.permit.ReasonCode;
import eu.sotto.register.LegalBasis;
import eu.sotto.register.Purpose;
import eu.sotto.vocabulary.Role;
import eu.sotto.vocabulary.Speaker;
import java.util.List;

/**
 * Everybody whose spoken word is taken has a say in it. StGB § 201; GDPR Art. 13; AI Act Art.
 * 50(3).
 */
final class SpeakerRules {
  static final List<Rule> ALL =
      List.of(SpeakerRules::everybodyToldAndAgreed, SpeakerRules::withLeave);

  private SpeakerRules() {}

  private static void everybodyToldAndAgreed(Case asked, Findings findings) {
    Purpose purpose = asked.declared();
    if (!asked.operation().takesVoices() || purpose == null || asked.emergency()) {
      return;
    }
    for (Speaker speaker : asked.facts().consents().present(asked.now())) {
      boolean cleared =
          asked.facts().call().cleared().contains(speaker) || hasStanding(asked, speaker);
      if (!cleared && !toldAndAgreed(asked, purpose, speaker)) {
        findings.forbid(ReasonCode.SPEAKER_NOT_INFORMED, speaker.role());
      }
    }
  }

  /** A contract or an interest makes data useful, and the recording no less secret to the law. */
  private static void withLeave(Case asked, Findings findings) {
    Purpose purpose = asked.is(Operation.RECORD) ? asked.declared() : null;
    if (purpose == null || !purpose.operations().contains(Operation.RECORD)) {
      return;
    }
    if (purpose.basis() != LegalBasis.CONSENT && purpose.basis() != LegalBasis.LEGAL_DUTY) {
      findings.forbid(ReasonCode.RECORDING_WITHOUT_LEAVE, asked.purpose());
    }
  }

  /** Of staff both facts are on record: who has taken a standing back has it taken out. */
  private static boolean hasStanding(Case asked, Speaker speaker) {
    return speaker.role() == Role.AGENT
        && asked
            .register()
            .standing(speaker.id())
            .filter(standing -> standing.holds(asked.purpose(), asked.today()))
            .isPresent();
  }

  private static boolean toldAndAgreed(Case asked, Purpose purpose, Speaker speaker) {
    CallConsents lived = asked.facts().consents().of(speaker);
    List<NoticePlayed> heard = asked.heard(lived.heard(asked.now()));
    boolean told =
        !heard.isEmpty()
            && (!asked.ai() || Case.tells(heard, NoticePart.AI_DISCLOSURE))
            && (!asked.is(Operation.RECORD) || Case.tells(heard, NoticePart.RECORDING));
    return told && (!mustAgree(asked, purpose) || agreed(asked, lived));
  }

  /** Recording needs everybody's leave unless the law demands it; else the basis decides. */
  private static boolean mustAgree(Case asked, Purpose purpose) {
    return asked.is(Operation.RECORD)
        ? purpose.basis() != LegalBasis.LEGAL_DUTY
        : purpose.basis() == LegalBasis.CONSENT;
  }

  private static boolean agreed(Case asked, CallConsents lived) {
    ConsentStatus status = asked.status(lived);
    return status != null && status.given();
  }
}
