package eu.sotto.purpose;

import eu.sotto.consent.ConsentEvent.NoticePlayed;
import eu.sotto.notice.NoticePart;
import eu.sotto.permit.Operation;
import eu.sotto.register.LegalBasis;
import eu.sotto.register.Line;
import eu.sotto.register.Purpose;
import eu.sotto.register.Register;
import eu.sotto.vocabulary.PurposeId;
import eu.sotto.vocabulary.RecipientId;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is asked, of which register, under which facts.
 *
 * @param register what is declared
 * @param facts what is known
 * @param operation what is to be done
 * @param purpose what for
 * @param recipient who is to receive data, or null for nobody
 */
record Case(
    Register register,
    Facts facts,
    Operation<?> operation,
    PurposeId purpose,
    @Nullable RecipientId recipient) {
  Optional<Purpose> declared() {
    return register.purpose(purpose);
  }

  Optional<Line> line() {
    return register.line(facts.call().line());
  }

  boolean is(Operation<?> one) {
    return operation.equals(one);
  }

  boolean ai() {
    return facts.call().ai() || line().map(Line::ai).orElse(true);
  }

  LocalDate today() {
    return LocalDate.ofInstant(facts.now(), register.zone());
  }

  /** Danger to life needs no announcement, as long as nothing of it stays. */
  boolean emergency() {
    return declared()
        .filter(p -> p.basis() == LegalBasis.VITAL_INTERESTS && p.transientOnly())
        .isPresent();
  }

  /** The notices of this line that were heard to their end. */
  List<NoticePlayed> heard() {
    return heard(facts.consents().heard(facts.now()));
  }

  /** Those of some notices that belong to this line. */
  List<NoticePlayed> heard(List<NoticePlayed> notices) {
    return line()
        .map(l -> notices.stream().filter(n -> l.notices().contains(n.wording().notice())).toList())
        .orElse(List.of());
  }

  static boolean tells(List<NoticePlayed> notices, NoticePart part) {
    return notices.stream().anyMatch(n -> n.parts().contains(part));
  }
}
