package eu.sotto.crypto;

import eu.sotto.crypto.KeyStore.Put;
import eu.sotto.crypto.KeyStore.Row;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Every key of a vault wrapped anew, step by step; payloads are not touched.
 *
 * <p>Where it stands is stored: after a restart {@link KeyVault#rotation()} goes on. Steps may run
 * beside sealing, opening and destroying, on any thread.
 */
public final class Rotation {
  static final String ROW = "rotation";

  private final KeyTree tree;
  private final Destroyer destroyer;

  Rotation(KeyTree tree, Destroyer destroyer) {
    this.tree = tree;
    this.destroyer = destroyer;
  }

  /** Notes that every node that exists now is to be replaced. */
  static void begin(KeyTree tree) {
    tree.lock.writeLock().lock();
    try {
      @Nullable Row row = tree.rows.read(ROW);
      if (!tree.rows.apply(List.of(put(tree, row, 0, Growth.allocated(tree))))) {
        throw new CryptoException.Unavailable("another vault begins a rotation", null);
      }
    } finally {
      tree.lock.writeLock().unlock();
    }
  }

  static Optional<Rotation> find(KeyTree tree, Destroyer destroyer) {
    Rotation rotation = new Rotation(tree, destroyer);
    return rotation.isDone() ? Optional.empty() : Optional.of(rotation);
  }

  private static Put put(KeyTree tree, @Nullable Row old, int next, int end) {
    byte[] content = ByteBuffer.allocate(8).putInt(next).putInt(end).array();
    return new Put(
        ROW,
        old == null ? 0 : old.version(),
        tree.rows.tagged(tree.trunk().stateKey, ROW, content));
  }

  private record Cursor(@Nullable Row row, int next, int end) {}

  private Cursor cursor() {
    Secret stateKey = tree.trunk().stateKey;
    @Nullable Row row = tree.rows.read(ROW);
    if (row == null) {
      return new Cursor(null, 0, 0);
    }
    ByteBuffer content = ByteBuffer.wrap(tree.rows.untagged(stateKey, row));
    return new Cursor(row, content.getInt(), content.getInt());
  }

  /**
   * Whether nothing is left to do.
   *
   * @return true once every key is wrapped anew
   */
  public boolean isDone() {
    tree.lock.readLock().lock();
    try {
      Cursor cursor = cursor();
      return cursor.next >= cursor.end;
    } finally {
      tree.lock.readLock().unlock();
    }
  }

  /**
   * How far it is.
   *
   * @return from 0 to 1
   */
  public double progress() {
    tree.lock.readLock().lock();
    try {
      Cursor cursor = cursor();
      return cursor.end == 0 ? 1 : (double) cursor.next / cursor.end;
    } finally {
      tree.lock.readLock().unlock();
    }
  }

  /**
   * Does the next step, of at most 16,384 keys.
   *
   * @return true if there is more to do
   * @throws CryptoException.Unavailable if store or slot fail; the step may be repeated
   */
  public boolean advance() {
    tree.lock.writeLock().lock();
    try {
      Cursor cursor = cursor();
      if (cursor.next >= cursor.end) {
        return false;
      }
      TreeSet<Integer> nodes = new TreeSet<>();
      int next = cursor.next;
      while (next < cursor.end && nodes.size() < 64) {
        nodes.add(next++);
      }
      if (!destroyer.rewrite(nodes, List.of(put(tree, cursor.row, next, cursor.end)))) {
        throw new CryptoException.Unavailable("slot failed", null);
      }
      return next < cursor.end;
    } finally {
      tree.lock.writeLock().unlock();
    }
  }
}
