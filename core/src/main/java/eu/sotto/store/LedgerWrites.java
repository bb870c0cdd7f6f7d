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
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** The inserts of one transaction. */
final class LedgerWrites implements AutoCloseable {
  private final List<PreparedStatement> open = new ArrayList<>();
  private final PreparedStatement leaf;
  private final PreparedStatement node;
  private final PreparedStatement payload;
  private final PreparedStatement term;
  private final PreparedStatement request;
  private final PreparedStatement chain;

  LedgerWrites(Connection connection) throws SQLException {
    leaf = prepare(connection, "INSERT INTO leaf(idx, id, kind, commitment) VALUES (?, ?, ?, ?)");
    node = prepare(connection, "INSERT INTO node(position, hash) VALUES (?, ?)");
    payload = prepare(connection, "INSERT INTO payload(idx, key_id, sealed) VALUES (?, ?, ?)");
    term = prepare(connection, "INSERT INTO term(token, idx) VALUES (?, ?)");
    request = prepare(connection, "INSERT INTO request(token, leaf_id, hour) VALUES (?, ?, ?)");
    chain =
        prepare(
            connection, "INSERT OR REPLACE INTO chain(key_id, sequence, leaf) VALUES (?, ?, ?)");
  }

  private PreparedStatement prepare(Connection connection, String sql) throws SQLException {
    PreparedStatement statement = connection.prepareStatement(sql);
    open.add(statement);
    return statement;
  }

  void add(Addition addition) throws SQLException {
    Entry entry = addition.entry();
    run(leaf, entry.index(), entry.id(), entry.kind(), entry.commitment());
    long position = addition.nodes().position();
    for (Bytes hash : addition.nodes().hashes()) {
      run(node, position++, hash);
    }
    Sealed sealed = Objects.requireNonNull(entry.sealed(), "payload");
    run(payload, entry.index(), sealed.key(), sealed.content());
    for (Bytes token : addition.tokens()) {
      run(term, token, entry.index());
    }
    Request retry = addition.request();
    if (retry != null) {
      run(request, retry.token(), entry.id(), retry.hour());
    }
    Chain end = addition.chain();
    run(chain, end.key(), end.sequence(), end.leaf());
  }

  private static void run(PreparedStatement statement, Object... parameters) throws SQLException {
    Rows.bind(statement, parameters);
    statement.executeUpdate();
  }

  @Override
  public void close() throws SQLException {
    for (PreparedStatement statement : open) {
      statement.close();
    }
  }
}
