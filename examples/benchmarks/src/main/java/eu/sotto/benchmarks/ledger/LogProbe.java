package eu.sotto.benchmarks.ledger;

import eu.sotto.ledger.Verification;
import java.nio.file.Path;

/** Opens and checks a log, in a heap as small as its JVM was given. */
final class LogProbe {
  private LogProbe() {}

  /**
   * Prints seconds to open with vault and new subjects, entries checked per second in a second
   * pass, and how many payloads were opened.
   *
   * @param args folder, whether to open payloads
   */
  public static void main(String[] args) {
    long start = System.nanoTime();
    try (Rig rig = new Rig(Path.of(args[0]))) {
      double open = (System.nanoTime() - start) / 1e9;
      boolean payloads = Boolean.parseBoolean(args[1]);
      rig.ledger.verify(payloads);
      start = System.nanoTime();
      Verification check = rig.ledger.verify(payloads);
      double seconds = (System.nanoTime() - start) / 1e9;
      if (!check.intact()) {
        throw new IllegalStateException("the log is not intact: " + check.firstBad());
      }
      System.out.println(open + " " + check.entries() / seconds + " " + check.opened());
    }
  }
}
