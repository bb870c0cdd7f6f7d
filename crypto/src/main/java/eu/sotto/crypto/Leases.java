package eu.sotto.crypto;

import java.util.ArrayList;
import java.util.List;

/** The leases that one operation or stream holds, given back together. */
final class Leases implements AutoCloseable {
  private final KeyCache cache;
  private final List<KeyId> ids = new ArrayList<>(2);
  private final List<Lease> leases = new ArrayList<>(2);

  Leases(KeyCache cache) {
    this.cache = cache;
  }

  /** Leases a key that protects data keys. */
  Lease take(KeyId id) {
    Lease lease = cache.lease(id);
    if (!lease.kind().seals()) {
      lease.close();
      throw new IllegalArgumentException("a " + lease.kind() + " key does not seal");
    }
    ids.add(id);
    leases.add(lease);
    return lease;
  }

  /** Keeps an eye on a key whose secret is not needed any more. */
  void watch(KeyId id, Lease lease) {
    ids.add(id);
    leases.add(lease);
  }

  List<Lease> all() {
    return leases;
  }

  /** Throws if one of the keys was destroyed since it was leased. */
  void check() {
    for (int i = 0; i < leases.size(); i++) {
      if (leases.get(i).isRetired()) {
        Lease again = cache.lease(ids.get(i));
        leases.set(i, again).close();
      }
    }
  }

  List<KeyId> ids() {
    return ids;
  }

  @Override
  public void close() {
    leases.forEach(Lease::close);
    leases.clear();
  }
}
