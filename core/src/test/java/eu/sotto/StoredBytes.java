package eu.sotto;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** What lies in the files of a store, byte for byte, whatever the library says of it. */
final class StoredBytes {
  private static final int LEAST = 16;

  private StoredBytes() {}

  /** The texts that occur in a file or in a file's name. */
  static List<String> found(Path folder, Collection<String> texts) throws IOException {
    List<String> found = new ArrayList<>();
    for (Path file : files(folder)) {
      String content = latin(Files.readAllBytes(file));
      for (String text : texts) {
        if (content.contains(latin(text.getBytes(StandardCharsets.UTF_8)))
            || folder.relativize(file).toString().contains(text)) {
          found.add(text + " in " + file.getFileName());
        }
      }
    }
    return found;
  }

  /** The texts that occur in what a file holds, also in two bytes a letter. */
  static List<String> inFiles(Path folder, Collection<String> texts) throws IOException {
    List<String> found = new ArrayList<>();
    for (Path file : files(folder)) {
      String content = latin(Files.readAllBytes(file));
      for (String text : texts) {
        if (content.contains(latin(text.getBytes(StandardCharsets.UTF_8)))
            || content.contains(latin(text.getBytes(StandardCharsets.UTF_16LE)))) {
          found.add(text + " in " + file.getFileName());
        }
      }
    }
    return found;
  }

  /** The values that occur in a file. */
  static int count(Path folder, Collection<String> values) throws IOException {
    int count = 0;
    for (Path file : files(folder)) {
      String content = latin(Files.readAllBytes(file));
      count += (int) values.stream().filter(content::contains).count();
    }
    return count;
  }

  /** Every binary value of a closed store's databases: keys, tokens, sealed payloads. */
  static Set<String> values(Path folder) throws IOException, SQLException {
    Set<String> values = new HashSet<>();
    for (Path file : files(folder)) {
      if (file.toString().endsWith(".db") && Files.size(file) > 0) {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file)) {
          for (String table : tables(connection)) {
            addValues(connection, table, values);
          }
        }
      }
    }
    return values;
  }

  /**
   * What was stored and is not any more, neither alone nor as a part: a chain's end is a leaf's
   * hash.
   */
  static Set<String> gone(Set<String> before, Set<String> after) {
    String left = String.join("|", after);
    Set<String> gone = new HashSet<>(before);
    gone.removeIf(left::contains);
    return gone;
  }

  private static List<String> tables(Connection connection) throws SQLException {
    List<String> tables = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery("SELECT name FROM sqlite_master WHERE type = 'table'")) {
      while (rows.next()) {
        tables.add(rows.getString(1));
      }
    }
    return tables;
  }

  private static void addValues(Connection connection, String table, Set<String> values)
      throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("SELECT * FROM \"" + table + "\"")) {
      int columns = rows.getMetaData().getColumnCount();
      while (rows.next()) {
        for (int i = 1; i <= columns; i++) {
          if (rows.getObject(i) instanceof byte[] bytes && bytes.length >= LEAST) {
            values.add(latin(bytes));
          }
        }
      }
    }
  }

  static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(Files::isRegularFile).toList();
    }
  }

  static void delete(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path path : all.sorted(java.util.Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }

  private static String latin(byte[] bytes) {
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }
}
