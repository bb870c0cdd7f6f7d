package eu.sotto.benchmarks.ledger;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;

/** What forcing costs here, and how often the log does it. */
final class Forces {
  private static final int ROUNDS = 500;
  private static final int BYTES = 4096;

  private Forces() {}

  /** The middle of many small writes, each followed by a force of the data, in nanoseconds. */
  static double medianNanos(Path folder) throws IOException {
    Path file = folder.resolve("raw");
    long[] nanos = new long[ROUNDS];
    try (FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
      for (int i = 0; i < ROUNDS; i++) {
        long start = System.nanoTime();
        channel.write(ByteBuffer.allocate(BYTES));
        channel.force(false);
        nanos[i] = System.nanoTime() - start;
      }
    }
    Files.delete(file);
    Arrays.sort(nanos);
    return nanos[ROUNDS / 2];
  }

  /** Appends per fsync or fdatasync of the log's files, counted by strace. */
  static double appendsPerForce(Path folder, int threads, long millis)
      throws IOException, InterruptedException {
    Path trace = folder.resolve("trace");
    Path log = folder.resolve("log");
    double[] counted =
        new Child()
            .under(
                "strace",
                "-f",
                "-qq",
                "--seccomp-bpf",
                "-P",
                log.resolve("data/ledger.db").toString(),
                "-P",
                log.resolve("data/ledger.db-wal").toString(),
                "-e",
                "trace=fsync,fdatasync",
                "-o",
                trace.toString())
            .run(AppendProbe.class, log, threads, millis);
    // Opening, checkpoints and pruning force too: that counts against the log.
    long forces =
        Files.readAllLines(trace, StandardCharsets.UTF_8).stream()
            .filter(line -> line.contains("sync(") && !line.contains("resumed"))
            .count();
    return counted[2] / Math.max(1, forces);
  }
}
