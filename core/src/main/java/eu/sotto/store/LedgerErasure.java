package eu.sotto.store;

import eu.sotto.crypto.Bytes;
import eu.sotto.store.LedgerStore.Erased;
import eu.sotto.store.LedgerStore.Erasure;
import eu.sotto.store.LedgerStore.Resealed;
import java.sql.Connection;
import java.sql.SQLException;

/** The deletes of one erasure. */
final class LedgerErasure {
  private static final String UNDER_KEY = "(SELECT idx FROM payload WHERE key_id = ?)";

  private LedgerErasure() {}

  static Erased apply(Connection connection, Erasure erasure) throws SQLException {
    long payloads = 0;
    long tokens = 0;
    for (Bytes key : erasure.keys()) {
      tokens += Rows.update(connection, "DELETE FROM term WHERE idx IN " + UNDER_KEY, key);
      Rows.update(
          connection,
          "DELETE FROM request WHERE leaf_id IN (SELECT id FROM leaf WHERE idx IN "
              + UNDER_KEY
              + ")",
          key);
      payloads += Rows.update(connection, "DELETE FROM payload WHERE key_id = ?", key);
      Rows.update(connection, "DELETE FROM chain WHERE key_id = ?", key);
    }
    for (Bytes token : erasure.tokens()) {
      tokens += Rows.update(connection, "DELETE FROM term WHERE token = ?", token);
    }
    for (Resealed entry : erasure.resealed()) {
      Rows.update(
          connection,
          "UPDATE payload SET sealed = ? WHERE idx = ?",
          entry.content(),
          entry.index());
      Rows.update(connection, "DELETE FROM request WHERE leaf_id = ?", entry.id());
    }
    return new Erased(payloads, tokens, false);
  }
}
