package eu.sotto.session;

import eu.sotto.consent.ConsentEvent;
import eu.sotto.consent.ConsentStatus;
import eu.sotto.consent.Method;
import eu.sotto.consent.ProvenStatus;
import eu.sotto.consent.Withdrawal;
import eu.sotto.permit.ReasonCode;
import eu.sotto.records.Invalidation;
import eu.sotto.records.RecordEntry;
import eu.sotto.records.SubjectEntry;
import eu.sotto.records.SubjectId;
import eu.sotto.register.LegalBasis;
import eu.sotto.register.Purpose;
import eu.sotto.retention.EventName;
import eu.sotto.vocabulary.Actor;
import eu.sotto.vocabulary.Answer;
import eu.sotto.vocabulary.PurposeId;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

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
   * Notes that the person was in touch.
   *
   * @param at when
   */
  public void contacted(Instant at) {
    engine.ownRecords().contacted(entries(), at);
  }

  /**
   * Notes that something happened with which periods begin.
   *
   * @param event what
   * @param at when
   * @param actor who states it
   */
  public void happened(EventName event, Instant at, Actor actor) {
    requirePresent();
    engine.ownRecords().happened(entries(), event, at, actor);
  }

  /**
   * Withdraws a consent: permits end and what only that consent carried goes, then it is recorded.
   *
   * @param purpose the purpose
   * @param answer by which act
   * @return what was done
   */
  public Withdrawal withdraw(PurposeId purpose, Answer answer) {
    var event = new ConsentEvent.Withdrawn(purpose, Method.of(answer), answer.at());
    ConsentEnding.Ended ended =
        new ConsentEnding(engine).end(this, event, Map.of("method", event.method().name()));
    return new Withdrawal(
        purpose, event.at(), ended.heads(), ended.carried(), ended.recorded(), !ended.erased());
  }

  /**
   * How it stands now with a consent.
   *
   * @param purpose the purpose
   * @return the state by the last word of any call
   */
  public ConsentStatus consent(PurposeId purpose) {
    return engine.questions().now(id(), purpose);
  }

  /**
   * How it stood with a consent.
   *
   * @param purpose the purpose
   * @param at the time asked about
   * @param knownAt what was recorded later does not count
   * @return the state and the entries that say so
   */
  public ProvenStatus consent(PurposeId purpose, Instant at, Instant knownAt) {
    return engine.questions().proven(entries(), purpose, at, knownAt);
  }

  /**
   * How it stands now with every consent that the register asks for.
   *
   * @return the states by purpose
   */
  public Map<PurposeId, ConsentStatus> consents() {
    Map<PurposeId, ConsentStatus> all = new LinkedHashMap<>();
    for (Purpose purpose : engine.register().purposes()) {
      if (purpose.basis() == LegalBasis.CONSENT) {
        all.put(purpose.id(), consent(purpose.id()));
      }
    }
    return Collections.unmodifiableMap(all);
  }

  /**
   * States that every consent to a purpose up to now is invalid.
   *
   * @param purpose the purpose
   * @param why what was wrong
   * @param finder who found it out
   * @return what followed
   */
  public Invalidation foundInvalid(PurposeId purpose, ReasonCode why, Actor finder) {
    var event = new ConsentEvent.FoundInvalid(purpose, why, engine.clock().instant());
    Map<String, String> details = new LinkedHashMap<>();
    details.put("why", why.name());
    details.put("actor", finder.id());
    details.put("role", finder.role());
    ConsentEnding.Ended ended = new ConsentEnding(engine).end(this, event, details);
    return new Invalidation(
        purpose, why, event.at(), ended.records(), ended.recorded(), !ended.erased());
  }

  @Override
  public String toString() {
    return "Subject[hidden]";
  }
}
