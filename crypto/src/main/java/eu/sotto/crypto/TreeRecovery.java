package eu.sotto.crypto;

import eu.sotto.crypto.KeyStore.Change;
import eu.sotto.crypto.KeyStore.Remove;
import eu.sotto.crypto.KeyStore.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Finishes a rewrite whose slot was switched, and takes back one whose slot was not, after fencing
 * off whoever began it. Runs under the write lock of the tree.
 */
final class TreeRecovery {
  private TreeRecovery() {}

  /** Finishes or takes back a rewrite that somebody left; under the write lock. */
  static TreeRow settle(KeyTree tree) {
    for (int attempt = 0; attempt < KeyTree.ATTEMPTS; attempt++) {
      @Nullable TreeRow settled = attempt(tree);
      if (settled != null) {
        return settled;
      }
    }
    throw new CryptoException.Unavailable("key store is too contended", null);
  }

  /**
   * One attempt; null if another vault is at work. The slot goes ahead of the store, never back: a
   * row of another epoch that was read between two equal readings of the slot is of no time at all.
   */
  private static @Nullable TreeRow attempt(KeyTree tree) {
    refresh(tree);
    TreeRow now = tree.readTreeRow();
    long epoch = tree.trunk().epoch;
    if (now.pending() == 0 && now.epoch() == epoch) {
      return now;
    }
    tree.nodes.clear();
    if (now.pending() != 0 && now.pending() == epoch) {
      return finish(tree, now);
    }
    if (now.pending() != 0 && now.epoch() == epoch) {
      return takeBack(tree, now);
    }
    if (refresh(tree)) {
      return null;
    }
    throw new CryptoException.RolledBack(
        "the key store is at epoch " + now.epoch() + ", its slot at " + epoch);
  }

  private static boolean refresh(KeyTree tree) {
    boolean changed = tree.slot.refresh();
    if (changed) {
      tree.nodes.clear();
    }
    return changed;
  }

  private static @Nullable TreeRow takeBack(KeyTree tree, TreeRow now) {
    if (!tree.slot.fence()) {
      return null;
    }
    return withdraw(tree, now);
  }

  /** Removes the new nodes of a rewrite that nobody can commit; null as in {@link #finish}. */
  static @Nullable TreeRow withdraw(KeyTree tree, TreeRow now) {
    List<String> names = new ArrayList<>();
    now.replaced().forEach(node -> names.add(Rows.node(node.level(), node.index(), now.pending())));
    return conclude(tree, removals(tree, names), now.aborted());
  }

  /**
   * Removes what the committed rewrite replaced, and turns its keys into tombstones; null if
   * another vault came in between.
   */
  static @Nullable TreeRow finish(KeyTree tree, TreeRow now) {
    List<String> names = new ArrayList<>();
    List<Change> changes = new ArrayList<>();
    for (TreeRow.Node node : now.replaced()) {
      names.add(Rows.node(node.level(), node.index(), node.generation()));
      if (node.level() == 0) {
        names.add(Rows.dirty(node.index(), node.generation()));
        for (Row loose : tree.rows.scan(Rows.loosePrefix(node.index(), node.generation()))) {
          changes.add(new Remove(loose.name(), loose.version()));
        }
      }
    }
    changes.addAll(removals(tree, names));
    Map<String, Row> rows = tree.rows.read(now.doomed().stream().map(Rows::key).toList());
    for (KeyId id : now.doomed()) {
      @Nullable Row row = rows.get(Rows.key(id));
      if (row != null) {
        KeyRow key = KeyRow.decode(tree.rows.untagged(tree.trunk().stateKey, row));
        changes.add(tree.put(id, row.version(), key.with(KeyState.DESTROYED, now.pending())));
      }
    }
    return conclude(tree, changes, now.finished());
  }

  private static List<Change> removals(KeyTree tree, List<String> names) {
    List<Change> removals = new ArrayList<>();
    tree.rows
        .read(names)
        .values()
        .forEach(row -> removals.add(new Remove(row.name(), row.version())));
    return removals;
  }

  private static @Nullable TreeRow conclude(KeyTree tree, List<Change> changes, TreeRow next) {
    changes.add(tree.put(next));
    if (!tree.rows.apply(changes)) {
      return null;
    }
    tree.treeVersion++;
    return next;
  }
}
