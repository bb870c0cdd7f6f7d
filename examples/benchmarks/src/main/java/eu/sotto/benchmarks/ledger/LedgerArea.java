package eu.sotto.benchmarks.ledger;

import eu.sotto.benchmarks.Area;
import eu.sotto.benchmarks.Report;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The log beside what its disk and its database can do, and its bars. */
public final class LedgerArea implements Area {
  private static final int MANY = 64;
  private static final int SOME = 8;

  /** The area. */
  public LedgerArea() {}

  @Override
  public String name() {
    return "ledger";
  }

  @Override
  public List<String> parts() {
    return List.of("appends", "forces", "server", "proofs", "open", "payloads", "consent");
  }

  @Override
  public void measure(Report report, boolean quick) throws Exception {
    Path folder = Rig.folder(Path.of("").toAbsolutePath());
    try {
      if (report.wants("appends")) {
        appends(report, folder, quick);
      }
      if (report.wants("forces")) {
        forces(report, folder, quick);
      }
      if (report.wants("server")) {
        ServerFigures.measure(report, quick);
      }
      if (report.wants("proofs")) {
        BigLog.proofs(report, folder.resolve("proofs"), quick);
      }
      if (report.wants("open")) {
        BigLog.opening(report, folder.resolve("open"), quick);
      }
      if (report.wants("payloads")) {
        BigLog.payloads(report, folder.resolve("payloads"), quick);
      }
      if (report.wants("consent")) {
        ConsentFigures.measure(report, folder.resolve("consent"), quick);
      }
    } finally {
      Rig.delete(folder);
    }
  }

  /** Our code with and without forces in JVMs of their own, one after the other. */
  private static void appends(Report report, Path folder, boolean quick) throws Exception {
    long millis = quick ? 2_000 : 20_000;
    double[] many = new Child().run(AppendProbe.class, folder.resolve("many"), MANY, millis);
    report.bounded("durable appends, 64 threads", many[0], "1/s", 10_000);
    double[] free =
        new Child()
            .first(Unforced.services(folder.resolve("services")))
            .run(AppendProbe.class, folder.resolve("unforced"), MANY, millis);
    report.compared(
        "durable appends, 64 threads", many[0], "1/s", "same code with synchronous=OFF", free[0]);
    double raw = Forces.medianNanos(folder) / 1e3;
    report.compared(
        "durable appends, 64 threads",
        many[0],
        "1/s",
        "write and fdatasync of 4 KiB, one after the other",
        1e6 / raw);
    double[] one = new Child().run(AppendProbe.class, folder.resolve("one"), 1, millis);
    report.compared(
        "one append, 1 thread, median",
        one[1] / 1e3,
        "us",
        "write and fdatasync of 4 KiB, median",
        raw);
    report.bounded(
        "one append, 1 thread, median; bound: twice that fdatasync and 100 us",
        one[1] / 1e3,
        "us",
        2 * raw + 100);
  }

  private static void forces(Report report, Path folder, boolean quick)
      throws IOException, InterruptedException {
    for (int threads : new int[] {MANY, SOME}) {
      Path own = Files.createDirectory(folder.resolve("forces" + threads));
      double counted = Forces.appendsPerForce(own, threads, quick ? 1_500 : 15_000);
      String name = "appends per fsync, " + threads + " threads, counted by strace";
      report.bounded(name, counted, "", threads == MANY ? 20 : 4);
    }
  }
}
