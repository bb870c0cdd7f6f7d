package eu.sotto.crypto;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Wrapping under a root key in memory: AES-KWP under a key derived for the context. */
final class RootWrap {
  private static final byte[] LABEL = "sotto/root/1".getBytes(StandardCharsets.US_ASCII);

  private RootWrap() {}

  static byte[] wrap(Primitives primitives, Secret root, Secret key, Context context) {
    byte[] kek = primitives.hmac256(root.raw(), LABEL, context.digest());
    try {
      return primitives.wrap(kek, key.raw());
    } finally {
      Arrays.fill(kek, (byte) 0);
      primitives.forget();
    }
  }

  static Secret unwrap(Primitives primitives, Secret root, byte[] wrapped, Context context) {
    byte[] kek = primitives.hmac256(root.raw(), LABEL, context.digest());
    try {
      byte[] key = primitives.unwrap(kek, wrapped);
      if (key == null) {
        throw new CryptoException.WrongRootKey(
            "wrong root key or passphrase, or what it wrapped is altered");
      }
      return Secret.owning(key);
    } finally {
      Arrays.fill(kek, (byte) 0);
      primitives.forget();
    }
  }
}
