package eu.sotto.ledger;

import static eu.sotto.ledger.House.LONG;
import static eu.sotto.ledger.House.said;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.sotto.store.StoreException;
import eu.sotto.store.StoreException.Fault;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What callers learn when the store fails or hangs. */
class FaultsTest {
  private static final Duration SHORT = Duration.ofMillis(30);
  private static final IndexTerm CALL = IndexTerm.of("call", "c-1");

  @TempDir Path folder;
  private final FaultyStore faults = new FaultyStore();
  private House house;
  private Ledger ledger;
  private EventKeys subject;

  @BeforeEach
  void open() {
    house = House.inMemory(folder);
    ledger =
        Ledger.open(
            faults.around(house.store),
            house.vault,
            Options.of("tenant-1").withClock(InstantSource.fixed(House.NOON)));
    subject = house.subject();
    ledger.append(event(0), LONG);
  }

  @AfterEach
  void close() {
    ledger.close();
    house.close();
  }

  private Event event(int number) {
    return said(subject, "n" + number).indexed(CALL).once("event-" + number);
  }

  @Test
  void aFullDiskRefusesAndHarmsNothing() {
    faults.failBefore(Fault.FULL);
    assertFault(Fault.FULL, () -> ledger.append(event(1), LONG));
    faults.failBefore(null);
    assertThat(ledger.append(event(2), LONG).head().sequence()).isEqualTo(2);
    assertThat(ledger.verify(true).firstBad()).isEmpty();
    assertThat(ledger.events(CALL).entries()).hasSize(2);
  }

  @Test
  void anUnknownOutcomeIsSettledByTheIdempotencyKey() {
    faults.failAfter(Fault.OUTCOME_UNKNOWN);
    assertFault(Fault.OUTCOME_UNKNOWN, () -> ledger.append(event(1), LONG));
    faults.failAfter(null);
    ledger.close();
    ledger = Ledger.open(house.store, house.vault, Options.of("tenant-1"));
    assertThat(ledger.append(event(1), LONG).index()).isEqualTo(1);
    assertThat(ledger.append(event(2), LONG).index()).isEqualTo(2);
    assertThat(ledger.verify(true).firstBad()).isEmpty();
  }

  @Test
  void aHangingStoreTimesOutInTimeAndTheRetrySettlesIt() throws Exception {
    CountDownLatch gate = faults.hang();
    CompletableFuture<Appended> hanging = ledger.submit(event(1));
    faults.awaitHanging();
    long start = System.nanoTime();
    assertThatThrownBy(() -> ledger.append(event(2), SHORT))
        .isInstanceOfSatisfying(AppendTimedOut.class, e -> assertThat(e.mayFollow()).isFalse());
    assertThat(System.nanoTime() - start).isGreaterThanOrEqualTo(SHORT.toNanos());
    gate.countDown();
    assertThat(hanging.join().index()).isEqualTo(1);
    assertThat(ledger.append(event(3), LONG).index()).isEqualTo(2);
    assertThat(ledger.append(event(2), LONG).index()).isEqualTo(3);
    assertThat(ledger.events(CALL).entries()).hasSize(4);
  }

  @Test
  void anAppendThatHadBegunMayFollowItsTimeout() throws Exception {
    CountDownLatch gate = faults.hang();
    assertThatThrownBy(() -> ledger.append(event(1), Duration.ofMillis(300)))
        .isInstanceOfSatisfying(AppendTimedOut.class, e -> assertThat(e.mayFollow()).isTrue());
    gate.countDown();
    assertThat(ledger.append(event(1), LONG).index()).isEqualTo(1);
    assertThat(ledger.size()).isEqualTo(2);
  }

  @Test
  void closingFinishesWhatWasHandedIn() {
    CompletableFuture<Appended> last = null;
    for (int i = 1; i < 300; i++) {
      last = ledger.submit(event(i));
    }
    ledger.close();
    assertThat(last).isCompletedWithValueMatching(appended -> appended.index() == 299);
  }

  private static void assertFault(
      Fault fault, org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(StoreException.class, e -> assertThat(e.fault()).isEqualTo(fault));
  }
}
