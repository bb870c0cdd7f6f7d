package eu.sotto.crypto;

import eu.sotto.crypto.KeyStore.Put;
import eu.sotto.crypto.KeyStore.Remove;
import eu.sotto.crypto.KeyStore.Row;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Destroys keys in the tree, in the cache and in every replica, and finishes what was left. */
final class Destroyer {
  /** The greatest number of keys of one rewrite. */
  private static final int BATCH = 1_024;

  private static final int ATTEMPTS = 16;

  private final KeyTree tree;
  private final KeyCache cache;
  private final List<Replica> replicas;
  private final InstantSource clock;

  Destroyer(KeyTree tree, KeyCache cache, List<Replica> replicas, InstantSource clock) {
    this.tree = tree;
    this.cache = cache;
    this.replicas = replicas;
    this.clock = clock;
  }

  Destruction destroy(Collection<KeyId> requested) {
    Set<KeyId> ids = new LinkedHashSet<>(requested);
    cache.forbid(ids);
    Map<KeyId, KeyRow> rows;
    try {
      rows = rows(ids);
    } catch (CryptoException.KeyNotFound e) {
      cache.forget(ids);
      throw e;
    }
    Tally tally = new Tally();
    List<KeyId> todo = new ArrayList<>();
    rows.forEach(
        (id, row) -> {
          if (row.state() != KeyState.DESTROYED) {
            todo.add(id);
          }
        });
    for (List<KeyId> batch : batches(todo, rows)) {
      if (!tally.slotPending) {
        rewrite(batch, Set.of(), List.of(), tally);
      }
    }
    if (!tally.slotPending) {
      cache.forget(ids);
    }
    return report(rows, tally, replicas(ids));
  }

  private static final class Tally {
    long epoch;
    int wraps;
    boolean slotPending;
    boolean storePending;
  }

  private Map<KeyId, KeyRow> rows(Set<KeyId> ids) {
    Map<KeyId, KeyRow> found = new LinkedHashMap<>();
    tree.lock.readLock().lock();
    try {
      for (KeyId id : ids) {
        @Nullable KeyRow row = tree.row(id);
        if (row == null) {
          throw new CryptoException.KeyNotFound(id);
        }
        found.put(id, row);
      }
      return found;
    } finally {
      tree.lock.readLock().unlock();
    }
  }

  private static List<List<KeyId>> batches(List<KeyId> ids, Map<KeyId, KeyRow> rows) {
    List<List<KeyId>> batches = new ArrayList<>();
    List<KeyId> batch = new ArrayList<>();
    Set<Integer> nodes = new HashSet<>();
    List<KeyId> sorted = new ArrayList<>(ids);
    sorted.sort((a, b) -> Integer.compareUnsigned(node(rows, a), node(rows, b)));
    for (KeyId id : sorted) {
      nodes.add(node(rows, id));
      if (batch.size() == BATCH || nodes.size() > TreeRewrite.MAX_NODES) {
        batches.add(batch);
        batch = new ArrayList<>();
        nodes.clear();
        nodes.add(node(rows, id));
      }
      batch.add(id);
    }
    if (!batch.isEmpty()) {
      batches.add(batch);
    }
    return batches;
  }

  private static int node(Map<KeyId, KeyRow> rows, KeyId id) {
    KeyRow row = rows.get(id);
    if (row == null) {
      throw new IllegalArgumentException("no row of key " + id);
    }
    return row.node();
  }

