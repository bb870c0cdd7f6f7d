package eu.sotto.crypto;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;

/**
 * What the store says of one key.
 *
 * @param kind what it is for
 * @param state never NONE
 * @param position the leaf of the tree that holds it, unsigned
 * @param epoch the epoch of its creation, or of its destruction
 * @param commitment a hash of the secret
 * @param extra the verifier key of a signing key, otherwise empty
 */
record KeyRow(
    KeyKind kind, KeyState state, int position, long epoch, Bytes commitment, Bytes extra) {
  private static final byte VERSION = 1;

  KeyRow with(KeyState next, long atEpoch) {
    return new KeyRow(kind, next, position, atEpoch, commitment, extra);
  }

  KeyRow with(Bytes newCommitment) {
    return new KeyRow(kind, state, position, epoch, newCommitment, extra);
  }

  int node() {
    return position >>> 8;
  }

  int child() {
    return position & 0xff;
  }

  byte[] encode() {
    return ByteBuffer.allocate(3 + 4 + 8 + 32 + extra.length())
        .put(VERSION)
        .put(kind.code())
        .put(state.code())
        .putInt(position)
        .putLong(epoch)
        .put(commitment.shared())
        .put(extra.shared())
        .array();
  }

  static KeyRow decode(byte[] content) {
    try {
      ByteBuffer source = ByteBuffer.wrap(content);
      if (source.get() != VERSION) {
        throw new CryptoException.Malformed("unknown version of a key row");
      }
      KeyKind kind = KeyKind.of(source.get());
      KeyState state = KeyState.of(source.get());
      int position = source.getInt();
      long epoch = source.getLong();
      byte[] commitment = new byte[32];
      source.get(commitment);
      byte[] extra = new byte[source.remaining()];
      source.get(extra);
      return new KeyRow(
          kind, state, position, epoch, Bytes.owning(commitment), Bytes.owning(extra));
    } catch (BufferUnderflowException | IndexOutOfBoundsException e) {
      throw new CryptoException.Malformed("key row is cut");
    }
  }
}
