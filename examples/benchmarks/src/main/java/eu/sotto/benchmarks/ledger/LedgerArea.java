package eu.sotto.benchmarks.ledger;

import eu.sotto.benchmarks.Area;
import eu.sotto.benchmarks.Report;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.OptionalDouble;

/** The log in SQLite beside what its disk can do, and its bars. */
public final class LedgerArea implements Area {
  private static final Path MEMORY = Path.of("/dev/shm");
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
    return List.of("appends", "forces", "big", "consent");
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
      if (report.wants("consent")) {
        ConsentFigures.measure(report, folder.resolve("consent"), quick);
      }
      if (report.wants("big")) {
        BigLog.measure(report, folder.resolve("big"), quick);
      }
    } finally {
      Rig.delete(folder);
    }
  }

  private static void appends(Report report, Path folder, boolean quick) throws Exception {
    Duration length = Duration.ofSeconds(quick ? 3 : 20);
    AppendProbe.Result many = AppendProbe.run(folder.resolve("many"), MANY, length, length);
    report.bounded("durable appends, 64 threads", many.perSecond(), "1/s", 10_000);
    if (Files.isDirectory(MEMORY)) {
      Path memory = Rig.folder(MEMORY);
      try {
        AppendProbe.Result free = AppendProbe.run(memory, MANY, length, length);
        report.compared(
            "durable appends, 64 threads",
            many.perSecond(),
            "1/s",
            "same code, file system in memory, where a force costs nothing",
            free.perSecond());
      } finally {
        Rig.delete(memory);
      }
    }
    double raw = Forces.medianNanos(folder) / 1e3;
    AppendProbe.Result one = AppendProbe.run(folder.resolve("one"), 1, length, length);
    report.compared(
        "one append, 1 thread, median",
        one.medianNanos() / 1e3,
        "us",
        "write and fdatasync of 4 KiB, median",
        raw);
    report.bounded(
        "one append, 1 thread, median; bound: twice that fdatasync and 100 us",
        one.medianNanos() / 1e3,
        "us",
        2 * raw + 100);
  }

  private static void forces(Report report, Path folder, boolean quick) throws IOException {
    for (int threads : new int[] {MANY, SOME}) {
      double bound = threads == MANY ? 20 : 4;
      try {
        Path own = Files.createDirectory(folder.resolve("forces" + threads));
        OptionalDouble counted = Forces.appendsPerForce(own, threads, quick ? 3_000 : 15_000);
        String name = "appends per fsync, " + threads + " threads, counted by strace";
        report.bounded(name, counted.orElse(Double.NaN), "", bound);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      }
    }
  }
}
