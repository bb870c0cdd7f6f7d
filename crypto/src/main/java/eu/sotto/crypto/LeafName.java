package eu.sotto.crypto;

import java.nio.ByteBuffer;

/** What a wrapped leaf says about itself: it opens at its own place only. */
record LeafName(KeyKind kind, KeyId id, int position) {
  static final int LENGTH = 1 + KeyId.LENGTH + 4;

  void writeTo(ByteBuffer target) {
    target.put(kind.code());
    id.writeTo(target);
    target.putInt(position);
  }

  static LeafName decode(byte[] plain) {
    ByteBuffer source = ByteBuffer.wrap(plain);
    return new LeafName(KeyKind.of(source.get()), KeyId.from(source), source.getInt());
  }
}
