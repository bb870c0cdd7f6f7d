package eu.sotto.records;

import eu.sotto.crypto.Bytes;
import eu.sotto.crypto.KeyId;
import eu.sotto.crypto.KeyState;
import eu.sotto.retention.DueDate;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Hangs the records of a call under the day that its events set. A record is booked into its new
 * bucket first and remembers the one it is leaving until its slot is rewrapped, so that neither
 * bucket's key is destroyed in between. Thread-safe.
 */
final class Settling {
  private final Parts parts;
  private final RecordIndex index;
  private final Calls calls;
  private final Buckets buckets;
  private final ReentrantLock settling = new ReentrantLock();

  Settling(Parts parts, RecordIndex index, Calls calls, Buckets buckets) {
    this.parts = parts;
    this.index = index;
    this.calls = calls;
    this.buckets = buckets;
  }

  /** Settles a call if something happened to it since it was read. */
  void settleIfChanged(CallRow seen) {
    calls
        .row(seen.token().toArray())
        .filter(now -> now.version() != seen.version())
        .ifPresent(now -> settle(now.token()));
  }

  void settle(Bytes token) {
    settling.lock();
    try {
      Optional<CallRow> call = calls.row(token.toArray());
      while (call.isPresent() && !settled(call.get())) {
        call = calls.row(token.toArray());
      }
    } finally {
      settling.unlock();
    }
  }

  private boolean settled(CallRow call) {
    if (parts.seals().state(call.subject().contentKey()) == KeyState.ACTIVE) {
      CallSheet sheet = calls.open(call);
      for (RecordRow row : index.keptOfCall(call.token())) {
        settle(row.id(), call, sheet);
      }
    }
    return calls.settled(call);
  }

  private void settle(RecordId id, CallRow call, CallSheet sheet) {
    Optional<RecordRow> row = index.row(id).filter(now -> now.state() == RecordState.KEPT);
    while (row.isPresent() && !inPlace(row.get(), call, sheet)) {
      row = index.row(id).filter(now -> now.state() == RecordState.KEPT);
    }
  }

  /** One try; false if it has to be looked at again. */
  private boolean inPlace(RecordRow row, CallRow call, CallSheet sheet) {
    if (row.placed().leaving() != null) {
      rewrap(row, call);
      return false;
    }
    RecordSheet record = Reading.sheet(parts, row);
    DueDate due = parts.terms().due(record.what(), sheet, row.placed().dueDay());
    long day = due.firstDeletionDay().toEpochDay();
    KeyId bucket = buckets.of(row.placed().retentionClass(), Buckets.dayOf(due));
    if (bucket.equals(row.placed().bucket())) {
      if (row.placed().dueDay() != day) {
        index.dueOn(row, day, call.version());
      }
      return true;
    }
    // A call that changed is settled again; until then its record hangs where it hung.
    return !index.moving(row, bucket, day, call.version()) && changed(call);
  }

  private boolean changed(CallRow seen) {
    return calls
        .row(seen.token().toArray())
        .filter(now -> now.version() == seen.version())
        .isEmpty();
  }

  /** While nobody else books it: else a slower node would put it back under its former bucket. */
  private void rewrap(RecordRow seen, CallRow call) {
    parts
        .index()
        .exclusively(
            () ->
                index
                    .row(seen.id())
                    .filter(row -> row.placed().leaving() != null)
                    .ifPresent(
                        row -> {
                          parts
                              .seals()
                              .rewrap(row.id(), call.subject().contentKey(), row.placed().bucket());
                          index.moved(row.id());
                        }));
  }
}
