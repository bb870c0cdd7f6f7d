package eu.sotto.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.UnaryOperator;

/** One run of random work on a vault with faulty parts, and what the vault has promised so far. */
final class KeyLife {
  private static final Context CONTEXT = Context.of("crash");

  /** What a vault stands on; a mutant replaces one of them. */
  record Parts(UnaryOperator<KeyStore> store, UnaryOperator<FileSlot.Disk> disk) {
    static final Parts SOUND = new Parts(UnaryOperator.identity(), UnaryOperator.identity());

    static Parts ofStore(UnaryOperator<KeyStore> mutant) {
      return new Parts(mutant, UnaryOperator.identity());
    }

    static Parts ofDisk(UnaryOperator<FileSlot.Disk> mutant) {
      return new Parts(UnaryOperator.identity(), mutant);
    }
  }

  /** An open stream, and under which keys its message may have been when it began. */
  private record Reading(Promises.Sealed of, List<Protection> under, InputStream in) {}

  private final Random random;
  private final Parts parts;
  private final Faults faults;
  private final Faults.Store store;
  private final Faults.Sectors sectors;
  private final KeyStore vaultStore;
  private final List<KeyId> contents = new ArrayList<>();
  private final List<KeyId> buckets = new ArrayList<>();
  private final Set<KeyId> closing = new HashSet<>();
  private final List<Promises.Sealed> records = new ArrayList<>();
  private final List<Reading> readings = new ArrayList<>();
  private final Promises promises = new Promises();
  private final List<RootKey> roots = new ArrayList<>(List.of(Vaults.rootKey()));

  /** The root key, and those of rotations whose outcome is not known. */
  private final List<RootKey> mayBeRoot = new ArrayList<>(roots);

  private long nanos;
  private KeyVault vault;

  private KeyLife(Random random, Parts parts) {
    this.random = random;
    this.parts = parts;
    this.faults = new Faults(random);
    this.store = faults.new Store();
    this.sectors = faults.new Sectors();
    this.vaultStore = parts.store.apply(store);
    this.vault = open();
  }

  /** Works under faults, then heals everything, finishes what was ordered, and looks again. */
  static void run(Random random, Parts parts) {
    KeyLife life = new KeyLife(random, parts);
    for (int step = 0; step < 40; step++) {
      life.step();
      life.check();
    }
    life.settle();
    life.vault = life.open();
    life.settle();
  }

  private KeyVault open() {
    readings.clear();
    VaultBuilder builder =
        KeyVault.builder()
            .store(vaultStore)
            .slot(FileSlot.on(parts.disk.apply(sectors)))
            .cache(1 + random.nextInt(20), Duration.ofSeconds(60))
            .ticker(() -> nanos);
    for (RootKey root : List.copyOf(mayBeRoot)) {
      try {
        KeyVault opened = builder.rootKey(root).open();
        mayBeRoot.clear();
        mayBeRoot.add(root);
        return opened;
      } catch (CryptoException.WrongRootKey e) {
        mayBeRoot.remove(root);
      }
    }
    throw new AssertionError("no root key opens the vault");
  }

