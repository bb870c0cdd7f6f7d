package eu.sotto.crypto;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.Objects;

/**
 * Seals what is written to it; only {@link #finish()} makes it valid.
 *
 * <p>Closing without finishing, as a try block does after an exception, leaves bytes that never
 * open. For one thread at a time. It holds 32 KiB.
 */
public final class SealingOutputStream extends OutputStream {
  private final OutputStream to;
  private final Sealer sealer;
  private final Sealer.Begun begun;
  private final byte[] plain = new byte[Payload.CHUNK];
  private final byte[] sealed = new byte[Payload.SEALED_CHUNK];
  private int filled;
  private long chunk;
  private boolean finished;
  private boolean closed;

  SealingOutputStream(OutputStream to, Sealer sealer, Sealer.Begun begun) throws IOException {
    this.to = to;
    this.sealer = sealer;
    this.begun = begun;
    begun.leases().track(begun.payload());
    to.write(begun.head().shared());
  }

  @Override
  public void write(int b) throws IOException {
    write(new byte[] {(byte) b}, 0, 1);
  }

  /**
   * Takes plaintext.
   *
   * @throws CryptoException.KeyDestroyed if a key was destroyed meanwhile
   */
  @Override
  public void write(byte[] bytes, int offset, int length) throws IOException {
    Objects.checkFromIndexSize(offset, length, bytes.length);
    requireOpen();
    int at = offset;
    int left = length;
    while (left > 0) {
      int part = Math.min(left, Payload.CHUNK - filled);
      System.arraycopy(bytes, at, plain, filled, part);
      filled += part;
      at += part;
      left -= part;
      if (filled == Payload.CHUNK) {
        flushChunk();
      }
    }
  }

  private void flushChunk() throws IOException {
    begun.leases().check();
    try {
      begun.payload().seal(chunk++, plain, filled, sealed);
    } catch (IllegalStateException e) {
      begun.leases().check();
      throw e;
    }
    to.write(sealed, 0, filled + Primitives.TAG);
    filled = 0;
  }

  private void requireOpen() throws IOException {
    if (closed || finished) {
      throw new IOException("the stream is finished or closed");
    }
  }

  /**
   * Writes the last chunk, flushes the stream below and stores the record slot, if there is one.
   *
   * @throws IOException if the stream below fails
   */
  public void finish() throws IOException {
    requireOpen();
    flushChunk();
    to.flush();
    sealer.commit(begun);
    finished = true;
  }

  /** Flushes the stream below; an unfinished chunk stays here. */
  @Override
  public void flush() throws IOException {
    to.flush();
  }

  /** Zeroes the keys and closes the stream below; unless finished, what was written never opens. */
  @Override
  public void close() throws IOException {
    if (!closed) {
      closed = true;
      begun.close();
      Arrays.fill(plain, (byte) 0);
      to.close();
    }
  }
}
