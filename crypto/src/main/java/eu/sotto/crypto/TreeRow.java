package eu.sotto.crypto;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * Where the tree stands: the last finished epoch and a rewrite that may be under way.
 *
 * @param epoch the last finished epoch
 * @param attempted the greatest epoch ever begun
 * @param pending the epoch of the rewrite under way, 0 for none
 * @param replaced the nodes that the rewrite replaces, with their old generations
 * @param doomed the keys that the rewrite destroys, or that were left DESTROYING by an aborted one
 */
record TreeRow(long epoch, long attempted, long pending, List<Node> replaced, List<KeyId> doomed) {
  private static final byte VERSION = 1;
  private static final int NODE = 1 + 4 + 8;

  /**
   * A replaced node.
   *
   * @param level 0 for the nodes that hold leaves
   * @param index within its level
   * @param generation the old one
   */
  record Node(int level, int index, long generation) {}

  TreeRow {
    replaced = List.copyOf(replaced);
    doomed = List.copyOf(doomed);
  }

  static TreeRow first() {
    return new TreeRow(1, 1, 0, List.of(), List.of());
  }

  TreeRow finished() {
    return new TreeRow(pending, attempted, 0, List.of(), List.of());
  }

  TreeRow aborted() {
    return new TreeRow(epoch, attempted, 0, List.of(), doomed);
  }

  byte[] encode() {
    ByteBuffer target =
        ByteBuffer.allocate(1 + 24 + 8 + NODE * replaced.size() + KeyId.LENGTH * doomed.size());
    target.put(VERSION).putLong(epoch).putLong(attempted).putLong(pending);
    target.putInt(replaced.size());
    for (Node node : replaced) {
      target.put((byte) node.level).putInt(node.index).putLong(node.generation);
    }
    target.putInt(doomed.size());
    doomed.forEach(id -> id.writeTo(target));
    return target.array();
  }

  static TreeRow decode(byte[] content) {
    try {
      ByteBuffer source = ByteBuffer.wrap(content);
      if (source.get() != VERSION) {
        throw new CryptoException.Malformed("unknown version of the tree row");
      }
      long epoch = source.getLong();
      long attempted = source.getLong();
      long pending = source.getLong();
      List<Node> replaced = new ArrayList<>();
      for (int i = source.getInt(); i > 0; i--) {
        replaced.add(new Node(source.get(), source.getInt(), source.getLong()));
      }
      List<KeyId> doomed = new ArrayList<>();
      for (int i = source.getInt(); i > 0; i--) {
        doomed.add(KeyId.from(source));
      }
      return new TreeRow(epoch, attempted, pending, replaced, doomed);
    } catch (BufferUnderflowException e) {
      throw new CryptoException.Malformed("tree row is cut");
    }
  }
}
