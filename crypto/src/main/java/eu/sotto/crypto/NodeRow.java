package eu.sotto.crypto;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.TreeMap;

/** The wrapped children of one node, as stored; what is wrapped authenticates itself. */
final class NodeRow {
  private static final byte VERSION = 1;

  private NodeRow() {}

  /**
   * A child of a node.
   *
   * @param generation of the child node; 0 for a leaf
   * @param wrapped under the node's key
   */
  record Child(long generation, Bytes wrapped) {}

  static Bytes encode(Map<Integer, Child> children) {
    int length = 3;
    for (Child child : children.values()) {
      length += 1 + 8 + 2 + child.wrapped.length();
    }
    ByteBuffer target = ByteBuffer.allocate(length);
    target.put(VERSION).putShort((short) children.size());
    children.forEach(
        (index, child) ->
            target
                .put(index.byteValue())
                .putLong(child.generation)
                .putShort((short) child.wrapped.length())
                .put(child.wrapped.shared()));
    return Bytes.owning(target.array());
  }

  static Map<Integer, Child> decode(Bytes value) {
    Map<Integer, Child> children = new TreeMap<>();
    try {
      ByteBuffer source = ByteBuffer.wrap(value.shared());
      if (source.get() != VERSION) {
        throw new CryptoException.Malformed("unknown version of a tree node");
      }
      int count = source.getShort();
      for (int i = 0; i < count; i++) {
        int index = source.get() & 0xff;
        long generation = source.getLong();
        byte[] wrapped = new byte[source.getShort() & 0xffff];
        source.get(wrapped);
        children.put(index, new Child(generation, Bytes.owning(wrapped)));
      }
      return children;
    } catch (BufferUnderflowException e) {
      throw new CryptoException.Tampered("tree node is cut");
    }
  }
}
