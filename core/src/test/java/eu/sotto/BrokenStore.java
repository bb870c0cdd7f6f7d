package eu.sotto;

import eu.sotto.store.LedgerStore;
import eu.sotto.store.StoreException;
import eu.sotto.store.StoreException.Fault;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Around a ledger's store: its appends fail, hang or are lost when a test says so. */
final class BrokenStore {
  enum Mood {
    WELL,
    FAILS,
    /** The mutant: it says that it is durable and is not. */
    LOSES
  }

  private final AtomicReference<Mood> mood = new AtomicReference<>(Mood.WELL);
  private final AtomicInteger left = new AtomicInteger(Integer.MAX_VALUE);
  private final AtomicReference<@Nullable CountDownLatch> gate = new AtomicReference<>();

  void is(Mood now) {
    mood.set(now);
    left.set(Integer.MAX_VALUE);
  }

  /** So many appends succeed and those after them fail, until it is well again. */
  void failsAfter(int appends) {
    left.set(appends);
  }

  /** Appends wait from now on until {@link #goOn}. */
  void hang() {
    gate.set(new CountDownLatch(1));
  }

  void goOn() {
    CountDownLatch closed = gate.getAndSet(null);
    if (closed != null) {
      closed.countDown();
    }
  }

  LedgerStore around(LedgerStore real) {
    return (LedgerStore)
        Proxy.newProxyInstance(
            LedgerStore.class.getClassLoader(),
            new Class<?>[] {LedgerStore.class},
            (self, method, arguments) -> {
              if (method.getName().equals("append") && lost()) {
                return null;
              }
              try {
                return method.invoke(real, arguments);
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            });
  }

  private boolean lost() throws InterruptedException {
    CountDownLatch closed = gate.get();
    if (closed != null) {
      closed.await();
    }
    boolean over = left.getAndUpdate(n -> n == Integer.MAX_VALUE ? n : Math.max(0, n - 1)) == 0;
    if (over || mood.get() == Mood.FAILS) {
      throw new StoreException(Fault.UNAVAILABLE, "the broken store", null);
    }
    return mood.get() == Mood.LOSES;
  }
}
