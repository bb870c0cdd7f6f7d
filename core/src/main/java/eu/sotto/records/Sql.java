package eu.sotto.records;

import eu.sotto.crypto.Bytes;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Statements with their values in order; a value is a byte array, text, or a whole number. */
final class Sql {
  private Sql() {}

  /** Reads one row. */
  interface Reading<T> {
    T from(ResultSet row) throws SQLException;
  }

  /** Bytes that may be absent: none then. */
  static Bytes bytes(ResultSet row, int column) throws SQLException {
    byte[] bytes = row.getBytes(column);
    return Bytes.of(bytes == null ? new byte[0] : bytes);
  }

  static int update(Connection connection, String statement, Object... values) throws SQLException {
    try (PreparedStatement prepared = prepare(connection, statement, values)) {
      return prepared.executeUpdate();
    }
  }

  static <T> List<T> list(
      Connection connection, Reading<? extends T> reading, String query, Object... values)
      throws SQLException {
    try (PreparedStatement prepared = prepare(connection, query, values);
        ResultSet rows = prepared.executeQuery()) {
      List<T> list = new ArrayList<>();
      while (rows.next()) {
        list.add(reading.from(rows));
      }
      return list;
    }
  }

  static <T> Optional<T> first(
      Connection connection, Reading<? extends T> reading, String query, Object... values)
      throws SQLException {
    List<T> list = list(connection, reading, query, values);
    return list.isEmpty() ? Optional.empty() : Optional.of(list.get(0));
  }

  private static PreparedStatement prepare(
      Connection connection, String statement, Object... values) throws SQLException {
    PreparedStatement prepared = connection.prepareStatement(statement);
    try {
      for (int i = 0; i < values.length; i++) {
        bind(prepared, i + 1, values[i]);
      }
      return prepared;
    } catch (SQLException | RuntimeException e) {
      prepared.close();
      throw e;
    }
  }

  private static void bind(PreparedStatement prepared, int index, Object value)
      throws SQLException {
    if (value instanceof byte[] bytes) {
      prepared.setBytes(index, bytes);
    } else if (value instanceof String text) {
      prepared.setString(index, text);
    } else if (value instanceof Number number) {
      prepared.setLong(index, number.longValue());
    } else {
      throw new IllegalArgumentException("no column holds a " + value.getClass().getName());
    }
  }
}
