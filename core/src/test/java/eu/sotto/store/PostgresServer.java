package eu.sotto.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;

/** One real PostgreSQL for all tests of a JVM, started when first asked for; it forces to disk. */
public final class PostgresServer {
  private static final AtomicInteger DATABASES = new AtomicInteger();

  private PostgresServer() {}

  private static final class Started {
    static final EmbeddedPostgres SERVER = start();

    private Started() {}

    private static EmbeddedPostgres start() {
      try {
        EmbeddedPostgres server = builder().start();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> close(server)));
        return server;
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    private static void close(EmbeddedPostgres server) {
      try {
        server.close();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /** A server of a test's own, with settings that keep what is committed. */
  public static EmbeddedPostgres.Builder builder() {
    return EmbeddedPostgres.builder()
        .setServerConfig("fsync", "on")
        .setServerConfig("synchronous_commit", "on")
        .setServerConfig("full_page_writes", "on")
        .setServerConfig("shared_buffers", "32MB")
        .setServerConfig("max_connections", "60")
        .setPGStartupWait(Duration.ofSeconds(60));
  }

  /** A new empty database of the shared server, with the schema; its name. */
  public static String newDatabase() {
    String name = "sotto_" + DATABASES.incrementAndGet();
    create(Started.SERVER, name);
    return name;
  }

  /** A new database with the schema. */
  public static void create(EmbeddedPostgres server, String name) {
    execute(server.getPostgresDatabase(), "CREATE DATABASE " + name + " ENCODING 'UTF8'");
    PostgresSchema.apply(server.getDatabase("postgres", name));
  }

  /** Connects to a database of the shared server as its owner. */
  public static DataSource owner(String database) {
    return Started.SERVER.getDatabase("postgres", database);
  }

  /** A pool as a host has it, for the application's role. */
  public static HikariDataSource pool(String database) {
    return pool(Started.SERVER.getJdbcUrl("sotto_app", database), 4);
  }

  /** The address of a database for the application's role. */
  public static String url(String database) {
    return Started.SERVER.getJdbcUrl("sotto_app", database);
  }

  /** A pool of at most that many connections. */
  public static HikariDataSource pool(String url, int size) {
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl(url);
    config.setMaximumPoolSize(size);
    config.setMinimumIdle(0);
    config.setConnectionTimeout(5_000);
    return new HikariDataSource(config);
  }

  /** Runs statements. */
  public static void execute(DataSource source, String... statements) {
    try (Connection connection = source.getConnection();
        Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
