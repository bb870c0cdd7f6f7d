package eu.sotto.records;

import eu.sotto.crypto.KeyId;
import eu.sotto.crypto.KeyKind;
import eu.sotto.retention.DueDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;

/**
 * One key per retention class and day, so that what is due on one day is shredded with it; what
 * waits for an event hangs in the class's open bucket. Thread-safe.
 */
final class Buckets {
  /** The day of the open bucket. */
  static final long OPEN = Long.MIN_VALUE;

  private static final Sql.Reading<KeyId> KEY = row -> KeyId.of(row.getBytes(1));

  private final Parts parts;
  private final ReentrantLock creating = new ReentrantLock();

  Buckets(Parts parts) {
    this.parts = parts;
  }

  /** The day under which a record hangs: none while it waits for the event that counts. */
  static long dayOf(DueDate due) {
    return Terms.waits(due) ? OPEN : due.firstDeletionDay().toEpochDay();
  }

  /** The bucket of a class and day, made where there is none. */
  KeyId of(String retentionClass, long day) {
    Optional<KeyId> found = find(retentionClass, day);
    if (found.isPresent()) {
      return found.get();
    }
    creating.lock();
    try {
      Optional<KeyId> again = find(retentionClass, day);
      while (again.isEmpty()) {
        create(retentionClass, day);
        again = find(retentionClass, day);
      }
      return again.get();
    } finally {
      creating.unlock();
    }
  }

  private Optional<KeyId> find(String retentionClass, long day) {
    String query = "SELECT key FROM bucket WHERE closing = 0 AND class = ? AND ";
    return parts
        .index()
        .read(
            connection ->
                day == OPEN
                    ? Sql.first(connection, KEY, query + "due_day IS NULL", retentionClass)
                    : Sql.first(connection, KEY, query + "due_day = ?", retentionClass, day));
  }

  /** Of several nodes that make one at once the first one's stays. */
  private void create(String retentionClass, long day) {
    KeyId key = parts.seals().create(List.of(KeyKind.BUCKET)).get(0);
    int made =
        parts
            .index()
            .write(
                connection ->
                    day == OPEN
                        ? Sql.update(
                            connection,
                            "INSERT INTO bucket (key, class, closing) VALUES (?, ?, 0)"
                                + " ON CONFLICT DO NOTHING",
                            key.toBytes(),
                            retentionClass)
                        : Sql.update(
                            connection,
                            "INSERT INTO bucket (key, class, due_day, closing)"
                                + " VALUES (?, ?, ?, 0) ON CONFLICT DO NOTHING",
                            key.toBytes(),
                            retentionClass,
                            day));
    if (made == 0) {
      parts.seals().destroy(List.of(key));
    }
  }

  /**
   * Destroys the keys of all buckets of days gone by in which nothing hangs any more; from the
   * moment a bucket is marked as closing nothing new comes to hang in it.
   */
  void closeBefore(long day) {
    parts
        .index()
        .write(
            connection ->
                Sql.update(
                    connection,
                    "UPDATE bucket SET closing = 1 WHERE due_day < ?"
                        + " AND NOT EXISTS (SELECT 1 FROM record WHERE bucket = key)"
                        + " AND NOT EXISTS (SELECT 1 FROM record WHERE leaving = key)",
                    day));
    finishClosing();
  }

  void finishClosing() {
    List<KeyId> closing =
        parts
            .index()
            .read(
                connection ->
                    Sql.list(connection, KEY, "SELECT key FROM bucket WHERE closing = 1"));
    if (!closing.isEmpty()) {
      parts.seals().destroy(closing);
      parts
          .index()
          .write(
              connection -> {
                for (KeyId key : closing) {
                  Sql.update(connection, "DELETE FROM bucket WHERE key = ?", key.toBytes());
                }
                return closing.size();
              });
    }
  }
}
