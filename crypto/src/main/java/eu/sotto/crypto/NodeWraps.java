package eu.sotto.crypto;

import eu.sotto.crypto.NodeRow.Child;
import java.nio.ByteBuffer;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Wraps nodes and leaves under the node above them, each bound to its place in the tree. */
final class NodeWraps {
  private static final int NODE_PLAIN = 32 + 1 + 4 + 8;

  private final Primitives primitives;

  NodeWraps(Primitives primitives) {
    this.primitives = primitives;
  }

  byte[] wrapLeaf(Secret node, LeafName name, byte[] body) {
    ByteBuffer plain = ByteBuffer.allocate(LeafName.LENGTH + body.length);
    name.writeTo(plain);
    plain.put(body);
    byte[] wrapped = primitives.wrap(node.raw(), plain.array());
    Arrays.fill(plain.array(), (byte) 0);
    return wrapped;
  }

  /** The name followed by the body, in clear; to be zeroed. */
  byte[] openLeaf(Secret node, byte[] wrapped) {
    byte @Nullable [] plain = primitives.unwrap(node.raw(), wrapped);
    if (plain == null || plain.length < LeafName.LENGTH) {
      throw new CryptoException.Tampered("a leaf of the key tree is altered");
    }
    return plain;
  }

  /** The body of the leaf of that name. */
  Secret unwrapLeaf(Secret node, byte[] wrapped, LeafName expected) {
    byte[] plain = openLeaf(node, wrapped);
    try {
      if (!LeafName.decode(plain).equals(expected)) {
        throw new CryptoException.Tampered("a leaf of the key tree is at another's place");
      }
      return Secret.owning(Arrays.copyOfRange(plain, LeafName.LENGTH, plain.length));
    } finally {
      Arrays.fill(plain, (byte) 0);
    }
  }

  Child wrapNode(Secret parent, int level, int index, Lease node) {
    byte[] plain = new byte[NODE_PLAIN];
    ByteBuffer.wrap(plain)
        .put(node.secret().raw())
        .put((byte) level)
        .putInt(index)
        .putLong(node.mark());
    Child child = new Child(node.mark(), Bytes.owning(primitives.wrap(parent.raw(), plain)));
    Arrays.fill(plain, (byte) 0);
    return child;
  }

  Secret unwrapNode(Secret parent, int level, int index, Child child) {
    byte @Nullable [] plain = primitives.unwrap(parent.raw(), child.wrapped().shared());
    if (plain == null || plain.length != NODE_PLAIN) {
      throw new CryptoException.Tampered("a node of the key tree is altered");
    }
    ByteBuffer source = ByteBuffer.wrap(plain);
    byte[] key = new byte[32];
    source.get(key);
    boolean same =
        source.get() == level && source.getInt() == index && source.getLong() == child.generation();
    Arrays.fill(plain, (byte) 0);
    if (!same) {
      throw new CryptoException.Tampered("a node of the key tree is at another's place");
    }
    return Secret.owning(key);
  }
}
