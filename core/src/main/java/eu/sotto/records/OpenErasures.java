package eu.sotto.records;

import eu.sotto.crypto.Bytes;
import eu.sotto.crypto.KeyId;
import eu.sotto.store.Database;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The erasures that have to be completed, whatever happens: noted before the first key is
 * destroyed, removed when the completion is recorded. Holds random ids only. Thread-safe.
 */
public final class OpenErasures {
  private record Row(String order, Instant orderedAt, SubjectEntry subject, Bytes node) {}

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
                        "INSERT INTO erasure"
                            + " (order_id, ordered_at, subject, content_key, evidence_key, node)"
                            + " VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING",
                        erasure.order(),
                        erasure.orderedAt().toEpochMilli(),
                        subject.id().toBytes(),
                        subject.contentKey().toBytes(),
                        subject.evidenceKey().toBytes(),
                        parts.node().node().toArray());
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
    return grouped(rows());
  }

  /**
   * Takes over the erasures whose node is gone, or let go of them; of several nodes that try one
   * gets each.
   *
   * @return what this node now has to complete
   */
  public List<OpenErasure> takeOver() {
    Set<String> seen = new HashSet<>();
    List<Row> open = rows();
    Set<Bytes> live = parts.node().live();
    open.stream().filter(row -> !live.contains(row.node())).forEach(row -> seen.add(row.order()));
    Set<String> taken =
        seen.stream()
            .filter(order -> isTaken(order, open, parts.node().node()))
            .collect(Collectors.toSet());
    return grouped(open.stream().filter(row -> taken.contains(row.order())).toList());
  }

  private boolean isTaken(String order, List<Row> open, Bytes by) {
    Bytes from =
        open.stream().filter(row -> row.order().equals(order)).findFirst().orElseThrow().node();
    return move(order, from, by) > 0;
  }

  /**
   * Leaves an erasure that failed to whoever takes it over.
   *
   * @param order the erasure's random id
   */
  public void letGo(String order) {
    move(order, parts.node().node(), Bytes.of(new byte[0]));
  }

  private int move(String order, Bytes from, Bytes to) {
    return parts
        .index()
        .write(
            connection ->
                Sql.update(
                    connection,
                    "UPDATE erasure SET node = ? WHERE order_id = ?" + " AND coalesce(node, ?) = ?",
                    to.toArray(),
                    order,
                    new byte[0],
                    from.toArray()));
  }

  /** Whether an open erasure names a subject: nothing more of it may be kept. */
  static boolean isNamed(Database index, SubjectId subject) {
    return index
        .read(
            connection ->
                Sql.first(
                    connection,
                    row -> subject,
                    "SELECT 1 FROM erasure WHERE subject = ?",
                    subject.toBytes()))
        .isPresent();
  }

  private List<Row> rows() {
    return parts
        .index()
        .read(
            connection ->
                Sql.list(
                    connection,
                    OpenErasures::read,
                    "SELECT order_id, ordered_at, subject, content_key, evidence_key, node"
                        + " FROM erasure"));
  }

  private static List<OpenErasure> grouped(List<Row> rows) {
    Map<String, List<Row>> byOrder = new LinkedHashMap<>();
    rows.forEach(row -> byOrder.computeIfAbsent(row.order(), o -> new ArrayList<>()).add(row));
    return byOrder.values().stream()
        .map(
            order ->
                new OpenErasure(
                    order.get(0).order(),
                    order.get(0).orderedAt(),
                    order.stream().map(Row::subject).toList()))
        .toList();
  }

  private static Row read(ResultSet row) throws SQLException {
    return new Row(
        row.getString("order_id"),
        Instant.ofEpochMilli(row.getLong("ordered_at")),
        new SubjectEntry(
            SubjectId.of(row.getBytes("subject")),
            KeyId.of(row.getBytes("content_key")),
            KeyId.of(row.getBytes("evidence_key"))),
        Sql.bytes(row, 6));
  }

  /**
   * Forgets a completed erasure and scrubs it from the file.
   *
   * @param order the erasure's random id
   */
  public void remove(String order) {
    List<Bytes> traces =
        parts
            .index()
            .write(
                connection -> {
                  List<Bytes> named = Traces.ofErasure(connection, order);
                  Sql.update(connection, "DELETE FROM erasure WHERE order_id = ?", order);
                  return named;
                });
    parts.index().scrub(traces);
  }
}
