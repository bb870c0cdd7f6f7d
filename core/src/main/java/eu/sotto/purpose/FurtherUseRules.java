package eu.sotto.purpose;

import eu.sotto.consent.ConsentEvent.NoticePlayed;
import eu.sotto.notice.Notice;
import eu.sotto.permit.ReasonCode;
import eu.sotto.register.ConsentMark;
import eu.sotto.register.FurtherUse;
import eu.sotto.register.LegalBasis;
import eu.sotto.register.Purpose;
import eu.sotto.vocabulary.PurposeId;
import java.util.List;

/**
 * What was collected for one purpose serves another only with a consent to that one, or where a
 * person found both compatible and the data subject was told before. GDPR Art. 6(4), 9, 13(3).
 */
final class FurtherUseRules {
  static final List<Rule> ALL = List.of(FurtherUseRules::compatible);

  private FurtherUseRules() {}

  private static void compatible(Case asked, Findings findings) {
    PurposeId from = asked.collectedFor();
    Purpose to = asked.declared();
    if (from == null || to == null || from.equals(to.id())) {
      return;
    }
    Purpose source = asked.register().purpose(from).orElse(null);
    if (source == null) {
      findings.forbid(ReasonCode.FURTHER_USE_NOT_ASSESSED, from);
      return;
    }
    boolean consented = to.basis() == LegalBasis.CONSENT;
    if (asked.special(source) && !(consented && to.is(ConsentMark.EXPLICIT))) {
      findings.forbid(ReasonCode.FURTHER_USE_OF_SPECIAL_DATA, from);
    }
    // a consent to the new purpose is a basis of its own, which its own rules look at
    if (consented) {
      return;
    }
    if (source.basis() == LegalBasis.CONSENT) {
      findings.forbid(ReasonCode.FURTHER_USE_OF_CONSENT, from);
    }
    assessed(asked, source, findings);
  }

  private static void assessed(Case asked, Purpose source, Findings findings) {
    for (FurtherUse use : asked.register().furtherUses()) {
      if (use.from().equals(source.id()) && use.to().equals(asked.purpose())) {
        if (!use.assessment().currentOn(asked.today())) {
          findings.forbid(ReasonCode.FURTHER_USE_NOT_CURRENT, asked.purpose());
        }
        if (!told(asked, use)) {
          findings.forbid(ReasonCode.FURTHER_USE_NOT_TOLD, use.notice());
        }
        return;
      }
    }
    findings.forbid(ReasonCode.FURTHER_USE_NOT_ASSESSED, asked.purpose());
  }

  /** An older version may not have told of the new use yet: only the newest counts. */
  private static boolean told(Case asked, FurtherUse use) {
    Notice newest =
        asked.register().notice(use.notice(), asked.register().defaultLanguage()).orElse(null);
    for (NoticePlayed heard : asked.facts().consents().heard(asked.facts().now())) {
      if (newest != null
          && heard.wording().notice().equals(use.notice())
          && heard.wording().version().equals(newest.version())) {
        return true;
      }
    }
    return false;
  }
}
