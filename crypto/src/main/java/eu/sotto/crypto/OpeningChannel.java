package eu.sotto.crypto;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.FileChannel;
import java.nio.channels.NonWritableChannelException;
import java.nio.channels.SeekableByteChannel;
import java.util.Arrays;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Reads any range of a sealed channel: one chunk per read at most twice, each tag checked first.
 */
final class OpeningChannel implements SeekableByteChannel {
  private final ReentrantLock lock = new ReentrantLock();
  private final SeekableByteChannel from;
  private final Sealer.Opened opened;
  private final long start;
  private final long size;
  private final ByteBuffer sealed = ByteBuffer.allocate(Payload.SEALED_CHUNK);
  private final ByteBuffer plain = ByteBuffer.allocate(Payload.CHUNK);
  private long loaded = -1;
  private long position;
  private boolean closed;

  private OpeningChannel(SeekableByteChannel from, Sealer.Opened opened, long start, long size) {
    this.from = from;
    this.opened = opened;
    opened.track();
    this.start = start;
    this.size = size;
  }

  /** Opens, and authenticates the length by the final chunk. */
  static OpeningChannel open(Sealer sealer, Context context, SeekableByteChannel from)
      throws IOException {
    ByteBuffer head = ByteBuffer.allocate(Header.MAX_LENGTH + Payload.PREFIX);
    fill(from, 0, head);
    head.flip();
    Header header = Header.read(head);
    int prefix = header.length();
    if (head.limit() < prefix + Payload.PREFIX) {
      throw new CryptoException.Tampered("payload is cut");
    }
    return over(from, sealer.open(context, header, head.array(), prefix), prefix + Payload.PREFIX);
  }

  /** Opens the chunks that begin at {@code start}; on failure the keys are closed. */
  static OpeningChannel over(SeekableByteChannel from, Sealer.Opened opened, long start)
      throws IOException {
    try {
      long size = Payload.plainLength(from.size() - start);
      if (size < 0) {
        throw new CryptoException.Tampered("payload is cut");
      }
      OpeningChannel channel = new OpeningChannel(from, opened, start, size);
      channel.load(size / Payload.CHUNK);
      return channel;
    } catch (IOException | RuntimeException e) {
      opened.close();
      throw e;
    }
  }

  private static void fill(SeekableByteChannel from, long position, ByteBuffer target)
      throws IOException {
    if (from instanceof FileChannel file) {
      long at = position;
      for (int read = 0; target.hasRemaining() && read >= 0; at += read) {
        read = file.read(target, at);
      }
      return;
    }
    from.position(position);
    while (target.hasRemaining() && from.read(target) >= 0) {}
  }

  private void load(long chunk) throws IOException {
    opened.leases().check();
    if (chunk == loaded) {
      return;
    }
    loaded = -1;
    sealed
        .clear()
        .limit((int) Math.min(Payload.CHUNK, size - chunk * Payload.CHUNK) + Primitives.TAG);
    fill(from, start + chunk * Payload.SEALED_CHUNK, sealed);
    boolean whole = !sealed.hasRemaining();
    plain.clear();
    if (!whole || !opened.openChunk(chunk, sealed.flip(), plain)) {
      throw new CryptoException.Tampered("payload is altered or cut");
    }
    plain.flip();
    loaded = chunk;
  }

  @Override
  public int read(ByteBuffer target) throws IOException {
    lock.lock();
    try {
      requireOpen();
      if (position >= size) {
        return -1;
      }
      int count = 0;
      while (target.hasRemaining() && position < size) {
        load(position / Payload.CHUNK);
        int at = (int) (position % Payload.CHUNK);
        int part = Math.min(target.remaining(), plain.limit() - at);
        target.put(target.position(), plain, at, part).position(target.position() + part);
        position += part;
        count += part;
      }
      return count;
    } finally {
      lock.unlock();
    }
  }

  private void requireOpen() throws ClosedChannelException {
    if (closed) {
      throw new ClosedChannelException();
    }
  }

  @Override
  public int write(ByteBuffer source) {
    throw new NonWritableChannelException();
  }

  @Override
  public long position() throws IOException {
    lock.lock();
    try {
      requireOpen();
      return position;
    } finally {
      lock.unlock();
    }
  }

  @Override
  public SeekableByteChannel position(long next) throws IOException {
    if (next < 0) {
      throw new IllegalArgumentException("position is negative");
    }
    lock.lock();
    try {
      requireOpen();
      position = next;
      return this;
    } finally {
      lock.unlock();
    }
  }

  /** The authenticated length of the plaintext. */
  @Override
  public long size() throws IOException {
    lock.lock();
    try {
      requireOpen();
      return size;
    } finally {
      lock.unlock();
    }
  }

  @Override
  public SeekableByteChannel truncate(long length) {
    throw new NonWritableChannelException();
  }

  @Override
  public boolean isOpen() {
    lock.lock();
    try {
      return !closed;
    } finally {
      lock.unlock();
    }
  }

  @Override
  public void close() throws IOException {
    lock.lock();
    try {
      if (!closed) {
        closed = true;
        opened.close();
        Arrays.fill(plain.array(), (byte) 0);
        from.close();
      }
    } finally {
      lock.unlock();
    }
  }
}
