package eu.sotto.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import eu.sotto.crypto.MemorySlot;
import eu.sotto.store.Edge;
import eu.sotto.store.LedgerStore;
import eu.sotto.store.PostgresServer;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.function.IntSupplier;
import java.util.function.UnaryOperator;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Two nodes with clocks that step back and forth, restarted, expelled and erasing, hold what a
 * simple model says; wrong nodes do not.
 */
class NodesLifeTest {
  private static final int STEPS = 40;
  private static final int SUBJECTS = 3;

  @Property(tries = 4)
  void everyLifeOfTwoNodesHoldsWhatTheModelSays(@ForAll long seed) throws IOException {
    live(seed, store -> store);
  }

  /** What nodes do wrong. */
  enum Mutant {
    DOES_NOT_SEE_WHAT_THE_OTHER_APPENDED,
    DOES_NOT_SEE_WHAT_THE_OTHER_ERASED,
    APPENDS_WITHOUT_THE_LOCK,
    RECORDS_A_RETRY_OF_THE_OTHERS_AGAIN;

    LedgerStore around(LedgerStore real) {
      AtomicReference<Edge> last = new AtomicReference<>();
      return (LedgerStore)
          Proxy.newProxyInstance(
              LedgerStore.class.getClassLoader(),
              new Class<?>[] {LedgerStore.class},
              (self, method, arguments) -> {
                try {
                  if (method.getName().equals("exclusively")) {
                    return exclusively(real, last, arguments[0]);
                  }
                  if (method.getName().equals("known")
                      && this == RECORDS_A_RETRY_OF_THE_OTHERS_AGAIN) {
                    return Map.of();
                  }
                  return method.invoke(real, arguments);
                } catch (InvocationTargetException e) {
                  throw e.getCause();
                }
              });
    }

    @SuppressWarnings("unchecked")
    private Object exclusively(LedgerStore real, AtomicReference<Edge> last, Object argument) {
      Function<Edge, Object> work = (Function<Edge, Object>) argument;
      if (this == APPENDS_WITHOUT_THE_LOCK) {
        return work.apply(last.updateAndGet(e -> e == null ? new Edge(real.size(), 0) : e));
      }
      return real.exclusively(
          edge -> {
            Edge first = last.updateAndGet(e -> e == null ? edge : e);
            return switch (this) {
              case DOES_NOT_SEE_WHAT_THE_OTHER_APPENDED ->
                  work.apply(new Edge(Math.min(edge.size(), first.size()), edge.erasures()));
              case DOES_NOT_SEE_WHAT_THE_OTHER_ERASED ->
                  work.apply(new Edge(edge.size(), first.erasures()));
              default -> work.apply(edge);
            };
          });
    }
  }

  @ParameterizedTest
  @EnumSource
  void everyWrongNodeIsCaught(Mutant mutant) throws IOException {
    boolean caught = false;
    for (long seed = 0; seed < 6 && !caught; seed++) {
      try {
        live(seed, mutant::around);
      } catch (AssertionError | RuntimeException e) {
        caught = true;
      }
    }
    assertThat(caught).as("caught").isTrue();
  }

  private static void live(long seed, UnaryOperator<LedgerStore> mutant) throws IOException {
    Path folder = Files.createTempDirectory("nodes");
    try (HikariDataSource pool =
            PostgresServer.pool(PostgresServer.url(PostgresServer.newDatabase()), 8);
        Life life = new Life(pool, folder, new Random(seed), mutant)) {
      life.live();
    } finally {
      Files.deleteIfExists(folder.resolve("root.key"));
      Files.delete(folder);
    }
  }

  private static final class Life implements AutoCloseable {
    private final HikariDataSource pool;
    private final Path folder;
    private final Random random;
    private final UnaryOperator<LedgerStore> mutant;
    private final MemorySlot slot = new MemorySlot();
    private final List<AtomicReference<Instant>> clocks = new ArrayList<>();
    private final House[] houses = new House[2];
    private final Ledger[] nodes = new Ledger[2];
    private final EventKeys[] subjects = new EventKeys[SUBJECTS];
    private final List<Integer> model = new ArrayList<>();
    private final Map<String, Appended> requests = new HashMap<>();
    private final Map<String, Event> events = new HashMap<>();
    private final List<Checkpoint> checkpoints = new ArrayList<>();