  /** Rewrites what holds these keys, and every node that still holds a replaced body. */
  private void rewrite(Collection<KeyId> ids, Set<Integer> nodes, List<Put> extra, Tally tally) {
    tree.lock.writeLock().lock();
    try {
      for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
        Set<Integer> others = new TreeSet<>(nodes);
        others.addAll(dirty());
        List<Put> notes = notes(ids);
        notes.addAll(extra);
        TreeRewrite.@Nullable Outcome outcome = TreeRewrite.run(tree, ids, others, notes);
        if (outcome != null) {
          tally.epoch = outcome.epoch();
          tally.wraps += outcome.wraps();
          tally.storePending |= !outcome.removed();
          return;
        }
      }
      throw new CryptoException.Unavailable("key store is too contended", null);
    } catch (CryptoException.Unavailable e) {
      if (tree.treeVersion != KeyTree.UNKNOWN) {
        throw e;
      }
      tally.slotPending = true;
      tally.storePending = true;
    } finally {
      tree.primitives.forget();
      tree.lock.writeLock().unlock();
    }
  }

  private Set<Integer> dirty() {
    Set<Integer> nodes = new TreeSet<>();
    for (Row row : tree.rows.page(Rows.DIRTY, "")) {
      nodes.add(Integer.parseInt(row.name().split("/", -1)[1]));
    }
    return nodes;
  }

  private List<Put> notes(Collection<KeyId> ids) {
    List<Put> notes = new ArrayList<>();
    for (Replica replica : replicas) {
      for (KeyId id : ids) {
        String name = Rows.replica(replica.name(), id);
        if (tree.rows.read(name) == null) {
          notes.add(new Put(name, 0, Growth.nothing()));
        }
      }
    }
    return notes;
  }

  /** Asks each replica for what is noted; the names of those that have not let go. */
  private List<String> replicas(Set<KeyId> always) {
    List<String> pending = new ArrayList<>();
    for (Replica replica : replicas) {
      try {
        List<Row> noted = tree.rows.scan(Rows.replicaPrefix(replica.name()));
        Set<KeyId> ids = new LinkedHashSet<>(always);
        String prefix = Rows.replicaPrefix(replica.name());
        noted.forEach(row -> ids.add(KeyId.parse(row.name().substring(prefix.length()))));
        if (!ids.isEmpty()) {
          replica.destroy(ids);
        }
        tree.rows.apply(noted.stream().map(row -> new Remove(row.name(), row.version())).toList());
      } catch (RuntimeException e) {
        pending.add(replica.name());
      }
    }
    return pending;
  }

  private Destruction report(Map<KeyId, KeyRow> rows, Tally tally, List<String> replicasPending) {
    List<String> done = new ArrayList<>();
    List<String> pending = new ArrayList<>();
    (tally.slotPending ? pending : done).add(tree.slot.name());
    (tally.storePending ? pending : done).add(tree.rows.storeName());
    for (Replica replica : replicas) {
      (replicasPending.contains(replica.name()) ? pending : done).add(replica.name());
    }
    List<Destruction.Key> keys = new ArrayList<>();
    rows.forEach((id, row) -> keys.add(new Destruction.Key(id, row.kind(), row.commitment())));
    long epoch = tally.epoch != 0 ? tally.epoch : lastEpoch(rows);
    return new Destruction(
        epoch, clock.instant(), keys, done, pending, tree.slot.residue(), tally.wraps);
  }

  private static long lastEpoch(Map<KeyId, KeyRow> rows) {
    return rows.values().stream().mapToLong(KeyRow::epoch).max().orElse(0);
  }

  /** Finishes what an earlier process or a failure left; the names of what is still pending. */
  List<String> resume() {
    List<String> pending = new ArrayList<>();
    try {
      TreeRow now = tree.recover();
      if (!now.doomed().isEmpty() || !dirty().isEmpty()) {
        Tally tally = new Tally();
        rewrite(List.of(), Set.of(), List.of(), tally);
        if (tally.slotPending) {
          pending.add(tree.slot.name());
        }
        if (tally.storePending) {
          pending.add(tree.rows.storeName());
        }
      }
      cache.forget(new ArrayList<>(now.doomed()));
    } catch (CryptoException.Unavailable e) {
      pending.add(tree.rows.storeName());
    }
    pending.addAll(replicas(Set.of()));
    return pending;
  }

  /** Rewrites nodes together with a note of how far that is; false if the slot failed. */
  boolean rewrite(Set<Integer> nodes, List<Put> notes) {
    Tally tally = new Tally();
    rewrite(List.of(), nodes, notes, tally);
    return !tally.slotPending;
  }

  static Map<String, Replica> byName(List<Replica> replicas) {
    Map<String, Replica> byName = new HashMap<>();
    for (Replica replica : replicas) {
      if (!replica.name().matches("[a-z0-9-]{1,24}")) {
        throw new IllegalArgumentException("a replica's name has 1 to 24 of a-z, 0-9, hyphen");
      }
      if (byName.put(replica.name(), replica) != null) {
        throw new IllegalArgumentException("two replicas have one name");
      }
    }
    return byName;
  }
}
