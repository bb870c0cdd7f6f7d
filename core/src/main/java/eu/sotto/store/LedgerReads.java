package eu.sotto.store;

import eu.sotto.crypto.Bytes;
import eu.sotto.store.LedgerStore.Entry;
import eu.sotto.store.LedgerStore.Sealed;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Queries of a log. */
final class LedgerReads {
  private static final String COLUMNS =
      "SELECT leaf.idx, leaf.id, leaf.kind, leaf.commitment, leaf.hashes, payload.key_id,"
          + " payload.sealed";
  private static final String ENTRY =
      COLUMNS + " FROM leaf LEFT JOIN payload ON payload.idx = leaf.idx ";

  /** In this order: with many keys SQLite would rather read the whole log. */
  private static final String FROM_PAYLOADS =
      " FROM payload CROSS JOIN leaf WHERE leaf.idx = payload.idx AND payload.key_id IN ";

  private LedgerReads() {}

  static long size(Connection connection) throws SQLException {
    return Rows.number(connection, "SELECT coalesce(max(idx) + 1, 0) FROM leaf");
  }

  /** Those that exist, in the order asked for. */
  static List<Bytes> hashes(Connection connection, List<Long> leaves) throws SQLException {
    if (leaves.isEmpty()) {
      return List.of();
    }
    Map<Long, Bytes> found = new HashMap<>();
    Rows.in(connection, "SELECT idx, hashes FROM leaf WHERE idx IN ", leaves)
        .each(row -> found.put(row.getLong(1), Rows.bytes(row, 2)));
    return leaves.stream().map(found::get).filter(Objects::nonNull).toList();
  }

  static List<Entry> entries(Connection connection, long from, int limit) throws SQLException {
    return Rows.of(connection, ENTRY + "WHERE leaf.idx >= ? ORDER BY leaf.idx LIMIT ?", from, limit)
        .list(LedgerReads::entry);
  }

  static List<Entry> leaves(Connection connection, long from, int limit) throws SQLException {
    return Rows.of(
            connection,
            "SELECT idx, id, kind, commitment, hashes FROM leaf WHERE idx >= ?"
                + " ORDER BY idx LIMIT ?",
            from,
            limit)
        .list(row -> entry(row, null));
  }

  static Optional<Entry> entry(Connection connection, Bytes id) throws SQLException {
    return Rows.of(connection, ENTRY + "WHERE leaf.id = ?", id).first(LedgerReads::entry);
  }

  static List<Entry> entriesWith(Connection connection, Bytes token, long from, int limit)
      throws SQLException {
    return Rows.of(
            connection,
            ENTRY
                + "JOIN term ON term.idx = leaf.idx"
                + " WHERE term.token = ? AND term.idx >= ? ORDER BY term.idx LIMIT ?",
            token,
            from,
            limit)
        .list(LedgerReads::entry);
  }

  static List<Entry> entriesUnder(Connection connection, Bytes key, long from, int limit)
      throws SQLException {
    return Rows.of(
            connection,
            ENTRY + "WHERE payload.key_id = ? AND payload.idx >= ? ORDER BY payload.idx LIMIT ?",
            key,
            from,
            limit)
        .list(LedgerReads::entry);
  }

  static List<Entry> entriesUnder(Connection connection, Collection<Bytes> keys)
      throws SQLException {
    List<Entry> found = Rows.in(connection, COLUMNS + FROM_PAYLOADS, keys).list(LedgerReads::entry);
    found.sort(Comparator.comparingLong(Entry::index));
    return found;
  }

  static Optional<Entry> lastUnder(Connection connection, Bytes key, long index)
      throws SQLException {
    return Rows.of(
            connection,
            ENTRY
                + "WHERE payload.key_id = ? AND payload.idx < ? ORDER BY payload.idx DESC LIMIT 1",
            key,
            index)
        .first(LedgerReads::entry);
  }

  private static Entry entry(ResultSet row) throws SQLException {
    byte[] key = row.getBytes(6);
    return entry(row, key == null ? null : new Sealed(Bytes.of(key), Rows.bytes(row, 7)));
  }

  private static Entry entry(ResultSet row, @Nullable Sealed sealed) throws SQLException {
    return new Entry(
        row.getLong(1),
        Rows.bytes(row, 2),
        row.getString(3),
        Rows.bytes(row, 4),
        Rows.bytes(row, 5),
        sealed);
  }
}
