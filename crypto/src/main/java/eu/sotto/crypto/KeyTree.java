package eu.sotto.crypto;

import eu.sotto.crypto.KeyStore.Change;
import eu.sotto.crypto.KeyStore.Check;
import eu.sotto.crypto.KeyStore.Put;
import eu.sotto.crypto.KeyStore.Row;
import eu.sotto.crypto.NodeRow.Child;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.jspecify.annotations.Nullable;

/**
 * Four levels of nodes with 256 children each, under a root secret that lies in the slot.
 *
 * <p>A leaf is added by writing its own rows only; nodes are replaced, never overwritten, and the
 * switch of the slot is what commits a replacement ({@link TreeRewrite}). Readers and growers hold
 * the read lock, a rewrite the write lock.
 */
final class KeyTree implements AutoCloseable {
  static final int TOP = 3;
  static final int FANOUT = 256;

  /** A version of the tree row that never is: nothing is added before the tree is recovered. */
  static final long UNKNOWN = -1;

  /** The greatest number of leaves of one {@link #add}. */
  static final int MAX_BATCH = FANOUT;

  /** How often something is begun anew because another vault came in between. */
  static final int ATTEMPTS = 16;

  final Rows rows;
  final Primitives primitives;
  final SecureRandom random;
  final ReentrantReadWriteLock lock = new ReentrantReadWriteLock();
  final NodeKeys nodes = new NodeKeys();
  final SlotAccess slot;
  final NodeWraps wraps;

  /** The version of the tree row as last seen; written under the write lock. */
  long treeVersion;

  private final ReentrantLock growing = new ReentrantLock();
  private int growNode = -1;
  private int growChild = FANOUT;

  KeyTree(Rows rows, SlotAccess slot, Primitives primitives, SecureRandom random) {
    this.rows = rows;
    this.slot = slot;
    this.primitives = primitives;
    this.wraps = new NodeWraps(primitives);
    this.random = random;
  }

  /** Opens the slot and the tree, which is made if there is none, and recovers. */
  void open() {
    lock.writeLock().lock();
    try {
      Founding.open(this);
    } finally {
      lock.writeLock().unlock();
    }
  }

  /** Puts the trunk under a new tenant key and another root key. */
  void rotate(RootKey next) {
    lock.writeLock().lock();
    try {
      TreeRecovery.settle(this);
      if (!slot.rotate(next, random)) {
        throw new CryptoException.Unavailable("another vault has changed the slot", null);
      }
    } finally {
      lock.writeLock().unlock();
    }
  }

  /** A leaf to be added. */
  record Planting(KeyId id, KeyKind kind, Secret body, Bytes extra) {}

  /** A leaf as loaded; the body is the caller's to close. */
  record Leaf(KeyRow row, Secret body) {}

  Trunk trunk() {
    return slot.trunk();
  }

  static int indexAt(int level, int position) {
    return level == TOP ? 0 : position >>> (8 * (level + 1));
  }

  /** The row of a key, or null if there never was one. */
  @Nullable KeyRow row(KeyId id) {
    @Nullable Row row = rows.read(Rows.key(id));
    return row == null ? null : KeyRow.decode(rows.untagged(trunk().stateKey, row));
  }

  /** Loads a leaf that must be active. */
  Leaf load(KeyId id) {
    for (int attempt = 0; attempt < 2; attempt++) {
      lock.readLock().lock();
      try {
        @Nullable KeyRow row = row(id);
        if (row == null) {
          throw new CryptoException.KeyNotFound(id);
        }
        if (row.state() != KeyState.ACTIVE) {
          throw new CryptoException.KeyDestroyed(id);
        }
        @Nullable Secret body = body(id, row);
        if (body != null) {
          return new Leaf(row, body);
        }
      } finally {
        lock.readLock().unlock();
      }
      refresh();
    }
    throw new CryptoException.Tampered("key " + id + " is not in the tree");
  }

  private @Nullable Secret body(KeyId id, KeyRow row) {
    @Nullable Lease node = node(0, row.node());
    if (node == null) {
      return null;
    }
    try (node) {
      String loose = Rows.loose(row.node(), node.mark(), row.child());
      String consolidated = Rows.node(0, row.node(), node.mark());
      Map<String, Row> found = rows.read(List.of(loose, consolidated));
      byte @Nullable [] wrapped = null;
      @Nullable Row looseRow = found.get(loose);
      @Nullable Row nodeRow = found.get(consolidated);
      if (looseRow != null) {
        wrapped = looseRow.value().shared();
      } else if (nodeRow != null) {
        @Nullable Child child = NodeRow.decode(nodeRow.value()).get(row.child());
        wrapped = child == null ? null : child.wrapped().shared();
      }
      return wrapped == null
          ? null
          : wraps.unwrapLeaf(node.secret(), wrapped, new LeafName(row.kind(), id, row.position()));
    }
  }

