package eu.sotto.benchmarks.sealing;

import com.amazonaws.encryptionsdk.AwsCrypto;
import com.amazonaws.encryptionsdk.jce.JceMasterKey;
import com.google.crypto.tink.StreamingAead;
import com.sun.management.ThreadMXBean;
import eu.sotto.crypto.SealingOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Random;

/**
 * Seals, opens and reads a long payload, ours and the peers'; run with a small heap. What is sealed
 * for the clock goes nowhere, since the disk is slower than any cipher.
 */
final class StreamProbe {
  private static final int PIECE = 64 * 1024;
  private static final int READ = 4 * 1024;
  private static final byte[] AAD = new byte[32];

  private final long length;
  private final Path file;
  private final byte[] piece = new byte[PIECE];

  private StreamProbe(long length, Path file) {
    this.length = length;
    this.file = file;
    new Random(1).nextBytes(piece);
  }

  private interface Work {
    void run() throws IOException, GeneralSecurityException;
  }

  /**
   * Measures once after a warm-up.
   *
   * @param args MiB, and whether to be quick
   * @throws Exception if anything fails
   */
  public static void main(String[] args) throws Exception {
    long length = Long.parseLong(args[0]) << 20;
    boolean quick = Boolean.parseBoolean(args[1]);
    Path file = Files.createTempFile("stream", null);
    try {
      new StreamProbe(length, file).run(quick);
    } finally {
      Files.delete(file);
    }
  }

  private void run(boolean quick) throws Exception {
    int rounds = quick ? 3 : 4;
    try (Ours ours = new Ours()) {
      AwsCrypto aws = Peers.aws();
      JceMasterKey master = Peers.awsMasterKey();
      print("aws.seal", best(rounds, () -> write(aws.createEncryptingStream(master, nowhere()))));
      write(aws.createEncryptingStream(master, out()));
      print("aws.open", best(rounds, () -> drain(aws.createDecryptingStream(master, in()))));
      print("ours.seal", best(rounds, () -> seal(ours, nowhere())));
      seal(ours, out());
      print("ours.open", best(rounds, () -> drain(ours.vault.opening(ours.context, in()))));
      ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
      long before = threads.getCurrentThreadAllocatedBytes();
      seal(ours, nowhere());
      long between = threads.getCurrentThreadAllocatedBytes();
      drain(ours.vault.opening(ours.context, in()));
      print("ours.seal.allocated", (double) (between - before));
      print("ours.open.allocated", (double) (threads.getCurrentThreadAllocatedBytes() - between));
      int reads = quick ? 20_000 : 200_000;
      try (SeekableByteChannel channel = ours.vault.opening(ours.context, FileChannel.open(file))) {
        print("ours.read", read(channel, reads));
      }
    }
    StreamingAead tink = Peers.tinkStreaming();
    write(tink.newEncryptingStream(out(), AAD));
    try (SeekableByteChannel channel =
        tink.newSeekableDecryptingChannel(FileChannel.open(file), AAD)) {
      print("tink.read", read(channel, quick ? 20_000 : 200_000));
    }
  }

  private static void print(String name, double value) {
    System.out.println(name + "\t" + value);
  }

  private static double best(int rounds, Work work) throws Exception {
    double best = Double.MAX_VALUE;
    for (int i = 0; i < rounds; i++) {
      long start = System.nanoTime();
      work.run();
      best = Math.min(best, (System.nanoTime() - start) / 1e9);
    }
    return best;
  }

  private static OutputStream nowhere() {
    return OutputStream.nullOutputStream();
  }

  private OutputStream out() throws IOException {
    return Files.newOutputStream(file);
  }

  private InputStream in() throws IOException {
    return Files.newInputStream(file);
  }

  private void write(OutputStream out) throws IOException {
    try (out) {
      for (long at = 0; at < length; at += PIECE) {
        out.write(piece);
      }
    }
  }

  private void seal(Ours ours, OutputStream to) throws IOException {
    try (SealingOutputStream out = ours.vault.sealing(ours.protection, ours.context, to)) {
      for (long at = 0; at < length; at += PIECE) {
        out.write(piece);
      }
      out.finish();
    }
  }

  private void drain(InputStream in) throws IOException {
    byte[] target = new byte[PIECE];
    long all = 0;
    try (in) {
      for (int read = in.read(target); read >= 0; read = in.read(target)) {
        all += read;
      }
    }
    if (all != length) {
      throw new IOException("read " + all + " of " + length);
    }
  }

  /** The mean time of a read in microseconds: the best of five rounds, after as many to warm up. */
  private double read(SeekableByteChannel channel, int reads) throws Exception {
    int each = reads / 5;
    Random random = new Random(2);
    ByteBuffer target = ByteBuffer.allocate(READ);
    Work round =
        () -> {
          for (int i = 0; i < each; i++) {
            target.clear();
            channel.position((long) (random.nextDouble() * (length - READ)));
            while (target.hasRemaining()) {
              channel.read(target);
            }
          }
        };
    best(5, round);
    return best(5, round) * 1e6 / each;
  }
}
