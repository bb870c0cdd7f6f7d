package eu.sotto.records;

import eu.sotto.crypto.Bytes;
import eu.sotto.crypto.KeyId;
import eu.sotto.store.Database;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The rows of records; each method is one transaction. Thread-safe. */
final class RecordIndex {
  private static final String SELECT = "SELECT " + RecordRow.COLUMNS + " FROM record WHERE ";

  private final Database file;

  RecordIndex(Database file) {
    this.file = file;
  }

  /**
   * Adds a record that is being written; false if its bucket was closed meanwhile, or its subject
   * is being erased.
   */
  boolean begun(RecordRow row, Bytes writer) {
    return file.write(
            connection ->
                Sql.update(
                    connection,
                    "INSERT INTO record"
                        + " (id, subject, call, bucket, class, due_day, state, size, sealed, writer)"
                        + " SELECT ?, ?, ?, key, class, ?, 'BEGUN', 0, ?, ? FROM bucket"
                        + " WHERE key = ? AND closing = 0"
                        + " AND NOT EXISTS (SELECT 1 FROM erasure WHERE subject = ?)",
                    row.id().toBytes(),
                    row.subject().toBytes(),
                    row.call().toArray(),
                    row.placed().dueDay(),
                    row.sheet().toArray(),
                    writer.toArray(),
                    row.placed().bucket().toBytes(),
                    row.subject().toBytes()))
        == 1;
  }

  /**
   * Makes a written record one that is kept, and has its call settled again if that changed since;
   * false if the record was disposed of meanwhile.
   */
  boolean kept(RecordId id, long size, Bytes sheet, Bytes call, long callVersion) {
    return file.write(
        connection -> {
          int kept =
              Sql.update(
                  connection,
                  "UPDATE record SET state = 'KEPT', size = ?, sealed = ?"
                      + " WHERE id = ? AND state = 'BEGUN'",
                  size,
                  sheet.toArray(),
                  id.toBytes());
          Sql.update(
              connection,
              "UPDATE call SET unsettled = 1 WHERE token = ? AND version <> ?",
              call.toArray(),
              callVersion);
          return kept == 1;
        });
  }

  Optional<RecordRow> row(RecordId id) {
    return file.read(
        connection -> Sql.first(connection, RecordRow::from, SELECT + "id = ?", id.toBytes()));
  }

  List<RecordRow> kept() {
    return file.read(
        connection -> Sql.list(connection, RecordRow::from, SELECT + "state = 'KEPT'"));
  }

  List<RecordRow> keptOf(SubjectId subject) {
    return file.read(
        connection ->
            Sql.list(
                connection,
                RecordRow::from,
                SELECT + "subject = ? AND state = 'KEPT'",
                subject.toBytes()));
  }

  List<RecordRow> keptOfCall(Bytes call) {
    return file.read(
        connection ->
            Sql.list(
                connection,
                RecordRow::from,
                SELECT + "call = ? AND state = 'KEPT'",
                call.toArray()));
  }

  /** What is due on a day by its row, was asked to go, or may be due since its call changed. */
  List<RecordRow> keptUntil(long day) {
    return file.read(
        connection ->
            Sql.list(
                connection,
                RecordRow::from,
                SELECT
                    + "state = 'KEPT' AND (due_day <= ? OR asked IS NOT NULL"
                    + " OR call IN (SELECT token FROM call WHERE unsettled = 1))"
                    + " ORDER BY due_day, id",
                day));
  }

  List<RecordId> idsOf(SubjectId subject) {
    return file.read(
        connection ->
            Sql.list(
                connection,
                row -> RecordId.of(row.getBytes(1)),
                "SELECT id FROM record WHERE subject = ?",
                subject.toBytes()));
  }

  List<RecordId> idsIn(RecordState state) {
    return file.read(
        connection ->
            Sql.list(
                connection,
                row -> RecordId.of(row.getBytes(1)),
                "SELECT id FROM record WHERE state = ? AND state <> 'KEPT'",
                state.name()));
  }

  /** A record that is being written, and by which node. */
  record Unfinished(RecordId id, Bytes writer) {}

  List<Unfinished> unfinished() {
    return file.read(
        connection ->
            Sql.list(
                connection,
                row -> new Unfinished(RecordId.of(row.getBytes(1)), Sql.bytes(row, 2)),
                "SELECT id, writer FROM record WHERE state = 'BEGUN' AND state <> 'KEPT'"));
  }

