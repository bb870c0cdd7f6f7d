package eu.sotto.session;

import eu.sotto.ledger.Ledger;
import eu.sotto.ledger.Tail;
import eu.sotto.store.PostgresLedgerStore;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * The other nodes of a shared store: what this one has heard of them, and they of it. Of a store
 * that nobody shares there is nothing to hear. Thread-safe.
 */
public final class Nodes implements AutoCloseable {
  /** How old this node's knowledge of the others may be; beyond that it denies. */
  static final Duration BOUND = Duration.ofSeconds(1);

  private static final Duration EVERY = Duration.ofMillis(200);
  private static final Duration MARGIN = Duration.ofMillis(500);
  private static final Duration POLL = Duration.ofMillis(10);

  private final @Nullable PostgresLedgerStore store;
  private @Nullable Tail tail;

  private Nodes(@Nullable PostgresLedgerStore store) {
    this.store = store;
  }

  /** Nobody shares the store. */
  static Nodes none() {
    return new Nodes(null);
  }

  /** The nodes of a log. */
  static Nodes of(PostgresLedgerStore store) {
    return new Nodes(store);
  }

  /**
   * Whether others may have the store open too.
   *
   * @return false for a store in a folder or in memory
   */
  public boolean shared() {
    return store != null;
  }

  /** Begins to hear of the others; before anything else is done with the store. */
  void listen(Ledger ledger, Tail.Listener listener) {
    if (store != null) {
      tail = Tail.of(ledger, EVERY, listener);
    }
  }

  /**
   * How old this node's knowledge of the others is.
   *
   * @return zero or more; zero where there are none
   */
  public Duration age() {
    return tail == null ? Duration.ZERO : tail.age();
  }

  /**
   * Whether this node knows of the others what it must to permit anything.
   *
   * @return false if its knowledge is older than the bound
   */
  public boolean fresh() {
    return age().compareTo(BOUND) <= 0;
  }

  /**
   * How many nodes there are.
   *
   * @return at least one
   */
  public int count() {
    return store == null ? 1 : Math.max(1, store.nodes().size());
  }

  /** A clock that stands at the end of time while this node does not know of the others. */
  InstantSource clock(InstantSource real) {
    return store == null ? real : () -> fresh() ? real.instant() : Instant.MAX;
  }

  /** Hears everything that is durable now; false if that took too long. */
  boolean catchUp(Duration limit) {
    return tail == null || tail.catchUp(limit);
  }

  /** Tells the others that this node has acted on everything before a place of the log. */
  void acted(long end) {
    Objects.requireNonNull(store, "store").heard(end);
  }

  /**
   * Waits until every other node has acted on everything before a place of the log. One that keeps
   * silent longer than the bound denies by itself.
   *
   * @param end the place
   * @return the ids of the nodes that kept silent
   */
  public List<String> awaitOthers(long end) {
    if (store == null) {
      return List.of();
    }
    long deadline = System.nanoTime() + BOUND.plus(EVERY).plus(MARGIN).toNanos();
    List<String> silent = silent(store, end);
    while (!silent.isEmpty() && System.nanoTime() - deadline < 0) {
      LockSupport.parkNanos(POLL.toNanos());
      silent = silent(store, end);
    }
    return silent;
  }

  private static List<String> silent(PostgresLedgerStore store, long end) {
    return store.nodes().stream()
        .filter(node -> !node.id().equals(store.node()) && node.heard() < end)
        .map(node -> HexFormat.of().formatHex(node.id().toArray()))
        .toList();
  }

  @Override
  public void close() {
    if (tail != null) {
      tail.close();
    }
  }
}
