package eu.sotto.benchmarks.ledger;

import eu.sotto.benchmarks.Report;
import eu.sotto.ledger.Appended;
import eu.sotto.ledger.LeafId;
import eu.sotto.ledger.Proof;
import eu.sotto.ledger.TlogProof;
import eu.sotto.ledger.Verification;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.CompletableFuture;

/** Proofs, verification and opening of one large log. */
final class BigLog {
  private static final int WAITING = 4_000;
  private static final int PROOFS = 2_000;

  private BigLog() {}

  static void measure(Report report, Path folder, boolean quick) {
    int entries = quick ? 60_000 : 1_000_000;
    String size = String.format(Locale.ROOT, ", %,d entries", entries);
    List<LeafId> ids = fill(folder, entries);
    long start = System.nanoTime();
    try (Rig rig = new Rig(folder)) {
      double seconds = (System.nanoTime() - start) / 1e9;
      report.bounded("open, with vault and 64 new subjects" + size, seconds, "s", 2);
      proofs(report, rig, ids, size);
      verification(report, rig, false, 300_000, size);
      verification(report, rig, true, 40_000, size);
    }
  }

  private static List<LeafId> fill(Path folder, int entries) {
    List<LeafId> ids = new ArrayList<>();
    try (Rig rig = new Rig(folder)) {
      Deque<CompletableFuture<Appended>> waiting = new ArrayDeque<>();
      for (int i = 0; i < entries; i++) {
        waiting.add(rig.ledger.submit(rig.event(i % 64, i)));
        if (waiting.size() == WAITING) {
          keep(ids, waiting.remove().join(), entries);
        }
      }
      waiting.forEach(future -> keep(ids, future.join(), entries));
    }
    return ids;
  }

  private static void keep(List<LeafId> ids, Appended appended, int entries) {
    if (appended.index() % (entries / PROOFS) == 0) {
      ids.add(appended.id());
    }
  }

  private static void proofs(Report report, Rig rig, List<LeafId> ids, String size) {
    Random random = new Random(1);
    long[] nanos = new long[PROOFS];
    int longest = 0;
    rig.ledger.checkpoint();
    for (int i = 0; i < PROOFS; i++) {
      LeafId id = ids.get(random.nextInt(ids.size()));
      long start = System.nanoTime();
      Proof proof = rig.ledger.inclusion(id);
      nanos[i] = System.nanoTime() - start;
      if (i % 100 == 0) {
        TlogProof file = rig.ledger.proof(id);
        longest = Math.max(longest, file.text().getBytes(StandardCharsets.UTF_8).length);
      }
      if (proof.hashes().isEmpty()) {
        throw new IllegalStateException("an empty proof");
      }
    }
    Arrays.sort(nanos);
    report.bounded("inclusion proof, median" + size, nanos[PROOFS / 2] / 1e6, "ms", 1);
    report.bounded("inclusion proof as a .tlog-proof file" + size, longest, "bytes", 1_500);
  }

  private static void verification(
      Report report, Rig rig, boolean payloads, double bound, String size) {
    long start = System.nanoTime();
    Verification check = rig.ledger.verify(payloads);
    double seconds = (System.nanoTime() - start) / 1e9;
    if (!check.intact()) {
      throw new IllegalStateException("the log is not intact");
    }
    String name = payloads ? "verify, payloads opened" : "verify, tree only";
    report.bounded(name + size, check.entries() / seconds, "1/s", bound);
  }
}
