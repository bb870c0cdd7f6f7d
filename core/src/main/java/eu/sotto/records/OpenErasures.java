package eu.sotto.records;

import eu.sotto.crypto.KeyId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The erasures that have to be completed, whatever happens: noted before the first key is
 * destroyed, removed when the completion is recorded. Holds random ids only. Thread-safe.
 */
public final class OpenErasures {
  private record Row(String order, Instant orderedAt, SubjectEntry subject) {}

  private final Parts parts;

  OpenErasures(Parts parts) {
    this.parts = parts;
  }

  /**
   * Notes an erasure; durable when it returns. Noting it again changes nothing.
   *
   * @param erasure what is to be completed
   */
  public void add(OpenErasure erasure) {
    parts
        .index()
        .write(
            connection -> {
              int added = 0;
              for (SubjectEntry subject : erasure.subjects()) {
                added +=
                    Sql.update(
                        connection,
                        "INSERT OR IGNORE INTO erasure"
                            + " (order_id, ordered_at, subject, content_key, evidence_key)"
                            + " VALUES (?, ?, ?, ?, ?)",
                        erasure.order(),
                        erasure.orderedAt().toEpochMilli(),
                        subject.id().toBytes(),
                        subject.contentKey().toBytes(),
                        subject.evidenceKey().toBytes());
              }
              return added;
            });
  }

  /**
   * What is open.
   *
   * @return the erasures, in no order
   */
  public List<OpenErasure> list() {
    Map<String, List<Row>> byOrder = new LinkedHashMap<>();
    parts
        .index()
        .read(connection -> Sql.list(connection, OpenErasures::read, "SELECT * FROM erasure"))
        .forEach(row -> byOrder.computeIfAbsent(row.order(), o -> new ArrayList<>()).add(row));
    return byOrder.values().stream()
        .map(
            rows ->
                new OpenErasure(
                    rows.get(0).order(),
                    rows.get(0).orderedAt(),
                    rows.stream().map(Row::subject).toList()))
        .toList();
  }

  private static Row read(ResultSet row) throws SQLException {
    return new Row(
        row.getString("order_id"),
        Instant.ofEpochMilli(row.getLong("ordered_at")),
        new SubjectEntry(
            SubjectId.of(row.getBytes("subject")),
            KeyId.of(row.getBytes("content_key")),
            KeyId.of(row.getBytes("evidence_key"))));
  }

  /**
   * Forgets a completed erasure and scrubs it from the file.
   *
   * @param order the erasure's random id
   */
  public void remove(String order) {
    parts
        .index()
        .write(
            connection -> Sql.update(connection, "DELETE FROM erasure WHERE order_id = ?", order));
    parts.index().truncateLog();
  }
}
