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

/** The inserts of one transaction in PostgreSQL: all tables in one statement, a column an array. */
final class PostgresWrites {
  private static final String INSERTS =
      "WITH leaves AS (INSERT INTO leaf(idx, id, kind, commitment, hashes) SELECT * FROM"
          + " unnest(?::bigint[], ?::bytea[], ?::text[], ?::bytea[], ?::bytea[])),"
          + " payloads AS (INSERT INTO payload(idx, key_id, sealed) SELECT * FROM"
          + " unnest(?::bigint[], ?::bytea[], ?::bytea[])),"
          + " terms AS (INSERT INTO term(token, idx) SELECT * FROM"
          + " unnest(?::bytea[], ?::bigint[])),"
          + " requests AS (INSERT INTO request(idx, token, hour) SELECT * FROM"
          + " unnest(?::bigint[], ?::bytea[], ?::bigint[]))"
          + " INSERT INTO chain(key_id, sequence, leaf) SELECT * FROM"
          + " unnest(?::bytea[], ?::bigint[], ?::bytea[])"
          + " ON CONFLICT (key_id) DO UPDATE SET sequence = excluded.sequence, leaf = excluded.leaf";
  private static final String NUMBERS = "bigint";
  private static final String TEXTS = "text";
  private static final String BYTES = "bytea";

  private final Connection connection;
  private final List<Column> columns = new ArrayList<>();

  private PostgresWrites(Connection connection) {
    this.connection = connection;
  }

  /** The values of one parameter, in the order of the rows. */
  private record Column(String type, List<Object> values) {}

  static void run(Connection connection, List<Addition> additions) throws SQLException {
    PostgresWrites writes = new PostgresWrites(connection);
    writes.entries(additions);
    writes.tokens(additions);
    writes.chains(additions);
    writes.execute();
  }

  private void entries(List<Addition> additions) {
    List<List<Object>> leaves = table(NUMBERS, BYTES, TEXTS, BYTES, BYTES);
    List<List<Object>> payloads = table(NUMBERS, BYTES, BYTES);
    for (Addition addition : additions) {
      Entry entry = addition.entry();
      Sealed sealed = Objects.requireNonNull(entry.sealed(), "payload");
      row(leaves, entry.index(), entry.id(), entry.kind(), entry.commitment(), entry.hashes());
      row(payloads, entry.index(), sealed.key(), sealed.content());
    }
  }

  private void tokens(List<Addition> additions) {
    List<List<Object>> terms = table(BYTES, NUMBERS);
    List<List<Object>> requests = table(NUMBERS, BYTES, NUMBERS);
    for (Addition addition : additions) {
      long index = addition.entry().index();
      addition.tokens().forEach(token -> row(terms, token, index));
      Request retry = addition.request();
      if (retry != null) {
        row(requests, index, retry.token(), retry.hour());
      }
    }
  }

  private void chains(List<Addition> additions) {
    List<List<Object>> chains = table(BYTES, NUMBERS, BYTES);
    for (Chain end : LedgerWrites.ends(additions)) {
      row(chains, end.key(), end.sequence(), end.leaf());
    }
  }

  /** The columns of the next table, in the order of the statement's parameters. */
  private List<List<Object>> table(String... types) {
    List<List<Object>> table = new ArrayList<>();
    for (String type : types) {
      Column column = new Column(type, new ArrayList<>());
      columns.add(column);
      table.add(column.values);
    }
    return table;
  }

  private static void row(List<List<Object>> table, Object... values) {
    for (int i = 0; i < values.length; i++) {
      table.get(i).add(values[i] instanceof Bytes bytes ? bytes.toArray() : values[i]);
    }
  }

  private void execute() throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(INSERTS)) {
      for (int i = 0; i < columns.size(); i++) {
        Column column = columns.get(i);
        statement.setArray(i + 1, connection.createArrayOf(column.type, array(column)));
      }
      statement.executeUpdate();
    }
  }

  private static Object[] array(Column column) {
    return switch (column.type) {
      case NUMBERS -> column.values.toArray(new Long[0]);
      case TEXTS -> column.values.toArray(new String[0]);
      default -> column.values.toArray(new byte[0][]);
    };
  }
}
