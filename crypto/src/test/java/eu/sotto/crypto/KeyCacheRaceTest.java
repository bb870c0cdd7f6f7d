package eu.sotto.crypto;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * A load in flight never outlives a destruction: the one schedule that rests on Caffeine, forced by
 * latches, and the naive cache as the mutant that it catches. All others: {@link ModelCheckedTest}.
 */
class KeyCacheRaceTest {
  private static final KeyId ID = new KeyId(1, 2);

  private static final Set<Thread.State> WAITS =
      EnumSet.of(Thread.State.BLOCKED, Thread.State.WAITING);

  private final ExecutorService threads = Executors.newSingleThreadExecutor();
  private final Paused store = new Paused();

  /** A store that pauses after it has found the key active. */
  private static final class Paused {
    final CountDownLatch found = new CountDownLatch(1);
    final CountDownLatch goOn = new CountDownLatch(1);
    volatile boolean destroyed;

    Lease load(KeyId id) {
      if (destroyed) {
        throw new CryptoException.KeyDestroyed(id);
      }
      found.countDown();
      try {
        if (!goOn.await(60, TimeUnit.SECONDS)) {
          throw new IllegalStateException("nobody let the load go on");
        }
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
      return new Lease(Secret.owning(new byte[32]), KeyKind.CONTENT, 1);
    }
  }

  private interface Subject {
    boolean use();

    void destroy();
  }

  private final class Cached implements Subject {
    private final KeyCache cache =
        new KeyCache(10, Duration.ofSeconds(60), () -> 0, store::load, () -> {});

    @Override
    public boolean use() {
      try (Lease lease = cache.lease(ID)) {
        return !lease.secret().isClosed();
      } catch (CryptoException.KeyDestroyed e) {
        return false;
      }
    }

    @Override
    public void destroy() {
      store.destroyed = true;
      cache.forbid(List.of(ID));
      cache.forget(List.of(ID));
    }
  }

  /** Look, load, put; destroy, then remove. */
  private final class Naive implements Subject {
    private final ConcurrentHashMap<KeyId, Lease> cache = new ConcurrentHashMap<>();

    @Override
    public boolean use() {
      @Nullable Lease lease = cache.get(ID);
      if (lease == null) {
        try {
          lease = store.load(ID);
        } catch (CryptoException.KeyDestroyed e) {
          return false;
        }
        cache.put(ID, lease);
      }
      return true;
    }

    @Override
    public void destroy() {
      store.destroyed = true;
      cache.remove(ID);
    }
  }

  private static boolean isHeldUp(Thread destroyer) {
    return WAITS.contains(destroyer.getState())
        && Arrays.stream(destroyer.getStackTrace())
            .anyMatch(frame -> frame.getClassName().equals(KeyCache.class.getName()));
  }

  /** Loads, destroys while the load is under way, and says whether the key is used afterwards. */
  private boolean isUsedAfterDestroying(Subject subject) throws Exception {
    Future<Boolean> user = threads.submit(subject::use);
    assertThat(store.found.await(60, TimeUnit.SECONDS)).isTrue();
    Thread destroyer = new Thread(subject::destroy);
    destroyer.start();
    if (subject instanceof Naive) {
      destroyer.join();
    }
    while (destroyer.isAlive() && !isHeldUp(destroyer)) {
      Thread.onSpinWait();
    }
    assertThat(destroyer.isAlive()).as("waits for the load").isEqualTo(subject instanceof Cached);
    store.goOn.countDown();
    user.get(60, TimeUnit.SECONDS);
    destroyer.join(60_000);
    return subject.use();
  }

  @AfterEach
  void stop() {
    threads.shutdownNow();
  }

  @Test
  void aLoadInFlightIsGoneWhenDestroyingReturns() throws Exception {
    assertThat(isUsedAfterDestroying(new Cached())).isFalse();
  }

  @Test
  void theNaiveCacheIsCaughtByTheSameSchedule() throws Exception {
    assertThat(isUsedAfterDestroying(new Naive())).isTrue();
  }
}
