package eu.sotto.benchmarks.ledger;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import eu.sotto.benchmarks.Report;
import eu.sotto.crypto.Bytes;
import eu.sotto.crypto.KeyVault;
import eu.sotto.crypto.MemoryKeyStore;
import eu.sotto.crypto.MemoryRootKey;
import eu.sotto.crypto.MemorySlot;
import eu.sotto.ledger.Ledger;
import eu.sotto.ledger.Options;
import eu.sotto.store.LedgerStore;
import eu.sotto.store.LedgerStore.Addition;
import eu.sotto.store.PostgresLedgerStore;
import eu.sotto.store.PostgresSchema;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;

/** The log in PostgreSQL beside a plain INSERT of the rows that it wrote, batch by batch. */
final class ServerFigures {
  private static final int THREADS = 64;
  private static final int KEPT = 60_000;

  private ServerFigures() {}

  static void measure(Report report, boolean quick) throws Exception {
    try (EmbeddedPostgres server =
        EmbeddedPostgres.builder()
            .setServerConfig("fsync", "on")
            .setServerConfig("synchronous_commit", "on")
            .setServerConfig("full_page_writes", "on")
            .setServerConfig("shared_buffers", "512MB")
            .setServerConfig("max_wal_size", "4GB")
            .start()) {
      List<List<Addition>> batches = Collections.synchronizedList(new ArrayList<>());
      database(server, "ours");
      double appends = appends(server, batches, Duration.ofSeconds(quick ? 3 : 20));
      double plain = insert(database(server, "plain"), batches);
      report.compared(
          "durable appends, 64 threads, PostgreSQL, fsync on",
          appends,
          "1/s",
          "plain INSERT of the same rows in the same batches",
          plain);
      double all = batches.stream().mapToInt(List::size).sum();
      report.bounded("entries per batch, PostgreSQL", all / batches.size(), "", THREADS);
    }
  }

  private static DataSource database(EmbeddedPostgres server, String name) throws SQLException {
    try (Connection connection = server.getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE DATABASE " + name + " ENCODING 'UTF8'");
    }
    DataSource source = server.getDatabase("postgres", name);
    PostgresSchema.apply(source);
    return source;
  }

  private static double appends(
      EmbeddedPostgres server, List<List<Addition>> batches, Duration length)
      throws InterruptedException {
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl(server.getJdbcUrl("sotto_app", "ours"));
    config.setMaximumPoolSize(8);
    try (HikariDataSource pool = new HikariDataSource(config);
        KeyVault vault =
            KeyVault.builder()
                .rootKey(MemoryRootKey.create())
                .store(new MemoryKeyStore())
                .slot(new MemorySlot())
                .open();
        LedgerStore store = PostgresLedgerStore.open(pool);
        Ledger ledger = Ledger.open(listening(store, batches), vault, Options.of("tenant"))) {
      return AppendProbe.run(ledger, new Rig.Subjects(vault), THREADS, length).perSecond();
    }
  }

  /** Keeps what is appended, up to a number of entries. */
  private static LedgerStore listening(LedgerStore store, List<List<Addition>> batches) {
    int[] kept = {0};
    return (LedgerStore)
        Proxy.newProxyInstance(
            ServerFigures.class.getClassLoader(),
            new Class<?>[] {LedgerStore.class},
            (self, method, arguments) -> {
              if (method.getName().equals("append") && kept[0] < KEPT) {
                @SuppressWarnings("unchecked")
                List<Addition> batch = (List<Addition>) arguments[0];
                batches.add(batch);
                kept[0] += batch.size();
              }
              try {
                return method.invoke(store, arguments);
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            });
  }

  /** Entries per second of the second half, on one connection. */
  private static double insert(DataSource source, List<List<Addition>> batches)
      throws SQLException {
    try (Connection connection = source.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("SET search_path = sotto");
      connection.setAutoCommit(false);
      long start = System.nanoTime();
      long entries = 0;
      for (int i = 0; i < batches.size(); i++) {
        if (i == batches.size() / 2) {
          start = System.nanoTime();
          entries = 0;
        }
        insert(connection, batches.get(i));
        connection.commit();
        entries += batches.get(i).size();
      }
      return entries / ((System.nanoTime() - start) / 1e9);
    }
  }

  private static void insert(Connection connection, List<Addition> batch) throws SQLException {
    List<Object[]> leaves = new ArrayList<>();
    List<Object[]> payloads = new ArrayList<>();
    List<Object[]> terms = new ArrayList<>();
    List<Object[]> requests = new ArrayList<>();
    Map<Bytes, Object[]> chains = new LinkedHashMap<>();
    for (Addition each : batch) {
      var entry = each.entry();
      leaves.add(
          new Object[] {
            entry.index(), entry.id(), entry.kind(), entry.commitment(), entry.hashes()
          });
      var sealed = entry.sealed();
      if (sealed != null) {
        payloads.add(new Object[] {entry.index(), sealed.key(), sealed.content()});
      }
      each.tokens().forEach(token -> terms.add(new Object[] {token, entry.index()}));
      var request = each.request();
      if (request != null) {
        requests.add(new Object[] {entry.index(), request.token(), request.hour()});
      }
      var chain = each.chain();
      chains.put(chain.key(), new Object[] {chain.key(), chain.sequence(), chain.leaf()});
    }
    insert(
        connection,
        "INSERT INTO leaf(idx, id, kind, commitment, hashes) VALUES (?, ?, ?, ?, ?)",
        leaves);
    insert(connection, "INSERT INTO payload(idx, key_id, sealed) VALUES (?, ?, ?)", payloads);
    insert(connection, "INSERT INTO term(token, idx) VALUES (?, ?)", terms);
    insert(connection, "INSERT INTO request(idx, token, hour) VALUES (?, ?, ?)", requests);
    insert(
        connection,
        "INSERT INTO chain(key_id, sequence, leaf) VALUES (?, ?, ?) ON CONFLICT (key_id)"
            + " DO UPDATE SET sequence = excluded.sequence, leaf = excluded.leaf",
        List.copyOf(chains.values()));
  }

  private static void insert(Connection connection, String sql, List<Object[]> rows)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (Object[] row : rows) {
        for (int i = 0; i < row.length; i++) {
          Object value = row[i] instanceof Bytes bytes ? bytes.toArray() : row[i];
          statement.setObject(i + 1, value);
        }
        statement.addBatch();
      }
      statement.executeBatch();
    }
  }
}
