package eu.sotto.crypto;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
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
  private final ByteBuffer plain = ByteBuffer.allocate(Payload.CHUNK);
  private final ByteBuffer sealed = ByteBuffer.allocate(Payload.SEALED_CHUNK);
  private long chunk;
  private boolean finished;
  private boolean closed;

  SealingOutputStream(OutputStream to, Sealer sealer, Sealer.Begun begun) throws IOException {
    this.to = to;
    this.sealer = sealer;
    this.begun = begun;
    begun.leases().track(begun.payload());
    ByteBuffer head = ByteBuffer.allocate(begun.headLength());
    begun.writeHead(head);
    to.write(head.array());
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
    ByteBuffer given = ByteBuffer.wrap(bytes, offset, length);
    int end = given.limit();
    while (given.hasRemaining()) {
      given.limit(Math.min(end, given.position() + plain.remaining()));
      if (given.remaining() == Payload.CHUNK) {
        sealChunk(given);
      } else {
        plain.put(given);
        if (!plain.hasRemaining()) {
          sealBuffered();
        }
      }
      given.limit(end);
    }
  }

  private void sealBuffered() throws IOException {
    plain.flip();
    sealChunk(plain);
    plain.clear();
  }

  private void sealChunk(ByteBuffer part) throws IOException {
    begun.leases().check();
    sealed.clear();
    try {
      begun.payload().seal(chunk++, part, sealed);
    } catch (IllegalStateException e) {
      begun.leases().check();
      throw e;
    }
    to.write(sealed.array(), 0, sealed.position());
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
    sealBuffered();
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
      Arrays.fill(plain.array(), (byte) 0);
      to.close();
    }
  }
}
