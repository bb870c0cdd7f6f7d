package eu.sotto.purpose;

import eu.sotto.consent.CallConsents;
import eu.sotto.consent.Capacity;
import eu.sotto.consent.ConsentStatus;
import eu.sotto.consent.Expiry;
import eu.sotto.consent.Method;
import eu.sotto.permit.Operation;
import eu.sotto.permit.ReasonCode;
import eu.sotto.register.Channel;
import eu.sotto.register.ConsentMark;
import eu.sotto.register.LegalBasis;
import eu.sotto.register.Line;
import eu.sotto.register.Purpose;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Each purpose needs its legal basis, alive at this moment. GDPR Art. 6(1), 7, 18, 21. */
final class BasisRules {
  static final List<Rule> ALL =
      List.of(
          BasisRules::consented,
          BasisRules::guarded,
          BasisRules::leaveToCall,
          BasisRules::balanced,
          BasisRules::notObjected,
          BasisRules::neededOrOwed,
          BasisRules::notRestricted);

  private BasisRules() {}

  private static void consented(Case asked, Findings findings) {
    on(asked, LegalBasis.CONSENT)
        .ifPresent(
            purpose ->
                obstacle(asked, purpose)
                    .ifPresentOrElse(
                        why -> findings.forbid(why, asked.purpose()), findings::ground));
  }

  /** Art. 8: only where the register says so, and never where counselling is offered. */
  private static void guarded(Case asked, Findings findings) {
    boolean demanded =
        asked.declared().filter(p -> p.is(ConsentMark.INFORMATION_SOCIETY_SERVICE)).isPresent()
            && asked.line().filter(Line::counselling).isEmpty();
    if (demanded
        && asked
            .facts()
            .consents()
            .capacity(asked.facts().now())
            .filter(Capacity::suffices)
            .isEmpty()) {
      findings.forbid(ReasonCode.GUARDIAN_NEEDED, asked.purpose());
    }
  }

  /** UWG § 7(2) no. 1: an address that was confirmed is not a number that may be called. */
  private static void leaveToCall(Case asked, Findings findings) {
    boolean byVoice = asked.line().filter(l -> l.channel() == Channel.VOICE).isPresent();
    if (asked.is(Operation.CONTACT)
        && byVoice
        && asked
            .facts()
            .consents()
            .givenBy(asked.purpose(), asked.facts().now())
            .filter(Method.DOUBLE_OPT_IN::equals)
            .isPresent()) {
      findings.forbid(ReasonCode.OPT_IN_PROVES_NO_CALL, asked.purpose());
    }
  }

  private static void balanced(Case asked, Findings findings) {
    Optional<Purpose> purpose = on(asked, LegalBasis.LEGITIMATE_INTERESTS);
    if (purpose.isEmpty()) {
      return;
    }
    boolean current = purpose.get().balancing().filter(b -> b.currentOn(asked.today())).isPresent();
    if (current) {
      findings.ground();
    } else {
      findings.forbid(ReasonCode.BASIS_NOT_CURRENT, asked.purpose());
    }
  }

  /** Art. 21(1), (3): until a person has decided, and against direct marketing for good. */
  private static void notObjected(Case asked, Findings findings) {
    boolean barred =
        on(asked, LegalBasis.LEGITIMATE_INTERESTS).isPresent()
            || asked.register().rights().directMarketing().contains(asked.purpose());
    if (barred && asked.facts().subject().objected().contains(asked.purpose())) {
      findings.forbid(ReasonCode.OBJECTED, asked.purpose());
    }
  }

  private static void neededOrOwed(Case asked, Findings findings) {
    boolean carried =
        on(asked, LegalBasis.CONTRACT).isPresent()
            || on(asked, LegalBasis.LEGAL_DUTY).isPresent()
            || on(asked, LegalBasis.VITAL_INTERESTS).isPresent();
    if (carried) {
      findings.ground();
    }
  }

  /**
   * Art. 18(2): for what the register declares, such as legal claims, or with a consent that was
   * given knowing of the restriction.
   */
  private static void notRestricted(Case asked, Findings findings) {
    Instant since = asked.facts().subject().restrictedSince();
    boolean despite = asked.register().rights().despiteRestriction().containsKey(asked.purpose());
    if (since == null || despite || asked.emergency()) {
      return;
    }
    boolean consentedSince =
        on(asked, LegalBasis.CONSENT)
            .map(purpose -> status(asked, purpose))
            .filter(status -> status.given() && status.since().isAfter(since))
            .isPresent();
    if (!consentedSince) {
      findings.forbid(ReasonCode.RESTRICTED, asked.purpose());
    }
  }

  private static Optional<Purpose> on(Case asked, LegalBasis basis) {
    return asked.declared().filter(p -> p.basis() == basis);
  }

  private static Optional<ReasonCode> obstacle(Case asked, Purpose purpose) {
    ConsentStatus status = status(asked, purpose);
    if (!status.given()) {
      return status.obstacle();
    }
    Instant withdrawn = asked.facts().subject().withdrawn().get(purpose.id());
    if (withdrawn != null && !withdrawn.isBefore(status.since())) {
      return Optional.of(ReasonCode.CONSENT_WITHDRAWN);
    }
    // what is already recorded for a later time, because clocks differ, restricts now
    CallConsents consents = asked.facts().consents();
    return consents.status(purpose.id(), Instant.MAX, Expiry.NEVER).obstacle();
  }

  private static ConsentStatus status(Case asked, Purpose purpose) {
    return asked.status(asked.facts().consents(), purpose);
  }
}
