package eu.sotto.store;

import eu.sotto.crypto.Bytes;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;

/**
 * Looks for random content in a file, wherever it lies: SQLite overwrites what is deleted, but not
 * the copies that it left in the gaps of pages when it split or merged them.
 */
public final class Residue {
  /** Every piece of a secret of twice this length is found. */
  static final int WINDOW = 16;

  /** What lies before is a header, of which other sealed pieces have the like. */
  private static final int SEALED_HEADER = 64;

  private static final int BUFFER = 1 << 20;

  private final Set<Bytes> windows = new HashSet<>();
  private final long[] filter = new long[1 << 16];

  /** Secrets are random from their first byte to their last. */
  Residue(Collection<Bytes> secrets) {
    for (Bytes secret : secrets) {
      byte[] bytes = secret.toArray();
      for (int at = 0; at + WINDOW <= bytes.length; at += WINDOW) {
        add(Arrays.copyOfRange(bytes, at, at + WINDOW));
      }
    }
  }

  /**
   * What of a sealed piece is its own.
   *
   * @param sealed the piece, header included
   * @return the part that is random from its first byte to its last
   */
  public static Bytes body(byte[] sealed) {
    return Bytes.of(
        Arrays.copyOfRange(sealed, Math.min(SEALED_HEADER, sealed.length), sealed.length));
  }

  private void add(byte[] window) {
    windows.add(Bytes.of(window));
    int hash = hash(ByteBuffer.wrap(window).getLong());
    filter[hash >>> 6] |= 1L << hash;
  }

  /** Twenty-two bits, for a filter in the processor's cache. */
  private static int hash(long start) {
    return (int) ((start * 0x9E3779B97F4A7C15L) >>> 42);
  }

  boolean isIn(Path file) throws IOException {
    if (windows.isEmpty()) {
      return false;
    }
    try (FileChannel channel = FileChannel.open(file)) {
      ByteBuffer buffer = ByteBuffer.allocate(BUFFER);
      while (channel.read(buffer) >= 0) {
        buffer.flip();
        if (isIn(buffer)) {
          return true;
        }
        buffer.position(Math.max(0, buffer.limit() - WINDOW + 1));
        buffer.compact();
      }
    }
    return false;
  }

  private boolean isIn(ByteBuffer buffer) {
    byte[] window = new byte[WINDOW];
    for (int at = 0; at + WINDOW <= buffer.limit(); at++) {
      int hash = hash(buffer.getLong(at));
      if ((filter[hash >>> 6] >>> hash & 1) == 1) {
        buffer.get(at, window);
        if (windows.contains(Bytes.of(window))) {
          return true;
        }
      }
    }
    return false;
  }
}
