package eu.sotto.crypto;

import eu.sotto.crypto.KeyStore.Change;
import eu.sotto.crypto.KeyStore.Put;
import eu.sotto.crypto.KeyStore.Row;
import eu.sotto.crypto.KeyTree.Planting;
import eu.sotto.crypto.NodeRow.Child;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** One transaction that adds leaves: places for them, and a new node when the last one is full. */
final class Growth {
  private static final Bytes NOTHING = Bytes.of(new byte[0]);

  private final KeyTree tree;
  private final List<Made> made = new ArrayList<>();
  private int node;
  private int child;
  private @Nullable Lease nodeKey;

  /** A node that exists once the transaction is applied. */
  private record Made(int level, int index, Lease key) {}

  Growth(KeyTree tree, int node, int child) {
    this.tree = tree;
    this.node = node;
    this.child = child;
  }

  int node() {
    return node;
  }

  int child() {
    return child;
  }

  void plant(Planting planting, List<Change> changes) {
    Lease key = place(changes);
    int position = (node << 8) | child++;
    LeafName name = new LeafName(planting.kind(), planting.id(), position);
    byte[] wrapped = tree.wraps.wrapLeaf(key.secret(), name, planting.body().raw());
    changes.add(new Put(Rows.loose(node, key.mark(), position & 0xff), 0, Bytes.owning(wrapped)));
    Bytes commitment =
        Commitments.of(tree.primitives, planting.id(), planting.kind(), planting.body());
    KeyRow row =
        new KeyRow(
            planting.kind(),
            KeyState.ACTIVE,
            position,
            tree.trunk().epoch,
            commitment,
            planting.extra());
    changes.add(tree.put(planting.id(), 0, row));
  }

  private Lease place(List<Change> changes) {
    if (child < KeyTree.FANOUT) {
      if (nodeKey == null) {
        nodeKey = tree.node(0, node);
      }
      if (nodeKey != null) {
        return nodeKey;
      }
    }
    release();
    nodeKey = claim(changes);
    child = 0;
    return nodeKey;
  }

  /** Takes the next unused node of the lowest level and hangs it into the tree. */
  private Lease claim(List<Change> changes) {
    @Nullable Row allocation = tree.rows.read(Rows.ALLOCATION);
    Secret stateKey = tree.trunk().stateKey;
    int next = count(tree, allocation);
    if (next >= 1 << 24) {
      throw new CryptoException.LimitExceeded("a vault holds at most 2^32 keys in its life");
    }
    byte[] after = ByteBuffer.allocate(4).putInt(next + 1).array();
    changes.add(
        new Put(
            Rows.ALLOCATION,
            allocation == null ? 0 : allocation.version(),
            tree.rows.tagged(stateKey, Rows.ALLOCATION, after)));
    node = next;
    Lease leaf = fresh(0, next);
    hang(0, next, leaf, changes);
    leaf.acquire();
    return leaf;
  }

  private static int count(KeyTree tree, @Nullable Row allocation) {
    return allocation == null
        ? 0
        : ByteBuffer.wrap(tree.rows.untagged(tree.trunk().stateKey, allocation)).getInt();
  }

  /** The number of lowest nodes that were ever made. */
  static int allocated(KeyTree tree) {
    return count(tree, tree.rows.read(Rows.ALLOCATION));
  }

  private Lease fresh(int level, int index) {
    Secret secret = Secret.random(tree.random, Primitives.KEY);
    Lease key = new Lease(secret, KeyKind.SLOT, tree.trunk().epoch);
    made.add(new Made(level, index, key));
    return key;
  }

  private void hang(int level, int index, Lease key, List<Change> changes) {
    int above = level + 1;
    int parentIndex = index >>> 8;
    @Nullable Lease parent = tree.node(above, parentIndex);
    if (parent != null) {
      try (parent) {
        String name = Rows.node(above, parentIndex, parent.mark());
        @Nullable Row row = tree.rows.read(name);
        Map<Integer, Child> children = row == null ? new TreeMap<>() : NodeRow.decode(row.value());
        children.put(index & 0xff, tree.wraps.wrapNode(parent.secret(), level, index, key));
        changes.add(new Put(name, row == null ? 0 : row.version(), NodeRow.encode(children)));
      }
      return;
    }
    Lease made = fresh(above, parentIndex);
    Map<Integer, Child> only = new TreeMap<>();
    only.put(index & 0xff, tree.wraps.wrapNode(made.secret(), level, index, key));
    changes.add(new Put(Rows.node(above, parentIndex, made.mark()), 0, NodeRow.encode(only)));
    hang(above, parentIndex, made, changes);
  }

  void commit() {
    release();
    for (Made one : made) {
      tree.nodes.keep(one.level, one.index, one.key).close();
    }
  }

  void abandon() {
    release();
    made.forEach(one -> one.key.retire());
  }

  private void release() {
    if (nodeKey != null) {
      nodeKey.close();
      nodeKey = null;
    }
  }

  static Bytes nothing() {
    return NOTHING;
  }
}
