package eu.sotto.crypto;

import static org.assertj.core.api.Assertions.assertThat;

import eu.sotto.crypto.KeyStore.Check;
import eu.sotto.crypto.KeyStore.Put;
import eu.sotto.crypto.KeyStore.Remove;
import eu.sotto.crypto.KeyStore.Row;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every key store has to do; each adapter runs it. */
public abstract class KeyStoreContract {
  private KeyStore store;

  /** A contract for a subclass. */
  protected KeyStoreContract() {}

  /**
   * An empty store, the same one for the whole test.
   *
   * @return the store
   * @throws Exception if it cannot be opened
   */
  protected abstract KeyStore open() throws Exception;

  /**
   * Closes the store and opens it again, as a restarted process would.
   *
   * @return the store with its rows, or the same one if it does not outlive a process
   * @throws Exception if it cannot be opened
   */
  protected abstract KeyStore reopen() throws Exception;

  /**
   * Releases the store.
   *
   * @throws Exception if it cannot be closed
   */
  protected abstract void close() throws Exception;

  @BeforeEach
  final void openStore() throws Exception {
    store = open();
  }

  @AfterEach
  final void closeStore() throws Exception {
    close();
  }

  private static Bytes bytes(String text) {
    return Bytes.of(text.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void anAbsentRowIsNotRead() {
    assertThat(store.read(List.of("k/1", "k/2"))).isEmpty();
    assertThat(store.read(List.of())).isEmpty();
    assertThat(store.scan("", "", 10)).isEmpty();
  }

  @Test
  void aRowPutWhereNoneWasHasVersionOne() {
    assertThat(store.apply(List.of(new Put("k/1", 0, bytes("a"))))).isTrue();
    assertThat(store.read(List.of("k/1", "k/2"))).containsExactly(new Row("k/1", 1, bytes("a")));
  }

  @Test
  void anEmptyTransactionApplies() {
    assertThat(store.apply(List.of())).isTrue();
  }

  @Test
  void aPutRaisesTheVersionByOne() {
    store.apply(List.of(new Put("k", 0, bytes("a"))));
    assertThat(store.apply(List.of(new Put("k", 1, bytes("b"))))).isTrue();
    assertThat(store.apply(List.of(new Put("k", 2, bytes("b"))))).isTrue();
    assertThat(store.read(List.of("k"))).containsExactly(new Row("k", 3, bytes("b")));
  }

  @Test
  void anotherVersionThanExpectedChangesNothingAtAll() {
    store.apply(List.of(new Put("a", 0, bytes("1")), new Put("b", 0, bytes("1"))));
    assertThat(store.apply(List.of(new Put("a", 1, bytes("2")), new Put("b", 0, bytes("2")))))
        .isFalse();
    assertThat(store.apply(List.of(new Put("a", 1, bytes("2")), new Put("b", 2, bytes("2")))))
        .isFalse();
    assertThat(store.apply(List.of(new Put("a", 1, bytes("2")), new Remove("b", 2)))).isFalse();
    assertThat(store.apply(List.of(new Remove("a", 1), new Check("b", 2)))).isFalse();
    assertThat(store.apply(List.of(new Remove("a", 1), new Check("c", 1)))).isFalse();
    assertThat(store.apply(List.of(new Remove("a", 1), new Check("b", 0)))).isFalse();
    assertThat(store.apply(List.of(new Put("a", 1, bytes("2")), new Remove("c", 1)))).isFalse();
    assertThat(store.read(List.of("a", "b", "c")))
        .containsExactlyInAnyOrder(new Row("a", 1, bytes("1")), new Row("b", 1, bytes("1")));
  }

  @Test
  void aCheckHoldsWithoutChangingTheRow() {
    store.apply(List.of(new Put("a", 0, bytes("1"))));
    assertThat(
            store.apply(List.of(new Check("a", 1), new Check("b", 0), new Put("c", 0, bytes("1")))))
        .isTrue();
    assertThat(store.read(List.of("a", "b", "c")))
        .containsExactlyInAnyOrder(new Row("a", 1, bytes("1")), new Row("c", 1, bytes("1")));
  }

  @Test
  void aRemovedRowIsAbsentAndMayBePutAgain() {
    store.apply(List.of(new Put("a", 0, bytes("1"))));
    assertThat(store.apply(List.of(new Remove("a", 1)))).isTrue();
    assertThat(store.read(List.of("a"))).isEmpty();
    assertThat(store.apply(List.of(new Put("a", 0, bytes("2"))))).isTrue();
    assertThat(store.read(List.of("a"))).containsExactly(new Row("a", 1, bytes("2")));
  }

  @Test
  void valuesOfAnyContentAndLengthComeBack() {
    byte[] all = new byte[KeyStore.MAX_VALUE];
    for (int i = 0; i < all.length; i++) {
      all[i] = (byte) (i * 31 + (i >>> 8));
    }
    store.apply(List.of(new Put("empty", 0, bytes("")), new Put("long", 0, Bytes.of(all))));
    assertThat(store.read(List.of("empty", "long")))
        .containsExactlyInAnyOrder(
            new Row("empty", 1, bytes("")), new Row("long", 1, Bytes.of(all)));
  }

  @Test
  void aScanGivesTheNamesOfAPrefixInOrderAndInPages() {
    List<Put> puts = new ArrayList<>();
    for (String name :
        List.of("b/10", "a", "b/", "b/9", "b", "c", "b/1", "b0", "B/1", "b/%", "b/_")) {
      puts.add(new Put(name, 0, bytes(name)));
    }
    store.apply(puts);
    assertThat(names(store.scan("b/", "", 10)))
        .containsExactly("b/", "b/%", "b/1", "b/10", "b/9", "b/_");
    assertThat(names(store.scan("b/", "", 2))).containsExactly("b/", "b/%");
    assertThat(names(store.scan("b/", "b/%", 2))).containsExactly("b/1", "b/10");
    assertThat(names(store.scan("b/", "b/9", 2))).containsExactly("b/_");
    assertThat(names(store.scan("b/", "b/_", 2))).isEmpty();
    assertThat(names(store.scan("b/", "c", 2))).isEmpty();
    assertThat(names(store.scan("", "b/_", 9))).containsExactly("b0", "c");
  }

  private static List<String> names(List<Row> rows) {
    return rows.stream().map(Row::name).toList();
  }

  @Test
  void thousandsOfRowsFitOneTransactionAndOneRead() {
    List<Put> puts = new ArrayList<>();
    for (int i = 0; i < 5_000; i++) {
      puts.add(new Put("row/" + i, 0, bytes("value " + i)));
    }
    assertThat(store.apply(puts)).isTrue();
    assertThat(store.read(puts.stream().map(Put::name).toList())).hasSize(5_000);
  }

  @Test
  void whatWasAppliedIsThereAfterReopening() throws Exception {
    store.apply(List.of(new Put("a", 0, bytes("1")), new Put("b", 0, bytes("1"))));
    store.apply(List.of(new Put("a", 1, bytes("2")), new Remove("b", 1)));
    KeyStore again = reopen();
    assertThat(again.scan("", "", 10)).containsExactly(new Row("a", 2, bytes("2")));
  }

  @Test
  void aReturnedOrGivenArrayIsNotShared() {
    byte[] given = {1, 2, 3};
    store.apply(List.of(new Put("a", 0, Bytes.of(given))));
    Arrays.fill(given, (byte) 9);
    Arrays.fill(store.read(List.of("a")).get(0).value().toArray(), (byte) 8);
    assertThat(store.read(List.of("a")).get(0).value().toArray()).containsExactly(1, 2, 3);
  }

  @Test
  void ofManyWhoRaceForOneVersionOneWins() throws Exception {
    int rounds = 25;
    ExecutorService racers = Executors.newFixedThreadPool(4);
    try {
      for (int round = 0; round < rounds; round++) {
        int expected = round;
        AtomicInteger winners = new AtomicInteger();
        List<Future<?>> race = new ArrayList<>();
        for (int racer = 0; racer < 4; racer++) {
          Bytes value = bytes("racer " + racer);
          race.add(
              racers.submit(
                  () -> {
                    if (store.apply(List.of(new Put("a", expected, value)))) {
                      winners.incrementAndGet();
                    }
                  }));
        }
        for (Future<?> one : race) {
          one.get(60, TimeUnit.SECONDS);
        }
        assertThat(winners).hasValue(1);
      }
    } finally {
      racers.shutdownNow();
    }
    assertThat(store.read(List.of("a")).get(0).version()).isEqualTo(rounds);
  }
}