    Life(HikariDataSource pool, Path folder, Random random, UnaryOperator<LedgerStore> mutant) {
      this.pool = pool;
      this.folder = folder;
      this.random = random;
      this.mutant = mutant;
      for (int i = 0; i < nodes.length; i++) {
        clocks.add(new AtomicReference<>(House.NOON));
        open(i);
      }
      for (int i = 0; i < SUBJECTS; i++) {
        subjects[i] = houses[0].subject();
      }
    }

    private void open(int node) {
      houses[node] = House.on(pool, slot, folder, clocks.get(node)::get);
      nodes[node] =
          Ledger.open(
              mutant.apply(houses[node].store),
              houses[node].vault,
              Options.of("tenant-1").withClock(clocks.get(node)::get));
    }

    private void shut(int node) {
      nodes[node].close();
      houses[node].close();
    }

    void live() {
      for (int i = 0; i < STEPS; i++) {
        int node = random.nextInt(nodes.length);
        switch (random.nextInt(10)) {
          case 0 -> reopen(node);
          case 1 -> checkpoints.add(nodes[node].checkpoint());
          case 2 -> erase(node, random.nextInt(SUBJECTS));
          case 3 -> retry(node);
          case 4 ->
              clocks.get(node).updateAndGet(now -> now.plusSeconds(random.nextInt(7200) - 3600));
          default -> append(node, 1 + random.nextInt(4));
        }
      }
      compare();
    }

    private void reopen(int node) {
      shut(node);
      open(node);
    }

    private void append(int node, int count) {
      append(node, count, () -> random.nextInt(SUBJECTS));
    }

    private void append(int node, int count, IntSupplier whom) {
      List<CompletableFuture<Appended>> futures = new ArrayList<>();
      List<String> keys = new ArrayList<>();
      for (int i = 0; i < count; i++) {
        int subject = whom.getAsInt();
        String key = "r" + (model.size() + i);
        Event event =
            (random.nextBoolean()
                    ? House.said(subjects[subject], key)
                    : House.consented(subjects[subject], key))
                .indexed(term(subject))
                .once(key);
        keys.add(key);
        events.put(key, event);
        futures.add(nodes[node].submit(event));
      }
      for (int i = 0; i < count; i++) {
        Appended appended = futures.get(i).join();
        assertThat(appended.index()).isEqualTo(model.size());
        requests.put(keys.get(i), appended);
        model.add(i);
      }
    }

    private IndexTerm term(int subject) {
      return IndexTerm.of("subject", "s" + subjects[subject].content());
    }

    /** Without destroying keys: the chain begins anew, on whichever node the next entry comes. */
    private void erase(int node, int subject) {
      append(1 - node, 2, () -> subject);
      eraseAt(node, subject);
      append(1 - node, 2, () -> subject);
    }

    private void eraseAt(int node, int subject) {
      nodes[node].erase(
          List.of(subjects[subject].content(), subjects[subject].evidence()),
          List.of(term(subject)));
      assertThat(nodes[1 - node].events(term(subject))).isEmpty();
      events
          .entrySet()
          .removeIf(
              entry -> {
                boolean gone = entry.getValue().index().contains(term(subject));
                if (gone) {
                  requests.remove(entry.getKey());
                }
                return gone;
              });
    }

    private void retry(int node) {
      if (!requests.isEmpty()) {
        List<String> keys = new ArrayList<>(requests.keySet());
        Collections.sort(keys);
        String key = keys.get(random.nextInt(keys.size()));
        assertThat(nodes[node].append(events.get(key), House.LONG)).isEqualTo(requests.get(key));
      }
    }

    private void compare() {
      for (Ledger node : nodes) {
        assertThat(node.size()).isEqualTo(model.size());
        Instant before = Instant.EPOCH;
        List<Appended> all = new ArrayList<>();
        for (int subject = 0; subject < SUBJECTS; subject++) {
          node.events(term(subject)).forEach(recorded -> all.add(recorded.appended()));
        }
        all.sort(java.util.Comparator.comparingLong(Appended::index));
        assertThat(all).containsExactlyInAnyOrderElementsOf(requests.values());
        for (Appended each : all) {
          assertThat(each.recordedAt()).isAfterOrEqualTo(before);
          before = each.recordedAt();
        }
        assertThat(node.verify(true).firstBad()).isEmpty();
        for (Checkpoint earlier : checkpoints) {
          assertThat(node.consistency(earlier.size()).extendsFrom(earlier)).isTrue();
        }
      }
    }

    @Override
    public void close() {
      for (int i = 0; i < nodes.length; i++) {
        shut(i);
      }
    }
  }
}
