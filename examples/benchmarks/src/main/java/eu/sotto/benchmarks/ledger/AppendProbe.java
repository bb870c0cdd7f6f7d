package eu.sotto.benchmarks.ledger;

import eu.sotto.ledger.Event;
import eu.sotto.ledger.Ledger;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.LongAdder;

/** Threads that append and wait, one event after the other. */
final class AppendProbe {
  private static final Duration LONG = Duration.ofSeconds(60);

  private AppendProbe() {}

  /**
   * What came out.
   *
   * @param perSecond appends per second
   * @param medianNanos the middle of the waits of the first thread
   */
  record Result(double perSecond, double medianNanos) {}

  /** The second half of the time is measured. */
  static Result run(Ledger ledger, Rig.Subjects subjects, int threads, Duration length)
      throws InterruptedException {
    Duration half = length.dividedBy(2);
    loop(ledger, subjects, threads, half, 0);
    return loop(ledger, subjects, threads, half, 1L << 32);
  }

  private static Result loop(
      Ledger ledger, Rig.Subjects subjects, int threads, Duration length, long first)
      throws InterruptedException {
    LongAdder appends = new LongAdder();
    List<Long> waits = new ArrayList<>();
    CountDownLatch done = new CountDownLatch(threads);
    long start = System.nanoTime();
    long end = start + length.toNanos();
    for (int t = 0; t < threads; t++) {
      int thread = t;
      new Thread(
              () -> {
                for (long i = first; System.nanoTime() < end; i++) {
                  Event event = subjects.event(thread, i);
                  long before = System.nanoTime();
                  ledger.append(event, LONG);
                  if (thread == 0) {
                    waits.add(System.nanoTime() - before);
                  }
                  appends.increment();
                }
                done.countDown();
              })
          .start();
    }
    done.await();
    double seconds = (System.nanoTime() - start) / 1e9;
    long[] sorted = waits.stream().mapToLong(Long::longValue).sorted().toArray();
    double median = sorted.length == 0 ? Double.NaN : sorted[sorted.length / 2];
    return new Result(appends.sum() / seconds, median);
  }

  /**
   * Prints appends per second, the median wait in nanoseconds, and all appends.
   *
   * @param args folder, threads, milliseconds
   * @throws InterruptedException if interrupted
   */
  public static void main(String[] args) throws InterruptedException {
    Duration length = Duration.ofMillis(Long.parseLong(args[2]));
    try (Rig rig = new Rig(Path.of(args[0]))) {
      Result result = run(rig.ledger, rig.subjects, Integer.parseInt(args[1]), length);
      System.out.println(result.perSecond() + " " + result.medianNanos() + " " + rig.ledger.size());
    }
  }
}
