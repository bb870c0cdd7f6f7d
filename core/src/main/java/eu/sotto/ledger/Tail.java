package eu.sotto.ledger;

import eu.sotto.crypto.CryptoException;
import eu.sotto.store.LedgerStore;
import eu.sotto.store.LedgerStore.Entry;
import eu.sotto.vocabulary.PrivacyException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Follows a log to which other nodes append too: each entry once, in order, on one daemon thread,
 * {@code sotto-ledger-tail}. Thread-safe.
 *
 * <p>A node whose {@link #age()} is beyond its bound has not heard of what others withdrew, and
 * must deny.
 */
public final class Tail implements AutoCloseable {
  private static final System.Logger LOG = System.getLogger(Tail.class.getName());
  private static final int PAGE = 500;

  private final LedgerStore store;
  private final Entries entries;
  private final InstantSource clock;
  private final Consumer<Recorded> listener;
  private final ScheduledExecutorService thread;
  private volatile Seen seen;
  private long next;

  /** When a read that reached the end had begun, by both clocks. */
  private record Seen(long nanos, Instant wall) {}

  Tail(LedgerStore store, Entries entries, InstantSource clock, Consumer<Recorded> listener) {
    this.store = store;
    this.entries = entries;
    this.clock = clock;
    this.listener = listener;
    this.seen = new Seen(System.nanoTime(), clock.instant());
    this.next = store.size();
    this.thread =
        Executors.newSingleThreadScheduledExecutor(
            task -> {
              Thread made = new Thread(task, "sotto-ledger-tail");
              made.setDaemon(true);
              return made;
            });
  }

  /**
   * Follows what any node appends from now on.
   *
   * @param ledger the log as this node has it open
   * @param every how long to wait between two looks, above zero
   * @param listener gets each entry that opens, on the tail's thread
   * @return the tail, to be closed before the log
   */
  public static Tail of(Ledger ledger, Duration every, Consumer<Recorded> listener) {
    Tail tail = ledger.newTail(listener);
    var unused =
        tail.thread.scheduleWithFixedDelay(tail::look, 0, every.toNanos(), TimeUnit.NANOSECONDS);
    return tail;
  }

  private void look() {
    try {
      Seen begun = new Seen(System.nanoTime(), clock.instant());
      List<Entry> page;
      do {
        page = store.entries(next, PAGE);
        for (Entry entry : page) {
          tell(entry);
          next = entry.index() + 1;
        }
      } while (page.size() == PAGE);
      seen = begun;
    } catch (PrivacyException | CryptoException e) {
      LOG.log(System.Logger.Level.WARNING, "the log could not be followed: {0}", e.getMessage());
    }
  }

  private void tell(Entry entry) {
    entries
        .open(entry)
        .map(payload -> entries.recorded(entry, payload))
        .ifPresent(
            recorded -> {
              try {
                listener.accept(recorded);
              } catch (RuntimeException e) {
                LOG.log(
                    System.Logger.Level.WARNING, "a listener failed: {0}", e.getClass().getName());
              }
            });
  }

  /**
   * How old this node's knowledge of the log is: since the last read that reached its end had
   * begun, by the steady clock or the wall clock, whichever says more.
   *
   * @return zero or more
   */
  public Duration age() {
    Seen last = seen;
    Duration steady = Duration.ofNanos(Math.max(0, System.nanoTime() - last.nanos));
    Duration wall = Duration.between(last.wall, clock.instant());
    return steady.compareTo(wall) >= 0 ? steady : wall;
  }

  /** Ends the thread; what it is telling it tells to the end. */
  @Override
  public void close() {
    thread.shutdownNow();
  }
}
