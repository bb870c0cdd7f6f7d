package eu.sotto.purpose;

import eu.sotto.consent.CallConsents;
import eu.sotto.consent.Capacity;
import eu.sotto.consent.ConsentStatus;
import eu.sotto.permit.Operation;
import eu.sotto.permit.ReasonCode;
import eu.sotto.register.Channel;
import eu.sotto.register.ConsentMark;
import eu.sotto.register.LegalBasis;
import eu.sotto.register.Line;
import eu.sotto.register.Purpose;
import eu.sotto.vocabulary.ContractTie;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Each purpose needs its legal basis, alive at this moment. GDPR Art. 6(1), 7, 18, 21. */
final class BasisRules {
  static final List<Rule> ALL =
      List.of(
          BasisRules::consented,
          BasisRules::guarded,
          BasisRules::leaveToCall,
          BasisRules::balanced,
          BasisRules::ofTheParty,
          BasisRules::notObjected,
          BasisRules::neededOrOwed,
          BasisRules::notRestricted);

  private BasisRules() {}

  private static void consented(Case asked, Findings findings) {
    ConsentStatus status = asked.consent();
    if (status == null) {
      return;
    }
    ReasonCode why = obstacle(asked, status);
    if (why == null) {
      findings.ground();
    } else {
      findings.forbid(why, asked.purpose());
    }
  }

  /** Art. 8: only where the register says so, and never where counselling is offered. */
  private static void guarded(Case asked, Findings findings) {
    Purpose purpose = asked.declared();
    Line line = asked.line();
    if (purpose == null
        || !purpose.is(ConsentMark.INFORMATION_SOCIETY_SERVICE)
        || (line != null && line.counselling())) {
      return;
    }
    CallConsents consents = asked.facts().consents();
    if (consents.capacity(asked.now()).filter(Capacity::suffices).isEmpty()) {
      findings.forbid(ReasonCode.GUARDIAN_NEEDED, asked.purpose());
    }
  }

  /** UWG § 7(2) no. 1: an address that was confirmed is not a number that may be called. */
  private static void leaveToCall(Case asked, Findings findings) {
    Line line = asked.is(Operation.CONTACT) ? asked.line() : null;
    if (line != null && line.channel() == Channel.VOICE && asked.byOptIn()) {
      findings.forbid(ReasonCode.OPT_IN_PROVES_NO_CALL, asked.purpose());
    }
  }

  private static void balanced(Case asked, Findings findings) {
    Purpose purpose = asked.on(LegalBasis.LEGITIMATE_INTERESTS) ? asked.declared() : null;
    if (purpose == null) {
      return;
    }
    if (purpose.balancing().filter(b -> b.currentOn(asked.today())).isPresent()) {
      findings.ground();
    } else {
      findings.forbid(ReasonCode.BASIS_NOT_CURRENT, asked.purpose());
    }
  }

  /** Art. 21(1), (3): until a person has decided, and against direct marketing for good. */
  private static void notObjected(Case asked, Findings findings) {
    boolean barred = asked.on(LegalBasis.LEGITIMATE_INTERESTS) || asked.directMarketing();
    if (barred && asked.facts().subject().objected().contains(asked.purpose())) {
      findings.forbid(ReasonCode.OBJECTED, asked.purpose());
    }
  }

  /**
   * Art. 6(1)(b): only of whoever is party or asked for steps before a contract. Who calls in and
   * asks for the service has asked; who is called has not, until somebody states otherwise. Before
   * dialling the declared kind of contact decides, so that nobody is stored in order to be asked
   * about.
   */
  private static void ofTheParty(Case asked, Findings findings) {
    if (!asked.on(LegalBasis.CONTRACT)) {
      return;
    }
    ContractTie tie = asked.tie();
    if (tie == ContractTie.NONE) {
      findings.forbid(ReasonCode.NOT_PARTY_TO_CONTRACT, asked.purpose());
    } else if (tie == null && asked.calledOut()) {
      findings.forbid(ReasonCode.CONTRACT_TIE_NOT_STATED, asked.purpose());
    } else {
      findings.ground();
    }
  }

  private static void neededOrOwed(Case asked, Findings findings) {
    if (asked.on(LegalBasis.LEGAL_DUTY) || asked.on(LegalBasis.VITAL_INTERESTS)) {
      findings.ground();
    }
  }

  /**
   * Art. 18(2): for what the register declares, such as legal claims, or with a consent that was
   * given knowing of the restriction.
   */
  private static void notRestricted(Case asked, Findings findings) {
    Instant since = asked.facts().subject().restrictedSince(asked.purpose());
    if (since == null || asked.despiteRestriction() || asked.emergency()) {
      return;
    }
    ConsentStatus status = asked.consent();
    if (status == null || !status.given() || !status.since().isAfter(since)) {
      findings.forbid(ReasonCode.RESTRICTED, asked.purpose());
    }
  }

  private static @Nullable ReasonCode obstacle(Case asked, ConsentStatus status) {
    if (!status.given()) {
      return status.why();
    }
    Instant withdrawn = asked.facts().subject().withdrawn().get(asked.purpose());
    if (withdrawn != null && !withdrawn.isBefore(status.since())) {
      return ReasonCode.CONSENT_WITHDRAWN;
    }
    // what is already recorded for a later time, because clocks differ, restricts now
    return asked.facts().consents().lastObstacle(asked.purpose()).orElse(null);
  }
}
