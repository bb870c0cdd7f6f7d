package eu.sotto.crypto;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.Provider;
import java.util.Arrays;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import org.jspecify.annotations.Nullable;

/**
 * AES-256-GCM, AES-KWP, HMAC and HKDF from one provider, with ciphers that are used again.
 *
 * <p>A cipher at rest may still hold the key that it was used with last, until {@link #forget}.
 */
final class Primitives {
  static final int KEY = 32;
  static final int NONCE = 12;
  static final int TAG = 16;
  static final int WRAPPED_KEY = 40;

  private static final byte[] NO_SALT = new byte[64];

  private final ToolShelf shelf;

  Primitives(@Nullable Provider provider) {
    this.shelf = new ToolShelf(provider);
  }

  /**
   * Has every cipher at rest forget its key at once, and every other one when its operation ends;
   * called whenever a key is let go.
   */
  void forget() {
    shelf.forget();
  }

  /** Wraps 1 to 4,096 bytes by AES-KWP (RFC 5649). */
  byte[] wrap(byte[] kek, byte[] plain) {
    Tools tools = shelf.take();
    try {
      tools.wrap.init(Cipher.ENCRYPT_MODE, new RawKey(kek, "AES"));
      return tools.wrap.doFinal(plain);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("AES-KWP does not wrap", e);
    } finally {
      shelf.putBack(tools);
    }
  }

  /** Unwraps what {@link #wrap} made, or returns null: no reason is told. */
  byte @Nullable [] unwrap(byte[] kek, byte[] wrapped) {
    if (wrapped.length < 16 || wrapped.length % 8 != 0) {
      return null;
    }
    Tools tools = shelf.take();
    try {
      tools.unwrap.init(Cipher.DECRYPT_MODE, new RawKey(kek, "AES"));
      return tools.unwrap.doFinal(wrapped);
    } catch (GeneralSecurityException e) {
      return null;
    } finally {
      shelf.putBack(tools);
    }
  }

  /** Starts a run of GCM operations under one key, to be closed. */
  Gcm gcm(byte[] key) {
    return new Gcm(shelf, new RawKey(key, "AES"));
  }

  byte[] hmac256(byte[] key, byte[]... parts) {
    Tools tools = shelf.take();
    try {
      return hmac(tools.hmac256, key, parts);
    } finally {
      shelf.putBack(tools);
    }
  }

  byte[] hmac512(byte[] key, byte[]... parts) {
    Tools tools = shelf.take();
    try {
      return hmac(tools.hmac512, key, parts);
    } finally {
      shelf.putBack(tools);
    }
  }

  private static byte[] hmac(Mac mac, byte[] key, byte[]... parts) {
    try {
      mac.init(new RawKey(key, "HMAC"));
      for (byte[] part : parts) {
        mac.update(part);
      }
      return mac.doFinal();
    } catch (InvalidKeyException e) {
      throw new IllegalStateException("HMAC refuses a key", e);
    }
  }

  /** HKDF-Extract with SHA-512 (RFC 5869); an empty salt means 64 zero bytes. */
  byte[] extract512(byte[] salt, byte[] secret) {
    return hmac512(salt.length == 0 ? NO_SALT : salt, secret);
  }

  /** HKDF-Expand with SHA-512 (RFC 5869); the parts of the info follow one another. */
  byte[] expand512(byte[] prk, int length, byte[]... info) {
    if (length > 255 * 64) {
      throw new IllegalArgumentException("HKDF-Expand gives at most 16,320 bytes");
    }
    Tools tools = shelf.take();
    Mac mac = tools.hmac512;
    byte[] out = new byte[length];
    byte[] block = new byte[64];
    try {
      mac.init(new RawKey(prk, "HMAC"));
      for (int at = 0, i = 1; at < length; at += 64, i++) {
        if (i > 1) {
          mac.update(block);
        }
        for (byte[] part : info) {
          mac.update(part);
        }
        mac.update((byte) i);
        mac.doFinal(block, 0);
        System.arraycopy(block, 0, out, at, Math.min(64, length - at));
      }
      return out;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("HMAC refuses a key", e);
    } finally {
      Arrays.fill(block, (byte) 0);
      shelf.putBack(tools);
    }
  }

  static boolean same(byte[] a, byte[] b) {
    return MessageDigest.isEqual(a, b);
  }

  /** AES-256-GCM under one key with empty associated data. */
  static final class Gcm implements AutoCloseable {
    private final ToolShelf shelf;
    private final Tools tools;
    private final RawKey key;

    private Gcm(ToolShelf shelf, RawKey key) {
      this.shelf = shelf;
      this.tools = shelf.take();
      this.key = key;
    }

    /** Seals what remains of {@code in}, and appends a tag. */
    void seal(byte[] nonce, ByteBuffer in, ByteBuffer out) {
      try {
        tools.gcm.init(Cipher.ENCRYPT_MODE, key, new GCMParameterSpec(8 * TAG, nonce));
        tools.gcm.doFinal(in, out);
      } catch (GeneralSecurityException e) {
        throw new IllegalStateException("AES-GCM does not seal", e);
      }
    }

    /** Opens what remains of {@code in}; false, and no plaintext, if it or its tag is wrong. */
    boolean open(byte[] nonce, ByteBuffer in, ByteBuffer out) {
      int start = out.position();
      int length = in.remaining() - TAG;
      try {
        tools.gcm.init(Cipher.DECRYPT_MODE, key, new GCMParameterSpec(8 * TAG, nonce));
        tools.gcm.doFinal(in, out);
        return true;
      } catch (AEADBadTagException e) {
        Payload.zero(out, start, start + length);
        return false;
      } catch (GeneralSecurityException e) {
        throw new IllegalStateException("AES-GCM does not open", e);
      }
    }

    @Override
    public void close() {
      shelf.putBack(tools);
    }
  }
}
