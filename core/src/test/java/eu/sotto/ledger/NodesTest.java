package eu.sotto.ledger;

import static eu.sotto.ledger.House.LONG;
import static eu.sotto.ledger.House.consented;
import static eu.sotto.ledger.House.said;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import eu.sotto.crypto.MemorySlot;
import eu.sotto.store.PostgresLedgerStore;
import eu.sotto.store.PostgresOutbox;
import eu.sotto.store.PostgresServer;
import eu.sotto.store.StoreException;
import eu.sotto.store.StoreException.Fault;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Several nodes append to one order. */
class NodesTest {
  private static final IndexTerm CALL = IndexTerm.of("call", "c-1");

  @TempDir Path folder;
  private final MemorySlot slot = new MemorySlot();
  private String database;
  private HikariDataSource pool;
  private House one;
  private House two;

  @BeforeEach
  void open() {
    database = PostgresServer.newDatabase();
    pool = PostgresServer.pool(PostgresServer.url(database), 8);
    one = node(InstantSource.fixed(House.NOON));
    two = node(InstantSource.fixed(House.NOON.minusSeconds(3600)));
  }

  private House node(InstantSource clock) {
    return House.on(pool, slot, folder, clock);
  }

  @AfterEach
  void close() {
    one.close();
    two.close();
    pool.close();
  }

