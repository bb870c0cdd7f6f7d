package eu.sotto.rights.running;

import eu.sotto.ledger.Recorded;
import eu.sotto.records.OpenErasure;
import eu.sotto.records.SubjectEntry;
import eu.sotto.register.ConsentMark;
import eu.sotto.register.Purpose;
import eu.sotto.session.Engine;
import eu.sotto.session.Kinds;
import eu.sotto.vocabulary.PurposeId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;

/** How long the evidence of an erased person is kept, restricted, before its keys go as well. */
final class EvidencePeriod {
  /** OWiG § 31(2) no. 1 with BDSG § 41. */
  private static final Period AFTER_ERASURE = Period.ofYears(3);

  /**
   * From the grant of a consumer's consent to telephone advertising and from each use: UWG § 7a.
   */
  private static final Period OF_ADVERTISING = Period.ofYears(5);

  private static final String ANSWERED = "consent_answered";

  private final Engine engine;

  private EvidencePeriod(Engine engine) {
    this.engine = engine;
  }

  /**
   * The last day of the evidence.
   *
   * @param engine what everything runs on
   * @param erasure the erasure
   * @return the latest day that any duty asks for
   */
  static LocalDate lastDay(Engine engine, OpenErasure erasure) {
    EvidencePeriod period = new EvidencePeriod(engine);
    LocalDate last = period.day(erasure.orderedAt()).plus(AFTER_ERASURE);
    for (SubjectEntry subject : erasure.subjects()) {
      LocalDate advertising = period.ofAdvertising(subject);
      last = advertising.isAfter(last) ? advertising : last;
    }
    return last;
  }

  private LocalDate ofAdvertising(SubjectEntry subject) {
    return engine
        .journal()
        .ledger()
        .events(subject.evidenceKey(), kind -> kind.equals(ANSWERED) || used(kind))
        .entries()
        .stream()
        .filter(event -> used(event.kind()) || granted(event))
        .map(event -> day(event.happenedAt()).plus(OF_ADVERTISING))
        .reduce(LocalDate.MIN, (one, other) -> one.isAfter(other) ? one : other);
  }

  private static boolean used(String kind) {
    return kind.equals(Kinds.CONSENT_USED.name());
  }

  private boolean granted(Recorded event) {
    return "given".equals(event.fields().get("outcome"))
        && engine
            .register()
            .purpose(PurposeId.of(String.valueOf(event.fields().get("purpose"))))
            .filter(EvidencePeriod::advertises)
            .isPresent();
  }

  private static boolean advertises(Purpose purpose) {
    return purpose.is(ConsentMark.TELEPHONE_ADVERTISING);
  }

  private LocalDate day(Instant at) {
    return LocalDate.ofInstant(at, engine.register().zone());
  }
}
