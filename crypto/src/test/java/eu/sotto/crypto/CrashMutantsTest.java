package eu.sotto.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.sotto.crypto.KeyStore.Change;
import eu.sotto.crypto.KeyStore.Put;
import eu.sotto.crypto.KeyStore.Row;
import java.io.IOException;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Wrong variants of what a vault stands on; random work of {@link KeyLife} catches each. */
class CrashMutantsTest {
  private static final int RUNS = 40;

  /** Passes everything on. */
  private static class OtherStore implements KeyStore {
    final KeyStore inner;

    OtherStore(KeyStore inner) {
      this.inner = inner;
    }

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
      return inner.apply(changes);
    }
  }

  /** Rewrites each change before it is applied; null leaves it out. */
  private static KeyLife.Parts changing(UnaryOperator<Change> mutant) {
    return KeyLife.Parts.ofStore(
        store ->
            new OtherStore(store) {
              @Override
              public boolean apply(List<? extends Change> changes) {
                return inner.apply(changes.stream().map(mutant).toList());
              }
            });
  }

  private static boolean isKeyIn(KeyState state, Change change) {
    return change instanceof Put put
        && put.name().startsWith("k/")
        && put.value().shared()[2] == state.code();
  }

  /** The row stays as it is, but its transaction goes through. */
  private static Change unchanged(Change change) {
    return new KeyStore.Check(change.name(), change.expected());
  }

  private static Change withoutASibling(Change change) {
    if (change instanceof Put put && put.name().startsWith("n/0/")) {
      Map<Integer, NodeRow.Child> children = NodeRow.decode(put.value());
      if (children.size() > 1) {
        children.remove(children.keySet().iterator().next());
        return new Put(put.name(), put.expected(), NodeRow.encode(children));
      }
    }
    return change;
  }

  /** A store that tells of a key what it told first. */
  private static final class Remembering extends OtherStore {
    private final Map<String, Bytes> first = new HashMap<>();

    Remembering(KeyStore inner) {
      super(inner);
    }

    @Override
    public List<Row> read(Collection<String> names) {
      return inner.read(names).stream()
          .map(row -> row.name().startsWith("k/") ? asFirstSeen(row) : row)
          .toList();
    }

    private Row asFirstSeen(Row row) {
      Bytes value = first.computeIfAbsent(row.name(), name -> row.value());
      return new Row(row.name(), row.version(), value);
    }
  }

  /** A store whose transactions are applied in two halves. */
  private static final class Halving extends OtherStore {
    Halving(KeyStore inner) {
      super(inner);
    }

    @Override
    public boolean apply(List<? extends Change> changes) {
      int half = changes.size() / 2;
      return inner.apply(changes.subList(0, half))
          && inner.apply(changes.subList(half, changes.size()));
    }
  }

  /** Passes everything on. */
  private static class OtherDisk implements FileSlot.Disk {
    final FileSlot.Disk inner;

    OtherDisk(FileSlot.Disk inner) {
      this.inner = inner;
    }

    @Override
    public byte[] read(int index) throws IOException {
      return inner.read(index);
    }

    @Override
    public void write(int index, byte[] sector) throws IOException {
      inner.write(index, sector);
    }

    @Override
    public void force() throws IOException {
      inner.force();
    }

    @Override
    public void close() throws IOException {
      inner.close();
    }
  }

  /** A disk that acks before anything is durable. */
  private static final class Hasty extends OtherDisk {
    Hasty(FileSlot.Disk inner) {
      super(inner);
    }

    @Override
    public void force() {}
  }

  /** A disk on which what is overwritten with zeros stays. */
  private static final class Keeping extends OtherDisk {
    Keeping(FileSlot.Disk inner) {
      super(inner);
    }

    @Override
    public void write(int index, byte[] sector) throws IOException {
      if (!Arrays.equals(sector, new byte[sector.length])) {
        inner.write(index, sector);
      }
    }
  }

  /** A slot that never counts on, and so cannot be fenced. */
  private record Uncounted(DestroyableSlot inner) implements DestroyableSlot {
    @Override
    public String name() {
      return inner.name();
    }

    @Override
    public Optional<Content> read() {
      return inner.read().map(content -> new Content(1, content.value()));
    }

    @Override
    public boolean replace(long expectedVersion, Bytes content) {
      return inner.replace(inner.read().map(Content::version).orElse(0L), content);
    }

    @Override
    public void close() {
      inner.close();
    }
  }

  static Stream<Named<KeyLife.Parts>> mutants() {
    return Stream.of(
        Named.of("acked before the slot is durable", KeyLife.Parts.ofDisk(Hasty::new)),
        Named.of("old sector left readable", KeyLife.Parts.ofDisk(Keeping::new)),
        Named.of("state not read again", KeyLife.Parts.ofStore(Remembering::new)),
        Named.of("transaction torn", KeyLife.Parts.ofStore(Halving::new)),
        Named.of("sibling not rewrapped", changing(CrashMutantsTest::withoutASibling)),
        Named.of(
            "tombstone not written",
            changing(change -> isKeyIn(KeyState.DESTROYED, change) ? unchanged(change) : change)),
        Named.of(
            "tombstone removed",
            changing(
                change ->
                    isKeyIn(KeyState.DESTROYED, change)
                        ? new KeyStore.Remove(change.name(), change.expected())
                        : change)));
  }

  @ParameterizedTest
  @MethodSource("mutants")
  void eachIsCaught(KeyLife.Parts mutant) {
    int run = 0;
    boolean caught = false;
    while (!caught && run < RUNS) {
      caught = isCaught(run++, mutant);
    }
    assertThat(caught).isTrue();
  }

  /** Two vaults on one slot create and destroy in turns; each has to see what the other did. */
  private static void runTwo(Random random, UnaryOperator<DestroyableSlot> mutant) {
    Vaults vaults = new Vaults();
    DestroyableSlot slot = mutant.apply(vaults.slot);
    try (KeyVault one = vaults.builder().slot(slot).open();
        KeyVault two = vaults.builder().slot(slot).open()) {
      for (int step = 0; step < 10; step++) {
        KeyVault vault = random.nextBoolean() ? one : two;
        KeyVault other = vault == one ? two : one;
        KeyId key = vault.create(KeyKind.CONTENT);
        byte[] sealed = other.seal(Protection.by(key), Context.of("two"), new byte[9]);
        KeyVault destroyer = random.nextBoolean() ? one : two;
        assertThat(destroyer.destroy(List.of(key)).isComplete()).isTrue();
        (destroyer == one ? two : one).forget(List.of(key));
        for (KeyVault each : List.of(one, two)) {
          assertThatThrownBy(() -> each.open(Context.of("two"), sealed))
              .isInstanceOf(CryptoException.KeyDestroyed.class);
        }
      }
    }
  }

  @Property(tries = 30)
  void twoVaultsOnOneSlotSeeEachOthersDestructions(@ForAll Random random) {
    runTwo(random, UnaryOperator.identity());
  }

  @Property(tries = 10)
  void aSlotThatNeverCountsOnIsCaughtByTwoVaults(@ForAll Random random) {
    assertThatThrownBy(() -> runTwo(random, Uncounted::new)).isInstanceOf(CryptoException.class);
  }

  private static boolean isCaught(int seed, KeyLife.Parts mutant) {
    try {
      KeyLife.run(new Random(seed), mutant);
      return false;
    } catch (AssertionError | CryptoException e) {
      return true;
    }
  }
}
