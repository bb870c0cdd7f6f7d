package eu.sotto.benchmarks.sealing;

import eu.sotto.benchmarks.Area;
import eu.sotto.benchmarks.Report;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Sealing and opening beside Tink, the AWS Encryption SDK and the platform's bare cipher. */
public final class SealingArea implements Area {
  private static final int KIB = 1 << 10;
  private static final int MIB = 1 << 20;

  /** The area. */
  public SealingArea() {}

  @Override
  public String name() {
    return "sealing";
  }

  @Override
  public List<String> parts() {
    return List.of("small", "medium", "large", "steady", "streams", "trees");
  }

  @Override
  public void measure(Report report, boolean quick) throws Exception {
    if (report.wants("small")) {
      small(report, quick);
    }
    if (report.wants("medium")) {
      throughput(report, quick, 64 * KIB, "64 KiB ");
    }
    if (report.wants("large")) {
      throughput(report, quick, 16 * MIB, "16 MiB ");
    }
    if (report.wants("steady")) {
      Steady.measure(report, quick);
    }
    if (report.wants("streams")) {
      Streams.measure(report, quick);
    }
    if (report.wants("trees")) {
      Trees.measure(report, quick);
    }
  }

  private static void small(Report report, boolean quick) throws RunnerException {
    Map<String, Double> small = run(quick, KIB, "sotto|envelope");
    for (String verb : List.of("Seal", "Open")) {
      double ours = small.getOrDefault("sotto" + verb, Double.NaN);
      double peer = small.getOrDefault("envelope" + verb, Double.NaN);
      report.compared("1 KiB " + verb + " time", ours, "ns", "Tink KmsEnvelopeAead", peer);
    }
  }

  private static void throughput(Report report, boolean quick, int size, String name)
      throws RunnerException {
    Map<String, Double> times = run(quick, size, "sotto|buffer|tink|jca");
    for (String verb : List.of("Seal", "Open")) {
      double tink = size * 1e3 / times.getOrDefault("tink" + verb, Double.NaN);
      double jca = size * 1e3 / times.getOrDefault("jca" + verb, Double.NaN);
      double fresh = size * 1e3 / times.getOrDefault("sotto" + verb, Double.NaN);
      double buffer = size * 1e3 / times.getOrDefault("buffer" + verb, Double.NaN);
      report.compared(name + verb + ", new array", fresh, "MB/s", "Tink AES256_GCM", tink);
      report.compared(name + verb + ", new array", fresh, "MB/s", "JCA AES-256-GCM", jca);
      report.compared(name + verb + ", given buffer", buffer, "MB/s", "Tink AES256_GCM", tink);
      report.compared(name + verb + ", given buffer", buffer, "MB/s", "JCA AES-256-GCM", jca);
    }
  }

  /** Longer for what is made of many small methods, which are compiled late. */
  private static long warmUp(boolean quick, int size) {
    if (size == KIB) {
      return quick ? 600 : 4_000;
    }
    return size < MIB ? (quick ? 200 : 2_500) : (quick ? 150 : 500);
  }

  /** The best iteration of each, so that what else the machine does tells less. */
  private static Map<String, Double> run(boolean quick, int size, String who)
      throws RunnerException {
    List<RunResult> results =
        new ArrayList<>(
            new Runner(
                    new OptionsBuilder()
                        .include(MessageBenchmark.class.getName() + "\\.(" + who + ")")
                        .param("size", Integer.toString(size))
                        .forks(0)
                        .warmupIterations(3)
                        .warmupTime(TimeValue.milliseconds(warmUp(quick, size)))
                        .measurementIterations(quick ? 4 : 10)
                        .measurementTime(TimeValue.milliseconds(quick ? 80 : 200))
                        .verbosity(VerboseMode.SILENT)
                        .build())
                .run());
    Map<String, Double> scores = new HashMap<>();
    for (RunResult result : results) {
      String label = result.getPrimaryResult().getLabel();
      scores.put(label, result.getPrimaryResult().getStatistics().getMin());
    }
    return scores;
  }
}
