package eu.sotto.benchmarks.sealing;

import com.google.crypto.tink.Aead;
import com.sun.management.ThreadMXBean;
import eu.sotto.benchmarks.Report;
import eu.sotto.crypto.Protection;
import java.lang.management.ManagementFactory;

/** What does not depend on the clock: bytes allocated, and bytes added to a message. */
final class Steady {
  private static final int ROUNDS = 2_000;

  private Steady() {}

  private interface Work {
    void run() throws Exception;
  }

  static void measure(Report report, boolean quick) throws Exception {
    byte[] aad = new byte[32];
    byte[] message = new byte[1 << 10];
    Aead envelope = Peers.tinkEnvelope();
    try (Ours ours = new Ours()) {
      int rounds = quick ? ROUNDS : 10 * ROUNDS;
      double mine =
          allocated(rounds, () -> ours.vault.seal(ours.protection, ours.context, message));
      double tink = allocated(rounds, () -> envelope.encrypt(message, aad));
      report.compared("1 KiB Seal allocation", mine, "B", "Tink KmsEnvelopeAead", tink);
      report.bounded("1 KiB Seal allocation", mine, "B", 6 * 1024);
      for (int size : new int[] {1 << 10, 1 << 20}) {
        int sealed = ours.vault.seal(ours.protection, ours.context, new byte[size]).length;
        String name = size < 1 << 20 ? "1 KiB" : "1 MiB";
        report.bounded(name + " added, two keys", sealed - size, "B", 205 + size / 1000.0);
        Protection one = Protection.by(ours.protection.keys().get(0));
        int under = ours.vault.seal(one, ours.context, new byte[size]).length;
        report.bounded(name + " added, one key", under - size, "B", 205 + size / 1000.0);
      }
    }
  }

  private static double allocated(int rounds, Work work) throws Exception {
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    for (int i = 0; i < rounds; i++) {
      work.run();
    }
    long before = threads.getCurrentThreadAllocatedBytes();
    for (int i = 0; i < rounds; i++) {
      work.run();
    }
    return (double) (threads.getCurrentThreadAllocatedBytes() - before) / rounds;
  }
}
