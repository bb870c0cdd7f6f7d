package eu.sotto.crypto;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import java.time.Duration;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Unwrapped keys, for a short time: after {@link #forbid} returns, no lease of the key is given any
 * more, whatever loads are in flight.
 */
final class KeyCache implements AutoCloseable {
  private final ConcurrentMap<KeyId, Lease> cache;
  private final Function<KeyId, Lease> loader;
  private final Runnable forgetting;
  private final Set<KeyId> forbidden = ConcurrentHashMap.newKeySet();
  private final ReentrantLock tracking = new ReentrantLock();
  private final Set<Leases> tracked = Collections.newSetFromMap(new WeakHashMap<>());

  /**
   * An empty cache.
   *
   * @param forgetting runs whenever a key has left, so that nothing keeps what came of it
   */
  KeyCache(
      int maximum,
      Duration lifetime,
      Ticker ticker,
      Function<KeyId, Lease> loader,
      Runnable forgetting) {
    this(bounded(maximum, lifetime, ticker, forgetting), loader, forgetting);
  }

  /**
   * A cache over any map that retires what it drops, and whose {@code computeIfAbsent} is one step
   * to other writers of the key: everything here rests on that.
   */
  KeyCache(ConcurrentMap<KeyId, Lease> cache, Function<KeyId, Lease> loader, Runnable forgetting) {
    this.cache = cache;
    this.loader = loader;
    this.forgetting = forgetting;
  }

  private static ConcurrentMap<KeyId, Lease> bounded(
      int maximum, Duration lifetime, Ticker ticker, Runnable forgetting) {
    return Caffeine.newBuilder()
        .maximumSize(maximum)
        .expireAfterWrite(lifetime)
        .ticker(ticker)
        .executor(Runnable::run)
        .<KeyId, Lease>removalListener(
            (id, lease, cause) -> {
              if (lease != null) {
                lease.retire();
                forgetting.run();
              }
            })
        .<KeyId, Lease>build()
        .asMap();
  }

  /** A lease to be closed. */
  Lease lease(KeyId id) {
    while (true) {
      @Nullable Lease lease = cache.get(id);
      if (lease == null || !lease.acquire()) {
        lease = load(id);
      }
      if (lease != null) {
        if (forbidden.contains(id)) {
          lease.close();
          throw new CryptoException.KeyDestroyed(id);
        }
        return lease;
      }
    }
  }

  /** Loads with a hold taken before the cache can drop it; null if another thread loaded first. */
  private @Nullable Lease load(KeyId id) {
    Lease[] mine = new Lease[1];
    Lease there =
        cache.computeIfAbsent(
            id,
            absent -> {
              Lease loaded = loader.apply(absent);
              loaded.acquire();
              mine[0] = loaded;
              return loaded;
            });
    if (mine[0] != null) {
      return mine[0];
    }
    return there.acquire() ? there : null;
  }

  /** Throws if a key may not be used any more; for holders whose lease has left the cache. */
  void check(KeyId id) {
    lease(id).close();
  }

  /** Refuses the keys from now on, and waits for loads in flight. */
  void forbid(Collection<KeyId> ids) {
    forbidden.addAll(ids);
    ids.forEach(cache::remove);
    abandon(ids);
    forgetting.run();
  }

  private void abandon(Collection<KeyId> ids) {
    Set<KeyId> set = Set.copyOf(ids);
    List<Leases> streams;
    tracking.lock();
    try {
      streams = List.copyOf(tracked);
    } finally {
      tracking.unlock();
    }
    streams.forEach(stream -> stream.abandon(set));
  }

  void track(Leases stream) {
    tracking.lock();
    try {
      tracked.add(stream);
    } finally {
      tracking.unlock();
    }
  }

  void untrack(Leases stream) {
    tracking.lock();
    try {
      tracked.remove(stream);
    } finally {
      tracking.unlock();
    }
  }

  /** Drops the keys, and any refusal: from now on the store tells. */
  void forget(Collection<KeyId> ids) {
    ids.forEach(cache::remove);
    ids.forEach(forbidden::remove);
  }

  /** Drops every key; what is refused stays refused. */
  void clear() {
    cache.clear();
    forgetting.run();
  }

  boolean isForbidden(KeyId id) {
    return forbidden.contains(id);
  }

  @Override
  public void close() {
    clear();
  }
}
