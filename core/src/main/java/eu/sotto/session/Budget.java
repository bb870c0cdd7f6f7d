package eu.sotto.session;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.ReentrantLock;

/** What is left of the time that one decision may take, however many waits it has. */
final class Budget {
  private final long end;

  private Budget(long end) {
    this.end = end;
  }

  static Budget of(Duration deadline) {
    return new Budget(System.nanoTime() + deadline.toNanos());
  }

  Duration remaining() {
    return Duration.ofNanos(left());
  }

  private long left() {
    return Math.max(0, end - System.nanoTime());
  }

  /** Takes the lock within the time that is left. */
  boolean take(ReentrantLock lock) {
    try {
      return lock.tryLock(left(), TimeUnit.NANOSECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /** Whether the future ended in time, well or badly. */
  boolean ended(CompletableFuture<?> future) {
    try {
      future.get(left(), TimeUnit.NANOSECONDS);
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    } catch (TimeoutException e) {
      return false;
    } catch (ExecutionException e) {
      return true;
    }
  }

  /** Whether the future ended well in time. */
  boolean succeeded(CompletableFuture<?> future) {
    return ended(future) && !future.isCompletedExceptionally();
  }
}
