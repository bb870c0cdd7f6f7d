package eu.sotto.ledger;

import static eu.sotto.ledger.House.LONG;
import static eu.sotto.ledger.House.said;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.sotto.store.LedgerStore;
import eu.sotto.store.StoreException;
import eu.sotto.store.StoreException.Fault;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A change of key or name that stops half-way leaves a log that can be taken up again. */
class EraGapTest {
  @TempDir Path folder;
  private final AtomicReference<String> broken = new AtomicReference<>("");
  private House house;
  private LedgerStore store;
  private Options options;

  @BeforeEach
  void open() {
    house = House.inMemory(folder);
    store = around(house.store);
    options =
        Options.of("tenant-1")
            .withClock(InstantSource.fixed(House.NOON))
            .withAnchor(Anchor.file(folder.resolve("anchor")));
  }

  @AfterEach
  void close() {
    house.close();
  }

  /** A store on which one method fails, as if the process had ended there. */
  private LedgerStore around(LedgerStore real) {
    return (LedgerStore)
        Proxy.newProxyInstance(
            LedgerStore.class.getClassLoader(),
            new Class<?>[] {LedgerStore.class},
            (self, method, arguments) -> {
              if (method.getName().equals(broken.get())) {
                throw new StoreException(Fault.FULL, "broken", null);
              }
              try {
                return method.invoke(real, arguments);
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            });
  }

  @Test
  void aKeyThatWasMadeAndNotRecordedSignsNothing() {
    Ledger ledger = Ledger.open(store, house.vault, options);
    var before = ledger.verifierKey();
    ledger.checkpoint();
    broken.set("append");
    assertThatThrownBy(ledger::rotateSigningKey).isInstanceOf(StoreException.class);
    broken.set("");
    assertThat(ledger.verifierKey()).isEqualTo(before);
    ledger.close();
    try (Ledger again = Ledger.open(store, house.vault, options)) {
      assertThat(again.verifierKey()).isEqualTo(before);
      assertThat(again.rotateSigningKey().verifies(before)).isTrue();
    }
  }

  @Test
  void aChangeThatWasRecordedAndNotAnchoredHolds() {
    Ledger ledger = Ledger.open(store, house.vault, options);
    var before = ledger.verifierKey();
    ledger.append(said(house.subject(), "a"), LONG);
    ledger.checkpoint();
    broken.set("keepCheckpoint");
    assertThatThrownBy(ledger::rotateSigningKey).isInstanceOf(StoreException.class);
    ledger.close();
    broken.set("");
    try (Ledger again = Ledger.open(store, house.vault, options)) {
      assertThat(Trust.in(before, again.changes()).key()).isEqualTo(again.verifierKey());
      assertThat(again.verifierKey()).isNotEqualTo(before);
      assertThat(again.checkpoint().signedBy(again.verifierKey())).isTrue();
      assertThat(again.verify(true).firstBad()).isEmpty();
    }
  }

  @Test
  void aRestoreThatStoppedHalfwayIsStillRefusedAndCanBeRepeated() {
    Options elsewhere = options.withAnchor(Anchor.file(folder.resolve("lost/anchor")));
    Ledger ledger = Ledger.open(store, house.vault, options);
    ledger.append(said(house.subject(), "a"), LONG);
    ledger.checkpoint();
    String origin = ledger.origin();
    ledger.close();
    // The anchor of a log that had gone further.
    Checkpoint last = Checkpoint.parse(options.anchor().newest().orElseThrow());
    Checkpoint further =
        new Checkpoint(
            origin,
            last.size() + 5,
            last.root(),
            last.signedAt(),
            last.signature(),
            last.cosignature(),
            last.key());
    elsewhere.anchor().keep(further.toNote());
    for (String step : new String[] {"append", "keepCheckpoint"}) {
      broken.set(step);
      assertThatThrownBy(() -> LogRestore.open(store, house.vault, elsewhere))
          .isInstanceOf(StoreException.class);
      broken.set("");
      assertThatThrownBy(() -> Ledger.open(store, house.vault, elsewhere))
          .isInstanceOf(StoreException.class);
    }
    try (Ledger restored = LogRestore.open(store, house.vault, elsewhere)) {
      assertThat(restored.origin()).isNotEqualTo(origin);
      assertThat(restored.changes()).hasSize(2);
      Trust trust = Trust.in(restored.verifierKey(), restored.changes());
      assertThat(trust.origin()).contains(restored.origin());
      assertThat(restored.verify(true).firstBad()).isEmpty();
    }
    Ledger.open(store, house.vault, elsewhere).close();
  }
}
