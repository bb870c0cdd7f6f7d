package eu.sotto.crypto;

import static eu.sotto.crypto.Vaults.utf8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** Vaults that find no key tree at the same moment: one makes it, the others join. */
class FoundingTest {
  private static final Context CONTEXT = Context.of("founding");
  private static final RootKey ROOT = Vaults.rootKey();

  /** A node of its own over a store and a slot that all share. */
  private static final class Node {
    final KeyVault vault;
    final KeyId key;
    final byte[] sealed;

    Node(KeyStore store, DestroyableSlot slot) {
      vault = KeyVault.builder().rootKey(ROOT).store(store).slot(slot).open();
      key = vault.create(KeyKind.CONTENT);
      sealed = vault.seal(Protection.by(key), CONTEXT, utf8("founder"));
    }

    boolean destroysAnother() {
      return vault.destroy(List.of(vault.create(KeyKind.CONTENT))).isComplete();
    }
  }

  private static void assertAreOne(List<Node> nodes) {
    for (Node one : nodes) {
      for (Node other : nodes) {
        assertThat(one.vault.id()).isEqualTo(other.vault.id());
        assertThat(one.vault.open(CONTEXT, other.sealed)).isEqualTo(utf8("founder"));
      }
    }
    for (Node one : nodes) {
      assertThat(one.vault.destroy(List.of(one.key)).isComplete()).isTrue();
      for (Node other : nodes) {
        other.vault.forget(List.of(one.key));
        assertThatThrownBy(() -> other.vault.open(CONTEXT, one.sealed))
            .isInstanceOf(CryptoException.KeyDestroyed.class);
      }
    }
    nodes.forEach(node -> node.vault.close());
  }

  /** Two nodes that found, seal, and destroy if wanted, step by step in turns. */
  private static Schedules.Scenario two(UnaryOperator<DestroyableSlot> part, boolean destroying) {
    KeyStore store = new Schedules.Store(new MemoryKeyStore());
    DestroyableSlot slot = new Schedules.Slot(part.apply(new MemorySlot()));
    List<Node> nodes = new ArrayList<>();
    Runnable found =
        () -> {
          Node node = new Node(store, slot);
          if (destroying) {
            assertThat(node.destroysAnother()).isTrue();
          }
          nodes.add(node);
        };
    return new Schedules.Scenario(
        List.of(found, found),
        () -> {
          assertThat(nodes).hasSize(2);
          assertAreOne(nodes);
        });
  }

  @Test
  void whereverOneFounderStopsTheOtherJoins() {
    int runs = Schedules.explore(2, run -> two(UnaryOperator.identity(), false));
    assertThat(runs).isGreaterThan(200);
  }

  @Test
  void aFounderThatDestroysAtOnceDoesNotPutOffTheOther() {
    int runs = Schedules.explore(1, run -> two(UnaryOperator.identity(), true));
    assertThat(runs).isGreaterThan(50);
  }

  /** A slot that takes a first content from everybody. */
  private record Generous(DestroyableSlot inner) implements DestroyableSlot {
    @Override
    public String name() {
      return inner.name();
    }

    @Override
    public Optional<Content> read() {
      return inner.read();
    }

    @Override
    public boolean replace(long expectedVersion, Bytes content) {
      long version = inner.read().map(Content::version).orElse(0L);
      return inner.replace(expectedVersion == 0 ? version : expectedVersion, content);
    }

    @Override
    public void close() {
      inner.close();
    }
  }

  @Test
  void aSlotThatTakesTwoFirstContentsIsCaught() {
    assertThatThrownBy(() -> Schedules.explore(2, run -> two(Generous::new, false)))
        .isInstanceOf(AssertionError.class)
        .hasRootCauseInstanceOf(CryptoException.class);
  }

  @Property(tries = 60)
  void anyNumberOfVaultsThatFoundAtOnceAreOne(@ForAll @IntRange(min = 2, max = 4) int count)
      throws Exception {
    Vaults vaults = new Vaults(ROOT);
    CyclicBarrier together = new CyclicBarrier(count);
    ExecutorService threads = Executors.newFixedThreadPool(count);
    try {
      Callable<Node> found =
          () -> {
            together.await();
            return new Node(vaults.store, vaults.slot);
          };
      List<Node> nodes = new ArrayList<>();
      List<Callable<Node>> founders = Collections.nCopies(count, found);
      for (Future<Node> node : threads.invokeAll(founders, 60, TimeUnit.SECONDS)) {
        nodes.add(node.get());
      }
      assertAreOne(nodes);
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  void aFoundingThatWasCutShortIsFinishedByTheNextVault() {
    for (int writes = 0; writes < 2; writes++) {
      Faults faults = new Faults(new java.util.Random(writes));
      Faults.Store store = faults.new Store();
      MemorySlot slot = new MemorySlot();
      faults.cutPowerAfter(0);
      assertThatThrownBy(() -> new Node(store, slot))
          .isInstanceOf(CryptoException.Unavailable.class);
      faults.heal();
      assertAreOne(List.of(new Node(store, slot), new Node(store, slot)));
    }
  }

  @Test
  void anEmptySlotBesideAStoreInUseIsRefusedAndStaysEmpty() {
    Vaults vaults = new Vaults(ROOT);
    vaults.open().close();
    MemorySlot other = new MemorySlot();
    assertThatThrownBy(() -> vaults.builder().slot(other).open())
        .isInstanceOf(CryptoException.RolledBack.class);
    assertThat(other.read()).isEmpty();
  }

  @Test
  void aStoreThatLostItsTreeIsRefusedAlsoBeforeAnythingWasDestroyed() {
    Vaults vaults = new Vaults(ROOT);
    try (KeyVault vault = vaults.open()) {
      vault.create(KeyKind.CONTENT);
    }
    KeyStore.Row tree = vaults.store.read(List.of(Rows.TREE)).get(0);
    vaults.store.apply(List.of(new KeyStore.Remove(tree.name(), tree.version())));
    assertThatThrownBy(vaults::open).isInstanceOf(CryptoException.RolledBack.class);
  }

  @Test
  void ofTwoVaultsThatFoundOneStoreWithSlotsOfTheirOwnOneIsRefused() {
    List<CryptoException> refused = new ArrayList<>();
    Schedules.explore(
        1,
        run -> {
          MemoryKeyStore store = new MemoryKeyStore();
          refused.clear();
          Runnable found =
              () -> {
                try {
                  new Node(new Schedules.Store(store), new MemorySlot()).vault.close();
                } catch (CryptoException.Tampered | CryptoException.RolledBack e) {
                  refused.add(e);
                }
              };
          return new Schedules.Scenario(
              List.of(found, found), () -> assertThat(refused).hasSize(1));
        });
  }
}
