package eu.sotto.crypto;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * What a record slot holds: the protection, the context it is for, and the wrapped data key.
 *
 * @param protection with the slot itself
 * @param context the digest of the context
 * @param wraps the wrapped data key
 */
record SlotBody(Protection protection, Bytes context, List<byte[]> wraps) {
  Secret encode() {
    List<KeyId> keys = protection.keys();
    ByteBuffer target =
        ByteBuffer.allocate(
            2 + keys.size() * KeyId.LENGTH + 32 + wraps.size() * Primitives.WRAPPED_KEY);
    target.put((byte) (protection instanceof Protection.Any ? 1 : 0)).put((byte) keys.size());
    keys.forEach(key -> key.writeTo(target));
    target.put(context.shared());
    wraps.forEach(target::put);
    return Secret.owning(target.array());
  }

  static SlotBody decode(KeyId slot, byte[] body) {
    ByteBuffer source = ByteBuffer.wrap(body);
    int count = body.length < 2 ? 0 : body[1];
    boolean any = body.length > 0 && body[0] == 1;
    int wrapCount = any ? count : 1;
    int length = 2 + count * KeyId.LENGTH + 32 + wrapCount * Primitives.WRAPPED_KEY;
    if (count < 1 || count > Protection.MAX_KEYS || (body[0] >> 1) != 0 || body.length != length) {
      throw new CryptoException.Tampered("record slot has another length");
    }
    source.position(2);
    List<KeyId> keys = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      keys.add(KeyId.from(source));
    }
    byte[] context = new byte[32];
    source.get(context);
    List<byte[]> wraps = new ArrayList<>(wrapCount);
    for (int i = 0; i < wrapCount; i++) {
      byte[] wrap = new byte[Primitives.WRAPPED_KEY];
      source.get(wrap);
      wraps.add(wrap);
    }
    try {
      Protection protection = any ? Protection.any(keys) : Protection.all(keys);
      return new SlotBody(protection.inSlot(slot), Bytes.owning(context), wraps);
    } catch (IllegalArgumentException e) {
      throw new CryptoException.Tampered("record slot names a key twice");
    }
  }
}
