package eu.sotto.benchmarks.redaction;

import eu.sotto.benchmarks.Area;
import eu.sotto.benchmarks.Report;
import eu.sotto.redaction.RedactionPolicy;
import eu.sotto.redaction.RedactionStream;
import eu.sotto.redaction.Redactor;
import eu.sotto.redaction.Transcript;
import eu.sotto.redaction.Turn;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The redactor beside the bounds that it is held to; one thread, profile full. */
public final class RedactionArea implements Area {
  private static final int MEGABYTE = 1_000_000;
  private static final int HOSTILE = 16_000;
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private final Redactor redactor = Redactor.of(RedactionPolicy.full());

  /** The area. */
  public RedactionArea() {}

  @Override
  public String name() {
    return "redaction";
  }

  @Override
  public List<String> parts() {
    return List.of("throughput", "latency", "hostile", "growth", "start");
  }

  @Override
  public void measure(Report report, boolean quick) throws Exception {
    if (report.wants("throughput")) {
      throughput(report, quick);
    }
    if (report.wants("latency")) {
      latency(report, quick);
    }
    if (report.wants("hostile")) {
      hostile(report, quick);
    }
    if (report.wants("growth")) {
      growth(report, quick);
    }
    if (report.wants("start")) {
      start(report);
    }
  }

  /** Processor time of this thread, best round of several, so that other work tells less. */
  private void throughput(Report report, boolean quick) {
    List<Transcript> calls = SpokenCalls.of(1000);
    long once = SpokenCalls.bytes(calls);
    repeat(calls, Math.max(1, (quick ? 20L : 60L) * MEGABYTE / once));
    long least = (quick ? 20L : 50L) * MEGABYTE;
    long most = (quick ? 12L : 40L) * 1_000_000_000;
    long begun = System.nanoTime();
    long done = 0;
    double best = 0;
    while (done < least || (done < 4 * least && System.nanoTime() - begun < most)) {
      long start = THREADS.getCurrentThreadCpuTime();
      repeat(calls, 1);
      double seconds = (THREADS.getCurrentThreadCpuTime() - start) / 1e9;
      best = Math.max(best, once / seconds / MEGABYTE);
      done += once;
    }
    double wall = done / ((System.nanoTime() - begun) / 1e9) / MEGABYTE;
    String size = String.format(Locale.ROOT, " (%.0f MB%s)", done / 1e6, quick ? ", quick" : "");
    report.bounded("throughput, spoken German, best round" + size, best, "MB/s", 20);
    report.bounded("throughput, spoken German, by the clock" + size, wall, "MB/s", 20);
  }

  private void repeat(List<Transcript> calls, long rounds) {
    long found = 0;
    for (long i = 0; i < rounds; i++) {
      for (Transcript call : calls) {
        found += redactor.redact(call).findings().size();
      }
    }
    if (found == 0) {
      throw new IllegalStateException("nothing was found");
    }
  }

  private void latency(Report report, boolean quick) {
    List<Transcript> calls = SpokenCalls.of(quick ? 1000 : 3000);
    words(calls);
    long[] nanos = words(calls);
    Arrays.sort(nanos);
    String size = " (" + nanos.length + " words)";
    double p99 = nanos[(int) (nanos.length * 0.99)] / 1e3;
    report.bounded("streaming latency per word, p99" + size, p99, "µs", 50);
  }

  /** What each pushed word costs; the end of a turn is counted to its last word. */
  private long[] words(List<Transcript> calls) {
    long[] nanos = new long[1 << 12];
    int count = 0;
    for (Transcript call : calls) {
      RedactionStream stream = redactor.stream();
      for (Turn turn : call.turns()) {
        String[] words = turn.text().split(" ", -1);
        for (int i = 0; i < words.length; i++) {
          String word = words[i] + " ";
          long start = System.nanoTime();
          stream.push(turn.role(), word);
          if (i == words.length - 1) {
            stream.endTurn();
          }
          if (count == nanos.length) {
            nanos = Arrays.copyOf(nanos, 2 * count);
          }
          nanos[count++] = System.nanoTime() - start;
        }
      }
    }
    return Arrays.copyOf(nanos, count);
  }

  private void hostile(Report report, boolean quick) {
    List<String> texts = HostileText.all(HOSTILE);
    double worst = 0;
    for (int i = 0; i < texts.size(); i++) {
      worst = Math.max(worst, best(texts.get(i), quick ? 4 : 12));
    }
    String size = " (" + texts.size() + " texts of 16,000 characters)";
    report.bounded("hostile text, the slowest" + size, worst / 1e6, "ms", 10);
  }

  /** The best time of several for one text, so that what else the machine does tells less. */
  private double best(String text, int times) {
    Transcript call = Transcript.ofText(Locale.ROOT, text);
    double best = Double.MAX_VALUE;
    for (int i = 0; i < times; i++) {
      long start = System.nanoTime();
      redactor.redact(call);
      best = Math.min(best, (double) (System.nanoTime() - start));
    }
    return best;
  }

  private void growth(Report report, boolean quick) {
    int most = quick ? 250_000 : 1_000_000;
    double worst = 0;
    for (String unit : HostileText.UNITS) {
      double half = best(unit.repeat(most / 2 / unit.length()), 5);
      double whole = best(unit.repeat(most / unit.length()), 5);
      worst = Math.max(worst, whole / half);
    }
    report.bounded("growth t(2n)/t(n), the worst of 35, 2n = " + most, worst, "times", 2.3);
  }

  private static void start(Report report) throws IOException {
    FreshStart.Cost first = FreshStart.measure();
    for (int i = 0; i < 2; i++) {
      FreshStart.Cost again = FreshStart.measure();
      first = again.ms() < first.ms() ? again : first;
    }
    report.bounded("first redaction in a fresh virtual machine, best of 3", first.ms(), "ms", 300);
    report.bounded("heap of all dictionaries", first.megabytes(), "MB", 60);
  }
}
