package eu.sotto;

import eu.sotto.interchange.DisposalCertificate;
import eu.sotto.records.LegalHold;
import eu.sotto.records.RecordId;
import eu.sotto.records.SweepPlan;
import eu.sotto.records.SweepReport;
import eu.sotto.records.Unneeded;
import eu.sotto.retention.Explanation;
import eu.sotto.session.Certifying;
import eu.sotto.session.Engine;
import eu.sotto.session.Inventory;
import eu.sotto.session.Sweeping;
import eu.sotto.vocabulary.Actor;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How long records stay, why, and how they are disposed of. Thread-safe. Source: GDPR Art. 5(1)(e),
 * 5(2), 17.
 */
public final class Retention {
  private final Engine engine;

  Retention(Engine engine) {
    this.engine = engine;
  }

  /**
   * What a sweep would dispose of at this moment. Source: GDPR Art. 5(1)(e).
   *
   * @return the plan; it can be confirmed for an hour
   */
  public SweepPlan plan() {
    return Sweeping.plan(engine);
  }

  /**
   * Disposes of what the plan names, after looking at each record again: a hold that came in
   * between wins. Keys are destroyed first, then the sealed contents removed.
   *
   * @param plan the plan
   * @return what was disposed of, and what was refused on which ground
   * @throws eu.sotto.vocabulary.PrivacyException if the store failed; what was not done is planned
   *     again next time
   */
  public SweepReport sweep(SweepPlan plan) {
    return Sweeping.execute(engine, Objects.requireNonNull(plan, "plan"));
  }

  /**
   * Sweeps for the host's own scheduler, one runner at a time on this store.
   *
   * @param every how often, about: one second to 31 days
   * @return the job
   * @throws IllegalArgumentException if the interval is out of bounds
   */
  public SweepJob job(Duration every) {
    return new SweepJob(engine, Objects.requireNonNull(every, "every"));
  }

  /**
   * The certificates of all that was disposed of, the oldest first: how much of which class, on
   * which ground, with the proof that the ledger says so. They name nobody. Source: GDPR Art. 5(2).
   *
   * @return the certificates, read as the stream is consumed
   */
  public Stream<DisposalCertificate> certificates() {
    return Certifying.all(engine);
  }

  /**
   * Says why a record is still here, until when and by which rules; decided by the same function as
   * sweeps.
   *
   * @param record which
   * @return the explanation, in German or English as asked of it; empty if nothing is kept under
   *     that id
   */
  public Optional<Explanation> explain(RecordId record) {
    return engine
        .records()
        .lifetimes()
        .explain(Objects.requireNonNull(record, "record"), engine.clock().instant());
  }

  /**
   * Orders that all that is kept of a person, and comes to be kept, is preserved for a dispute or
   * an authority: no sweep, withdrawal or objection takes it, and an erasure withholds it. It acts
   * at once; what is there when this returns stays. It says nothing about using the data. Source:
   * GDPR Art. 17(3)(e).
   *
   * @param subject whose data
   * @param reference the case's file reference, such as {@code LG-4-O-123/26}; it must not tell who
   *     a person is
   * @param actor who orders it
   * @return the hold, by whose id it is released
   * @throws eu.sotto.permit.ActorRefused if the actor's role may not
   * @throws IllegalArgumentException if the reference is not one
   * @throws IllegalStateException if the person's data was erased or is being erased
   */
  public LegalHold hold(Subject subject, String reference, Actor actor) {
    return engine
        .legalHolds()
        .hold(
            subject.session(),
            Objects.requireNonNull(reference, "reference"),
            Objects.requireNonNull(actor, "actor"));
  }

  /**
   * Orders that one record is preserved, as {@link #hold(Subject, String, Actor)} does for all.
   *
   * @param record which
   * @param reference the case's file reference
   * @param actor who orders it
   * @return the hold, by whose id it is released
   * @throws eu.sotto.permit.ActorRefused if the actor's role may not
   * @throws IllegalArgumentException if the reference is not one
   * @throws eu.sotto.records.RecordException.NotKept if the record is gone
   */
  public LegalHold hold(RecordId record, String reference, Actor actor) {
    return engine
        .legalHolds()
        .hold(
            Objects.requireNonNull(record, "record"),
            Objects.requireNonNull(reference, "reference"),
            Objects.requireNonNull(actor, "actor"));
  }

  /**
   * Releases a hold, also after the person's data was erased: what no other hold and no duty keeps
   * goes with the next sweep if its time is over, and what only the hold withheld from an erasure
   * goes in any case. Releasing it again changes nothing.
   *
   * @param hold the hold's id
   * @param actor who decides it
   * @throws eu.sotto.permit.ActorRefused if the actor's role may not
   * @throws IllegalArgumentException if no hold has that id
   * @throws eu.sotto.vocabulary.PrivacyException if it could not be recorded; then it still holds
   */
  public void release(String hold, Actor actor) {
    engine
        .legalHolds()
        .release(Objects.requireNonNull(hold, "hold"), Objects.requireNonNull(actor, "actor"));
  }

  /**
   * The legal holds in force.
   *
   * @return the holds, the earliest first
   */
  public List<LegalHold> holds() {
    return engine.legalHolds().inForce();
  }

  /**
   * What is kept and needed by no live purpose any more: records, or single fields of them. Nothing
   * is deleted by this. Source: GDPR Art. 5(1)(c), 25.
   *
   * @return the records, read as the stream is consumed, in no order
   */
  public Stream<Unneeded> inventory() {
    return Inventory.of(engine);
  }

  /**
   * The texts that stayed of records whose rule says to anonymise instead of to delete: redacted,
   * without any number, time, call or person. What is only redacted is never among them.
   *
   * @return the texts, read as the stream is consumed, in no order that tells anything
   */
  public Stream<String> anonymous() {
    return engine.records().anonymous();
  }
}
