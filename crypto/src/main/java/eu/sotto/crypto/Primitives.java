package eu.sotto.crypto;

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
 * AES-256-GCM, AES-KWP, HMAC and HKDF from one provider, with ciphers reused per thread.
 *
 * <p>After each use a cipher is initialised with a dummy key, so that no idle thread holds a real
 * one.
 */
final class Primitives {
  static final int KEY = 32;
  static final int NONCE = 12;
  static final int TAG = 16;
  static final int WRAPPED_KEY = 40;

  private static final RawKey DUMMY = new RawKey(new byte[KEY], "AES");
  private static final GCMParameterSpec DUMMY_NONCE =
      new GCMParameterSpec(8 * TAG, new byte[NONCE]);
  private static final byte[] NO_SALT = new byte[64];

  private final @Nullable Provider provider;
  private final ThreadLocal<Tools> tools;

  Primitives(@Nullable Provider provider) {
    this.provider = provider;
    this.tools = ThreadLocal.withInitial(this::newTools);
  }

  private Tools newTools() {
    try {
      return new Tools(
          cipher("AES/GCM/NoPadding"),
          cipher("AES/KWP/NoPadding"),
          mac("HmacSHA256"),
          mac("HmacSHA512"));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("the provider lacks an algorithm", e);
    }
  }

  private Cipher cipher(String name) throws GeneralSecurityException {
    return provider == null ? Cipher.getInstance(name) : Cipher.getInstance(name, provider);
  }

  private Mac mac(String name) throws GeneralSecurityException {
    return provider == null ? Mac.getInstance(name) : Mac.getInstance(name, provider);
  }

  /** Wraps 1 to 4,096 bytes by AES-KWP (RFC 5649). */
  byte[] wrap(byte[] kek, byte[] plain) {
    Cipher kwp = tools.get().kwp;
    try {
      kwp.init(Cipher.ENCRYPT_MODE, new RawKey(kek, "AES"));
      return kwp.doFinal(plain);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("AES-KWP does not wrap", e);
    } finally {
      scrub(kwp);
    }
  }

  /** Unwraps what {@link #wrap} made, or returns null: no reason is told. */
  byte @Nullable [] unwrap(byte[] kek, byte[] wrapped) {
    if (wrapped.length < 16 || wrapped.length % 8 != 0) {
      return null;
    }
    Cipher kwp = tools.get().kwp;
    try {
      kwp.init(Cipher.DECRYPT_MODE, new RawKey(kek, "AES"));
      return kwp.doFinal(wrapped);
    } catch (GeneralSecurityException e) {
      return null;
    } finally {
      scrub(kwp);
    }
  }

  private static void scrub(Cipher kwp) {
    try {
      kwp.init(Cipher.DECRYPT_MODE, DUMMY);
    } catch (InvalidKeyException e) {
      throw new IllegalStateException("AES-KWP refuses a key", e);
    }
  }

  /** Starts a run of GCM operations under one key; the run is closed by the same thread. */
  Gcm gcm(byte[] key) {
    return new Gcm(tools.get().gcm, new RawKey(key, "AES"));
  }

  byte[] hmac256(byte[] key, byte[]... parts) {
    return hmac(tools.get().hmac256, key, parts);
  }

  byte[] hmac512(byte[] key, byte[]... parts) {
    return hmac(tools.get().hmac512, key, parts);
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
    } finally {
      scrub(mac);
    }
  }

  private static void scrub(Mac mac) {
    try {
      mac.init(DUMMY);
    } catch (InvalidKeyException e) {
      throw new IllegalStateException("HMAC refuses a key", e);
    }
  }

  /** HKDF-Extract with SHA-512 (RFC 5869); an empty salt means 64 zero bytes. */
  byte[] extract512(byte[] salt, byte[] secret) {
    return hmac512(salt.length == 0 ? NO_SALT : salt, secret);
  }

  /** HKDF-Expand with SHA-512 (RFC 5869). */
  byte[] expand512(byte[] prk, byte[] info, int length) {
    if (length > 255 * 64) {
      throw new IllegalArgumentException("HKDF-Expand gives at most 16,320 bytes");
    }
    Mac mac = tools.get().hmac512;
    byte[] out = new byte[length];
    byte[] block = new byte[64];
    try {
      mac.init(new RawKey(prk, "HMAC"));
      for (int at = 0, i = 1; at < length; at += 64, i++) {
        if (i > 1) {
          mac.update(block);
        }
        mac.update(info);
        mac.update((byte) i);
        mac.doFinal(block, 0);
        System.arraycopy(block, 0, out, at, Math.min(64, length - at));
      }
      return out;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("HMAC refuses a key", e);
    } finally {
      Arrays.fill(block, (byte) 0);
      scrub(mac);
    }
  }

  static boolean same(byte[] a, byte[] b) {
    return MessageDigest.isEqual(a, b);
  }

  private record Tools(Cipher gcm, Cipher kwp, Mac hmac256, Mac hmac512) {}

  /** AES-256-GCM under one key with empty associated data. */
  static final class Gcm implements AutoCloseable {
    private final Cipher cipher;
    private final RawKey key;
    private byte[] nonce = {};

    private Gcm(Cipher cipher, RawKey key) {
      this.cipher = cipher;
      this.key = key;
    }

    /** With the nonce of the next operation. */
    Gcm at(byte[] next) {
      nonce = next;
      return this;
    }

    /** Seals {@code length} bytes into {@code length + 16} bytes. */
    void seal(byte[] in, int offset, int length, byte[] out, int outOffset) {
      try {
        cipher.init(Cipher.ENCRYPT_MODE, key, new GCMParameterSpec(8 * TAG, nonce));
        cipher.doFinal(in, offset, length, out, outOffset);
      } catch (GeneralSecurityException e) {
        throw new IllegalStateException("AES-GCM does not seal", e);
      }
    }

    /** Opens {@code length} bytes including the tag; false, and no plaintext, if it is wrong. */
    boolean open(byte[] in, int offset, int length, byte[] out, int outOffset) {
      try {
        cipher.init(Cipher.DECRYPT_MODE, key, new GCMParameterSpec(8 * TAG, nonce));
        cipher.doFinal(in, offset, length, out, outOffset);
        return true;
      } catch (AEADBadTagException e) {
        Arrays.fill(out, outOffset, outOffset + length - TAG, (byte) 0);
        return false;
      } catch (GeneralSecurityException e) {
        throw new IllegalStateException("AES-GCM does not open", e);
      }
    }

    /** Leaves a dummy key in the thread's cipher. */
    @Override
    public void close() {
      try {
        cipher.init(Cipher.DECRYPT_MODE, DUMMY, DUMMY_NONCE);
      } catch (GeneralSecurityException e) {
        throw new IllegalStateException("AES-GCM refuses a key", e);
      }
    }
  }
}
