package eu.sotto.records;

import eu.sotto.crypto.Bytes;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** A call's index row with its subject, as it lies in the clear; the sheet is sealed. */
record CallRow(Bytes token, SubjectEntry subject, long version, boolean unsettled, Bytes sheet) {
  private static final String QUERY =
      "SELECT token, version, unsettled, sealed, id, content_key, evidence_key"
          + " FROM call JOIN subject ON subject.id = call.subject WHERE ";

  static Optional<CallRow> find(Connection connection, byte[] token) throws SQLException {
    return Sql.first(connection, CallRow::from, QUERY + "token = ?", token);
  }

  static List<CallRow> running(Connection connection) throws SQLException {
    return Sql.list(connection, CallRow::from, QUERY + "ended = 0");
  }

  static List<CallRow> unsettled(Connection connection) throws SQLException {
    return Sql.list(connection, CallRow::from, QUERY + "unsettled = 1");
  }

  /** Calls that ended, keep their number and times, and have no record of a class. */
  static List<CallRow> withMetadata(
      Connection connection, long dueDay, String retentionClass, byte[] after, int most)
      throws SQLException {
    return Sql.list(
        connection,
        CallRow::from,
        QUERY
            + "ended = 1 AND bare = 0 AND due_day < ? AND token > ? AND NOT EXISTS"
            + " (SELECT 1 FROM record WHERE record.call = token AND record.class = ?)"
            + " ORDER BY token LIMIT "
            + most,
        dueDay,
        after,
        retentionClass);
  }

  private static CallRow from(ResultSet row) throws SQLException {
    return new CallRow(
        Bytes.of(row.getBytes("token")),
        Subjects.read(row),
        row.getLong("version"),
        row.getLong("unsettled") == 1,
        Bytes.of(row.getBytes("sealed")));
  }
}