  @Test
  @Tag("R52")
  void whatTwoNodesAppendAtOnceIsOneOrderWithoutGaps() {
    EventKeys subject = one.subject();
    List<CompletableFuture<Appended>> futures = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      House node = i % 2 == 0 ? one : two;
      futures.add(node.ledger.submit(said(subject, "n" + i).indexed(CALL)));
    }
    Set<Long> places = new TreeSet<>();
    Set<Long> sequence = new TreeSet<>();
    for (CompletableFuture<Appended> future : futures) {
      places.add(future.join().index());
      sequence.add(future.join().head().sequence());
    }
    assertThat(places).hasSize(200).contains(0L, 199L);
    assertThat(sequence).hasSize(200).contains(1L, 200L);
    assertThat(one.ledger.verify(true).firstBad()).isEmpty();
    Checkpoint here = one.ledger.checkpoint();
    Checkpoint there = two.ledger.checkpoint();
    assertThat(there.root()).isEqualTo(here.root());
    assertThat(one.ledger.consistency(there.size()).extendsFrom(there)).isTrue();
    List<Recorded> all = two.ledger.events(CALL).entries();
    assertThat(all).hasSize(200);
    for (int i = 1; i < all.size(); i++) {
      assertThat(all.get(i).appended().recordedAt())
          .as("a clock that is an hour behind does not turn the order around")
          .isAfterOrEqualTo(all.get(i - 1).appended().recordedAt());
    }
  }

  @Test
  void anIdempotencyKeyRecordsOnceOnWhicheverNode() {
    EventKeys subject = one.subject();
    List<CompletableFuture<Appended>> futures = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      futures.add((i % 2 == 0 ? one : two).ledger.submit(said(subject, "once").once("key")));
    }
    assertThat(futures).extracting(f -> f.join().id()).containsOnly(futures.get(0).join().id());
    assertThat(one.ledger.size()).isEqualTo(1);
  }

  @Test
  void anErasureOnOneNodeBreaksNoChainOnTheOther() {
    EventKeys subject = one.subject();
    one.append(consented(subject, "a").indexed(CALL));
    two.append(consented(subject, "b").indexed(CALL));
    two.append(said(subject, "c").indexed(CALL));
    one.ledger.erase(List.of(subject.content()), List.of(CALL));
    assertThat(two.ledger.events(CALL)).isEmpty();
    assertThat(two.append(said(subject, "d")).head().sequence()).isEqualTo(1);
    assertThat(two.append(consented(subject, "e")).head().sequence()).isEqualTo(3);
    assertThat(one.ledger.verify(true).firstBad()).isEmpty();
  }

  @Test
  void anExpelledNodeAppendsNoMore() {
    EventKeys subject = one.subject();
    two.append(said(subject, "a"));
    PostgresLedgerStore store = (PostgresLedgerStore) one.store;
    PostgresLedgerStore expelled = (PostgresLedgerStore) two.store;
    assertThat(store.nodes())
        .extracting(PostgresLedgerStore.Node::id)
        .containsExactlyInAnyOrder(store.node(), expelled.node());
    assertThat(store.expel(expelled.node())).isTrue();
    assertThat(store.expel(expelled.node())).isFalse();
    assertFenced(() -> two.append(said(subject, "b")));
    assertFenced(() -> two.ledger.erase(List.of(subject.content()), List.of()));
    assertThat(one.append(said(subject, "c")).index()).isEqualTo(1);
    two.close();
    two = node(InstantSource.fixed(House.NOON));
    assertThat(two.append(said(subject, "d")).index()).isEqualTo(2);
  }

  @Test
  void aNodeWhoseLeaseRanOutAppendsNoMore() {
    EventKeys subject = one.subject();
    PostgresServer.execute(
        PostgresServer.owner(database),
        "UPDATE sotto.member SET until = clock_timestamp() - interval '1 second'");
    assertFenced(() -> one.append(said(subject, "late")));
    assertThat(one.ledger.size()).isZero();
  }

  private static void assertFenced(org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            StoreException.class, e -> assertThat(e.fault()).isEqualTo(Fault.FENCED));
  }

  @Test
  void aNodeRefusesAPrimaryThatIsBehindWhatItHasSeen() {
    EventKeys subject = one.subject();
    one.append(said(subject, "a"));
    one.append(said(subject, "b"));
    PostgresServer.execute(
        PostgresServer.owner(database),
        "DELETE FROM sotto.leaf WHERE idx = 1",
        "DELETE FROM sotto.payload WHERE idx = 1");
    assertThatThrownBy(() -> one.append(said(subject, "c")))
        .isInstanceOfSatisfying(
            StoreException.class, e -> assertThat(e.fault()).isEqualTo(Fault.ROLLED_BACK));
  }

  @Test
  @Tag("R15")
  void aTailHearsWhatTheOtherNodeAppendsInOrder() throws InterruptedException {
    EventKeys subject = one.subject();
    one.append(said(subject, "before"));
    BlockingQueue<Object> heard = new LinkedBlockingQueue<>();
    try (Tail tail =
        Tail.of(
            two.ledger,
            Duration.ofMillis(5),
            (recorded, key) -> heard.add(recorded.fields().get("text")))) {
      for (int i = 0; i < 30; i++) {
        one.append(said(subject, "n" + i));
      }
      for (int i = 0; i < 30; i++) {
        assertThat(heard.poll(20, TimeUnit.SECONDS)).isEqualTo("n" + i);
      }
      assertThat(tail.age()).isLessThan(LONG);
    }
  }

  @Test
  void aTailThatCannotReadGrowsOld() {
    java.util.concurrent.atomic.AtomicReference<java.time.Instant> now =
        new java.util.concurrent.atomic.AtomicReference<>(House.NOON);
    HikariDataSource own = PostgresServer.pool(PostgresServer.url(database), 4);
    try (House third = House.on(own, slot, folder, now::get)) {
      Tail tail = Tail.of(third.ledger, Duration.ofMillis(5), (recorded, key) -> {});
      tail.close();
      now.set(House.NOON.plusSeconds(100));
      assertThat(tail.age()).isGreaterThanOrEqualTo(Duration.ofSeconds(100));
      now.set(House.NOON.minusSeconds(100));
      assertThat(tail.age()).as("a clock set back hides nothing").isPositive();
    }
    own.close();
  }

  @Test
  void anOutboxEventIsRecordedIfTheHostCommitsAndOnlyThen() throws SQLException {
    EventKeys subject = one.subject();
    Outbox outbox = Outbox.of(one.ledger, new PostgresOutbox(pool));
    try (Connection host = PostgresServer.owner(database).getConnection()) {
      host.setAutoCommit(false);
      outbox.enqueue(host, said(subject, "kept").with("loud", true).indexed(CALL));
      assertThat(outbox.drain()).isZero();
      host.commit();
      outbox.enqueue(host, said(subject, "dropped"));
      host.rollback();
    }
    assertThat(outbox.drain()).isEqualTo(1);
    assertThat(outbox.drain()).isZero();
    Recorded recorded = two.ledger.events(CALL).entries().get(0);
    assertThat(recorded.fields())
        .containsExactly(
            java.util.Map.entry("text", "kept"),
            java.util.Map.entry("count", 3L),
            java.util.Map.entry("loud", true));
    assertThat(recorded.happenedAt()).isEqualTo(House.NOON);
    assertThat(one.ledger.size()).isEqualTo(1);
  }

  @Test
  void twoNodesThatDrainAtOnceRecordEachEventOnce() throws Exception {
    EventKeys subject = one.subject();
    EventKeys gone = one.subject();
    List<Outbox> outboxes =
        List.of(
            Outbox.of(one.ledger, new PostgresOutbox(pool)),
            Outbox.of(two.ledger, new PostgresOutbox(pool)));
    try (Connection host = pool.getConnection()) {
      host.setAutoCommit(false);
      for (int i = 0; i < 150; i++) {
        outboxes.get(i % 2).enqueue(host, said(subject, "n" + i).indexed(CALL));
      }
      outboxes.get(0).enqueue(host, said(gone, "never"));
      host.commit();
    }
    one.vault.destroy(List.of(gone.content()));
    two.vault.forget(List.of(gone.content()));
    List<Integer> drained = new CopyOnWriteArrayList<>();
    List<Thread> threads = new ArrayList<>();
    for (Outbox outbox : outboxes) {
      threads.add(new Thread(() -> drained.add(outbox.drain())));
    }
    threads.forEach(Thread::start);
    for (Thread thread : threads) {
      thread.join();
    }
    assertThat(drained).hasSize(2);
    assertThat(one.ledger.size()).isEqualTo(150);
    assertThat(new PostgresOutbox(pool).waiting(0, 10)).isEmpty();
    assertThat(two.ledger.verify(true).firstBad()).isEmpty();
  }

  @Test
  @Tag("R50")
  void whatWaitsInTheOutboxIsSealed() throws SQLException {
    EventKeys subject = one.subject();
    Outbox outbox = Outbox.of(one.ledger, new PostgresOutbox(pool));
    try (Connection host = pool.getConnection()) {
      host.setAutoCommit(true);
      outbox.enqueue(host, said(subject, "Erika Mustermann").indexed(CALL).once("+4930123"));
    }
    String row =
        new String(
            new PostgresOutbox(pool).waiting(0, 1).get(0).sealed().toArray(),
            java.nio.charset.StandardCharsets.ISO_8859_1);
    assertThat(row).doesNotContain("Erika", "+4930123", "c-1", "said");
  }

  @Test
  void twoNodesThatMakeALogAtTheSameMomentMakeOne() throws Exception {
    String fresh = PostgresServer.newDatabase();
    MemorySlot shared = new MemorySlot();
    try (HikariDataSource both = PostgresServer.pool(PostgresServer.url(fresh), 8)) {
      List<String> origins = new CopyOnWriteArrayList<>();
      List<Thread> threads = new ArrayList<>();
      for (int i = 0; i < 2; i++) {
        threads.add(
            new Thread(
                () -> {
                  try (House house = House.on(both, shared, folder)) {
                    origins.add(house.ledger.origin());
                  }
                }));
      }
      threads.forEach(Thread::start);
      for (Thread thread : threads) {
        thread.join();
      }
      assertThat(origins).hasSize(2);
      assertThat(Set.copyOf(origins)).hasSize(1);
    }
  }
}
