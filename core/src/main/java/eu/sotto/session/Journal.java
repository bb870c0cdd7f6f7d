package eu.sotto.session;

import eu.sotto.ledger.Appended;
import eu.sotto.ledger.Event;
import eu.sotto.ledger.EventRefused;
import eu.sotto.ledger.Ledger;
import eu.sotto.vocabulary.PrivacyException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The way into the ledger. What permits must be durable first: {@link #record} waits or throws.
 * What restricts has acted already: {@link #recordEffect} never throws, and what could not be
 * stored is tried again, before the next decision and by a timer. Thread-safe.
 */
public final class Journal {
  private static final System.Logger LOG = System.getLogger("eu.sotto.session");

  private final Ledger ledger;
  private final Duration deadline;
  private final ReentrantLock lock = new ReentrantLock();
  private final Deque<Event> owed = new ArrayDeque<>();
  private volatile int owing;

  Journal(Ledger ledger, Duration deadline) {
    this.ledger = ledger;
    this.deadline = deadline;
  }

  /**
   * The ledger itself, for reading.
   *
   * @return the ledger
   */
  public Ledger ledger() {
    return ledger;
  }

  Duration deadline() {
    return deadline;
  }

  /**
   * Appends and waits until the event is durable.
   *
   * @param event the event
   * @return where it is recorded
   * @throws PrivacyException if it is not durable within the deadline
   */
  public Appended record(Event event) {
    return ledger.append(event, deadline);
  }

  /** Hands in what opens nothing and closes nothing: nobody waits for it. */
  void note(Event event) {
    var unused =
        ledger
            .submit(event)
            .exceptionally(
                e -> {
                  LOG.log(System.Logger.Level.DEBUG, "Not recorded: {0}", kind(event));
                  throw new CompletionException(e);
                });
  }

  /** Appends without waiting. */
  CompletableFuture<Appended> submit(Event event) {
    return ledger.submit(event);
  }

  /**
   * Records what has already acted.
   *
   * @param event the event; it needs an idempotency key, since it may be tried again
   * @return where it is recorded, or empty if it is owed or its subject was erased meanwhile
   */
  public Optional<Appended> recordEffect(Event event) {
    if (event.idempotencyKey().isEmpty()) {
      throw new IllegalArgumentException("an owed event needs an idempotency key");
    }
    try {
      return Optional.of(ledger.append(event, deadline));
    } catch (EventRefused e) {
      LOG.log(System.Logger.Level.DEBUG, "The subject of an effect was erased: {0}", kind(event));
      return Optional.empty();
    } catch (PrivacyException e) {
      LOG.log(System.Logger.Level.WARNING, "An effect could not be recorded yet: {0}", kind(event));
      owe(event);
      return Optional.empty();
    }
  }

  /** Whether nothing is owed to the ledger. */
  boolean settled() {
    return owing == 0;
  }

  private void owe(Event event) {
    lock.lock();
    try {
      owed.add(event);
      owing = owed.size();
    } finally {
      lock.unlock();
    }
  }

  /**
   * Tries once more to record what is owed, in order; stops at the first that fails.
   *
   * @return whether nothing is owed any more
   */
  boolean settle(Budget budget) {
    if (!budget.take(lock)) {
      return false;
    }
    try {
      while (!owed.isEmpty()) {
        CompletableFuture<Appended> outcome = ledger.submit(owed.getFirst());
        if (!budget.succeeded(outcome) && !refused(outcome)) {
          return false;
        }
        owed.removeFirst();
        owing = owed.size();
      }
      return true;
    } finally {
      lock.unlock();
    }
  }

  /** Whether it can never be recorded, because the subject's key is destroyed. */
  private static boolean refused(CompletableFuture<Appended> outcome) {
    return outcome.isCompletedExceptionally()
        && outcome.handle((done, e) -> e instanceof EventRefused).getNow(false);
  }

  private static String kind(Event event) {
    return event.kind().name();
  }
}
