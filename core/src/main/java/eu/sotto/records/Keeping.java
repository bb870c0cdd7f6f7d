package eu.sotto.records;

import eu.sotto.crypto.Bytes;
import eu.sotto.crypto.KeyId;
import eu.sotto.retention.DueDate;
import java.time.Instant;
import java.util.List;

/**
 * Takes contents in. The order is: index row as begun, slot, sealed content, index row as kept; so
 * whatever a crash interrupts is known by its row and cleared away when the store is opened anew.
 */
final class Keeping {
  private final Parts parts;
  private final Rooms rooms;

  Keeping(Parts parts, Rooms rooms) {
    this.parts = parts;
    this.rooms = rooms;
  }

  /** A record on its way. */
  record Begun(
      RecordId id, CallRow call, NewRecord what, Instant keptAt, ContentStore.Draft draft) {}

  RecordWriter begin(NewRecord what) {
    CallRow call =
        rooms
            .calls()
            .row(rooms.calls().token(what.call()))
            .orElseThrow(() -> new IllegalArgumentException("no such call is known"));
    Instant now = parts.clock().instant();
    DueDate due = parts.terms().due(what, rooms.calls().open(call));
    if (!now.isBefore(due.from())) {
      throw new RecordException.PastDue(what.retentionClass());
    }
    RecordId id = RecordId.random(parts.random());
    KeyId bucket = book(id, call, new RecordSheet(what, now, 0), due);
    boolean done = false;
    try {
      ContentStore.Draft draft = parts.contents().begin(id);
      SealingContent sealing =
          parts.seals().sealing(id, call.subject().contentKey(), bucket, draft);
      done = true;
      return new RecordWriter(this, new Begun(id, call, what, now, draft), sealing);
    } finally {
      if (!done) {
        rooms.disposing().discard(List.of(id));
      }
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
              sealed);
      if (rooms.index().begun(row)) {
        return bucket;
      }
    }
  }

  private Bytes seal(RecordId id, CallRow call, RecordSheet sheet) {
    return Bytes.of(
        parts
            .seals()
            .sealSheet(call.subject().contentKey(), "record", id.toBytes(), sheet.toBytes()));
  }

  void finish(Begun begun, long length) {
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

  void discard(Begun begun) {
    begun.draft().close();
    rooms.disposing().discard(List.of(begun.id()));
  }
}
