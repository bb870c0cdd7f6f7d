package eu.sotto.crypto;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The keys of one Cobblestone-256 message and its chunks.
 *
 * <p>Source: c2sp.org/chunked-encryption. Not safe for use by many threads at once, except that
 * {@link #close} may come from anywhere.
 */
final class Payload implements AutoCloseable {
  static final int CHUNK = 16_384;
  static final int SEALED_CHUNK = CHUNK + Primitives.TAG;
  static final int SALT = 24;
  static final int COMMITMENT = 32;
  static final int PREFIX = SALT + COMMITMENT;

  /** The greatest number of chunks of a message. */
  static final long MAX_CHUNKS = 1L << 38;

  private static final int COMMITTED = Primitives.KEY + Primitives.NONCE;
  private static final byte[] INFO =
      "c2sp.org/chunked-encryption@v1+AEAD_AES_256_GCM\0".getBytes(StandardCharsets.US_ASCII);

  private final Primitives primitives;
  private final Secret key;

  /** The base nonce and the commitment, at their places behind the key's, which is zeroed. */
  private final byte[] derived;

  private final ReentrantLock lock = new ReentrantLock();

  private Payload(Primitives primitives, byte[] derived) {
    this.primitives = primitives;
    this.key = Secret.owning(Arrays.copyOf(derived, Primitives.KEY));
    this.derived = derived;
    Arrays.fill(derived, 0, Primitives.KEY, (byte) 0);
  }

  /** Derives the keys of a message from its data key, salt and context. */
  static Payload derive(Primitives primitives, byte[] dek, byte[] salt, byte[] context) {
    if (dek.length != Primitives.KEY) {
      throw new IllegalArgumentException("a data key has " + Primitives.KEY + " bytes");
    }
    byte[] derived = primitives.expand512(dek, COMMITTED + COMMITMENT, INFO, salt, context);
    return new Payload(primitives, derived);
  }

  void writeCommitment(ByteBuffer target) {
    target.put(derived, COMMITTED, COMMITMENT);
  }

  boolean isCommittedTo(byte[] stored, int offset) {
    byte[] own = Arrays.copyOfRange(derived, COMMITTED, COMMITTED + COMMITMENT);
    return Primitives.same(own, Arrays.copyOfRange(stored, offset, offset + COMMITMENT));
  }

  /** The sealed length of a message, without header and prefix. */
  static long sealedLength(long length) {
    return length + Primitives.TAG * (length / CHUNK + 1);
  }

  /** The plain length of sealed chunks, or -1 if no message has that length. */
  static long plainLength(long sealed) {
    long full = sealed / SEALED_CHUNK;
    long rest = sealed % SEALED_CHUNK;
    return rest < Primitives.TAG ? -1 : full * CHUNK + rest - Primitives.TAG;
  }

  private byte[] nonce(long chunk) {
    if (chunk < 0 || chunk >= MAX_CHUNKS) {
      throw new CryptoException.LimitExceeded("a message has at most 2^38 chunks");
    }
    byte[] nonce = Arrays.copyOfRange(derived, Primitives.KEY, COMMITTED);
    for (int i = 0; i < 8; i++) {
      nonce[11 - i] ^= (byte) (chunk >>> (8 * i));
    }
    return nonce;
  }

  /** Seals a whole message: what remains of {@code plain}. */
  void sealAll(ByteBuffer plain, ByteBuffer out) {
    int end = plain.limit();
    try (Primitives.Gcm gcm = primitives.gcm(key.raw())) {
      for (long chunk = 0; ; chunk++) {
        int part = Math.min(CHUNK, end - plain.position());
        plain.limit(plain.position() + part);
        gcm.seal(nonce(chunk), plain, out);
        if (part < CHUNK) {
          return;
        }
      }
    } finally {
      plain.limit(end);
    }
  }

  /** Opens what remains of {@code sealed}; false, and no plaintext, if any chunk is wrong. */
  boolean openAll(ByteBuffer sealed, ByteBuffer out) {
    int start = out.position();
    int end = sealed.limit();
    try (Primitives.Gcm gcm = primitives.gcm(key.raw())) {
      for (long chunk = 0; ; chunk++) {
        int part = Math.min(SEALED_CHUNK, end - sealed.position());
        sealed.limit(sealed.position() + part);
        if (part < Primitives.TAG || !gcm.open(nonce(chunk), sealed, out)) {
          zero(out, start, out.position());
          out.position(start);
          return false;
        }
        if (part < SEALED_CHUNK) {
          return true;
        }
      }
    } finally {
      sealed.limit(end);
    }
  }

  static void zero(ByteBuffer buffer, int from, int to) {
    for (int i = from; i < to; i++) {
      buffer.put(i, (byte) 0);
    }
  }

  /** Seals one chunk. */
  void seal(long chunk, ByteBuffer plain, ByteBuffer out) {
    lock.lock();
    try (Primitives.Gcm gcm = primitives.gcm(key.raw())) {
      gcm.seal(nonce(chunk), plain, out);
    } finally {
      lock.unlock();
    }
  }

  /** Opens one chunk; false, and no plaintext, if it is wrong. */
  boolean open(long chunk, ByteBuffer sealed, ByteBuffer out) {
    if (sealed.remaining() < Primitives.TAG) {
      return false;
    }
    lock.lock();
    try (Primitives.Gcm gcm = primitives.gcm(key.raw())) {
      return gcm.open(nonce(chunk), sealed, out);
    } finally {
      lock.unlock();
    }
  }

  /** Zeroes the message's key once no chunk is being worked on; every later use fails. */
  @Override
  public void close() {
    lock.lock();
    try {
      key.close();
    } finally {
      lock.unlock();
    }
  }
}
