package eu.sotto.store;

import eu.sotto.crypto.Bytes;
import eu.sotto.store.LedgerStore.Addition;
import eu.sotto.store.LedgerStore.Chain;
import eu.sotto.store.LedgerStore.Entry;
import eu.sotto.store.LedgerStore.Request;
import eu.sotto.store.LedgerStore.Sealed;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The inserts of SQLite, table by table. Its statements live as long as the connection: to prepare
 * them takes longer than to run them.
 */
final class LedgerWrites implements AutoCloseable {
  private final PreparedStatement leaf;
  private final PreparedStatement payload;
  private final PreparedStatement term;
  private final PreparedStatement request;
  private final PreparedStatement chain;

  LedgerWrites(Connection connection) throws SQLException {
    leaf =
        connection.prepareStatement(
            "INSERT INTO leaf(idx, id, kind, commitment, hashes) VALUES (?, ?, ?, ?, ?)");
    payload =
        connection.prepareStatement("INSERT INTO payload(idx, key_id, sealed) VALUES (?, ?, ?)");
    term = connection.prepareStatement("INSERT INTO term(token, idx) VALUES (?, ?)");
    request = connection.prepareStatement("INSERT INTO request(idx, token, hour) VALUES (?, ?, ?)");
    chain =
        connection.prepareStatement(
            "INSERT INTO chain(key_id, sequence, leaf) VALUES (?, ?, ?) ON CONFLICT (key_id)"
                + " DO UPDATE SET sequence = excluded.sequence, leaf = excluded.leaf");
  }

  void run(List<Addition> additions) throws SQLException {
    for (Addition addition : additions) {
      Entry entry = addition.entry();
      Sealed sealed = Objects.requireNonNull(entry.sealed(), "payload");
      batch(leaf, entry.index(), entry.id(), entry.kind(), entry.commitment(), entry.hashes());
      batch(payload, entry.index(), sealed.key(), sealed.content());
      for (Bytes token : addition.tokens()) {
        batch(term, token, entry.index());
      }
      Request retry = addition.request();
      if (retry != null) {
        batch(request, entry.index(), retry.token(), retry.hour());
      }
    }
    for (Chain end : ends(additions)) {
      batch(chain, end.key(), end.sequence(), end.leaf());
    }
    for (PreparedStatement statement : statements()) {
      statement.executeBatch();
    }
  }

  private List<PreparedStatement> statements() {
    return List.of(leaf, payload, term, request, chain);
  }

  /** Only the last end of each chain: one statement must not touch a row twice. */
  static Collection<Chain> ends(List<Addition> additions) {
    Map<Bytes, Chain> ends = new LinkedHashMap<>();
    additions.forEach(addition -> ends.put(addition.chain().key(), addition.chain()));
    return ends.values();
  }

  @Override
  public void close() throws SQLException {
    for (PreparedStatement statement : statements()) {
      statement.close();
    }
  }

  private static void batch(PreparedStatement statement, Object... parameters) throws SQLException {
    Rows.bind(statement, parameters);
    statement.addBatch();
  }
}
