package eu.sotto;

import eu.sotto.store.LedgerStore;
import eu.sotto.store.LedgerStore.Entry;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/** Around a ledger's store: counts the entries that it hands out. */
final class ReadCount {
  private final AtomicLong entries = new AtomicLong();

  /** How many entries something reads. */
  long of(Runnable reading) {
    long before = entries.get();
    reading.run();
    return entries.get() - before;
  }

  LedgerStore around(LedgerStore real) {
    return (LedgerStore)
        Proxy.newProxyInstance(
            LedgerStore.class.getClassLoader(),
            new Class<?>[] {LedgerStore.class},
            (self, method, arguments) -> {
              try {
                Object result = method.invoke(real, arguments);
                entries.addAndGet(count(result));
                return result;
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            });
  }

  private static long count(Object result) {
    Collection<?> found =
        result instanceof Collection<?> many
            ? many
            : result instanceof Optional<?> one ? one.stream().toList() : List.of();
    return found.stream().filter(Entry.class::isInstance).count();
  }
}
