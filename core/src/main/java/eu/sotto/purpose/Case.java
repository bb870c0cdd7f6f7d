package eu.sotto.purpose;

import eu.sotto.consent.CallConsents;
import eu.sotto.consent.ConsentEvent.NoticePlayed;
import eu.sotto.consent.ConsentStatus;
import eu.sotto.notice.NoticePart;
import eu.sotto.permit.Operation;
import eu.sotto.register.LegalBasis;
import eu.sotto.register.Line;
import eu.sotto.register.Purpose;
import eu.sotto.register.Recipient;
import eu.sotto.register.Register;
import eu.sotto.vocabulary.NoticeId;
import eu.sotto.vocabulary.PurposeId;
import eu.sotto.vocabulary.RecipientId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What is asked, of which register, under which facts. Confined to one decision. */
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
  private final @Nullable RecipientId recipient;
  private final @Nullable PurposeId collectedFor;
  private final List<Recipient> way;
  private final Optional<Purpose> declared;
  private final Optional<Line> line;
  private @Nullable List<NoticePlayed> heard;

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
    this.recipient = to.recipient();
    this.collectedFor = to.collectedFor();
    this.way = recipient == null ? List.of() : rules.way(recipient, purpose);
    this.declared = rules.register().purpose(purpose);
    this.line = rules.register().line(facts.call().line());
  }

  Register register() {
    return rules.register();
  }

  Facts facts() {
    return facts;
  }

  Operation<?> operation() {
    return operation;
  }

  PurposeId purpose() {
    return purpose;
  }

  @Nullable RecipientId recipient() {
    return recipient;
  }

  @Nullable PurposeId collectedFor() {
    return collectedFor;
  }

  /** The recipient and whom it works for, in the order in which they engaged one another. */
  List<Recipient> way() {
    return way;
  }

  /** Whether a purpose has data of special categories. */
  boolean special(Purpose of) {
    return rules.special(of.id());
  }

  Optional<Purpose> declared() {
    return declared;
  }

  Optional<Line> line() {
    return line;
  }

  /** How it stands with a consent by the facts of one speaker. */
  ConsentStatus status(CallConsents consents, Purpose of) {
    return consents.status(of.id(), facts.now(), rules.terms(of.id()));
  }

  boolean is(Operation<?> one) {
    return operation.equals(one);
  }

  boolean ai() {
    return facts.call().ai() || line.map(Line::ai).orElse(true);
  }

  LocalDate today() {
    return LocalDate.ofInstant(facts.now(), register().zone());
  }

  /** Danger to life needs no announcement, as long as nothing of it stays. */
  boolean emergency() {
    return declared
        .filter(p -> p.basis() == LegalBasis.VITAL_INTERESTS && p.transientOnly())
        .isPresent();
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
    List<NoticeId> declaredHere = line.map(Line::notices).orElse(List.of());
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
