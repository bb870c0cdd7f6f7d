package eu.sotto.crypto;

import eu.sotto.crypto.KeyStore.Change;
import eu.sotto.crypto.KeyStore.Put;
import eu.sotto.crypto.KeyStore.Row;
import eu.sotto.crypto.NodeRow.Child;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Replaces the nodes above some leaves by nodes with new keys, leaving some leaves out.
 *
 * <p>Order of the writes: (1) the new nodes and the order of destruction, in one transaction, which
 * closes the old nodes to other vaults; they are read again, and if one of them has changed, this
 * begins anew; (2) the slot, which commits; (3) removal of the old nodes and the tombstones, in one
 * transaction. Whoever finds a rewrite begun finishes it if the slot was switched, and otherwise
 * takes the new nodes back ({@link TreeRecovery}). Runs under the write lock of the tree.
 */
final class TreeRewrite {
  /** The greatest number of lowest nodes replaced at once, to bound memory and the time locked. */
  static final int MAX_NODES = 256;

  private static final Lease GONE = new Lease(Secret.owning(new byte[0]), KeyKind.SLOT, 0);

  private final KeyTree tree;
  private final Set<KeyId> doomed;
  private final List<Change> changes = new ArrayList<>();
  private final List<TreeRow.Node> replaced = new ArrayList<>();
  private final List<Lease> made = new ArrayList<>();
  private final Map<Integer, Map<Integer, Lease>> fresh = new HashMap<>();

  /** The rows of the replaced nodes with their versions, as they were rewrapped. */
  private final Map<String, Long> seen = new HashMap<>();

  private int wraps;

  private TreeRewrite(KeyTree tree, Collection<KeyId> doomed) {
    this.tree = tree;
    this.doomed = new LinkedHashSet<>(doomed);
  }

  /**
   * What a rewrite came to.
   *
   * @param epoch the epoch that it committed
   * @param wraps the number of children wrapped again
   * @param removed whether the old nodes are removed too; if not, {@link TreeRecovery} does it
   *     later
   */
  record Outcome(long epoch, int wraps, boolean removed) {}

  /** Rewrites; null if another vault came in between, then nothing has changed. */
  static @Nullable Outcome run(
      KeyTree tree, Collection<KeyId> doomed, Collection<Integer> others, List<Put> notes) {
    TreeRow now = TreeRecovery.settle(tree);
    Set<KeyId> all = new LinkedHashSet<>(doomed);
    all.addAll(now.doomed());
    return new TreeRewrite(tree, all).run(now, others, notes);
  }

  private @Nullable Outcome run(TreeRow now, Collection<Integer> others, List<Put> notes) {
    long epoch = now.attempted() + 1;
    Set<Integer> indexes = new TreeSet<>(others);
    Map<String, Row> rows = tree.rows.read(doomed.stream().map(Rows::key).toList());
    for (KeyId id : doomed) {
      @Nullable Row row = rows.get(Rows.key(id));
      if (row == null) {
        throw new CryptoException.KeyNotFound(id);
      }
      KeyRow key = KeyRow.decode(tree.rows.untagged(tree.trunk().stateKey, row));
      indexes.add(key.node());
      changes.add(tree.put(id, row.version(), key.with(KeyState.DESTROYING, epoch)));
    }
    try (Trunk next = tree.trunk().next(epoch, tree.random)) {
      rewriteLeaves(indexes, epoch);
      for (int level = 1; level <= KeyTree.TOP; level++) {
        rewriteInner(level, next);
      }
      TreeRow pending = new TreeRow(now.epoch(), epoch, epoch, replaced, List.copyOf(doomed));
      changes.add(tree.put(pending));
      changes.addAll(notes);
      if (!tree.rows.apply(changes)) {
        return null;
      }
      tree.treeVersion++;
      return commit(pending, next);
    } finally {
      made.forEach(Lease::retire);
    }
  }

  /**
   * Whether the old nodes are still as they were rewrapped. What another vault adds to them is
   * refused once the order of destruction is written, but may have come before it.
   */
  private boolean isAsSeen() {
    Map<String, Long> now = new HashMap<>();
    List<String> names = new ArrayList<>();
    for (TreeRow.Node node : replaced) {
      names.add(Rows.node(node.level(), node.index(), node.generation()));
      if (node.level() == 0) {
        note(tree.rows.scan(Rows.loosePrefix(node.index(), node.generation())), now);
      }
    }
    note(tree.rows.read(names).values(), now);
    return now.equals(seen);
  }

  private static void note(Collection<Row> rows, Map<String, Long> versions) {
    rows.forEach(row -> versions.put(row.name(), row.version()));
  }

  private @Nullable Outcome commit(TreeRow pending, Trunk next) {
    long version = tree.treeVersion;
    tree.treeVersion = KeyTree.UNKNOWN;
    if (!isAsSeen()) {
      tree.treeVersion = version;
      TreeRecovery.withdraw(tree, pending);
      return null;
    }
    if (!tree.slot.replace(next.copy())) {
      tree.nodes.clear();
      return null;
    }
    tree.treeVersion = version;
    replaced.forEach(node -> tree.nodes.forget(node.level(), node.index()));
    boolean removed = true;
    try {
      if (TreeRecovery.finish(tree, pending) == null) {
        TreeRecovery.settle(tree);
      }
    } catch (CryptoException.Unavailable e) {
      removed = false;
    }
    return new Outcome(pending.pending(), wraps, removed);
  }

