package eu.sotto.crypto;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The leases that one operation or stream holds, given back together. */
final class Leases implements AutoCloseable {
  private final KeyCache cache;
  private final List<KeyId> ids = new ArrayList<>(2);
  private final List<Lease> leases = new ArrayList<>(2);
  private volatile @Nullable Payload payload;
  private boolean held = true;

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
        Lease old = leases.set(i, again);
        (held ? old : again).close();
      }
    }
  }

  /**
   * Lets go of the secrets, which the payload's keys were derived from, and only watches whether
   * they are destroyed; the payload's key is then zeroed at once.
   */
  void track(Payload dependent) {
    leases.forEach(Lease::close);
    held = false;
    payload = dependent;
    cache.track(this);
  }

  /** Zeroes what depends on any of the keys. */
  void abandon(Collection<KeyId> destroyed) {
    @Nullable Payload dependent = payload;
    if (dependent != null && ids.stream().anyMatch(destroyed::contains)) {
      dependent.close();
    }
  }

  @Override
  public void close() {
    if (payload != null) {
      cache.untrack(this);
    }
    if (held) {
      leases.forEach(Lease::close);
    }
    leases.clear();
  }
}
