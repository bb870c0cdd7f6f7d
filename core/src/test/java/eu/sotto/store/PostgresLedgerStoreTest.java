package eu.sotto.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import eu.sotto.store.StoreException.Fault;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the application's role may do, and which servers are refused. */
class PostgresLedgerStoreTest {
  private String database;
  private HikariDataSource pool;

  @BeforeEach
  void open() {
    database = PostgresServer.newDatabase();
    pool = PostgresServer.pool(database);
  }

  @AfterEach
  void close() {
    pool.close();
  }

  @ParameterizedTest
  @Tag("R52")
  @ValueSource(
      strings = {
        "UPDATE leaf SET kind = 'x'",
        "DELETE FROM leaf",
        "TRUNCATE leaf",
        "UPDATE leaf SET hashes = ''",
        "UPDATE checkpoint SET note = ''",
        "DELETE FROM checkpoint",
        "UPDATE property SET value = ''",
        "DELETE FROM property",
        "DELETE FROM payload",
        "UPDATE payload SET sealed = ''",
        "DELETE FROM term",
        "DELETE FROM chain",
        "DELETE FROM request",
        "UPDATE tally SET erasures = 0",
        "UPDATE subject SET content_key = ''",
        "UPDATE record SET subject = ''",
        "UPDATE erasure SET subject = ''",
        "UPDATE evidence SET last_day = 0",
        "DELETE FROM setting",
        "TRUNCATE record",
        "DROP TABLE leaf",
        "ALTER TABLE leaf DISABLE TRIGGER ALL",
        "CREATE TABLE sotto.other (x int)",
        "SET ROLE postgres"
      })
  void theApplicationsRoleCannotChangeWhatOnlyGrows(String sql) throws SQLException {
    assertDenied(sql);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "UPDATE leaf SET kind = 'x'",
        "DELETE FROM leaf",
        "DELETE FROM checkpoint",
        "UPDATE payload SET key_id = ''",
        "INSERT INTO payload VALUES (1, '', '')",
        "SELECT * FROM key_row"
      })
  void theErasersRightReachesPayloadsOnly(String sql) throws SQLException {
    try (Connection connection = pool.getConnection();
        Statement statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      statement.execute("SET LOCAL ROLE sotto_eraser");
      statement.execute("DELETE FROM payload");
      assertThatThrownBy(() -> statement.execute(sql))
          .isInstanceOfSatisfying(
              SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo("42501"));
      connection.rollback();
    }
  }

  private void assertDenied(String sql) throws SQLException {
    try (Connection connection = pool.getConnection();
        Statement statement = connection.createStatement()) {
      assertThatThrownBy(() -> statement.execute(sql))
          .isInstanceOfSatisfying(
              SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo("42501"));
    }
  }

  @Test
  void aServerThatMayLoseACommitIsRefusedByName() {
    for (String setting : List.of("synchronous_commit")) {
      PostgresServer.execute(
          PostgresServer.owner(database),
          "ALTER ROLE sotto_app IN DATABASE " + database + " SET " + setting + " = off");
      try (HikariDataSource unsafe = PostgresServer.pool(database)) {
        assertThatThrownBy(() -> PostgresLedgerStore.open(unsafe))
            .hasMessageContaining(setting)
            .isInstanceOfSatisfying(
                StoreException.class, e -> assertThat(e.fault()).isEqualTo(Fault.UNSAFE_SETTINGS));
      }
    }
    for (String setting : List.of("fsync", "full_page_writes", "synchronous_commit")) {
      assertThatThrownBy(() -> PostgresSchema.requireOn(setting, "off"))
          .hasMessageContaining(setting);
      PostgresSchema.requireOn(setting, "on");
    }
  }

  @Test
  void aDatabaseWithoutTheSchemaIsForeign() {
    String bare = database + "_bare";
    PostgresServer.execute(PostgresServer.owner(database), "CREATE DATABASE " + bare);
    try (HikariDataSource other = PostgresServer.pool(bare)) {
      assertThatThrownBy(() -> PostgresLedgerStore.open(other))
          .isInstanceOfSatisfying(
              StoreException.class, e -> assertThat(e.fault()).isEqualTo(Fault.FOREIGN));
    }
  }

  @Test
  void aSchemaOfANewerVersionIsRefused() {
    PostgresServer.execute(
        PostgresServer.owner(database), "INSERT INTO sotto.schema_version VALUES (99)");
    assertThatThrownBy(() -> PostgresLedgerStore.open(pool))
        .isInstanceOfSatisfying(
            StoreException.class, e -> assertThat(e.fault()).isEqualTo(Fault.TOO_NEW));
    assertThatThrownBy(() -> PostgresKeyStore.open(pool)).isInstanceOf(StoreException.class);
  }

  @Test
  void whatIsPrintedForTheOperatorMakesTheSameSchema() throws SQLException {
    String printed = database + "_printed";
    PostgresServer.execute(PostgresServer.owner(database), "CREATE DATABASE " + printed);
    PostgresServer.execute(PostgresServer.owner(printed), PostgresSchema.script());
    PostgresSchema.apply(PostgresServer.owner(printed));
    assertThat(columns(printed)).isEqualTo(columns(database)).isNotEmpty();
    try (HikariDataSource other = PostgresServer.pool(printed)) {
      PostgresLedgerStore.open(other).close();
    }
  }

  private static Set<String> columns(String name) throws SQLException {
    try (Connection connection = PostgresServer.owner(name).getConnection()) {
      return new TreeSet<>(
          Rows.of(
                  connection,
                  "SELECT table_name || '.' || column_name || ' ' || data_type"
                      + " FROM information_schema.columns WHERE table_schema = 'sotto'")
              .list(row -> row.getString(1)));
    }
  }

  @Test
  @Tag("R50")
  void everyColumnThatSqliteDoesNotHaveIsListedAsStoredInClear() throws Exception {
    TreeSet<String> listed = new TreeSet<>();
    boolean inside = false;
    for (String line : Files.readAllLines(Path.of("..", "docs", "stored-in-clear.md"))) {
      inside = line.startsWith("## ") ? line.startsWith("## PostgreSQL") : inside;
      if (inside && line.startsWith("| `")) {
        listed.add(line.split("`", -1)[1]);
      }
    }
    TreeSet<String> own = new TreeSet<>();
    for (String column : columns(database)) {
      own.add(column.split(" ", -1)[0]);
    }
    own.removeIf(
        column ->
            List.of(
                    "property",
                    "leaf",
                    "node",
                    "payload",
                    "term",
                    "chain",
                    "request",
                    "checkpoint",
                    "key_row",
                    "setting",
                    "subject",
                    "party",
                    "call",
                    "bucket",
                    "record",
                    "erasure",
                    "evidence",
                    "disposal",
                    "anonymous",
                    "finding",
                    "suppression")
                .contains(column.split("\\.", -1)[0]));
    assertThat(listed).isEqualTo(own).isNotEmpty();
  }

  @Test
  void anUnreachableServerSaysSo() {
    pool.close();
    assertThatThrownBy(() -> PostgresLedgerStore.open(pool))
        .isInstanceOfSatisfying(
            StoreException.class, e -> assertThat(e.fault()).isEqualTo(Fault.UNAVAILABLE));
  }
}
