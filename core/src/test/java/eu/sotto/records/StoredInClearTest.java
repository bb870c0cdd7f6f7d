package eu.sotto.records;

import static org.assertj.core.api.Assertions.assertThat;

import eu.sotto.store.Schema;
import eu.sotto.store.SqliteFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The list of what can be read without keys is the real one, neither shorter nor longer. */
class StoredInClearTest {
  private static final Pattern ROW =
      Pattern.compile("\\| `([a-z_]+\\.[a-z_]+)` \\| ([^|]+) \\| ([^|]+) \\|");

  @Test
  @Tag("R50")
  void everyColumnOfTheRecordsIsListedWithReasonAndLoss() throws IOException {
    assertListed("records.db", RecordsBuilder.SCHEMA);
  }

  @Test
  @Tag("R50")
  void everyColumnOfTheKeysAndTheLedgerIsListedToo() throws IOException {
    assertListed("keys.db", Schema.of(1, "/eu/sotto/store/keys-001.sql"));
    assertListed("ledger.db", Schema.of(1, "/eu/sotto/store/ledger-001.sql"));
  }

  private static void assertListed(String file, Schema schema) throws IOException {
    assertThat(listed(file)).containsExactlyInAnyOrderElementsOf(columns(schema));
  }

  private static List<String> columns(Schema schema) {
    try (SqliteFile file = SqliteFile.inMemory("schema", schema)) {
      return file.read(
          connection ->
              Sql.list(
                  connection,
                  row -> row.getString(1),
                  "SELECT t.name || '.' || c.name FROM sqlite_schema t, pragma_table_info(t.name) c"
                      + " WHERE t.type = 'table' AND t.name NOT LIKE 'sqlite\\_%' ESCAPE '\\'"));
    }
  }

  private static List<String> listed(String file) throws IOException {
    List<String> columns = new ArrayList<>();
    boolean inside = false;
    for (String line : Files.readAllLines(document())) {
      inside = line.startsWith("## ") ? line.equals("## " + file) : inside;
      Matcher row = ROW.matcher(line);
      if (inside && row.matches()) {
        assertThat(row.group(2)).as("reason of " + row.group(1)).isNotBlank();
        assertThat(row.group(3)).as("loss of " + row.group(1)).isNotBlank();
        columns.add(row.group(1));
      }
    }
    return columns;
  }

  private static Path document() {
    Path folder = Path.of("").toAbsolutePath();
    while (Files.notExists(folder.resolve("docs").resolve("stored-in-clear.md"))) {
      folder = folder.getParent();
    }
    return folder.resolve("docs").resolve("stored-in-clear.md");
  }
}
