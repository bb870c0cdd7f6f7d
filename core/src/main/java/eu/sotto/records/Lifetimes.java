package eu.sotto.records;

import eu.sotto.retention.Disposition;
import eu.sotto.retention.Explanation;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * When records go, and why: what is decided of each, what a sweep would do and does, what goes
 * before its time. Thread-safe; it starts no threads.
 */
public final class Lifetimes {
  private final Parts parts;
  private final Rooms rooms;
  private final Sweep sweep;

  Lifetimes(Parts parts, Rooms rooms) {
    this.parts = parts;
    this.rooms = rooms;
    this.sweep = new Sweep(parts, rooms);
  }

  /**
   * What happens to a record and why, decided by the same function as sweeps.
   *
   * @param id which
   * @param asOf the instant to decide for
   * @return what happens to it; empty if it is not kept
   */
  public Optional<Disposition> decide(RecordId id, Instant asOf) {
    return rooms.reading().open(id).map(record -> rooms.reading().decide(record, asOf));
  }

  /**
   * Says why a record is still here, until when, what would free it, and by which rules; {@link
   * Explanation#text} puts it into plain words.
   *
   * @param id which
   * @param asOf the instant to explain for
   * @return the explanation, of the same decision as {@link #decide}; empty if it is not kept
   */
  public Optional<Explanation> explain(RecordId id, Instant asOf) {
    return rooms.reading().open(id).map(record -> rooms.reading().explain(record, asOf));
  }

  /**
   * What a sweep would do at an instant; changes nothing. A host whose next sweep comes late plans
   * for that later instant, since earlier deletion is lawful at any time.
   *
   * @param asOf the instant, past or future
   * @return the plan
   */
  public SweepPlan plan(Instant asOf) {
    return sweep.plan(asOf);
  }

  /**
   * Disposes of the planned records that are still due and not shielded; keys go first, contents
   * after. A crash in between is finished when the records are opened anew, or by the next sweep.
   *
   * @param plan the plan
   * @return what was done
   * @throws IllegalArgumentException if the plan is for a time to come
   */
  public SweepReport execute(SweepPlan plan) {
    return sweep.execute(plan);
  }

  /**
   * Disposes of records before their time, as after a withdrawal; those that a hold names stay
   * until it ends: the next sweep after that takes them.
   *
   * @param ids which; those gone already are passed over
   * @return what was done
   */
  public Disposal dispose(Collection<RecordId> ids) {
    return sweep.dispose(ids);
  }

  /**
   * What was asked to go before and is still there, since a hold named it.
   *
   * @param subject whose
   * @return the records, in no order
   */
  public List<RecordId> asked(SubjectId subject) {
    return rooms.index().keptOf(subject).stream()
        .filter(row -> row.asked() != null)
        .map(RecordRow::id)
        .toList();
  }

  /**
   * Clears away records that nobody was told of, such as half of a copy: neither held nor counted.
   *
   * @param ids which
   */
  public void clearAway(Collection<RecordId> ids) {
    rooms.disposing().discard(ids);
  }

  /**
   * Runs an act, such as putting up a hold, while no disposal is being decided: whatever is listed
   * when it returns has been shielded in time.
   *
   * @param act short, and without calls to the records
   */
  public void betweenDecisions(Runnable act) {
    sweep.betweenDecisions(act);
  }

  /**
   * How many records went and is not certified yet.
   *
   * @return the counts
   */
  public Disposals disposals() {
    return new Disposals(parts.index());
  }
}
