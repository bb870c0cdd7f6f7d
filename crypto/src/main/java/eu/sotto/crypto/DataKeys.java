package eu.sotto.crypto;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Wraps data keys under the keys of a protection, bound to a context and, if any, to a slot. */
final class DataKeys {
  private static final byte[] LABEL = "sotto/kek/1".getBytes(StandardCharsets.US_ASCII);
  private static final byte ALL = 0;
  private static final byte ANY = 1;

  private final Primitives primitives;

  DataKeys(Primitives primitives) {
    this.primitives = primitives;
  }

  /**
   * Wraps a data key: once for ALL, once per key for ANY. Every key must be active; {@code leases}
   * must be empty, and has them all afterwards.
   */
  List<byte[]> wrap(Protection protection, Context context, byte[] dek, Leases leases) {
    List<KeyId> keys = protection.keys();
    if (protection instanceof Protection.All) {
      takeAll(keys, leases);
      return List.of(wrap(leases.all(), info(ALL, keys, protection, context), dek));
    }
    List<byte[]> wraps = new ArrayList<>(keys.size());
    for (KeyId key : keys) {
      Lease lease = leases.take(key);
      wraps.add(wrap(List.of(lease), info(ANY, List.of(key), protection, context), dek));
    }
    return wraps;
  }

  private static void takeAll(List<KeyId> keys, Leases leases) {
    for (KeyId key : keys) {
      leases.take(key);
    }
  }

  private byte[] wrap(List<Lease> leases, byte[] info, byte[] dek) {
    byte[] kek = kek(leases, info);
    byte[] wrapped = primitives.wrap(kek, dek);
    Arrays.fill(kek, (byte) 0);
    return wrapped;
  }

  /** Unwraps a data key with whatever keys it needs, which stay leased; to be zeroed. */
  byte[] unwrap(Protection protection, List<byte[]> wraps, Context context, Leases leases) {
    List<KeyId> keys = protection.keys();
    if (protection instanceof Protection.All) {
      takeAll(keys, leases);
      return unwrap(leases.all(), info(ALL, keys, protection, context), wraps.get(0));
    }
    int which = firstUsable(keys, leases);
    KeyId key = keys.get(which);
    return unwrap(leases.all(), info(ANY, List.of(key), protection, context), wraps.get(which));
  }

  private int firstUsable(List<KeyId> keys, Leases leases) {
    CryptoException first = null;
    for (int i = 0; i < keys.size(); i++) {
      try {
        leases.take(keys.get(i));
        return i;
      } catch (CryptoException.KeyDestroyed | CryptoException.KeyNotFound e) {
        first = first == null ? e : first;
      }
    }
    throw first == null ? new CryptoException.Malformed("no key is named") : first;
  }

  private byte[] unwrap(List<Lease> leases, byte[] info, byte[] wrapped) {
    byte[] kek = kek(leases, info);
    byte @Nullable [] dek = primitives.unwrap(kek, wrapped);
    Arrays.fill(kek, (byte) 0);
    if (dek == null || dek.length != Primitives.KEY) {
      throw new CryptoException.Tampered("altered, or sealed for another context");
    }
    return dek;
  }

  private byte[] kek(List<Lease> leases, byte[] info) {
    byte[][] secrets = new byte[leases.size()][];
    for (int i = 0; i < secrets.length; i++) {
      secrets[i] = leases.get(i).secret().raw();
    }
    byte[] prk = primitives.hmac256(LABEL, secrets);
    byte[] kek = primitives.hmac256(prk, info);
    Arrays.fill(prk, (byte) 0);
    return kek;
  }

  private static byte[] info(byte mode, List<KeyId> keys, Protection protection, Context context) {
    ByteBuffer info = ByteBuffer.allocate(4 + KeyId.LENGTH * (keys.size() + 1) + 32 + 1);
    info.put((byte) Header.VERSION).put((byte) Header.SUITE).put(mode).put((byte) keys.size());
    for (KeyId key : keys) {
      key.writeTo(info);
    }
    protection.slot().orElse(NO_SLOT).writeTo(info);
    return info.put(context.digest()).put((byte) 1).array();
  }

  private static final KeyId NO_SLOT = new KeyId(0, 0);
}
