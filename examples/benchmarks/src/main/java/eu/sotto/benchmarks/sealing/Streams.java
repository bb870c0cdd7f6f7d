package eu.sotto.benchmarks.sealing;

import eu.sotto.benchmarks.Report;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Streams and ranges, measured in a process of its own with a small heap. */
final class Streams {
  private Streams() {}

  static void measure(Report report, boolean quick) throws Exception {
    int mib = quick ? 32 : 256;
    Map<String, Double> found = probe(mib, quick);
    String name = mib + " MiB stream in a 96 MiB heap, ";
    double megabytes = mib * 1.048576;
    for (String verb : List.of("seal", "open")) {
      double ours = megabytes / value(found, "ours." + verb);
      double aws = megabytes / value(found, "aws." + verb);
      report.compared(name + verb, ours, "MB/s", "AWS Encryption SDK", aws);
    }
    double sealing = value(found, "ours.seal.allocated") / 1e6;
    double opening = value(found, "ours.open.allocated") / 1e6;
    report.bounded(name + "allocated sealing", sealing, "MB", 20);
    report.bounded(name + "allocated opening", opening, "MB", 20);
    report.bounded(name + "allocated in all", sealing + opening, "MB", 20);
    double ours = value(found, "ours.read");
    String read = "4 KiB read at random in " + mib + " MiB";
    report.compared(read, ours, "us", "Tink 4 KiB segments", value(found, "tink.read"));
    report.bounded(read, ours, "us", 15);
  }

  private static double value(Map<String, Double> found, String name) {
    return found.getOrDefault(name, Double.NaN);
  }

  private static Map<String, Double> probe(int mib, boolean quick)
      throws IOException, InterruptedException {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    Process process =
        new ProcessBuilder(
                java,
                "-Xmx96m",
                "-cp",
                System.getProperty("java.class.path"),
                StreamProbe.class.getName(),
                Integer.toString(mib),
                Boolean.toString(quick))
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    Map<String, Double> found = new HashMap<>();
    try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        String[] parts = line.split("\t", -1);
        if (parts.length == 2) {
          found.put(parts[0], Double.valueOf(parts[1]));
        }
      }
    }
    if (process.waitFor() != 0) {
      throw new IOException("the process with a small heap failed");
    }
    return found;
  }
}
