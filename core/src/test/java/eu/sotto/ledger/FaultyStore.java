package eu.sotto.ledger;

import eu.sotto.store.LedgerStore;
import eu.sotto.store.StoreException;
import eu.sotto.store.StoreException.Fault;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;

/** A store whose appends fail or hang when told to, before or after they have been made. */
final class FaultyStore {
  private volatile @Nullable Fault before;
  private volatile @Nullable Fault after;
  private volatile @Nullable CountDownLatch gate;
  private final CountDownLatch reached = new CountDownLatch(1);

  void failBefore(@Nullable Fault fault) {
    before = fault;
  }

  void failAfter(@Nullable Fault fault) {
    after = fault;
  }

  /** Appends wait until the result is counted down. */
  CountDownLatch hang() {
    CountDownLatch latch = new CountDownLatch(1);
    gate = latch;
    return latch;
  }

  /** Returns once an append has begun to hang. */
  void awaitHanging() throws InterruptedException {
    reached.await();
  }

  LedgerStore around(LedgerStore real) {
    return (LedgerStore)
        Proxy.newProxyInstance(
            LedgerStore.class.getClassLoader(),
            new Class<?>[] {LedgerStore.class},
            (self, method, arguments) -> {
              boolean append = method.getName().equals("append");
              if (append) {
                pass(before);
                hold();
              }
              try {
                Object result = method.invoke(real, arguments);
                if (append) {
                  pass(after);
                }
                return result;
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            });
  }

  private static void pass(@Nullable Fault fault) {
    if (fault != null) {
      throw new StoreException(fault, "faulty", null);
    }
  }

  private void hold() throws InterruptedException {
    CountDownLatch latch = gate;
    if (latch != null) {
      reached.countDown();
      latch.await();
    }
  }
}
