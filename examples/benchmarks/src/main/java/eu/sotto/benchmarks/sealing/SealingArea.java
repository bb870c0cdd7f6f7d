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
  public void measure(Report report, boolean quick) throws Exception {
    messages(report, quick);
    Steady.measure(report, quick);
    Streams.measure(report, quick);
    Trees.measure(report, quick);
  }

  private static void messages(Report report, boolean quick) throws RunnerException {
    Map<String, Double> small = run(quick, KIB, "sotto|envelope");
    for (String verb : List.of("Seal", "Open")) {
      double ours = small.getOrDefault("sotto" + verb, Double.NaN);
      double peer = small.getOrDefault("envelope" + verb, Double.NaN);
      report.compared("1 KiB " + verb + " time", ours, "ns", "Tink KmsEnvelopeAead", peer);
    }
    for (int size : new int[] {64 * KIB, 16 * MIB}) {
      Map<String, Double> large = run(quick, size, "sotto|tink|jca");
      String name = size < MIB ? size / KIB + " KiB " : size / MIB + " MiB ";
      for (String verb : List.of("Seal", "Open")) {
        double ours = size * 1e3 / large.getOrDefault("sotto" + verb, Double.NaN);
        double tink = size * 1e3 / large.getOrDefault("tink" + verb, Double.NaN);
        double jca = size * 1e3 / large.getOrDefault("jca" + verb, Double.NaN);
        report.compared(name + verb + " throughput", ours, "MB/s", "Tink AES256_GCM", tink);
        report.compared(name + verb + " throughput", ours, "MB/s", "JCA AES-256-GCM", jca);
      }
    }
  }

  private static Map<String, Double> run(boolean quick, int size, String who)
      throws RunnerException {
    TimeValue time = TimeValue.milliseconds(quick ? 400 : 2_000);
    List<RunResult> results =
        new ArrayList<>(
            new Runner(
                    new OptionsBuilder()
                        .include(MessageBenchmark.class.getName() + "\\.(" + who + ")")
                        .param("size", Integer.toString(size))
                        .forks(0)
                        .warmupIterations(quick ? 2 : 4)
                        .warmupTime(time)
                        .measurementIterations(quick ? 2 : 5)
                        .measurementTime(time)
                        .verbosity(VerboseMode.SILENT)
                        .build())
                .run());
    Map<String, Double> scores = new HashMap<>();
    for (RunResult result : results) {
      String label = result.getPrimaryResult().getLabel();
      scores.put(label, result.getPrimaryResult().getScore());
    }
    return scores;
  }
}
