package eu.sotto.benchmarks.sealing;

import eu.sotto.benchmarks.Report;
import eu.sotto.crypto.Destruction;
import eu.sotto.crypto.KeyId;
import eu.sotto.crypto.KeyKind;
import eu.sotto.crypto.RootKey;
import eu.sotto.crypto.Rotation;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Destroying one subject of very many, and wrapping every key anew. */
final class Trees {
  private Trees() {}

  static void measure(Report report, boolean quick) throws Exception {
    int subjects = quick ? 50_000 : 1_000_000;
    try (Ours ours = new Ours()) {
      List<KeyId> some = new ArrayList<>();
      for (int made = 0; made < subjects; made += 250) {
        some.add(ours.vault.createAll(Collections.nCopies(250, KeyKind.CONTENT)).get(made % 250));
      }
      Destruction first = ours.vault.destroy(List.of(some.get(some.size() / 3)));
      long start = System.nanoTime();
      int rounds = 20;
      int wraps = first.nodeWraps();
      for (int i = 0; i < rounds; i++) {
        wraps = Math.max(wraps, ours.vault.destroy(List.of(some.get(i * 7))).nodeWraps());
      }
      double micros = (System.nanoTime() - start) / 1e3 / rounds;
      String name = "destroy one subject of " + subjects;
      report.bounded(name + ", node wraps", wraps, "wraps", 2_000);
      report.bounded(name + ", in memory", micros, "us", 1_000_000);
      rotate(report, ours, subjects);
    }
  }

  private static void rotate(Report report, Ours ours, int keys) throws Exception {
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    try (Ours other = new Ours()) {
      double seconds = Double.MAX_VALUE;
      for (RootKey root : List.of(other.root, ours.root)) {
        Rotation rotation = ours.vault.rotate(root);
        long start = threads.getCurrentThreadCpuTime();
        while (rotation.advance()) {}
        seconds = Math.min(seconds, (threads.getCurrentThreadCpuTime() - start) / 1e9);
      }
      report.bounded("rewrap of " + keys + " keys", keys / seconds, "keys/s CPU", 100_000);
    }
  }
}
