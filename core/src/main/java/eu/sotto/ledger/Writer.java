package eu.sotto.ledger;

import eu.sotto.store.StoreException;
import eu.sotto.store.StoreException.Fault;
import eu.sotto.vocabulary.PrivacyException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The one thread that changes a log: it takes what callers left, as much as waits, and answers
 * after the force.
 */
final class Writer {
  private static final int CAPACITY = 10_000;
  private static final int MAX_BATCH = 1_000;

  private final BlockingQueue<Command> queue = new ArrayBlockingQueue<>(CAPACITY);
  private final Appender appender;
  private final Options.Timing timing;
  private final Supplier<Boolean> anchoring;
  private final Thread thread;
  private volatile boolean closed;
  private int lastBatch;
  private long unanchoredSince;
  private boolean unanchored;

  /** What callers leave for the thread. */
  private sealed interface Command permits Append, Task, End {}

  /** An event and its caller's future; a caller withdraws it unless the thread was first. */
  static final class Append implements Command {
    final Prepared event;
    final CompletableFuture<Appended> result = new CompletableFuture<>();
    private final AtomicReference<String> state = new AtomicReference<>(WAITING);

    private static final String WAITING = "waiting";
    private static final String TAKEN = "taken";
    private static final String WITHDRAWN = "withdrawn";

    Append(Prepared event) {
      this.event = event;
    }

    boolean withdraw() {
      return state.compareAndSet(WAITING, WITHDRAWN);
    }

    private boolean take() {
      return state.compareAndSet(WAITING, TAKEN);
    }
  }

  private record Task(Runnable work) implements Command {}

  private record End() implements Command {}

  /**
   * Starts the thread.
   *
   * @param anchoring anchors the log; false to be called again later
   */
  Writer(String name, Appender appender, Options.Timing timing, Supplier<Boolean> anchoring) {
    this.appender = appender;
    this.timing = timing;
    this.anchoring = anchoring;
    this.thread = new Thread(this::run, name);
    thread.setDaemon(true);
    thread.start();
  }

  Append submit(Prepared event) {
    Append append = new Append(event);
    if (!offer(append) || (hasEnded() && append.withdraw())) {
      append.result.completeExceptionally(refusal());
    }
    return append;
  }

  /** Runs work between two batches and hands back its result. */
  <T> CompletableFuture<T> between(Supplier<T> work) {
    CompletableFuture<T> result = new CompletableFuture<>();
    Task task =
        new Task(
            () -> {
              try {
                result.complete(work.get());
              } catch (RuntimeException e) {
                result.completeExceptionally(e);
              }
            });
    if (!offer(task) || hasEnded()) {
      result.completeExceptionally(refusal());
    }
    return result;
  }

  private boolean offer(Command command) {
    return !closed && queue.offer(command);
  }

  /** Then nobody takes what was offered at the same moment. */
  private boolean hasEnded() {
    return closed && !thread.isAlive();
  }

  private StoreException refusal() {
    return new StoreException(closed ? Fault.CLOSED : Fault.BUSY, "the log", null);
  }

  private void run() {
    try {
      boolean running = true;
      while (running) {
        Command command = next();
        if (command == null) {
          anchor();
        } else {
          running = handle(command);
        }
      }
      anchor();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      refuseTheRest();
    }
  }

  private @Nullable Command next() throws InterruptedException {
    if (!unanchored) {
      return queue.take();
    }
    long left = timing.anchorEvery().toNanos() - (System.nanoTime() - unanchoredSince);
    return left <= 0 ? null : queue.poll(left, TimeUnit.NANOSECONDS);
  }

  /** Returns whether to go on. */
  private boolean handle(Command first) throws InterruptedException {
    List<Append> batch = new ArrayList<>();
    Command command = first;
    while (command instanceof Append append) {
      batch.add(append);
      command = batch.size() < MAX_BATCH ? another(batch.size()) : null;
    }
    lastBatch = batch.size();
    append(batch);
    if (command instanceof Task task) {
      task.work.run();
    }
    return !(command instanceof End);
  }

  /** What waits; or what comes within the linger, if so many came together the last time. */
  private @Nullable Command another(int taken) throws InterruptedException {
    Command waiting = queue.poll();
    if (waiting != null || taken >= lastBatch) {
      return waiting;
    }
    return queue.poll(timing.linger().toNanos(), TimeUnit.NANOSECONDS);
  }

  private void append(List<Append> batch) {
    List<Append> taken = batch.stream().filter(Append::take).toList();
    if (taken.isEmpty()) {
      return;
    }
    try {
      List<Appender.Outcome> outcomes =
          appender.append(taken.stream().map(append -> append.event).toList());
      for (int i = 0; i < taken.size(); i++) {
        CompletableFuture<Appended> result = taken.get(i).result;
        outcomes.get(i).appended().ifPresent(result::complete);
        outcomes.get(i).refusal().ifPresent(result::completeExceptionally);
      }
      markUnanchored();
    } catch (PrivacyException e) {
      taken.forEach(append -> append.result.completeExceptionally(e));
    } catch (RuntimeException | Error e) {
      taken.forEach(append -> append.result.completeExceptionally(unavailable(e)));
    }
  }

  private static StoreException unavailable(Throwable cause) {
    return new StoreException(Fault.OUTCOME_UNKNOWN, "the log", cause);
  }

  private void markUnanchored() {
    if (!unanchored) {
      unanchored = true;
      unanchoredSince = System.nanoTime();
    }
  }

  private void anchor() {
    if (unanchored) {
      unanchored = !anchoring.get();
      unanchoredSince = System.nanoTime();
    }
  }

  private void refuseTheRest() {
    closed = true;
    for (Command command = queue.poll(); command != null; command = queue.poll()) {
      if (command instanceof Append append) {
        append.result.completeExceptionally(refusal());
      } else if (command instanceof Task task) {
        // Its result is refused by whoever asks again; running it keeps its caller from waiting.
        task.work.run();
      }
    }
  }

  /** Ends the thread without anchoring: what this log is was not settled. */
  void abandon() {
    closed = true;
    thread.interrupt();
  }

  /** Lets the thread finish what waits, and ends it. */
  void close(Duration deadline) {
    boolean first = !closed;
    closed = true;
    try {
      if (first) {
        boolean told = queue.offer(new End(), deadline.toMillis(), TimeUnit.MILLISECONDS);
        if (!told) {
          thread.interrupt();
        }
      }
      thread.join(deadline.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