  private void step() {
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

  private void work() {
    switch (random.nextInt(14)) {
      case 0 -> contents.add(vault.create(KeyKind.CONTENT));
      case 1 -> buckets.add(vault.create(KeyKind.BUCKET));
      case 2, 3, 4, 5 -> seal();
      case 6 -> read();
      case 7 -> destroy();
      case 8 -> erase(anyContent());
      case 9 -> close();
      case 10 -> nanos += Duration.ofSeconds(61).toNanos();
      case 11 -> rotate();
      default -> any(records).ifPresent(this::hold);
    }
  }

  private <T> Optional<T> any(List<T> list) {
    return list.isEmpty() ? Optional.empty() : Optional.of(list.get(random.nextInt(list.size())));
  }

  private KeyId anyContent() {
    if (contents.isEmpty()) {
      contents.add(vault.create(KeyKind.CONTENT));
    }
    return contents.get(random.nextInt(contents.size()));
  }

  /** A bucket that is closing takes no new messages. */
  private Protection protection() {
    KeyId content = anyContent();
    Optional<KeyId> bucket = any(buckets).filter(id -> !closing.contains(id));
    Protection protection =
        bucket.isEmpty()
            ? Protection.by(content)
            : random.nextInt(6) == 0
                ? Protection.any(List.of(content, bucket.get()))
                : Protection.by(content, bucket.get());
    boolean inSlot = random.nextInt(3) > 0;
    return inSlot ? protection.inSlot(new KeyId(random.nextLong(), random.nextLong())) : protection;
  }

  private void seal() {
    Protection protection = protection();
    int length = random.nextInt(4) == 0 ? Payload.CHUNK + 9 : 8;
    byte[] message = ByteBuffer.allocate(length).putLong(random.nextLong()).array();
    try {
      byte[] sealed = vault.seal(protection, CONTEXT, message);
      boolean mustStay = protection.slot().isPresent() && random.nextBoolean();
      records.add(new Promises.Sealed(protection, sealed, message, mustStay));
    } catch (CryptoException.KeyDestroyed e) {
      assertThat(protection.keys().stream().allMatch(promises::usable)).isFalse();
    }
  }

  /** Begins a stream and leaves it open behind its first chunk. */
  private void read() {
    Optional<Promises.Sealed> record = any(records.stream().filter(promises::isSure).toList());
    if (record.isPresent()) {
      InputStream sealed = new ByteArrayInputStream(record.get().bytes.toArray());
      try {
        InputStream in = vault.opening(CONTEXT, sealed);
        assertThat(in.read()).isEqualTo(record.get().message.toArray()[0] & 0xff);
        readings.add(new Reading(record.get(), record.get().may, in));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private void destroy() {
    List<KeyId> doomed = new ArrayList<>();
    for (int i = random.nextInt(2); i >= 0; i--) {
      Optional<KeyId> slot = any(records).flatMap(Promises.Sealed::slot);
      doomed.add(random.nextBoolean() ? slot.orElseGet(this::anyContent) : anyContent());
    }
    destroy(doomed);
  }

  private void destroy(List<KeyId> doomed) {
    promises.ordered.addAll(doomed);
    long epoch = vault.epoch();
    Destruction destruction = vault.destroy(doomed);
    if (!destruction.pending().contains("file slot")) {
      promises.destroyed.addAll(doomed);
      assertOutOfReach(vault.epoch() > epoch);
    }
    if (destruction.isComplete()) {
      promises.tombstones.addAll(doomed);
    }
  }

  /** Moves what must stay under keys of its own, and only then destroys. */
  private void erase(KeyId key) {
    for (Promises.Sealed record : records) {
      boolean under = record.may.stream().anyMatch(each -> each.keys().contains(key));
      if (under && record.mustStay && promises.isSure(record)) {
        hold(record);
      }
    }
    destroy(List.of(key));
  }

  private void close() {
    any(buckets)
        .ifPresent(
            bucket -> {
              closing.add(bucket);
              erase(bucket);
            });
  }

  private void hold(Promises.Sealed record) {
    if (record.slot().isEmpty()) {
      return;
    }
    KeyId slot = record.slot().get();
    Protection target = Protection.by(vault.create(KeyKind.RESTRICTION)).inSlot(slot);
    List<Protection> before = record.may;
    List<Protection> either = new ArrayList<>(before);
    either.add(target);
    boolean sure = promises.isSure(record);
    record.may = either;
    try {
      vault.rewrap(CONTEXT, slot, target);
      record.may = List.of(target);
    } catch (CryptoException.KeyDestroyed e) {
      record.may = before;
      assertThat(sure).isFalse();
    }
  }

  private void rotate() {
    Optional<Rotation> rotation = vault.rotation();
    if (rotation.isPresent()) {
      rotation.get().advance();
      return;
    }
    RootKey next = Vaults.rootKey();
    roots.add(next);
    mayBeRoot.add(next);
    vault.rotate(next);
    mayBeRoot.clear();
    mayBeRoot.add(next);
  }

  private void check() {
    for (Promises.Sealed record : records) {
      if (promises.isGone(record)) {
        assertThatThrownBy(() -> vault.open(CONTEXT, record.bytes.toArray()))
            .isInstanceOf(CryptoException.KeyDestroyed.class);
      } else if (promises.isSure(record)) {
        assertThat(vault.open(CONTEXT, record.bytes.toArray())).isEqualTo(record.message.toArray());
      }
    }
    for (KeyId id : promises.tombstones) {
      assertThat(vault.state(id)).isEqualTo(KeyState.DESTROYED);
      assertThatThrownBy(() -> vault.ensure(id, KeyKind.CONTENT))
          .isInstanceOf(CryptoException.KeyDestroyed.class);
    }
    readings.removeIf(this::endsAsItShould);
  }

  /** Reads a stream to its end if that is known; one of a destroyed key fails at its next chunk. */
  private boolean endsAsItShould(Reading reading) {
    if (promises.isGone(reading.of)) {
      assertThatThrownBy(() -> skipFirstChunk(reading).readAllBytes())
          .isInstanceOf(CryptoException.KeyDestroyed.class);
      return true;
    }
    boolean begunKeysStay =
        reading.under.stream().flatMap(each -> each.keys().stream()).allMatch(promises::usable);
    if (!reading.under.equals(reading.of.may) || !begunKeysStay) {
      // it may need a key of then that is gone: whoever wants to read on begins anew
      return true;
    }
    if (promises.isSure(reading.of) && random.nextInt(3) == 0) {
      try {
        byte[] rest = reading.in.readAllBytes();
        byte[] message = reading.of.message.toArray();
        assertThat(rest).isEqualTo(Arrays.copyOfRange(message, 1, message.length));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      return true;
    }
    return false;
  }

  private static InputStream skipFirstChunk(Reading reading) throws IOException {
    if (reading.of.message.length() < Payload.CHUNK) {
      throw new CryptoException.KeyDestroyed(new KeyId(0, 0));
    }
    reading.in.readNBytes(Payload.CHUNK - 1);
    return reading.in;
  }

  /** Who has every old row, the slot of now and all root keys gets nothing that is destroyed. */
  private void assertOutOfReach(boolean rewritten) {
    Map<KeyId, Set<Bytes>> loot = Thief.loot(store.ever, sectors, roots);
    assertThat(loot.keySet()).doesNotContainAnyElementsOf(promises.destroyed);
    assertThat(loot.keySet()).containsAll(contents.stream().filter(promises::usable).toList());
    for (Promises.Sealed record : records) {
      if (rewritten && record.slot().filter(promises::usable).isPresent()) {
        KeyId slot = record.slot().get();
        assertThat(record.may)
            .containsAll(Thief.protections(slot, loot.getOrDefault(slot, Set.of())));
      }
    }
  }

  private void settle() {
    assertThat(vault.resume()).isEmpty();
    promises.ordered.addAll(closing);
    if (!promises.ordered.isEmpty()) {
      destroy(new ArrayList<>(promises.ordered));
      assertThat(promises.destroyed).containsAll(promises.ordered);
      assertThat(promises.tombstones).containsAll(promises.ordered);
    }
    check();
    Map<KeyId, KeyState> states = new HashMap<>();
    contents.forEach(id -> states.put(id, vault.state(id)));
    buckets.forEach(id -> states.put(id, vault.state(id)));
    states.forEach(
        (id, state) ->
            assertThat(state)
                .isEqualTo(promises.destroyed.contains(id) ? KeyState.DESTROYED : KeyState.ACTIVE));
    assertThat(store.scan(Rows.DIRTY, "", 9).isEmpty() || promises.ordered.isEmpty()).isTrue();
  }
}
