package eu.sotto.crypto;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Reads plaintext chunk by chunk, each after its tag was checked; a cut payload never ends cleanly.
 */
final class OpeningInputStream extends InputStream {
  private final InputStream from;
  private final Sealer.Opened opened;
  private final ByteBuffer sealed = ByteBuffer.allocate(Payload.SEALED_CHUNK);
  private final ByteBuffer plain = ByteBuffer.allocate(Payload.CHUNK).limit(0);
  private long chunk;
  private boolean last;
  private boolean closed;
  private @Nullable CryptoException failure;

  OpeningInputStream(InputStream from, Sealer.Opened opened) {
    this.from = from;
    this.opened = opened;
    opened.track();
  }

  static OpeningInputStream open(Sealer sealer, Context context, InputStream from)
      throws IOException {
    byte[] fixed = readHeader(from, Header.FIXED);
    int length = Header.lengthOf(fixed);
    byte[] head = Arrays.copyOf(fixed, length);
    byte[] rest = readHeader(from, length - Header.FIXED);
    System.arraycopy(rest, 0, head, Header.FIXED, rest.length);
    Header header = Header.read(head);
    byte[] prefix = from.readNBytes(Payload.PREFIX);
    if (prefix.length < Payload.PREFIX) {
      throw new CryptoException.Tampered("payload is cut");
    }
    return new OpeningInputStream(from, sealer.open(context, header, prefix, 0));
  }

  private static byte[] readHeader(InputStream from, int length) throws IOException {
    byte[] bytes = from.readNBytes(length);
    if (bytes.length < length) {
      throw new CryptoException.Malformed("header is cut");
    }
    return bytes;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    Objects.checkFromIndexSize(offset, length, target.length);
    if (closed) {
      throw new IOException("the stream is closed");
    }
    if (length == 0) {
      return 0;
    }
    if (failure != null) {
      throw failure;
    }
    while (!plain.hasRemaining()) {
      if (last) {
        return -1;
      }
      try {
        nextChunk();
      } catch (CryptoException e) {
        failure = e;
        throw e;
      }
    }
    int part = Math.min(length, plain.remaining());
    plain.get(target, offset, part);
    return part;
  }

  private void nextChunk() throws IOException {
    opened.leases().check();
    int length = from.readNBytes(sealed.array(), 0, Payload.SEALED_CHUNK);
    sealed.position(0).limit(length);
    plain.clear();
    boolean opens = opened.openChunk(chunk++, sealed, plain);
    plain.flip();
    if (!opens) {
      throw new CryptoException.Tampered("payload is altered or cut");
    }
    last = length < Payload.SEALED_CHUNK;
  }

  @Override
  public int available() {
    return closed ? 0 : plain.remaining();
  }

  @Override
  public void close() throws IOException {
    if (!closed) {
      closed = true;
      opened.close();
      Arrays.fill(plain.array(), (byte) 0);
      from.close();
    }
  }
}
