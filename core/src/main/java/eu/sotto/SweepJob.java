package eu.sotto;

import eu.sotto.records.SweepReport;
import eu.sotto.session.Engine;
import eu.sotto.session.Sweeping;
import eu.sotto.vocabulary.PrivacyException;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Sweeps for a host's own scheduler: one runner at a time on the store, whatever the number of
 * nodes and threads, at intervals that differ a little, so that nodes started at once do not sweep
 * at once. Thread-safe; it starts no thread.
 */
public final class SweepJob implements AutoCloseable {
  private static final String NAME = "sweep";
  private static final double JITTER = 0.1;

  private final Engine engine;
  private final Duration every;
  private final AtomicReference<@Nullable ScheduledFuture<?>> next = new AtomicReference<>();
  private volatile boolean closed;

  SweepJob(Engine engine, Duration every) {
    if (every.compareTo(Duration.ofSeconds(1)) < 0 || every.compareTo(Duration.ofDays(31)) > 0) {
      throw new IllegalArgumentException("every must be one second to 31 days");
    }
    this.engine = engine;
    this.every = every;
  }

  /**
   * Plans and executes a sweep now, unless somebody else on this store does.
   *
   * @return what was done, or empty if another runner was at it
   * @throws PrivacyException if the store failed; what was not done is planned again next time
   */
  public Optional<SweepReport> run() {
    var report = new AtomicReference<@Nullable SweepReport>();
    boolean ran = alone(() -> report.set(Sweeping.execute(engine, Sweeping.plan(engine))));
    return ran ? Optional.ofNullable(report.get()) : Optional.empty();
  }

  boolean alone(Runnable work) {
    return engine.records().alone(NAME, work);
  }

  /**
   * How long to wait until the next run.
   *
   * @return the interval, up to a tenth shorter or longer at random
   */
  public Duration delay() {
    double factor = 1 + JITTER * (2 * ThreadLocalRandom.current().nextDouble() - 1);
    return Duration.ofMillis(Math.round(every.toMillis() * factor));
  }

  /**
   * Runs on a scheduler from now on; a run that fails is followed by the next one.
   *
   * @param scheduler the host's; it stays the host's
   * @return this job, which ends with {@link #close()}
   */
  public SweepJob on(ScheduledExecutorService scheduler) {
    Objects.requireNonNull(scheduler, "scheduler");
    next.set(scheduler.schedule(() -> again(scheduler), delay().toMillis(), TimeUnit.MILLISECONDS));
    return this;
  }

  private void again(ScheduledExecutorService scheduler) {
    try {
      if (!closed) {
        run();
      }
    } catch (PrivacyException | IllegalStateException e) {
      System.getLogger("eu.sotto")
          .log(System.Logger.Level.WARNING, "A sweep failed: {0}", e.getClass().getName());
    } finally {
      if (!closed && !scheduler.isShutdown()) {
        on(scheduler);
      }
    }
  }

  /** Runs no more; a run that is under way ends as it would. */
  @Override
  public void close() {
    closed = true;
    ScheduledFuture<?> waiting = next.get();
    if (waiting != null) {
      waiting.cancel(false);
    }
  }
}
