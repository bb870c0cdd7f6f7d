package eu.sotto.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.sotto.store.StoreException.Fault;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqliteFileTest {
  private static final int IO_ERROR = 10;
  private static final int FULL = 13;

  @TempDir Path temp;
  private StoreDirectory directory;

  @BeforeEach
  void open() {
    directory = StoreDirectory.open(temp.resolve("data"));
  }

  @AfterEach
  void close() {
    directory.close();
  }

  @Test
  void whatWasWrittenIsThereAfterReopening() {
    try (SqliteFile file = Samples.open(directory)) {
      Samples.insert(file, "a", "b");
    }
    try (SqliteFile file = Samples.open(directory)) {
      assertThat(Samples.contents(file)).containsExactly("a", "b");
      assertThat(file.recovered()).isFalse();
    }
  }

  @Test
  void aWorkThatThrowsLeavesNothing() {
    try (SqliteFile file = Samples.open(directory)) {
      assertThatThrownBy(
              () ->
                  file.write(
                      connection -> {
                        Samples.insert(connection, "lost");
                        throw new IllegalArgumentException("no");
                      }))
          .isInstanceOf(IllegalArgumentException.class);
      Samples.insert(file, "kept");
      assertThat(Samples.contents(file)).containsExactly("kept");
    }
  }

  @Test
  void scriptsAreAppliedOnceAndInOrder() {
    try (SqliteFile file = Samples.open(directory)) {
      Samples.insert(file, "old");
    }
    for (int i = 0; i < 2; i++) {
      try (SqliteFile file = SqliteFile.open(directory, Samples.NAME, Samples.SECOND)) {
        assertThat(Samples.contents(file)).containsExactly("old");
        assertThat(file.<Long>read(c -> Sqlite.number(c, "SELECT count(note) FROM sample")))
            .isZero();
      }
    }
  }

  @Test
  void aNewerVersionIsRefusedAndLeftAsItIs() throws Exception {
    try (SqliteFile file = SqliteFile.open(directory, Samples.NAME, Samples.SECOND)) {
      Samples.insert(file, "new");
    }
    assertRefusedUnchanged(Fault.TOO_NEW);
  }

  @Test
  void aFileOfAnotherKindIsRefusedAndLeftAsItIs() throws Exception {
    Schema other = Schema.of(7, "/eu/sotto/store/sample-001.sql");
    SqliteFile.open(directory, Samples.NAME, other).close();
    assertRefusedUnchanged(Fault.FOREIGN);
  }

  @Test
  void aFileThatIsNoDatabaseIsRefusedAndLeftAsItIs() throws Exception {
    Files.writeString(path(), "no database at all ".repeat(100));
    assertRefusedUnchanged(Fault.FOREIGN);
  }

  @Test
  void aDamagedPageIsFoundWhenItIsRead() throws Exception {
    try (SqliteFile file = Samples.open(directory)) {
      Samples.insert(file, "x".repeat(3_000), "y".repeat(3_000), "z".repeat(3_000));
    }
    byte[] content = Files.readAllBytes(path());
    for (int i = 4096; i < content.length; i++) {
      content[i] = (byte) 0xa5;
    }
    Files.write(path(), content);
    assertFault(
        Fault.CORRUPTED,
        () -> {
          try (SqliteFile file = Samples.open(directory)) {
            Samples.contents(file);
          }
        });
  }

  @Test
  void deletedContentIsInNoFileOnceTheLogIsTruncated() throws Exception {
    try (SqliteFile file = Samples.open(directory)) {
      Samples.insert(file, "secret-content", "other");
      file.write(
          connection -> {
            Sqlite.execute(connection, "DELETE FROM sample WHERE id = 1");
            return null;
          });
      assertThat(anyFileContains("secret-content")).isTrue();
      assertThat(file.truncateLog()).isTrue();
      assertThat(anyFileContains("secret-content")).isFalse();
      assertThat(anyFileContains("other")).isTrue();
    }
  }

  @Test
  void aWorkWithinAWorkIsACallersMistake() {
    try (SqliteFile file = Samples.open(directory)) {
      assertThatThrownBy(() -> file.write(outer -> Samples.contents(file)))
          .isInstanceOf(IllegalStateException.class);
    }
  }

  @Test
  void aClosedFileSaysSo() {
    SqliteFile file = Samples.open(directory);
    file.close();
    file.close();
    assertFault(Fault.CLOSED, () -> Samples.insert(file, "x"));
    assertFault(Fault.CLOSED, () -> Samples.contents(file));
  }

  @Test
  void aFullDiskIsTypedAndHarmsNothing() {
    try (SqliteFile file = Samples.open(directory)) {
      Samples.insert(file, "before");
      long pages = file.read(c -> Sqlite.number(c, "PRAGMA page_count"));
      limit(file, pages + 2);
      assertFault(Fault.FULL, () -> Samples.insert(file, "x".repeat(100_000)));
      assertThat(Samples.contents(file)).containsExactly("before");
      limit(file, 1_000_000);
      Samples.insert(file, "after");
      assertThat(Samples.contents(file)).containsExactly("before", "after");
    }
  }

  private static void limit(SqliteFile file, long pages) {
    file.write(connection -> Sqlite.number(connection, "PRAGMA max_page_count=" + pages));
  }

  @Test
  void afterAFailedForceNothingIsAcceptedUntilReopenedAndRebuilt() throws Exception {
    FaultyConnection faults = new FaultyConnection();
    try (SqliteFile file = faulty(faults)) {
      Samples.insert(file, "acked");
      faults.failNext("COMMIT", IO_ERROR);
      assertFault(Fault.OUTCOME_UNKNOWN, () -> Samples.insert(file, "unknown"));
      assertFault(Fault.POISONED, () -> Samples.insert(file, "refused"));
      assertThat(Samples.contents(file)).startsWith("acked").doesNotContain("refused");
    }
    Object before = Files.readAttributes(path(), "unix:ino").get("ino");
    try (SqliteFile file = Samples.open(directory)) {
      assertThat(file.recovered()).isTrue();
      assertThat(Files.readAttributes(path(), "unix:ino")).doesNotContainEntry("ino", before);
      assertThat(Samples.contents(file)).startsWith("acked");
      Samples.insert(file, "next");
      assertThat(Samples.contents(file)).endsWith("next");
    }
    try (SqliteFile file = Samples.open(directory)) {
      assertThat(file.recovered()).isFalse();
    }
  }

  @Test
  void aRebuiltCopyIsPutInPlaceThoughTheProcessEndedInBetween() throws Exception {
    try (SqliteFile file = Samples.open(directory)) {
      Samples.insert(file, "acked");
    }
    Files.copy(path(), path().resolveSibling(Samples.NAME + ".copied"));
    Files.writeString(path().resolveSibling(Samples.NAME + ".poisoned"), "");
    Files.writeString(path().resolveSibling(Samples.NAME + ".copying"), "half");
    Files.writeString(path().resolveSibling(Samples.NAME + "-wal"), "stale");
    try (SqliteFile file = Samples.open(directory)) {
      assertThat(file.recovered()).isTrue();
      assertThat(Samples.contents(file)).containsExactly("acked");
    }
  }

  @Test
  void aCommitWithoutSpaceDoesNotPoison() throws Exception {
    FaultyConnection faults = new FaultyConnection();
    try (SqliteFile file = faulty(faults)) {
      faults.failNext("COMMIT", FULL);
      assertFault(Fault.FULL, () -> Samples.insert(file, "refused"));
      Samples.insert(file, "later");
      assertThat(Samples.contents(file)).containsExactly("later");
    }
  }

  @Test
  void memoryHoldsWhatItWasGiven() {
    try (SqliteFile file = SqliteFile.inMemory("memory", Samples.FIRST)) {
      Samples.insert(file, "a");
      assertThat(Samples.contents(file)).containsExactly("a");
      assertThat(file.truncateLog()).isTrue();
    }
  }

  private SqliteFile faulty(FaultyConnection faults) throws SQLException {
    SqliteFile created = Samples.open(directory);
    created.close();
    Connection writer = faults.around(Sqlite.connect(Sqlite.url(path()), "sample"));
    Sqlite.configure(writer);
    Connection reader = Sqlite.connect(Sqlite.url(path()), "sample");
    Sqlite.configure(reader);
    return new SqliteFile("sample", path(), writer, reader, false);
  }

  private Path path() {
    return directory.path().resolve(Samples.NAME);
  }

  private boolean anyFileContains(String text) throws Exception {
    try (var files = Files.list(directory.path())) {
      for (Path file : files.toList()) {
        if (new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).contains(text)) {
          return true;
        }
      }
    }
    return false;
  }

  private void assertRefusedUnchanged(Fault fault) throws Exception {
    byte[] before = Files.readAllBytes(path());
    assertFault(fault, () -> Samples.open(directory).close());
    assertThat(Files.readAllBytes(path())).isEqualTo(before);
  }

  private static void assertFault(Fault fault, ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(StoreException.class, e -> assertThat(e.fault()).isEqualTo(fault));
  }
}
