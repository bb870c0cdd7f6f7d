package eu.sotto.benchmarks.redaction;

import eu.sotto.redaction.RedactionPolicy;
import eu.sotto.redaction.Redactor;
import eu.sotto.redaction.Transcript;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;

/** The first redaction of a fresh virtual machine: how long it takes and what stays in memory. */
public final class FreshStart {
  private static final String SAID = "mein name ist sabine wolf";

  private FreshStart() {}

  /** Milliseconds until the first call is redacted, and megabytes of heap that stay. */
  record Cost(double ms, double megabytes) {}

  /**
   * Prints both figures of this virtual machine.
   *
   * @param args not used
   */
  public static void main(String[] args) {
    long before = used();
    long start = System.nanoTime();
    Redactor redactor = Redactor.of(RedactionPolicy.full());
    int found = redactor.redact(Transcript.ofText(Locale.GERMAN, SAID)).findings().size();
    double ms = (System.nanoTime() - start) / 1e6;
    double megabytes = (used() - before) / 1e6;
    System.out.println((found == 1 ? ms : Double.NaN) + " " + megabytes);
  }

  private static long used() {
    Runtime runtime = Runtime.getRuntime();
    for (int i = 0; i < 4; i++) {
      System.gc();
    }
    return runtime.totalMemory() - runtime.freeMemory();
  }

  static Cost measure() throws IOException {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    String path = System.getProperty("java.class.path");
    Process process =
        new ProcessBuilder(java, "-cp", path, FreshStart.class.getName())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    byte[] answer = process.getInputStream().readAllBytes();
    String[] words = new String(answer, StandardCharsets.UTF_8).strip().split(" ", -1);
    return new Cost(Double.parseDouble(words[0]), Double.parseDouble(words[1]));
  }
}
