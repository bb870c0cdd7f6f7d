package eu.sotto.purpose;

import eu.sotto.consent.ConsentStatus;
import eu.sotto.permit.Operation;
import eu.sotto.permit.ReasonCode;
import eu.sotto.register.Channel;
import eu.sotto.register.ContactKind;
import eu.sotto.register.Direction;
import eu.sotto.register.LegalBasis;
import eu.sotto.register.Line;
import eu.sotto.vocabulary.Callee;
import eu.sotto.vocabulary.ContactScope;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * Whom nobody may call or contact. UWG § 7(2); GDPR Art. 21(2) and (3).
 *
 * <p>Strictly read: an AI that speaks is an automatic calling machine (UWG § 7(2) no. 2), so it
 * dials out only with express consent, companies included; what a law demands, and an answer that
 * the person asked for, are not advertising.
 */
public final class ContactRules {
  static final List<Rule> ALL =
      List.of(
          ContactRules::notBarred,
          ContactRules::overAnOutgoingLine,
          ContactRules::asked,
          ContactRules::byAMachine,
          ContactRules::advertised,
          ContactRules::identified);

  private ContactRules() {}

  /**
   * Whether an entry stands against a kind of contact.
   *
   * @param scope how far the person does not want to be contacted
   * @param kind why the person would be contacted
   * @return true if it does, unless a later consent lifts it
   */
  public static boolean bars(ContactScope scope, ContactKind kind) {
    return switch (kind) {
      case ADVERTISING -> true;
      case CONTRACT -> scope == ContactScope.ANY;
      case DUTY, REQUESTED -> false;
    };
  }

  private static void notBarred(Case asked, Findings findings) {
    if (!asked.is(Operation.CONTACT)) {
      return;
    }
    for (Map.Entry<ContactScope, Instant> entry : asked.facts().contact().barred().entrySet()) {
      if (bars(entry.getKey(), asked.contactKind()) && !lifted(asked, entry.getValue())) {
        findings.forbid(ReasonCode.DO_NOT_CONTACT, asked.purpose());
      }
    }
  }

  /** A consent of the identified person that is younger than the entry. */
  private static boolean lifted(Case asked, Instant entered) {
    ConsentStatus status = asked.consent();
    return status != null
        && status.given()
        && status.since().isAfter(entered)
        && confirmed(asked, status)
        && !asked.byOptIn();
  }

  private static void overAnOutgoingLine(Case asked, Findings findings) {
    Line line = asked.dialling() ? asked.line() : null;
    if (line != null
        && (line.channel() != Channel.VOICE
            || line.direction() == Direction.INBOUND
            || line.direction() == Direction.TRANSFER)) {
      findings.forbid(ReasonCode.LINE_NOT_OUTGOING, asked.facts().call().line());
    }
  }

  private static void asked(Case asked, Findings findings) {
    if (asked.dialling()
        && asked.contactKind() == ContactKind.REQUESTED
        && !asked.facts().contact().requested()) {
      findings.forbid(ReasonCode.CONTACT_NOT_REQUESTED, asked.purpose());
    }
  }

  private static void byAMachine(Case asked, Findings findings) {
    if (!asked.dialling() || !asked.ai()) {
      return;
    }
    ContactKind kind = asked.contactKind();
    if (kind != ContactKind.DUTY
        && kind != ContactKind.REQUESTED
        && !asked.on(LegalBasis.CONSENT)) {
      findings.forbid(ReasonCode.MACHINE_CALL_NEEDS_CONSENT, asked.purpose());
    }
  }

  private static void advertised(Case asked, Findings findings) {
    if (!asked.dialling()
        || asked.contactKind() != ContactKind.ADVERTISING
        || asked.on(LegalBasis.CONSENT)) {
      return;
    }
    ContactFacts contact = asked.facts().contact();
    if (contact.callee() == Callee.CONSUMER || contact.presumption() == Presumption.NOT_PRESUMED) {
      findings.forbid(ReasonCode.CALL_NEEDS_CONSENT, asked.purpose());
    } else if (contact.presumption() == Presumption.UNDECIDED) {
      findings.review(ReasonCode.PRESUMED_CONSENT, asked.purpose());
    }
  }

  /** A consent given in another call stands for this one only if it was the person's own. */
  private static void identified(Case asked, Findings findings) {
    ConsentStatus status = asked.dialling() ? asked.consent() : null;
    if (status != null && status.given() && !confirmed(asked, status)) {
      findings.forbid(ReasonCode.IDENTITY_NOT_CONFIRMED, asked.purpose());
    }
  }

  private static boolean confirmed(Case asked, ConsentStatus status) {
    Instant confirmed = asked.facts().contact().confirmed();
    return confirmed != null && !confirmed.isBefore(status.since());
  }
}
