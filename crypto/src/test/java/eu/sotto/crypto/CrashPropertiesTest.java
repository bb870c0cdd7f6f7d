package eu.sotto.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.jspecify.annotations.Nullable;

/**
 * After an acked destruction nothing opens, before it everything does: under random work, faults at
 * any write, power cuts with torn sectors, restarts, rotation and cache expiry.
 */
class CrashPropertiesTest {
  private static final Context CONTEXT = Context.of("crash");

  private record Sealed(Protection protection, Bytes bytes, Bytes message) {}

  /** One run: a vault on faulty parts and what it has promised. */
  private static final class Run {
    final Random random;
    final Faults faults;
    final Faults.Store store;
    final Faults.Sectors sectors;
    final List<KeyId> keys = new ArrayList<>();
    final List<Sealed> records = new ArrayList<>();
    final Set<KeyId> ordered = new HashSet<>();
    final Set<KeyId> destroyed = new HashSet<>();
    RootKey root = Vaults.rootKey();
    @Nullable RootKey nextRoot;
    long nanos;
    KeyVault vault;

    Run(Random random) {
      this.random = random;
      this.faults = new Faults(random);
      this.store = faults.new Store();
      this.sectors = faults.new Sectors();
      this.vault = open();
    }

    KeyVault open() {
      VaultBuilder builder =
          KeyVault.builder()
              .store(store)
              .slot(FileSlot.on(sectors))
              .cache(1 + random.nextInt(20), Duration.ofSeconds(60))
              .ticker(() -> nanos);
      if (nextRoot != null) {
        try {
          KeyVault opened = builder.rootKey(nextRoot).open();
          root = nextRoot;
          nextRoot = null;
          return opened;
        } catch (CryptoException.WrongRootKey e) {
          nextRoot = null;
        }
      }
      return builder.rootKey(root).open();
    }

    /** One step; true if it was let alone by faults. */
    void step() {
      int fault = random.nextInt(4);
      if (fault == 0) {
        faults.cutPowerAfter(random.nextInt(12));
      } else if (fault == 1) {
        faults.failOnceAfter(random.nextInt(12));
      }
      try {
        work();
      } catch (CryptoException.Unavailable e) {
        if (fault >= 2) {
          throw new AssertionError("no fault was asked for", e);
        }
      }
      if (faults.isDead() || random.nextInt(10) == 0) {
        faults.heal();
        sectors.restart();
        vault = open();
      }
      faults.heal();
    }

    void work() {
      switch (random.nextInt(9)) {
        case 0, 1 -> keys.add(vault.create(KeyKind.CONTENT));
        case 2, 3, 4 -> seal();
        case 5, 6 -> destroy();
        case 7 -> nanos += Duration.ofSeconds(61).toNanos();
        default -> other();
      }
    }

    KeyId anyKey() {
      if (keys.isEmpty()) {
        keys.add(vault.create(KeyKind.CONTENT));
      }
      return keys.get(random.nextInt(keys.size()));
    }

    boolean usable(KeyId id) {
      return !ordered.contains(id) && !destroyed.contains(id);
    }

    void seal() {
      KeyId a = anyKey();
      KeyId b = anyKey();
      boolean both = random.nextBoolean() && !a.equals(b);
      Protection protection =
          !both
              ? Protection.by(a)
              : random.nextInt(4) == 0 ? Protection.any(List.of(a, b)) : Protection.by(a, b);
      if (random.nextBoolean()) {
        protection = protection.inSlot(new KeyId(random.nextLong(), random.nextLong()));
      }
      byte[] message = ByteBuffer.allocate(8).putLong(random.nextLong()).array();
      try {
        byte[] sealed = vault.seal(protection, CONTEXT, message);
        records.add(new Sealed(protection, Bytes.of(sealed), Bytes.of(message)));
      } catch (CryptoException.KeyDestroyed e) {
        assertThat(usable(a) && usable(b)).isFalse();
      }
    }

    void destroy() {
      List<KeyId> doomed = new ArrayList<>();
      for (int i = random.nextInt(2); i >= 0; i--) {
        doomed.add(random.nextBoolean() || records.isEmpty() ? anyKey() : anySlot());
      }
      ordered.addAll(doomed);
      Destruction destruction = vault.destroy(doomed);
      if (!destruction.pending().contains("file slot")) {
        destroyed.addAll(doomed);
      }
    }

    KeyId anySlot() {
      Sealed record = records.get(random.nextInt(records.size()));
      return record.protection.slot().orElse(record.protection.keys().get(0));
    }

    void other() {
      if (random.nextBoolean()) {
        Optional<Rotation> rotation = vault.rotation();
        if (rotation.isPresent()) {
          rotation.get().advance();
          return;
        }
        if (nextRoot == null) {
          nextRoot = Vaults.rootKey();
        }
        vault.rotate(nextRoot);
        root = nextRoot;
        nextRoot = null;
      } else if (!records.isEmpty()) {
        rewrap(random.nextInt(records.size()));
      }
    }

    void rewrap(int index) {
      Sealed record = records.get(index);
      KeyId key = anyKey();
      if (record.protection.slot().isEmpty()) {
        return;
      }
      KeyId slot = record.protection.slot().get();
      Protection target = Protection.by(key);
      try {
        vault.rewrap(CONTEXT, slot, target);
        records.set(index, new Sealed(target.inSlot(slot), record.bytes, record.message));
      } catch (CryptoException.KeyDestroyed e) {
        assertThat(
                usable(key)
                    && usable(slot)
                    && record.protection.keys().stream().allMatch(this::usable))
            .isFalse();
      } catch (CryptoException.Unavailable e) {
        records.remove(index);
        throw e;
      }
    }

    void check() {
      for (Sealed record : records) {
        boolean any = record.protection instanceof Protection.Any;
        List<KeyId> keysOf = record.protection.keys();
        boolean slotGone = record.protection.slot().map(destroyed::contains).orElse(false);
        boolean gone =
            slotGone
                || (any
                    ? destroyed.containsAll(keysOf)
                    : keysOf.stream().anyMatch(destroyed::contains));
        boolean sure =
            record.protection.slot().map(this::usable).orElse(true)
                && (any
                    ? keysOf.stream().anyMatch(this::usable)
                    : keysOf.stream().allMatch(this::usable));
        if (gone) {
          assertThatThrownBy(() -> vault.open(CONTEXT, record.bytes.toArray()))
              .isInstanceOf(CryptoException.KeyDestroyed.class);
        } else if (sure) {
          assertThat(vault.open(CONTEXT, record.bytes.toArray()))
              .isEqualTo(record.message.toArray());
        }
      }
    }

    void settle() {
      assertThat(vault.resume()).isEmpty();
      if (!ordered.isEmpty()) {
        assertThat(vault.destroy(ordered).isComplete()).isTrue();
        destroyed.addAll(ordered);
      }
      check();
      for (KeyId id : keys) {
        assertThat(vault.state(id))
            .isEqualTo(destroyed.contains(id) ? KeyState.DESTROYED : KeyState.ACTIVE);
      }
      assertThat(store.scan(Rows.DIRTY, "", 9).isEmpty() || ordered.isEmpty()).isTrue();
    }
  }

  @Property(tries = 60)
  void afterAnAckedDestructionNothingOpensAndBeforeItEverythingDoes(@ForAll Random random) {
    Run run = new Run(random);
    for (int step = 0; step < 40; step++) {
      run.step();
      run.check();
    }
    run.settle();
    run.vault = run.open();
    run.settle();
  }
}
