package eu.sotto.ledger;

import eu.sotto.crypto.CryptoException;
import eu.sotto.crypto.KeyId;
import eu.sotto.store.LedgerStore;
import eu.sotto.store.LedgerStore.Entry;
import eu.sotto.vocabulary.PrivacyException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;

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
  private final Listener listener;
  private final AtomicReference<CompletableFuture<Void>> waiting =
      new AtomicReference<>(new CompletableFuture<>());
  private final ScheduledExecutorService thread;
  private volatile Seen seen;
  private long next;
  private boolean failing;

  /** Hears what was recorded, on the tail's thread. */
  @FunctionalInterface
  public interface Listener {
    /**
     * An entry that opens. One that cannot be acted on is told again, and nothing after it until it
     * was.
     *
     * @param recorded the entry
     * @param key the key that seals it
     * @throws PrivacyException if it cannot be acted on now
     */
    void heard(Recorded recorded, KeyId key);

    /**
     * Everything up to a place was told.
     *
     * @param end the place after the last entry
     * @throws PrivacyException if that cannot be acted on now
     */
    default void reached(long end) {}
  }

  /** When a read that reached the end had begun, by both clocks. */
  private record Seen(long nanos, Instant wall) {}

  Tail(LedgerStore store, Entries entries, InstantSource clock, Listener listener) {
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
  public static Tail of(Ledger ledger, Duration every, Listener listener) {
    Tail tail = ledger.newTail(listener);
    var unused =
        tail.thread.scheduleWithFixedDelay(tail::look, 0, every.toNanos(), TimeUnit.NANOSECONDS);
    return tail;
  }

  private void look() {
    CompletableFuture<Void> looked = waiting.getAndSet(new CompletableFuture<>());
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
      listener.reached(next);
      seen = begun;
      failing = false;
      looked.complete(null);
    } catch (PrivacyException | CryptoException e) {
      looked.completeExceptionally(e);
      LOG.log(
          failing ? System.Logger.Level.DEBUG : System.Logger.Level.WARNING,
          "the log could not be followed: {0}",
          e.getMessage());
      failing = true;
    }
  }

  private void tell(Entry entry) {
    entries
        .open(entry)
        .map(payload -> entries.recorded(entry, payload))
        .ifPresent(
            recorded -> {
              try {
                listener.heard(recorded, key(entry));
              } catch (PrivacyException | CryptoException e) {
                throw e;
              } catch (RuntimeException e) {
                LOG.log(
                    System.Logger.Level.WARNING, "a listener failed: {0}", e.getClass().getName());
              }
            });
  }

  private static KeyId key(Entry entry) {
    return KeyId.of(Objects.requireNonNull(entry.sealed()).key().toArray());
  }

  /**
   * Looks at once: on true, everything was told that was durable when this was called.
   *
   * @param limit how long to wait, at least zero
   * @return false if it was not told in time
   */
  public boolean catchUp(Duration limit) {
    CompletableFuture<Void> next = Objects.requireNonNull(waiting.get());
    try {
      thread.execute(this::look);
      next.get(limit.toNanos(), TimeUnit.NANOSECONDS);
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    } catch (ExecutionException
        | TimeoutException
        | java.util.concurrent.RejectedExecutionException e) {
      return false;
    }
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
