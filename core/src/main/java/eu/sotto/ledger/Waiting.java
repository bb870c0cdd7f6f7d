package eu.sotto.ledger;

import eu.sotto.store.StoreException;
import eu.sotto.store.StoreException.Fault;
import eu.sotto.vocabulary.PrivacyException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** Callers waiting for the writer's thread. */
final class Waiting {
  private static final Duration TASK = Duration.ofMinutes(10);

  private Waiting() {}

  static Appended forAppend(Writer.Append append, Duration deadline) {
    try {
      return append.result.get(deadline.toNanos(), TimeUnit.NANOSECONDS);
    } catch (TimeoutException e) {
      throw new AppendTimedOut(!append.withdraw());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AppendTimedOut(!append.withdraw());
    } catch (ExecutionException e) {
      throw rethrown(e.getCause());
    }
  }

  static <T> T forTask(CompletableFuture<T> result) {
    try {
      return result.get(TASK.toNanos(), TimeUnit.NANOSECONDS);
    } catch (ExecutionException e) {
      throw rethrown(e.getCause());
    } catch (TimeoutException e) {
      throw new StoreException(Fault.BUSY, "the log", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StoreException(Fault.BUSY, "the log", e);
    }
  }

  static RuntimeException rethrown(@Nullable Throwable cause) {
    if (cause instanceof PrivacyException fault) {
      return fault;
    }
    if (cause instanceof IllegalStateException mistake) {
      return mistake;
    }
    return new StoreException(Fault.UNAVAILABLE, "the log", cause);
  }
}
