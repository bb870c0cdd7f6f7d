package eu.sotto.crypto;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.jetbrains.lincheck.datastructures.ManagedStrategyGuaranteeKt.forClasses;

import java.util.AbstractMap;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.jetbrains.kotlinx.lincheck.Actor;
import org.jetbrains.kotlinx.lincheck.execution.ExecutionScenario;
import org.jetbrains.lincheck.datastructures.ModelCheckingOptions;
import org.jetbrains.lincheck.datastructures.Operation;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Loading a key against destroying it, over the schedules that a model checker explores: what the
 * threads see must be what some order of their calls, one after the other, would show.
 */
@Tag("slow")
class ModelCheckedTest {
  private static final KeyId ID = new KeyId(1, 2);

  /** A map of one key that retires what is removed, and loads in one step, as Caffeine's does. */
  private static class OneKey extends AbstractMap<KeyId, Lease>
      implements ConcurrentMap<KeyId, Lease> {
    private final ReentrantLock lock = new ReentrantLock();
    private volatile @Nullable Lease held;

    @Override
    public @Nullable Lease get(Object id) {
      return held;
    }

    @Override
    public Lease computeIfAbsent(KeyId id, Function<? super KeyId, ? extends Lease> loader) {
      lock.lock();
      try {
        @Nullable Lease there = held;
        if (there != null) {
          return there;
        }
        Lease loaded = loader.apply(id);
        held = loaded;
        return loaded;
      } finally {
        lock.unlock();
      }
    }

    @Override
    public @Nullable Lease putIfAbsent(KeyId id, Lease lease) {
      lock.lock();
      try {
        @Nullable Lease there = held;
        if (there == null) {
          held = lease;
        }
        return there;
      } finally {
        lock.unlock();
      }
    }

    @Override
    public @Nullable Lease remove(Object id) {
      lock.lock();
      try {
        @Nullable Lease there = held;
        held = null;
        if (there != null) {
          there.retire();
        }
        return there;
      } finally {
        lock.unlock();
      }
    }

    @Override
    public boolean remove(Object id, Object lease) {
      throw new UnsupportedOperationException();
    }

    @Override
    public boolean replace(KeyId id, Lease old, Lease next) {
      throw new UnsupportedOperationException();
    }

    @Override
    public @Nullable Lease replace(KeyId id, Lease next) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Set<Entry<KeyId, Lease>> entrySet() {
      throw new UnsupportedOperationException();
    }
  }

  /** The naive variant: another writer may come between looking, loading and putting. */
  private static final class Torn extends OneKey {
    @Override
    public Lease computeIfAbsent(KeyId id, Function<? super KeyId, ? extends Lease> loader) {
      @Nullable Lease there = get(id);
      if (there != null) {
        return there;
      }
      Lease loaded = loader.apply(id);
      @Nullable Lease first = putIfAbsent(id, loaded);
      return first == null ? loaded : first;
    }
  }

  /** A key that is used and destroyed through a cache. */
  public abstract static class Keyed {
    private volatile boolean destroyed;
    private final KeyCache cache;

    Keyed(OneKey map) {
      cache = new KeyCache(map, this::load, () -> {});
    }

    private Lease load(KeyId id) {
      if (destroyed) {
        throw new CryptoException.KeyDestroyed(id);
      }
      return new Lease(Secret.owning(new byte[] {1}), KeyKind.CONTENT, 1);
    }

    /** Whether the key can be used; a lease that was given is never of a zeroed secret. */
    @Operation
    public boolean use() {
      try (Lease lease = cache.lease(ID)) {
        return lease.secret().raw()[0] == 1;
      } catch (CryptoException.KeyDestroyed e) {
        return false;
      }
    }

    @Operation
    public void destroy() {
      cache.forbid(List.of(ID));
      destroyed = true;
      cache.forget(List.of(ID));
    }
  }

  /** The cache as it is. */
  public static final class Cached extends Keyed {
    public Cached() {
      super(new OneKey());
    }
  }

  /** The naive variant: look, load, put. */
  public static final class Naive extends Keyed {
    public Naive() {
      super(new Torn());
    }
  }

  /** Collections that guard themselves or belong to one thread: a step of one is one step. */
  private static boolean isSequential(String type) {
    return type.startsWith("java.util.concurrent.ConcurrentHashMap")
        || type.equals("java.util.WeakHashMap")
        || type.equals("eu.sotto.crypto.Secret");
  }

  private static Actor step(Class<?> type, String name) {
    try {
      return new Actor(type.getMethod(name), List.of());
    } catch (NoSuchMethodException e) {
      throw new IllegalArgumentException(e);
    }
  }

  /**
   * One thread uses the key, another destroys it and uses it again, and so does whoever is last.
   */
  private static void check(Class<?> type) {
    Actor use = step(type, "use");
    Actor destroy = step(type, "destroy");
    new ModelCheckingOptions()
        .addCustomScenario(
            new ExecutionScenario(
                List.of(), List.of(List.of(use), List.of(destroy, use)), List.of(use), null))
        .iterations(0)
        .invocationsPerIteration(500)
        .addGuarantee(forClasses(ModelCheckedTest::isSequential).allMethods().ignore())
        .minimizeFailedScenario(false)
        .check(type);
  }

  @Test
  void noScheduleOfLoadingAndDestroyingLeavesAKeyInUse() {
    check(Cached.class);
  }

  @Test
  void theNaiveCacheIsCaught() {
    assertThatThrownBy(() -> check(Naive.class))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("Invalid execution results");
  }
}
