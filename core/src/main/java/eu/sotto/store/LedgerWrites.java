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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The inserts of one transaction, table by table. */
final class LedgerWrites {
  private static final String LEAF =
      "INSERT INTO leaf(idx, id, kind, commitment) VALUES (?, ?, ?, ?)";
  private static final String NODE = "INSERT INTO node(position, hash) VALUES (?, ?)";
  private static final String PAYLOAD = "INSERT INTO payload(idx, key_id, sealed) VALUES (?, ?, ?)";
  private static final String TERM = "INSERT INTO term(token, idx) VALUES (?, ?)";
  private static final String REQUEST =
      "INSERT INTO request(token, leaf_id, hour) VALUES (?, ?, ?)";
  private static final String CHAIN =
      "INSERT INTO chain(key_id, sequence, leaf) VALUES (?, ?, ?) ON CONFLICT (key_id)"
          + " DO UPDATE SET sequence = excluded.sequence, leaf = excluded.leaf";

  private final Connection connection;
  private final List<Addition> additions;

  LedgerWrites(Connection connection, List<Addition> additions) {
    this.connection = connection;
    this.additions = additions;
  }

  /** Adds the rows of one addition to a batch. */
  @FunctionalInterface
  private interface RowsOf {
    void add(PreparedStatement statement, Addition addition) throws SQLException;
  }

  void run() throws SQLException {
    insert(
        LEAF,
        (statement, addition) -> {
          Entry entry = addition.entry();
          batch(statement, entry.index(), entry.id(), entry.kind(), entry.commitment());
        });
    insert(NODE, LedgerWrites::nodes);
    insert(
        PAYLOAD,
        (statement, addition) -> {
          Sealed sealed = Objects.requireNonNull(addition.entry().sealed(), "payload");
          batch(statement, addition.entry().index(), sealed.key(), sealed.content());
        });
    insert(TERM, LedgerWrites::terms);
    insert(REQUEST, LedgerWrites::request);
    chains();
  }

  private static void nodes(PreparedStatement statement, Addition addition) throws SQLException {
    long position = addition.nodes().position();
    for (Bytes hash : addition.nodes().hashes()) {
      batch(statement, position++, hash);
    }
  }

  private static void terms(PreparedStatement statement, Addition addition) throws SQLException {
    for (Bytes token : addition.tokens()) {
      batch(statement, token, addition.entry().index());
    }
  }

  private static void request(PreparedStatement statement, Addition addition) throws SQLException {
    Request retry = addition.request();
    if (retry != null) {
      batch(statement, retry.token(), addition.entry().id(), retry.hour());
    }
  }

  /** Only the last end of each chain: one statement must not touch a row twice. */
  private void chains() throws SQLException {
    Map<Bytes, Chain> ends = new LinkedHashMap<>();
    additions.forEach(addition -> ends.put(addition.chain().key(), addition.chain()));
    try (PreparedStatement statement = connection.prepareStatement(CHAIN)) {
      for (Chain end : ends.values()) {
        batch(statement, end.key(), end.sequence(), end.leaf());
      }
      statement.executeBatch();
    }
  }

  private void insert(String sql, RowsOf rows) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (Addition addition : additions) {
        rows.add(statement, addition);
      }
      statement.executeBatch();
    }
  }

  private static void batch(PreparedStatement statement, Object... parameters) throws SQLException {
    Rows.bind(statement, parameters);
    statement.addBatch();
  }
}
