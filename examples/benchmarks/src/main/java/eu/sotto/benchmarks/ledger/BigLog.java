package eu.sotto.benchmarks.ledger;

import eu.sotto.benchmarks.Report;
import eu.sotto.crypto.Bytes;
import eu.sotto.ledger.Appended;
import eu.sotto.ledger.LeafId;
import eu.sotto.ledger.Proof;
import eu.sotto.ledger.TlogProof;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.CompletableFuture;

/** Opening, proofs and verification of large logs. */
final class BigLog {
  private static final int WAITING = 4_000;
  private static final int PROOFS = 2_000;
  private static final long MILLION = 1_000_000;
  private static final String HEAP = "-Xmx96m";

  private BigLog() {}

  static void proofs(Report report, Path folder, boolean quick) throws Exception {
    long entries = quick ? MILLION / 10 : MILLION;
    GrownLog.make(folder, entries);
    Random random = new Random(1);
    double[] nanos = new double[PROOFS];
    int longest = 0;
    try (Rig rig = new Rig(folder)) {
      rig.ledger.checkpoint();
      for (int i = 0; i < PROOFS; i++) {
        LeafId id = id(100 + random.nextLong(entries - 100));
        long start = System.nanoTime();
        Proof proof = rig.ledger.inclusion(id);
        nanos[i] = System.nanoTime() - start;
        if (proof.hashes().size() < 10) {
          throw new IllegalStateException("a proof that is too short");
        }
        if (i % 100 == 0) {
          TlogProof file = rig.ledger.proof(id);
          longest = Math.max(longest, file.text().getBytes(StandardCharsets.UTF_8).length);
        }
      }
    }
    Arrays.sort(nanos);
    String size = size(entries);
    report.bounded("inclusion proof, median" + size, nanos[PROOFS / 2] / 1e6, "ms", 1);
    report.bounded("inclusion proof, 99 of 100" + size, nanos[PROOFS * 99 / 100] / 1e6, "ms", 1);
    report.bounded("inclusion proof as a .tlog-proof file" + size, longest, "bytes", 1_500);
  }

  /** As the grown log names its entries. */
  private static LeafId id(long index) {
    return new LeafId(Bytes.of(ByteBuffer.allocate(16).putLong(1).putLong(index).array()));
  }

  private static String size(long entries) {
    return String.format(Locale.ROOT, ", %,d entries", entries);
  }

  static void opening(Report report, Path folder, boolean quick) throws Exception {
    long entries = quick ? MILLION / 10 : 10 * MILLION;
    GrownLog.make(folder, entries);
    double[] found = new Child().with(HEAP).run(LogProbe.class, folder, false);
    report.bounded("open, with vault and 64 new subjects" + size(entries), found[0], "s", 2);
    String name = "verify, tree only, " + HEAP + size(entries);
    report.bounded(name, found[1], "1/s", 300_000);
  }

  static void payloads(Report report, Path folder, boolean quick) throws Exception {
    int entries = quick ? 10_000 : 500_000;
    fill(folder, entries);
    double[] found = new Child().with(HEAP).run(LogProbe.class, folder, true);
    if (found[2] != entries) {
      throw new IllegalStateException("not every payload was opened");
    }
    String name = "verify, payloads opened, " + HEAP + size(entries);
    report.bounded(name, found[1], "1/s", 40_000);
  }

  private static void fill(Path folder, int entries) {
    try (Rig rig = new Rig(folder)) {
      Deque<CompletableFuture<Appended>> waiting = new ArrayDeque<>();
      for (int i = 0; i < entries; i++) {
        waiting.add(rig.ledger.submit(rig.subjects.event(i % 64, i)));
        if (waiting.size() == WAITING) {
          waiting.remove().join();
        }
      }
      waiting.forEach(CompletableFuture::join);
    }
  }
}
