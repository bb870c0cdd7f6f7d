package eu.sotto.ledger;

import static eu.sotto.ledger.House.said;
import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import eu.sotto.crypto.MemorySlot;
import eu.sotto.store.PostgresServer;
import eu.sotto.store.StoreException;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server killed at any moment loses nothing that was acked. */
class PostgresCrashTest {
  private static final int ROUNDS = 4;

  @TempDir Path folder;
  private final MemorySlot slot = new MemorySlot();
  private final Map<String, String> acked = new HashMap<>();
  private final Map<String, Boolean> handedIn = new HashMap<>();

  @Test
  @Tag("R52")
  void nothingAckedIsLostWhenTheServerAndItsChildrenAreKilled() throws Exception {
    Random random = new Random(20261121);
    Path data = folder.resolve("pg");
    EmbeddedPostgres server = start(data, 0);
    int port = server.getPort();
    try {
      PostgresServer.create(server, "crash");
      EventKeys subject = null;
      for (int round = 0; round < ROUNDS; round++) {
        try (HikariDataSource pool = pool(server)) {
          try (House house = House.on(pool, slot, folder)) {
            subject = subject == null ? house.subject() : subject;
            settle(house, subject);
            appendUntilKilled(house, subject, data, round % 2 == 0, random);
          }
        }
        stop(server, data);
        server = start(data, port);
      }
      try (HikariDataSource pool = pool(server);
          House house = House.on(pool, slot, folder)) {
        settle(house, subject);
        assertThat(acked).hasSizeGreaterThan(100);
      }
    } finally {
      server.close();
    }
  }

  /** Gives up soon, since most of the time nobody answers. */
  private static HikariDataSource pool(EmbeddedPostgres server) {
    HikariDataSource pool = PostgresServer.pool(server.getJdbcUrl("sotto_app", "crash"), 4);
    pool.setConnectionTimeout(500);
    return pool;
  }

  private static EmbeddedPostgres start(Path data, int port) throws IOException {
    return PostgresServer.builder()
        .setDataDirectory(data)
        .setCleanDataDirectory(false)
        .setPort(port)
        .start();
  }

  /** Waits until the server is gone: one told to stop while it recovers may never do so. */
  private static void stop(EmbeddedPostgres server, Path data) throws Exception {
    Optional<ProcessHandle> postmaster = postmaster(data);
    server.close();
    if (postmaster.isPresent()) {
      try {
        postmaster.get().onExit().get(10, TimeUnit.SECONDS);
      } catch (TimeoutException e) {
        kill(data, true);
      }
    }
  }

  private static Optional<ProcessHandle> postmaster(Path data) throws IOException {
    Path file = data.resolve("postmaster.pid");
    return Files.exists(file)
        ? ProcessHandle.of(Long.parseLong(Files.readAllLines(file).get(0).strip()))
        : Optional.empty();
  }

  /** Everything acked is there; what was not answered is settled by its key. */
  private void settle(House house, EventKeys subject) {
    Map<String, String> there = new HashMap<>();
    for (Recorded recorded : house.ledger.events(subject.content())) {
      String text = (String) recorded.fields().get("text");
      assertThat(there.put(text, recorded.appended().id().toString())).as("twice").isNull();
    }
    assertThat(there).containsAllEntriesOf(acked);
    for (String text : handedIn.keySet()) {
      Appended appended = house.append(said(subject, text).once(text));
      assertThat(there.getOrDefault(text, appended.id().toString()))
          .isEqualTo(appended.id().toString());
      acked.put(text, appended.id().toString());
    }
    assertThat(house.ledger.events(subject.content()).entries()).hasSize(handedIn.size());
    assertThat(house.ledger.verify(true).firstBad()).isEmpty();
  }

  private void appendUntilKilled(
      House house, EventKeys subject, Path data, boolean all, Random random) throws Exception {
    int kill = 100 + random.nextInt(150);
    Map<String, CompletableFuture<Appended>> futures = new HashMap<>();
    for (int i = 0; i < kill + 150; i++) {
      String text = "n" + handedIn.size();
      handedIn.put(text, true);
      futures.put(text, house.ledger.submit(said(subject, text).once(text)));
      if (i == kill) {
        futures.get(text).handle((done, fault) -> text).join();
        kill(data, all);
      }
    }
    int lost = 0;
    for (Map.Entry<String, CompletableFuture<Appended>> future : futures.entrySet()) {
      try {
        acked.put(future.getKey(), future.getValue().join().id().toString());
      } catch (CompletionException e) {
        assertThat(e.getCause()).isInstanceOf(StoreException.class);
        lost++;
      }
    }
    // a server that lost a child only is back before the store gives up
    if (all) {
      assertThat(lost).as("answers lost to the kill").isPositive();
    }
  }

  /** All processes of the server, or one that serves a connection: then the others end too. */
  private static void kill(Path data, boolean all) throws Exception {
    ProcessHandle postmaster = postmaster(data).orElseThrow();
    List<ProcessHandle> children = postmaster.children().toList();
    assertThat(children).isNotEmpty();
    if (all) {
      postmaster.destroyForcibly();
    }
    children.forEach(ProcessHandle::destroyForcibly);
    for (ProcessHandle child : children) {
      child.onExit().get(30, TimeUnit.SECONDS);
    }
    if (all) {
      postmaster.onExit().get(30, TimeUnit.SECONDS);
    }
  }
}