  /**
   * Books a record into another bucket, still remembering the old one; false if it or its call
   * changed.
   */
  boolean moving(RecordRow row, KeyId bucket, long dueDay, long callVersion) {
    return file.write(
            connection ->
                Sql.update(
                    connection,
                    "UPDATE record SET leaving = bucket, bucket = ?, due_day = ?"
                        + " WHERE id = ? AND state = 'KEPT' AND bucket = ? AND leaving IS NULL"
                        + " AND EXISTS (SELECT 1 FROM bucket WHERE key = ? AND closing = 0)"
                        + " AND EXISTS (SELECT 1 FROM call WHERE token = ? AND version = ?)",
                    bucket.toBytes(),
                    dueDay,
                    row.id().toBytes(),
                    row.placed().bucket().toBytes(),
                    bucket.toBytes(),
                    row.call().toArray(),
                    callVersion))
        == 1;
  }

  void moved(RecordId id) {
    file.write(
        connection ->
            Sql.update(connection, "UPDATE record SET leaving = NULL WHERE id = ?", id.toBytes()));
  }

  /** Sets the day, unless the record's bucket or its call changed. */
  void dueOn(RecordRow row, long dueDay, long callVersion) {
    file.write(
        connection ->
            Sql.update(
                connection,
                "UPDATE record SET due_day = ? WHERE id = ? AND bucket = ?"
                    + " AND EXISTS (SELECT 1 FROM call WHERE token = ? AND version = ?)",
                dueDay,
                row.id().toBytes(),
                row.placed().bucket().toBytes(),
                row.call().toArray(),
                callVersion));
  }

  /** From a day on these are asked to go; the first day counts. */
  void asked(Collection<RecordId> ids, long day) {
    each(
        ids,
        (connection, id) ->
            Sql.update(
                connection,
                "UPDATE record SET asked = ? WHERE id = ? AND asked IS NULL",
                day,
                id.toBytes()));
  }

  /** A record that goes, on which ground, and the text that stays of it. */
  record Going(RecordId id, @Nullable Ending ground, Optional<Anonymous.Text> stays) {}

  /** From here on the records are closed and only go on going. */
  void going(Collection<Going> all) {
    file.write(
        connection -> {
          for (Going one : all) {
            Ending ground = one.ground();
            if (ground == null) {
              close(connection, one.id());
            } else {
              Sql.update(
                  connection,
                  "UPDATE record SET state = 'GOING', ground = ? WHERE id = ?",
                  ground.name(),
                  one.id().toBytes());
            }
            Anonymous.add(connection, one.stays().stream().toList());
          }
          return all.size();
        });
  }

  /** Closes records that were begun and left; one that was finished meanwhile stays. */
  void abandoned(Collection<RecordId> ids) {
    each(
        ids,
        (connection, id) ->
            Sql.update(
                connection,
                "UPDATE record SET state = 'GOING' WHERE id = ? AND state = 'BEGUN'",
                id.toBytes()));
  }

  private static void close(Connection connection, RecordId id) throws SQLException {
    Sql.update(connection, "UPDATE record SET state = 'GOING' WHERE id = ?", id.toBytes());
  }

  /** Rows go, and are counted with the class and ground on which they do. */
  void gone(Collection<RecordId> ids) {
    each(ids, RecordIndex::gone);
  }

  private interface Change {
    void on(Connection connection, RecordId id) throws SQLException;
  }

  /** In one transaction, if there is anything to change. */
  private void each(Collection<RecordId> ids, Change change) {
    if (ids.isEmpty()) {
      return;
    }
    file.write(
        connection -> {
          for (RecordId id : ids) {
            change.on(connection, id);
          }
          return ids.size();
        });
  }

  private static void gone(Connection connection, RecordId id) throws SQLException {
    Optional<Map.Entry<String, String>> counted =
        Sql.first(
            connection,
            row -> Map.entry(row.getString(1), row.getString(2)),
            "SELECT class, ground FROM record"
                + " WHERE id = ? AND state = 'GOING' AND ground IS NOT NULL",
            id.toBytes());
    int deleted =
        Sql.update(connection, "DELETE FROM record WHERE id = ? AND state = 'GOING'", id.toBytes());
    if (deleted == 1 && counted.isPresent()) {
      Disposals.count(connection, counted.get().getKey(), counted.get().getValue());
    }
  }

  /** Kept records in the order of their random ids, some at a time. */
  List<RecordRow> keptAfter(byte[] id, int most) {
    return file.read(
        connection ->
            Sql.list(
                connection,
                RecordRow::from,
                SELECT + "state = 'KEPT' AND id > ? ORDER BY id LIMIT " + most,
                id));
  }

  /** The calls of which records of a class are kept. */
  List<Bytes> callsWith(SubjectId subject, String retentionClass) {
    return file.read(
        connection ->
            Sql.list(
                connection,
                row -> Bytes.of(row.getBytes(1)),
                "SELECT DISTINCT call FROM record"
                    + " WHERE subject = ? AND class = ? AND state = 'KEPT'",
                subject.toBytes(),
                retentionClass));
  }
}
