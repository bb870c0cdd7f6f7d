package eu.sotto.records;

import eu.sotto.crypto.Bytes;
import eu.sotto.store.Residue;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * The random bytes under which the index knows a subject. Deleting rows may leave copies of them in
 * gaps of the file's pages, so an erasure has to know what to look for.
 */
final class Traces {
  private static final List<String> RECORD_NAMES =
      List.of("SELECT id FROM record WHERE subject = ?");
  private static final List<String> RECORD_SHEETS =
      List.of("SELECT sealed FROM record WHERE subject = ?");
  private static final List<String> PERSON_NAMES =
      List.of(
          "SELECT token FROM party WHERE subject = ?",
          "SELECT token FROM call WHERE subject = ?",
          "SELECT id FROM finding WHERE subject = ?",
          "SELECT bond FROM subject WHERE id = ? AND NOT EXISTS"
              + " (SELECT 1 FROM subject other"
              + " WHERE other.bond = subject.bond AND other.id <> subject.id)");
  private static final List<String> PERSON_SHEETS =
      List.of(
          "SELECT sealed FROM call WHERE subject = ?",
          "SELECT sealed FROM finding WHERE subject = ?");
  private static final List<String> ERASURE_NAMES =
      List.of(
          "SELECT subject FROM erasure WHERE order_id = ?",
          "SELECT content_key FROM erasure WHERE order_id = ?");

  private Traces() {}

  static List<Bytes> ofRecords(Connection connection, SubjectId subject) throws SQLException {
    return all(connection, RECORD_NAMES, RECORD_SHEETS, subject.toBytes());
  }

  /** Of all but the records; the person's own id is in the row of the erasure until its end. */
  static List<Bytes> ofPerson(Connection connection, SubjectId subject) throws SQLException {
    return all(connection, PERSON_NAMES, PERSON_SHEETS, subject.toBytes());
  }

  static List<Bytes> ofErasure(Connection connection, String order) throws SQLException {
    return all(connection, ERASURE_NAMES, List.of(), order);
  }

  /** Without the tokens of whoever called again meanwhile. */
  static List<Bytes> dead(Connection connection, List<Bytes> traces) throws SQLException {
    String live =
        "SELECT token FROM party WHERE token = ? UNION ALL SELECT token FROM call WHERE token = ?";
    List<Bytes> dead = new ArrayList<>();
    for (Bytes trace : traces) {
      byte[] token = trace.toArray();
      if (Sql.first(connection, row -> 1, live, token, token).isEmpty()) {
        dead.add(trace);
      }
    }
    return dead;
  }

  private static List<Bytes> all(
      Connection connection, List<String> names, List<String> sheets, Object of)
      throws SQLException {
    List<Bytes> traces = new ArrayList<>();
    for (String query : names) {
      traces.addAll(Sql.list(connection, row -> Sql.bytes(row, 1), query, of));
    }
    for (String query : sheets) {
      traces.addAll(Sql.list(connection, row -> Residue.body(row.getBytes(1)), query, of));
    }
    return traces;
  }
}