  private void rewriteLeaves(Set<Integer> indexes, long epoch) {
    Map<Integer, Lease> next = new HashMap<>();
    for (int index : indexes) {
      @Nullable Lease old = tree.node(0, index);
      if (old == null) {
        continue;
      }
      try (old) {
        Lease key = newKey(epoch);
        Map<Integer, Child> survivors = rewrapLeaves(index, old, key);
        replaced.add(new TreeRow.Node(0, index, old.mark()));
        if (!survivors.isEmpty()) {
          changes.add(new Put(Rows.node(0, index, epoch), 0, NodeRow.encode(survivors)));
          next.put(index, key);
        } else {
          next.put(index, GONE);
        }
      }
    }
    fresh.put(0, next);
  }

  private Lease newKey(long epoch) {
    Lease key = new Lease(Secret.random(tree.random, Primitives.KEY), KeyKind.SLOT, epoch);
    made.add(key);
    return key;
  }

  private Map<Integer, Child> rewrapLeaves(int index, Lease old, Lease fresh) {
    Map<Integer, Child> children = children(0, index, old.mark());
    String prefix = Rows.loosePrefix(index, old.mark());
    List<Row> added = tree.rows.scan(prefix);
    note(added, seen);
    for (Row loose : added) {
      int child = Integer.parseInt(loose.name(), prefix.length(), loose.name().length(), 10);
      children.put(child, new Child(0, loose.value()));
    }
    Map<Integer, Child> survivors = new TreeMap<>();
    children.forEach(
        (child, entry) -> {
          byte[] plain = tree.wraps.openLeaf(old.secret(), entry.wrapped().shared());
          if (!doomed.contains(LeafName.decode(plain).id())) {
            byte[] wrapped = tree.primitives.wrap(fresh.secret().raw(), plain);
            survivors.put(child, new Child(0, Bytes.owning(wrapped)));
            wraps++;
          }
          Arrays.fill(plain, (byte) 0);
        });
    return survivors;
  }

  private Map<Integer, Child> children(int level, int index, long generation) {
    @Nullable Row row = tree.rows.read(Rows.node(level, index, generation));
    if (row == null) {
      return new TreeMap<>();
    }
    note(List.of(row), seen);
    return NodeRow.decode(row.value());
  }

  private void rewriteInner(int level, Trunk nextTrunk) {
    Map<Integer, Lease> below = fresh.getOrDefault(level - 1, Map.of());
    Map<Integer, Map<Integer, Lease>> byParent = new TreeMap<>();
    below.forEach(
        (index, key) ->
            byParent.computeIfAbsent(index >>> 8, parent -> new TreeMap<>()).put(index, key));
    if (level == KeyTree.TOP) {
      byParent.putIfAbsent(0, Map.of());
    }
    Map<Integer, Lease> next = new HashMap<>();
    byParent.forEach(
        (index, changed) -> {
          Lease key =
              level == KeyTree.TOP
                  ? new Lease(nextTrunk.rootSecret, KeyKind.SLOT, nextTrunk.epoch)
                  : newKey(nextTrunk.epoch);
          next.put(index, rewriteNode(level, index, changed, key) ? key : GONE);
        });
    fresh.put(level, next);
  }

  private boolean rewriteNode(int level, int index, Map<Integer, Lease> changed, Lease key) {
    @Nullable Lease old = tree.node(level, index);
    if (old == null) {
      throw new CryptoException.Tampered("a node of the key tree is missing");
    }
    try (old) {
      Map<Integer, Child> children = children(level, index, old.mark());
      changed.keySet().forEach(child -> children.remove(child & 0xff));
      Map<Integer, Child> next = new TreeMap<>();
      children.forEach(
          (child, entry) -> {
            int childIndex = (index << 8) | child;
            try (Secret childKey =
                tree.wraps.unwrapNode(old.secret(), level - 1, childIndex, entry)) {
              Lease same = new Lease(childKey, KeyKind.SLOT, entry.generation());
              next.put(child, tree.wraps.wrapNode(key.secret(), level - 1, childIndex, same));
            }
          });
      changed.forEach(
          (childIndex, changedKey) -> {
            if (changedKey != GONE) {
              next.put(
                  childIndex & 0xff,
                  tree.wraps.wrapNode(key.secret(), level - 1, childIndex, changedKey));
            }
          });
      wraps += next.size();
      replaced.add(new TreeRow.Node(level, index, old.mark()));
      boolean stays = !next.isEmpty() || level == KeyTree.TOP;
      if (stays) {
        changes.add(new Put(Rows.node(level, index, key.mark()), 0, NodeRow.encode(next)));
      }
      return stays;
    }
  }
}
