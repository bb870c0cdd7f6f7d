package eu.sotto.benchmarks.ledger;

import eu.sotto.ledger.Event;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.LongAdder;

/** Threads that append and wait, one event after the other, in a JVM of their own if counted. */
final class AppendProbe {
  private static final Duration LONG = Duration.ofSeconds(60);

  private AppendProbe() {}

  /** Appends per second, and the middle of the waits of the first thread in nanoseconds. */
  record Result(long appends, double perSecond, double medianNanos) {}

  static Result run(Path folder, int threads, Duration warmUp, Duration length)
      throws InterruptedException {
    try (Rig rig = new Rig(folder)) {
      loop(rig, threads, warmUp, 0);
      return loop(rig, threads, length, 1L << 32);
    }
  }

  private static Result loop(Rig rig, int threads, Duration length, long first)
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
                  Event event = rig.event(thread, i);
                  long before = System.nanoTime();
                  rig.ledger.append(event, LONG);
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
    return new Result(appends.sum(), appends.sum() / seconds, median);
  }

  /**
   * Prints how many appends were made.
   *
   * @param args folder, threads, milliseconds
   * @throws InterruptedException if interrupted
   */
  public static void main(String[] args) throws InterruptedException {
    Duration length = Duration.ofMillis(Long.parseLong(args[2]));
    try (Rig rig = new Rig(Path.of(args[0]))) {
      System.out.println("begin");
      System.out.println(loop(rig, Integer.parseInt(args[1]), length, 0).appends());
    }
  }
}