  /** The key of a node, to be closed; null if the node does not exist. */
  @Nullable Lease node(int level, int index) {
    if (level == TOP) {
      Trunk trunk = trunk();
      return new Lease(Secret.of(trunk.rootSecret.raw()), KeyKind.SLOT, trunk.epoch);
    }
    @Nullable Lease cached = nodes.lease(level, index);
    if (cached != null) {
      return cached;
    }
    @Nullable Lease parent = node(level + 1, index >>> 8);
    if (parent == null) {
      return null;
    }
    try (parent) {
      @Nullable Row row = rows.read(Rows.node(level + 1, index >>> 8, parent.mark()));
      @Nullable Child child = row == null ? null : NodeRow.decode(row.value()).get(index & 0xff);
      if (child == null) {
        return null;
      }
      Secret key = wraps.unwrapNode(parent.secret(), level, index, child);
      return nodes.keep(level, index, new Lease(key, KeyKind.SLOT, child.generation()));
    }
  }

  /**
   * Adds leaves in one transaction, together with other changes.
   *
   * @return false if an id is taken, or one of the other changes does not apply
   */
  boolean add(List<Planting> plantings, List<? extends Change> others) {
    if (plantings.size() > MAX_BATCH) {
      throw new CryptoException.LimitExceeded("at most " + MAX_BATCH + " keys are made at once");
    }
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      if (grow(plantings, others)) {
        return true;
      }
      if (!stillFree(plantings, others)) {
        return false;
      }
      recover();
    }
    throw new CryptoException.Unavailable("key store is too contended", null);
  }

  private boolean grow(List<Planting> plantings, List<? extends Change> others) {
    lock.readLock().lock();
    growing.lock();
    try {
      List<Change> changes = new ArrayList<>(others);
      changes.add(new Check(Rows.TREE, treeVersion));
      Growth growth = new Growth(this, growNode, growChild);
      growNode = -1;
      growChild = FANOUT;
      for (Planting planting : plantings) {
        growth.plant(planting, changes);
      }
      if (!rows.apply(changes)) {
        growth.abandon();
        return false;
      }
      growth.commit();
      growNode = growth.node();
      growChild = growth.child();
      return true;
    } finally {
      growing.unlock();
      lock.readLock().unlock();
    }
  }

  /**
   * Gives an active leaf another body. The old wrapped body may survive in the store's files until
   * the node is rewritten, which the next destruction does, whatever it destroys.
   *
   * @return false if somebody else changed the leaf or the tree
   */
  boolean replace(KeyId id, Secret body) {
    lock.readLock().lock();
    try {
      @Nullable Row stored = rows.read(Rows.key(id));
      if (stored == null) {
        throw new CryptoException.KeyNotFound(id);
      }
      KeyRow row = KeyRow.decode(rows.untagged(trunk().stateKey, stored));
      @Nullable Lease node = node(0, row.node());
      if (row.state() != KeyState.ACTIVE || node == null) {
        throw new CryptoException.KeyDestroyed(id);
      }
      try (node) {
        String loose = Rows.loose(row.node(), node.mark(), row.child());
        String dirty = Rows.dirty(row.node(), node.mark());
        Map<String, Row> found = rows.read(List.of(loose, dirty));
        byte[] wrapped =
            wraps.wrapLeaf(node.secret(), new LeafName(row.kind(), id, row.position()), body.raw());
        List<Change> changes = new ArrayList<>();
        changes.add(new Check(Rows.TREE, treeVersion));
        changes.add(new Put(loose, version(found.get(loose)), Bytes.owning(wrapped)));
        if (!found.containsKey(dirty)) {
          changes.add(new Put(dirty, 0, Growth.nothing()));
        }
        Bytes commitment = Commitments.of(primitives, id, row.kind(), body);
        changes.add(put(id, stored.version(), row.with(commitment)));
        return rows.apply(changes);
      }
    } finally {
      lock.readLock().unlock();
    }
  }

  private static long version(@Nullable Row row) {
    return row == null ? 0 : row.version();
  }

  private boolean stillFree(List<Planting> plantings, List<? extends Change> others) {
    List<Change> checks = new ArrayList<>();
    others.forEach(other -> checks.add(new Check(other.name(), other.expected())));
    plantings.forEach(planting -> checks.add(new Check(Rows.key(planting.id()), 0)));
    return rows.apply(checks);
  }

  /** Reads the slot again, and drops what came of its former content. */
  void refresh() {
    lock.writeLock().lock();
    try {
      if (slot.refresh()) {
        nodes.clear();
        treeVersion = UNKNOWN;
      }
    } finally {
      lock.writeLock().unlock();
    }
  }

  /** Finishes or takes back what another vault or an earlier process left. */
  TreeRow recover() {
    lock.writeLock().lock();
    try {
      return TreeRecovery.settle(this);
    } finally {
      lock.writeLock().unlock();
    }
  }

  /** Reads where the tree stands; under the write lock. */
  TreeRow readTreeRow() {
    @Nullable Row row = rows.read(Rows.TREE);
    if (row == null) {
      throw new CryptoException.RolledBack("the key store has no tree, but its slot has");
    }
    treeVersion = row.version();
    return TreeRow.decode(rows.untagged(trunk().stateKey, row));
  }

  Put put(TreeRow next) {
    return new Put(Rows.TREE, treeVersion, rows.tagged(trunk().stateKey, Rows.TREE, next.encode()));
  }

  Put put(KeyId id, long expected, KeyRow row) {
    String name = Rows.key(id);
    return new Put(name, expected, rows.tagged(trunk().stateKey, name, row.encode()));
  }

  @Override
  public void close() {
    nodes.clear();
    slot.close();
    primitives.forget();
  }
}
