package eu.sotto.crypto;

import eu.sotto.crypto.KeyStore.Put;
import java.util.List;
import java.util.Map;

/**
 * Opens a tree, or makes it where there is none; of several vaults that find none at the same
 * moment one makes it and the others join.
 *
 * <p>The slot is filled first: whoever fills it has founded the vault, and anybody who reads it can
 * write the first rows, of which one transaction applies. So a slot without rows is a founding that
 * is under way or was cut short, while rows without a slot are a store whose slot is lost.
 */
final class Founding {
  private Founding() {}

  /** Opens the slot and the tree, and recovers; under the write lock. */
  static void open(KeyTree tree) {
    boolean opened = tree.slot.open();
    if (!opened && isInUse(tree)) {
      opened = tree.slot.open();
      if (!opened) {
        throw new CryptoException.RolledBack("the key store is in use, but its slot is empty");
      }
    }
    if (!opened) {
      tree.slot.found(tree.random);
    }
    if (tree.trunk().epoch == 1 && !hasTree(tree)) {
      writeFirstRows(tree);
    }
    TreeRecovery.settle(tree);
  }

  private static boolean isInUse(KeyTree tree) {
    return !tree.rows.page("", "").isEmpty();
  }

  private static boolean hasTree(KeyTree tree) {
    return tree.rows.read(Rows.TREE) != null;
  }

  private static void writeFirstRows(KeyTree tree) {
    if (isInUse(tree)) {
      if (!hasTree(tree)) {
        throw new CryptoException.RolledBack("the key store is in use, but has no tree");
      }
      return;
    }
    Put top = new Put(Rows.node(KeyTree.TOP, 0, 1), 0, NodeRow.encode(Map.of()));
    boolean first = tree.rows.apply(List.of(top, tree.put(TreeRow.first())));
    if (!first && !hasTree(tree)) {
      throw new CryptoException.RolledBack("the key store is in use, but has no tree");
    }
  }
}
