package eu.sotto.records;

import eu.sotto.crypto.Bytes;
import eu.sotto.crypto.KeyId;
import eu.sotto.retention.DueDate;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Takes contents in. The order is: index row as begun, slot, sealed content, index row as kept; so
 * whatever a crash interrupts is known by its row and cleared away when the store is opened anew.
 */
final class Keeping {
  private final Parts parts;
  private final Rooms rooms;
  private final Set<RecordId> written = ConcurrentHashMap.newKeySet();

  Keeping(Parts parts, Rooms rooms) {
    this.parts = parts;
    this.rooms = rooms;
  }

  /** A record on its way. */
  record Begun(
      RecordId id, CallRow call, NewRecord what, Instant keptAt, ContentStore.Draft draft) {}

  RecordWriter begin(NewRecord handedOver) {
    NewRecord what = parts.terms().promised(handedOver);
    CallRow call =
        rooms
            .calls()
            .row(rooms.calls().token(what.call()))
            .orElseThrow(() -> new IllegalArgumentException("no such call is known"));
    Instant now = parts.clock().instant();
    DueDate due = parts.terms().due(what, rooms.calls().open(call));
    // what an erasure leaves may be past its maximum: a duty or hold keeps it
    if (!now.isBefore(due.from()) && Withheld.in(what).isEmpty()) {
      throw new RecordException.PastDue(what.retentionClass());
    }
    RecordId id = RecordId.random(parts.random());
    written.add(id);
    try {
      KeyId bucket = book(id, call, new RecordSheet(what, now, 0), due);
      ContentStore.Draft draft = parts.contents().begin(id);
      Begun begun = new Begun(id, call, what, now, draft);
      return new RecordWriter(this, begun, sealing(begun, bucket));
    } catch (RuntimeException e) {
      abandon(id, e);
      throw e;
    }
  }

  private SealingContent sealing(Begun begun, KeyId bucket) {
    KeyId contentKey = begun.call().subject().contentKey();
    try {
      return parts.seals().sealing(begun.id(), contentKey, bucket, begun.draft());
    } catch (RuntimeException e) {
      begun.draft().close();
      throw e;
    }
  }

  /** Clears away what a fault left; if even that fails, the next sweep or opening does it. */
  private void abandon(RecordId id, RuntimeException fault) {
    try {
      discard(id);
    } catch (RuntimeException e) {
      fault.addSuppressed(e);
    }
  }

  private KeyId book(RecordId id, CallRow call, RecordSheet sheet, DueDate due) {
    Bytes sealed = seal(id, call, sheet);
    long day = due.firstDeletionDay().toEpochDay();
    while (true) {
      String retentionClass = sheet.what().retentionClass();
      KeyId bucket = rooms.buckets().of(retentionClass, Buckets.dayOf(due));
      RecordRow row =
          new RecordRow(
              id,
              call.subject().id(),
              call.token(),
              new RecordRow.Placed(retentionClass, day, bucket, null),
              RecordState.BEGUN,
              0,
              sealed,
              null);
      if (rooms.index().begun(row, parts.node().node())) {
        return bucket;
      }
      if (OpenErasures.isNamed(parts.index(), row.subject())) {
        throw new RecordException.Shredded(id);
      }
    }
  }

  private Bytes seal(RecordId id, CallRow call, RecordSheet sheet) {
    return Bytes.of(
        parts
            .seals()
            .sealSheet(call.subject().contentKey(), "record", id.toBytes(), sheet.toBytes()));
  }

  RecordId finish(Begun begun, SealingContent sealing, long length) {
    try {
      sealing.finish();
      publish(begun, length);
      sealing.close();
      written.remove(begun.id());
      return begun.id();
    } catch (RuntimeException e) {
      abandon(begun, sealing, e);
      throw e;
    }
  }

  private void publish(Begun begun, long length) {
    long size = begun.draft().size();
    begun.draft().publish();
    RecordSheet sheet = new RecordSheet(begun.what(), begun.keptAt(), length);
    Bytes sealed = seal(begun.id(), begun.call(), sheet);
    CallRow call = begun.call();
    if (!rooms.index().kept(begun.id(), size, sealed, call.token(), call.version())) {
      throw new RecordException.Shredded(begun.id());
    }
    rooms.settling().settleIfChanged(call);
  }

  void abandon(Begun begun, SealingContent sealing, RuntimeException fault) {
    try {
      discard(begun, sealing);
    } catch (RuntimeException e) {
      fault.addSuppressed(e);
    }
  }

  void discard(Begun begun, SealingContent sealing) {
    try {
      sealing.close();
      begun.draft().close();
    } finally {
      discard(begun.id());
    }
  }

  private void discard(RecordId id) {
    written.remove(id);
    rooms.disposing().discard(List.of(id));
  }

  /** Whether a record is being written now. */
  boolean isWritten(RecordId id) {
    return written.contains(id);
  }
}
