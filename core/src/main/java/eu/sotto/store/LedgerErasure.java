package eu.sotto.store;

import eu.sotto.crypto.Bytes;
import eu.sotto.store.LedgerStore.Erased;
import eu.sotto.store.LedgerStore.Erasure;
import eu.sotto.store.LedgerStore.Resealed;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.Set;

/** The deletes of one erasure, and what they deleted. */
final class LedgerErasure {
  private static final String UNDER_KEY = "(SELECT idx FROM payload WHERE key_id = ?)";

  private final Erasure erasure;
  private final Set<Bytes> tokens = new HashSet<>();
  private final Set<Bytes> payloads = new HashSet<>();

  LedgerErasure(Erasure erasure) {
    this.erasure = erasure;
  }

  /**
   * Retry tokens were recorded in order of their hours: what comes after the first later one stays.
   */
  static int prune(Connection connection, long hour) throws SQLException {
    long later =
        Rows.of(connection, "SELECT idx FROM request WHERE hour >= ? ORDER BY idx LIMIT 1", hour)
            .first(row -> row.getLong(1))
            .orElse(Long.MAX_VALUE);
    return Rows.update(connection, "DELETE FROM request WHERE idx < ?", later);
  }

  /** The random content that is in no row any more. */
  Set<Bytes> deleted() {
    Set<Bytes> deleted = new HashSet<>(payloads);
    deleted.addAll(tokens);
    return deleted;
  }

  Erased apply(Connection connection) throws SQLException {
    long payloadCount = 0;
    long tokenCount = 0;
    for (Bytes key : erasure.keys()) {
      remember(connection, key);
      tokenCount += Rows.update(connection, "DELETE FROM term WHERE idx IN " + UNDER_KEY, key);
      Rows.update(connection, "DELETE FROM request WHERE idx IN " + UNDER_KEY, key);
      payloadCount += Rows.update(connection, "DELETE FROM payload WHERE key_id = ?", key);
      Rows.update(connection, "DELETE FROM chain WHERE key_id = ?", key);
    }
    for (Bytes token : erasure.tokens()) {
      tokens.add(token);
      tokenCount += Rows.update(connection, "DELETE FROM term WHERE token = ?", token);
    }
    for (Resealed entry : erasure.resealed()) {
      Rows.of(connection, "SELECT token FROM request WHERE idx = ?", entry.index())
          .each(row -> tokens.add(Rows.bytes(row, 1)));
      Rows.of(connection, "SELECT sealed FROM payload WHERE idx = ?", entry.index())
          .each(row -> payloads.add(Residue.body(Rows.bytes(row, 1).toArray())));
      Rows.update(
          connection,
          "UPDATE payload SET sealed = ? WHERE idx = ?",
          entry.content(),
          entry.index());
      Rows.update(connection, "DELETE FROM request WHERE idx = ?", entry.index());
    }
    keepLiveTokens(connection);
    return new Erased(payloadCount, tokenCount, false);
  }

  private void remember(Connection connection, Bytes key) throws SQLException {
    Rows.of(connection, "SELECT sealed FROM payload WHERE key_id = ?", key)
        .each(row -> payloads.add(Residue.body(Rows.bytes(row, 1).toArray())));
    Rows.of(connection, "SELECT token FROM term WHERE idx IN " + UNDER_KEY, key)
        .each(row -> tokens.add(Rows.bytes(row, 1)));
    Rows.of(connection, "SELECT token FROM request WHERE idx IN " + UNDER_KEY, key)
        .each(row -> tokens.add(Rows.bytes(row, 1)));
  }

  /** A term may be another subject's too, and then stays with that one. */
  private void keepLiveTokens(Connection connection) throws SQLException {
    for (Bytes token : Set.copyOf(tokens)) {
      Rows.of(connection, "SELECT 1 FROM term WHERE token = ? LIMIT 1", token)
          .each(row -> tokens.remove(token));
    }
  }
}
