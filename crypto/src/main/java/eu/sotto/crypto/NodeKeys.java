package eu.sotto.crypto;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import org.jspecify.annotations.Nullable;

/** The unwrapped keys of nodes met lately. */
final class NodeKeys {
  private final Cache<Long, Lease> cache =
      Caffeine.newBuilder()
          .maximumSize(4_096)
          .executor(Runnable::run)
          .<Long, Lease>removalListener(
              (place, lease, cause) -> {
                if (lease != null) {
                  lease.retire();
                }
              })
          .build();

  private static long place(int level, int index) {
    return ((long) level << 32) | (index & 0xffff_ffffL);
  }

  /** The key with a hold of the caller's own, or null if it is not here. */
  @Nullable Lease lease(int level, int index) {
    @Nullable Lease lease = cache.getIfPresent(place(level, index));
    return lease != null && lease.acquire() ? lease : null;
  }

  /** Keeps a key and takes a hold on it for the caller. */
  Lease keep(int level, int index, Lease lease) {
    lease.acquire();
    cache.put(place(level, index), lease);
    return lease;
  }

  void forget(int level, int index) {
    cache.invalidate(place(level, index));
  }

  void clear() {
    cache.invalidateAll();
    cache.cleanUp();
  }
}
