package eu.sotto.purpose;

import eu.sotto.consent.CallConsents;
import eu.sotto.consent.ConsentEvent.NoticePlayed;
import eu.sotto.consent.ConsentEvent.TieStated;
import eu.sotto.consent.ConsentStatus;
import eu.sotto.consent.Method;
import eu.sotto.notice.NoticePart;
import eu.sotto.permit.Operation;
import eu.sotto.register.Channel;
import eu.sotto.register.ContactKind;
import eu.sotto.register.Direction;
import eu.sotto.register.LegalBasis;
import eu.sotto.register.Line;
import eu.sotto.register.Purpose;
import eu.sotto.register.Recipient;
import eu.sotto.register.Register;
import eu.sotto.vocabulary.ContractTie;
import eu.sotto.vocabulary.NoticeId;
import eu.sotto.vocabulary.PurposeId;
import eu.sotto.vocabulary.RecipientId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is asked, of which register, under which facts; what several rules need is looked up once.
 * Confined to one decision.
 */
final class Case {
  /**
   * With what and by whom.
   *
   * @param recipient who is to receive data, or null for nobody
   * @param collectedFor the purpose for which the data was collected, or null if for this one
   */
  record Use(@Nullable RecipientId recipient, @Nullable PurposeId collectedFor) {}

  private final PurposeRules rules;
  private final Facts facts;
  private final Operation<?> operation;
  private final PurposeId purpose;
  private final Use to;
  private final List<Recipient> way;
  private final @Nullable Declared declared;
  private final @Nullable Line line;
  private @Nullable List<NoticePlayed> heard;
  private @Nullable ConsentStatus consent;

  /**
   * A case.
   *
   * @param rules what is declared
   * @param facts what is known
   * @param operation what is to be done
   * @param purpose what for
   * @param to who is to receive data, and what it was collected for
   */
  Case(PurposeRules rules, Facts facts, Operation<?> operation, PurposeId purpose, Use to) {
    this.rules = rules;
    this.facts = facts;
    this.operation = operation;
    this.purpose = purpose;
    this.to = to;
    RecipientId recipient = to.recipient();
    this.way = recipient == null ? List.of() : rules.way(recipient, purpose);
    this.declared = rules.declared(purpose);
    this.line = rules.register().line(facts.call().line()).orElse(null);
  }

  Register register() {
    return rules.register();
  }

  Facts facts() {
    return facts;
  }

  Instant now() {
    return facts.now();
  }

  Operation<?> operation() {
    return operation;
  }

  PurposeId purpose() {
    return purpose;
  }

  @Nullable RecipientId recipient() {
    return to.recipient();
  }

  @Nullable PurposeId collectedFor() {
    return to.collectedFor();
  }

  /** The recipient and whom it works for, in the order in which they engaged one another. */
  List<Recipient> way() {
    return way;
  }

  /** Whether a purpose of the register has data of special categories. */
  boolean special(Purpose of) {
    Declared other = rules.declared(of.id());
    return other != null && other.special();
  }

  /** The purpose as declared, or null if it is not. */
  @Nullable Purpose declared() {
    return declared == null ? null : declared.purpose();
  }

  /** Whether the purpose is declared and rests on a basis. */
  boolean on(LegalBasis basis) {
    return declared != null && declared.purpose().basis() == basis;
  }

  /** Whether the purpose is declared and nothing of it is kept. */
  boolean inPassing() {
    return declared != null && declared.purpose().transientOnly();
  }

  /** Why somebody would be contacted; what is not declared is advertising. */
  ContactKind contactKind() {
    return declared == null ? ContactKind.ADVERTISING : declared.contact();
  }

  boolean directMarketing() {
    return declared != null && declared.marketing();
  }

  boolean despiteRestriction() {
    return declared != null && declared.despiteRestriction();
  }

  /** Danger to life needs no announcement, as long as nothing of it stays. */
  boolean emergency() {
    return declared != null && declared.emergency();
  }

  /** The line as declared, or null if it is not. */
  @Nullable Line line() {
    return line;
  }

  /** The notices that are declared for the line. */
  List<NoticeId> notices() {
    return line == null ? List.of() : line.notices();
  }

  boolean ai() {
    return facts.call().ai() || line == null || line.ai();
  }

  boolean is(Operation<?> one) {
    return operation.equals(one);
  }

  /** Whether a call is about to be dialled. */
  boolean dialling() {
    return is(Operation.CONTACT) && facts.contact().dialling();
  }

  /** How it stands with the caller's consent, or null if the purpose does not rest on one. */
  @Nullable ConsentStatus consent() {
    ConsentStatus known = consent;
    if (known == null && on(LegalBasis.CONSENT)) {
      known = status(facts.consents());
      consent = known;
    }
    return known;
  }

  /** How it stands with a consent to the purpose by the facts of one speaker. */
  @Nullable ConsentStatus status(CallConsents consents) {
    return declared == null ? null : consents.status(purpose, facts.now(), declared.terms());
  }

  /** Whether the consent to the purpose that stands was given by double opt-in. */
  boolean byOptIn() {
    return facts
        .consents()
        .givenBy(purpose, facts.now())
        .filter(Method.DOUBLE_OPT_IN::equals)
        .isPresent();
  }

  /**
   * How the person stands to the contract of the purpose, or null if nobody has stated it. What was
   * stated in the call is nearer to who speaks, unless it was found out since that the person is no
   * party.
   */
  @Nullable ContractTie tie() {
    TieStated here = facts.consents().tie(purpose, facts.now()).orElse(null);
    SubjectFacts.Tied known = facts.subject().ties().get(purpose);
    if (here == null) {
      return known == null ? null : known.tie();
    }
    boolean since =
        known != null && known.tie() == ContractTie.NONE && !known.at().isBefore(here.at());
    return since ? ContractTie.NONE : here.tie();
  }

  /** Whether the person did not call but was called, and the call is running. */
  boolean calledOut() {
    return line != null
        && line.channel() == Channel.VOICE
        && line.direction() == Direction.OUTBOUND
        && !dialling();
  }

  LocalDate today() {
    return LocalDate.ofInstant(facts.now(), register().zone());
  }

  /** The notices of this line that were heard to their end. */
  List<NoticePlayed> heard() {
    List<NoticePlayed> known = heard;
    if (known == null) {
      known = heard(facts.consents().heard(facts.now()));
      heard = known;
    }
    return known;
  }

  /** Those of some notices that belong to this line. */
  List<NoticePlayed> heard(List<NoticePlayed> notices) {
    List<NoticeId> declaredHere = notices();
    List<NoticePlayed> own = new ArrayList<>(notices.size());
    for (NoticePlayed notice : notices) {
      if (declaredHere.contains(notice.wording().notice())) {
        own.add(notice);
      }
    }
    return own;
  }

  static boolean tells(List<NoticePlayed> notices, NoticePart part) {
    for (NoticePlayed notice : notices) {
      if (notice.parts().contains(part)) {
        return true;
      }
    }
    return false;
  }
}
