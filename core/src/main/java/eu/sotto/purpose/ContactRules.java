package eu.sotto.purpose;

import eu.sotto.consent.ConsentStatus;
import eu.sotto.consent.Method;
import eu.sotto.permit.Operation;
import eu.sotto.permit.ReasonCode;
import eu.sotto.register.Channel;
import eu.sotto.register.ContactKind;
import eu.sotto.register.Direction;
import eu.sotto.register.LegalBasis;
import eu.sotto.register.Purpose;
import eu.sotto.vocabulary.Callee;
import eu.sotto.vocabulary.ContactScope;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

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
    boolean barred =
        contact(asked).barred().entrySet().stream()
            .filter(entry -> bars(entry.getKey(), kind(asked)))
            .anyMatch(entry -> !lifted(asked, entry.getValue()));
    if (barred) {
      findings.forbid(ReasonCode.DO_NOT_CONTACT, asked.purpose());
    }
  }

  /** A consent of the identified person that is younger than the entry. */
  private static boolean lifted(Case asked, Instant entered) {
    return consent(asked)
        .filter(status -> status.since().isAfter(entered))
        .filter(status -> confirmed(asked, status))
        .filter(status -> !byOptIn(asked))
        .isPresent();
  }

  private static void overAnOutgoingLine(Case asked, Findings findings) {
    boolean other =
        asked
            .line()
            .filter(
                line ->
                    line.channel() != Channel.VOICE
                        || line.direction() == Direction.INBOUND
                        || line.direction() == Direction.TRANSFER)
            .isPresent();
    if (dialling(asked) && other) {
      findings.forbid(ReasonCode.LINE_NOT_OUTGOING, asked.facts().call().line());
    }
  }

  private static void asked(Case asked, Findings findings) {
    if (dialling(asked) && kind(asked) == ContactKind.REQUESTED && !contact(asked).requested()) {
      findings.forbid(ReasonCode.CONTACT_NOT_REQUESTED, asked.purpose());
    }
  }

  private static void byAMachine(Case asked, Findings findings) {
    boolean exempt =
        kind(asked) == ContactKind.DUTY || kind(asked) == ContactKind.REQUESTED || onConsent(asked);
    if (dialling(asked) && asked.ai() && !exempt) {
      findings.forbid(ReasonCode.MACHINE_CALL_NEEDS_CONSENT, asked.purpose());
    }
  }

  private static void advertised(Case asked, Findings findings) {
    if (!dialling(asked) || kind(asked) != ContactKind.ADVERTISING || onConsent(asked)) {
      return;
    }
    if (contact(asked).callee() == Callee.CONSUMER) {
      findings.forbid(ReasonCode.CALL_NEEDS_CONSENT, asked.purpose());
    } else {
      findings.review(ReasonCode.PRESUMED_CONSENT, asked.purpose());
    }
  }

  /** A consent given in another call stands for this one only if it was the person's own. */
  private static void identified(Case asked, Findings findings) {
    boolean unsure = consent(asked).filter(status -> !confirmed(asked, status)).isPresent();
    if (dialling(asked) && unsure) {
      findings.forbid(ReasonCode.IDENTITY_NOT_CONFIRMED, asked.purpose());
    }
  }

  private static boolean confirmed(Case asked, ConsentStatus status) {
    Instant confirmed = contact(asked).confirmed();
    return confirmed != null && !confirmed.isBefore(status.since());
  }

  private static boolean byOptIn(Case asked) {
    return asked
        .facts()
        .consents()
        .givenBy(asked.purpose(), asked.facts().now())
        .filter(Method.DOUBLE_OPT_IN::equals)
        .isPresent();
  }

  /** The purpose's consent as far as it stands. */
  private static Optional<ConsentStatus> consent(Case asked) {
    return asked
        .declared()
        .filter(purpose -> purpose.basis() == LegalBasis.CONSENT)
        .map(purpose -> asked.status(asked.facts().consents(), purpose))
        .filter(ConsentStatus::given);
  }

  private static boolean onConsent(Case asked) {
    return asked.declared().map(Purpose::basis).filter(LegalBasis.CONSENT::equals).isPresent();
  }

  private static boolean dialling(Case asked) {
    return asked.is(Operation.CONTACT) && contact(asked).dialling();
  }

  private static ContactKind kind(Case asked) {
    return asked.register().contactKind(asked.purpose());
  }

  private static ContactFacts contact(Case asked) {
    return asked.facts().contact();
  }
}
