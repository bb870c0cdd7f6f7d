package eu.sotto.crypto;

import java.security.GeneralSecurityException;
import java.security.Provider;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import org.jspecify.annotations.Nullable;

/**
 * The ciphers and MACs that one operation works with at a time.
 *
 * <p>Wrapping and unwrapping have a cipher each: a run of either keeps its key schedule.
 */
final class Tools {
  private static final RawKey DUMMY = new RawKey(new byte[Primitives.KEY], "AES");

  final Cipher gcm;
  final Cipher wrap;
  final Cipher unwrap;
  final Mac hmac256;
  final Mac hmac512;

  /** How often the shelf had forgotten when these were taken. */
  long takenAt;

  private long forgotten;

  private Tools(@Nullable Provider provider) throws GeneralSecurityException {
    gcm = cipher("AES/GCM/NoPadding", provider);
    wrap = cipher("AES/KWP/NoPadding", provider);
    unwrap = cipher("AES/KWP/NoPadding", provider);
    hmac256 = mac("HmacSHA256", provider);
    hmac512 = mac("HmacSHA512", provider);
  }

  static Tools of(@Nullable Provider provider) {
    try {
      return new Tools(provider);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("the provider lacks an algorithm", e);
    }
  }

  private static Cipher cipher(String name, @Nullable Provider provider)
      throws GeneralSecurityException {
    return provider == null ? Cipher.getInstance(name) : Cipher.getInstance(name, provider);
  }

  private static Mac mac(String name, @Nullable Provider provider) throws GeneralSecurityException {
    return provider == null ? Mac.getInstance(name) : Mac.getInstance(name, provider);
  }

  /**
   * Puts a dummy in place of each key, which the platform's ciphers zero then.
   *
   * <p>GCM has to be set to encrypt: the platform keeps the last encryption key apart, to notice
   * repeated nonces, and decrypting does not displace it.
   */
  void forget() {
    try {
      GCMParameterSpec fresh = new GCMParameterSpec(8 * Primitives.TAG, nonce(++forgotten));
      gcm.init(Cipher.ENCRYPT_MODE, DUMMY, fresh);
      wrap.init(Cipher.ENCRYPT_MODE, DUMMY);
      unwrap.init(Cipher.DECRYPT_MODE, DUMMY);
      hmac256.init(DUMMY);
      hmac512.init(DUMMY);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("a cipher refuses a key", e);
    }
  }

  private static byte[] nonce(long count) {
    byte[] nonce = new byte[Primitives.NONCE];
    for (int i = 0; i < 8; i++) {
      nonce[i] = (byte) (count >>> (8 * i));
    }
    return nonce;
  }
}
