package eu.sotto.session;

import eu.sotto.consent.ConsentEvent;
import eu.sotto.consent.Method;
import eu.sotto.consent.Withdrawal;
import eu.sotto.permit.granted.Ending;
import eu.sotto.records.RecordEntry;
import eu.sotto.records.SubjectEntry;
import eu.sotto.records.SubjectId;
import eu.sotto.register.LegalBasis;
import eu.sotto.register.Purpose;
import eu.sotto.session.Entries.Fields;
import eu.sotto.vocabulary.Answer;
import eu.sotto.vocabulary.PurposeId;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** One data subject, with all the subjects that are linked as the same person. Thread-safe. */
public final class SubjectSession {
  private final Engine engine;
  private final List<SubjectEntry> entries;

  /**
   * A person.
   *
   * @param engine what everything runs on
   * @param entries the person's subjects, the one that was asked for first
   */
  public SubjectSession(Engine engine, List<SubjectEntry> entries) {
    this.engine = engine;
    this.entries = List.copyOf(entries);
  }

  /**
   * What everything runs on.
   *
   * @return the engine
   */
  public Engine engine() {
    return engine;
  }

  /**
   * The subject that was asked for.
   *
   * @return its pseudonym
   */
  public SubjectId id() {
    return entry().id();
  }

  /**
   * The subject that was asked for, with its keys.
   *
   * @return the entry
   */
  public SubjectEntry entry() {
    return entries.get(0);
  }

  /**
   * All subjects of this person as they are linked now.
   *
   * @return the entries, the one that was asked for first; none once the data was erased
   */
  public List<SubjectEntry> entries() {
    return engine.records().subjects().union(id());
  }

  /**
   * Refuses what needs data that is there.
   *
   * @throws IllegalStateException if the person's data was erased
   */
  public void requirePresent() {
    if (entries().isEmpty()) {
      throw new IllegalStateException("the person's data was erased");
    }
  }

  /**
   * Everything that is kept of this person.
   *
   * @return the records
   */
  public List<RecordEntry> records() {
    return entries().stream().flatMap(e -> engine.records().of(e.id()).stream()).toList();
  }

  /**
   * Withdraws a consent: permits end and what only that consent carried goes, then it is recorded.
   *
   * @param purpose the purpose
   * @param answer by which act
   * @return what was done
   */
  public Withdrawal withdraw(PurposeId purpose, Answer answer) {
    Purpose declared = engine.declared(purpose);
    if (declared.basis() != LegalBasis.CONSENT) {
      throw new IllegalArgumentException("the purpose " + purpose + " does not rest on consent");
    }
    var event = new ConsentEvent.Withdrawn(purpose, Method.of(answer), answer.at());
    boolean recorded = true;
    int erased = 0;
    boolean pending = false;
    for (SubjectEntry entry : entries()) {
      String id = engine.randomId();
      engine.sessions().withdraw(new Withdrawals.Entry(id, entry.id(), event));
      engine
          .grants()
          .end(entry.id(), Ending.RIGHT_EXERCISED, grant -> grant.purpose().equals(purpose));
      AtomicInteger gone = new AtomicInteger();
      boolean done =
          engine
              .owed()
              .attempt(
                  "erasing after a withdrawal",
                  () ->
                      gone.addAndGet(
                          Sweeping.eraseCarried(engine, engine.records().of(entry.id()), purpose)));
      erased += gone.get();
      pending |= !done;
      Fields fields =
          Fields.of("withdrawal", id, "purpose", purpose.value(), "method", event.method().name());
      recorded &=
          engine
              .journal()
              .recordEffect(Entries.withdrawal(entry, event.at(), fields.step("withdrawn " + id)));
    }
    return new Withdrawal(purpose, answer.at(), recorded, erased, pending);
  }

  @Override
  public String toString() {
    return "Subject[hidden]";
  }
}
