package eu.sotto.benchmarks.purpose;

import eu.sotto.benchmarks.Area;
import eu.sotto.benchmarks.Report;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.List;
import java.util.function.LongSupplier;

/**
 * Deciding beside jCasbin and asking a permit again, CPU time of one thread; a campaign by the
 * clock.
 */
public final class PurposeArea implements Area {
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private final List<Request> requests = Request.all();
  private final Sotto sotto = new Sotto();
  private final Casbin casbin = new Casbin();

  /** The area. */
  public PurposeArea() {}

  @Override
  public String name() {
    return "purpose";
  }

  @Override
  public void measure(Report report, boolean quick) throws Exception {
    report.bounded("100,000 numbers scrubbed, first of a process", ScrubProbe.seconds(), "s", 5);
    int rounds = quick ? 3_000 : 10_000;
    Sotto.Case[] cases = requests.stream().map(sotto::of).toArray(Sotto.Case[]::new);
    Request[] asked = requests.toArray(Request[]::new);
    requireAlike(cases, asked);
    double known = best(rounds, () -> permitted(cases), cases.length);
    report.bounded("decision with its reasons, facts known", known, "us CPU", 1);
    report.bounded("decision with its reasons, facts new", fresh(rounds), "us CPU", 1);
    double peer = best(rounds / 30, () -> permitted(asked), asked.length);
    report.compared(
        "decisions, 30 rules, " + asked.length + " requests",
        1 / known,
        "M/s CPU",
        "jCasbin",
        1 / peer);
    report.bounded("permit in use asked again", PermitProbe.nanos(rounds), "ns", 50);
  }

  /** Both engines answer every request as the rules in plain words do. */
  private void requireAlike(Sotto.Case[] cases, Request[] asked) {
    for (int i = 0; i < cases.length; i++) {
      boolean expected = asked[i].expected();
      if (sotto.decide(cases[i]).permitted() != expected || casbin.permits(asked[i]) != expected) {
        throw new IllegalStateException("the engines disagree about " + asked[i]);
      }
    }
  }

  private long permitted(Sotto.Case[] cases) {
    long permitted = 0;
    for (Sotto.Case one : cases) {
      permitted += sotto.decide(one).permitted() ? 1 : 0;
    }
    return permitted;
  }

  private long permitted(Request[] asked) {
    long permitted = 0;
    for (Request one : asked) {
      permitted += casbin.permits(one) ? 1 : 0;
    }
    return permitted;
  }

  /** Facts that nobody asked about before, as after each event of a call; making them is free. */
  private double fresh(int rounds) {
    double best = Double.MAX_VALUE;
    for (int round = 0; round < rounds; round++) {
      Sotto.Case[] cases = requests.stream().map(sotto::of).toArray(Sotto.Case[]::new);
      best = Math.min(best, best(1, () -> permitted(cases), cases.length));
    }
    return best;
  }

  /** The least time of one piece of work, in microseconds. */
  private static double best(int rounds, LongSupplier work, int pieces) {
    long[] nanos = new long[rounds];
    long result = 0;
    for (int round = 0; round < rounds; round++) {
      long start = THREADS.getCurrentThreadCpuTime();
      long now = work.getAsLong();
      nanos[round] = THREADS.getCurrentThreadCpuTime() - start;
      if (round > 0 && now != result) {
        throw new IllegalStateException("the work gives another result each time");
      }
      result = now;
    }
    return Arrays.stream(nanos).min().orElseThrow() / 1e3 / pieces;
  }
}
