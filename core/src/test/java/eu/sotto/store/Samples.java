package eu.sotto.store;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** A small schema to try files with. */
final class Samples {
  static final String NAME = "sample.db";
  static final Schema FIRST = Schema.of(0x53414d50, "/eu/sotto/store/sample-001.sql");
  static final Schema SECOND =
      Schema.of(0x53414d50, "/eu/sotto/store/sample-001.sql", "/eu/sotto/store/sample-002.sql");

  private Samples() {}

  static SqliteFile open(StoreDirectory directory) {
    return SqliteFile.open(directory, NAME, FIRST);
  }

  static void insert(SqliteFile file, String... contents) {
    file.write(
        connection -> {
          for (String content : contents) {
            insert(connection, content);
          }
          return null;
        });
  }

  static void insert(Connection connection, String content) throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement("INSERT INTO sample(content) VALUES (?)")) {
      insert.setBytes(1, content.getBytes(StandardCharsets.UTF_8));
      insert.executeUpdate();
    }
  }

  static List<String> contents(SqliteFile file) {
    return file.read(
        connection -> {
          List<String> contents = new ArrayList<>();
          try (Statement select = connection.createStatement();
              ResultSet rows = select.executeQuery("SELECT content FROM sample ORDER BY id")) {
            while (rows.next()) {
              contents.add(new String(rows.getBytes(1), StandardCharsets.UTF_8));
            }
          }
          return contents;
        });
  }
}
