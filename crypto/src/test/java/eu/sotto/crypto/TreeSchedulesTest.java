package eu.sotto.crypto;

import static eu.sotto.crypto.Vaults.utf8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Destroying in the key tree against opening and against sealing, on one node and on two: every
 * order of their calls of store and slot with at most two switches.
 */
class TreeSchedulesTest {
  private static final Context CONTEXT = Context.of("schedules");
  private static final RootKey ROOT = Vaults.rootKey();
  private static final KeyId DOOMED = new KeyId(1, 1);
  private static final KeyId STAYING = new KeyId(1, 2);
  private static final KeyId OTHER = new KeyId(1, 3);
  private static final KeyId SLOT_UNDER_DOOMED = new KeyId(2, 1);
  private static final KeyId SLOT_UNDER_STAYING = new KeyId(2, 2);

  /** One key that is destroyed and one that stays, in one node of the tree; caches are cold. */
  private static final class World {
    private final KeyStore store;
    private final DestroyableSlot slot = new Schedules.Slot(new MemorySlot());
    private final KeyVault destroyer;
    private final KeyVault worker;
    private final byte[] doomed;
    private final byte[] staying;
    private final List<byte[]> sealedUnderDoomed = new ArrayList<>();
    private final List<byte[]> sealedUnderStaying = new ArrayList<>();

    World(int nodes, UnaryOperator<KeyStore> part) {
      store = new Schedules.Store(part.apply(new MemoryKeyStore()));
      try (KeyVault before = open()) {
        before.ensure(DOOMED, KeyKind.CONTENT);
        before.ensure(STAYING, KeyKind.CONTENT);
        doomed = before.seal(Protection.by(DOOMED), CONTEXT, utf8("doomed"));
        staying = before.seal(Protection.by(STAYING), CONTEXT, utf8("staying"));
      }
      destroyer = open();
      worker = nodes == 1 ? destroyer : open();
    }

    private KeyVault open() {
      return KeyVault.builder().rootKey(ROOT).store(store).slot(slot).open();
    }

    void destroys() {
      assertThat(destroyer.destroy(List.of(DOOMED)).isComplete()).isTrue();
      assertIsGone(destroyer, doomed);
    }

    void opens() {
      try {
        assertThat(worker.open(CONTEXT, doomed)).isEqualTo(utf8("doomed"));
      } catch (CryptoException.KeyDestroyed e) {
        assertThat(destroyer.state(DOOMED)).isNotEqualTo(KeyState.ACTIVE);
      }
      assertThat(worker.open(CONTEXT, staying)).isEqualTo(utf8("staying"));
    }

    void seals() {
      Protection underStaying = Protection.by(STAYING).inSlot(SLOT_UNDER_STAYING);
      sealedUnderStaying.add(worker.seal(underStaying, CONTEXT, utf8("late")));
      try {
        Protection underDoomed = Protection.by(DOOMED).inSlot(SLOT_UNDER_DOOMED);
        sealedUnderDoomed.add(worker.seal(underDoomed, CONTEXT, utf8("late")));
      } catch (CryptoException.KeyDestroyed e) {
        assertThat(destroyer.state(DOOMED)).isNotEqualTo(KeyState.ACTIVE);
      }
    }

    /** Seals in a slot beside another key, in one node. */
    byte[] sealInSlotOfDoomed() {
      destroyer.ensure(OTHER, KeyKind.CONTENT);
      Protection protection = Protection.by(DOOMED).inSlot(SLOT_UNDER_DOOMED);
      return destroyer.seal(protection, CONTEXT, utf8("held"));
    }

    void holds() {
      worker.rewrap(CONTEXT, SLOT_UNDER_DOOMED, Protection.by(STAYING));
    }

    void destroysAnother() {
      assertThat(destroyer.destroy(List.of(OTHER)).isComplete()).isTrue();
    }

    void checkHeld(byte[] held) {
      destroyer.forget(List.of(SLOT_UNDER_DOOMED));
      destroys();
      check();
      try (KeyVault later = open()) {
        assertThat(later.open(CONTEXT, held)).isEqualTo(utf8("held"));
        assertThat(later.protection(SLOT_UNDER_DOOMED).keys()).containsExactly(STAYING);
      }
    }

    private static void assertIsGone(KeyVault vault, byte[] sealed) {
      assertThatThrownBy(() -> vault.open(CONTEXT, sealed))
          .isInstanceOf(CryptoException.KeyDestroyed.class);
    }

    void check() {
      worker.forget(List.of(DOOMED));
      try (KeyVault later = open()) {
        for (KeyVault each : List.of(destroyer, worker, later)) {
          assertThat(each.state(DOOMED)).isEqualTo(KeyState.DESTROYED);
          assertIsGone(each, doomed);
          sealedUnderDoomed.forEach(message -> assertIsGone(each, message));
          assertThat(each.open(CONTEXT, staying)).isEqualTo(utf8("staying"));
          for (byte[] message : sealedUnderStaying) {
            assertThat(each.open(CONTEXT, message)).isEqualTo(utf8("late"));
          }
        }
      }
      destroyer.close();
      worker.close();
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2})
  void openingSeesAKeyWholeOrDestroyed(int nodes) {
    int runs =
        Schedules.explore(
            2,
            run -> {
              World world = new World(nodes, UnaryOperator.identity());
              return new Schedules.Scenario(List.of(world::opens, world::destroys), world::check);
            });
    assertThat(runs).isGreaterThan(50);
  }

  private static int sealingAgainstDestroying(int nodes, UnaryOperator<KeyStore> part) {
    return Schedules.explore(
        2,
        run -> {
          World world = new World(nodes, part);
          return new Schedules.Scenario(List.of(world::seals, world::destroys), world::check);
        });
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2})
  void whatIsSealedMeanwhileIsGoneWithItsKeyAndOnlyThen(int nodes) {
    int runs = sealingAgainstDestroying(nodes, UnaryOperator.identity());
    assertThat(runs).isGreaterThan(50);
  }

  @Test
  void whatIsHeldMeanwhileIsHeldWhateverAnotherNodeDestroys() {
    int runs =
        Schedules.explore(
            2,
            run -> {
              World world = new World(2, UnaryOperator.identity());
              byte[] held = world.sealInSlotOfDoomed();
              return new Schedules.Scenario(
                  List.of(world::holds, world::destroysAnother), () -> world.checkHeld(held));
            });
    assertThat(runs).isGreaterThan(50);
  }

  /** The naive variant: a leaf is added without asking whether the tree is still the same. */
  private record Unchecked(KeyStore inner) implements KeyStore {
    @Override
    public String name() {
      return inner.name();
    }

    @Override
    public List<Row> read(Collection<String> names) {
      return inner.read(names);
    }

    @Override
    public List<Row> scan(String prefix, String after, int limit) {
      return inner.scan(prefix, after, limit);
    }

    @Override
    public boolean apply(List<? extends Change> changes) {
      return inner.apply(
          changes.stream()
              .filter(change -> !(change instanceof Check && change.name().equals(Rows.TREE)))
              .toList());
    }
  }

  @Test
  void addingALeafWithoutCheckingTheTreeIsCaught() {
    assertThatThrownBy(() -> sealingAgainstDestroying(2, Unchecked::new))
        .isInstanceOf(AssertionError.class);
  }
}
