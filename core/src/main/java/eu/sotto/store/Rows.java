package eu.sotto.store;

import eu.sotto.crypto.Bytes;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** A query with its parameters: numbers, texts and bytes. */
final class Rows {
  private final Connection connection;
  private final String sql;
  private final Object[] parameters;

  private Rows(Connection connection, String sql, Object[] parameters) {
    this.connection = connection;
    this.sql = sql;
    this.parameters = parameters;
  }

  /** Makes a value of the current row. */
  @FunctionalInterface
  interface Reader<T> {
    T read(ResultSet row) throws SQLException;
  }

  /** Takes the current row. */
  @FunctionalInterface
  interface Taker {
    void take(ResultSet row) throws SQLException;
  }

  static Rows of(Connection connection, String sql, Object... parameters) {
    return new Rows(connection, sql, parameters);
  }

  /** A query that ends with IN and gets its list here; not an empty one. */
  static Rows in(Connection connection, String sql, Collection<?> values) {
    String places = ", ?".repeat(values.size()).substring(2);
    return new Rows(connection, sql + "(" + places + ")", values.toArray());
  }

  /** The first number that a query finds, zero if there is none. */
  static long number(Connection connection, String sql, Object... parameters) throws SQLException {
    return of(connection, sql, parameters).first(row -> row.getLong(1)).orElse(0L);
  }

  static int update(Connection connection, String sql, Object... parameters) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      bind(statement, parameters);
      return statement.executeUpdate();
    }
  }

  void each(Taker taker) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      bind(statement, parameters);
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          taker.take(rows);
        }
      }
    }
  }

  <T> List<T> list(Reader<T> reader) throws SQLException {
    List<T> list = new ArrayList<>();
    each(row -> list.add(reader.read(row)));
    return list;
  }

  <T> Optional<T> first(Reader<T> reader) throws SQLException {
    List<T> list = list(reader);
    return list.isEmpty() ? Optional.empty() : Optional.of(list.get(0));
  }

  static void bind(PreparedStatement statement, Object... parameters) throws SQLException {
    for (int i = 0; i < parameters.length; i++) {
      Object parameter = parameters[i];
      if (parameter instanceof Bytes bytes) {
        statement.setBytes(i + 1, bytes.toArray());
      } else if (parameter instanceof Number number) {
        statement.setLong(i + 1, number.longValue());
      } else {
        statement.setString(i + 1, (String) parameter);
      }
    }
  }

  static Bytes bytes(ResultSet row, int column) throws SQLException {
    byte[] bytes = row.getBytes(column);
    return Bytes.of(bytes == null ? new byte[0] : bytes);
  }
}
