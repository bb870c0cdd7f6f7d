package eu.sotto.benchmarks.retention;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Arrays;

/**
 * Times several pieces of work in turn, so that what disturbs the machine disturbs all alike; the
 * median of the rounds counts, in CPU time of this thread.
 */
final class Rounds {
  /** Work that returns a number that depends on all of it, the same each time. */
  interface Work {
    long run();
  }

  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  private final int warmUp;
  private final int rounds;

  Rounds(int warmUp, int rounds) {
    this.warmUp = warmUp;
    this.rounds = rounds;
  }

  /** The median of each work's CPU time, in nanoseconds. */
  double[] medians(Work... works) {
    long[][] times = new long[works.length][rounds];
    long[] results = Arrays.stream(works).mapToLong(Work::run).toArray();
    for (int round = -warmUp; round < rounds; round++) {
      for (int i = 0; i < works.length; i++) {
        long start = THREADS.getCurrentThreadCpuTime();
        requireSame(results[i], works[i].run());
        if (round >= 0) {
          times[i][round] = THREADS.getCurrentThreadCpuTime() - start;
        }
      }
    }
    return Arrays.stream(times).mapToDouble(Rounds::median).toArray();
  }

  /** What one run allocates, in bytes. */
  static long allocated(Work work) {
    long result = work.run();
    long before = THREADS.getCurrentThreadAllocatedBytes();
    requireSame(result, work.run());
    return THREADS.getCurrentThreadAllocatedBytes() - before;
  }

  private static void requireSame(long first, long now) {
    if (first != now) {
      throw new IllegalStateException("the work gives another result each time");
    }
  }

  private static double median(long[] times) {
    long[] sorted = times.clone();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }
}
