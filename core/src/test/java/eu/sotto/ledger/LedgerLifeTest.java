package eu.sotto.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import eu.sotto.store.LedgerStore;
import eu.sotto.store.LedgerStore.Addition;
import eu.sotto.store.LedgerStore.Erasure;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Any life of a log holds what a simple model says; wrong logs do not live so. */
class LedgerLifeTest {
  private static final int STEPS = 40;

  @TempDir Path temp;

  @Property(tries = 12)
  void everyLifeHoldsWhatTheModelSays(@ForAll long seed) throws IOException {
    Path folder = Files.createTempDirectory("life");
    live(folder, seed, store -> store);
    Files.delete(folder.resolve("root.key"));
    Files.delete(folder);
  }

  private static void live(Path folder, long seed, UnaryOperator<LedgerStore> mutant) {
    try (LedgerLife life = new LedgerLife(folder, seed, mutant)) {
      life.live(STEPS);
    }
  }

  /** Wrong logs, made of a right one whose store does one thing wrong. */
  enum Mutant {
    LOSES_AN_ACKED_BATCH("append"),
    TURNS_A_BATCH_AROUND("append"),
    FORGETS_AN_INDEX_TOKEN("append"),
    FORGETS_THE_CHAIN("ends"),
    RECORDS_A_RETRY_AGAIN("known"),
    KEEPS_ERASED_PAYLOADS("erase"),
    KEEPS_ERASED_TOKENS("erase"),
    KEEPS_PAYLOADS_AS_THEY_WERE_SEALED("erase");

    private final String method;

    Mutant(String method) {
      this.method = method;
    }

    LedgerStore around(LedgerStore real) {
      AtomicInteger calls = new AtomicInteger();
      return (LedgerStore)
          Proxy.newProxyInstance(
              LedgerStore.class.getClassLoader(),
              new Class<?>[] {LedgerStore.class},
              (self, called, arguments) -> {
                try {
                  return called.getName().equals(method)
                      ? mutated(real, arguments[0], calls.incrementAndGet() % 3 == 0)
                      : called.invoke(real, arguments);
                } catch (InvocationTargetException e) {
                  throw e.getCause();
                }
              });
    }

    @SuppressWarnings("unchecked")
    private Object mutated(LedgerStore real, Object argument, boolean now) {
      switch (this) {
        case LOSES_AN_ACKED_BATCH -> {
          if (!now) {
            real.append((List<Addition>) argument);
          }
        }
        case TURNS_A_BATCH_AROUND -> real.append(turned((List<Addition>) argument));
        case FORGETS_AN_INDEX_TOKEN -> real.append(unindexed((List<Addition>) argument));
        case FORGETS_THE_CHAIN, RECORDS_A_RETRY_AGAIN -> {
          return Map.of();
        }
        default -> {
          return real.erase(lesser((Erasure) argument));
        }
      }
      return null;
    }

    private static List<Addition> turned(List<Addition> batch) {
      List<Addition> turned = new ArrayList<>();
      for (int i = 0; i < batch.size(); i++) {
        Addition own = batch.get(i);
        Addition other = batch.get(batch.size() - 1 - i);
        LedgerStore.Entry entry =
            new LedgerStore.Entry(
                own.entry().index(),
                other.entry().id(),
                other.entry().kind(),
                other.entry().commitment(),
                own.entry().hashes(),
                other.entry().sealed());
        turned.add(new Addition(entry, other.tokens(), other.request(), other.chain()));
      }
      return turned;
    }

    private static List<Addition> unindexed(List<Addition> batch) {
      return batch.stream()
          .map(a -> new Addition(a.entry(), a.tokens().subList(1, 2), a.request(), a.chain()))
          .toList();
    }

    private Erasure lesser(Erasure erasure) {
      return switch (this) {
        case KEEPS_ERASED_PAYLOADS ->
            new Erasure(Collections.emptyList(), erasure.tokens(), erasure.resealed());
        case KEEPS_ERASED_TOKENS ->
            new Erasure(erasure.keys(), Collections.emptyList(), erasure.resealed());
        default -> new Erasure(erasure.keys(), erasure.tokens(), Collections.emptyList());
      };
    }
  }

  @ParameterizedTest
  @EnumSource
  void everyWrongLogIsCaught(Mutant mutant) {
    boolean caught = false;
    for (long seed = 0; seed < 10 && !caught; seed++) {
      try {
        live(temp, seed, mutant::around);
      } catch (AssertionError | RuntimeException e) {
        caught = true;
      }
    }
    assertThat(caught).as("caught").isTrue();
  }
}
