package eu.sotto.session;

import eu.sotto.ledger.IndexTerm;
import eu.sotto.ledger.Ledger;
import eu.sotto.ledger.Recorded;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiFunction;

/**
 * What is open among the events of one term: each event is read once, and only what it left open is
 * remembered. So a look costs what was recorded since the last one and what is open, however old
 * the store is; the first one reads all, a page at a time. Thread-safe; looks at the same time may
 * read the same events, and none waits for another.
 *
 * <p>A look asks the store, so whatever any node recorded before it counts.
 *
 * @param <K> by what an open matter is known: a random id, nothing of a person
 * @param <V> what is remembered of it, nothing of a person either
 */
public final class OpenMatters<K, V> {
  private final Ledger ledger;
  private final IndexTerm term;
  private final Fold<K, V> fold;
  private final AtomicReference<Seen<K, V>> seen = new AtomicReference<>(new Seen<>(0, Map.of()));

  /**
   * How an event changes what is open.
   *
   * @param <K> by what an open matter is known
   * @param <V> what is remembered of it
   */
  @FunctionalInterface
  public interface Fold<K, V> {
    /**
     * Opens or closes; it must not depend on anything that was closed before.
     *
     * @param event the next event of the term
     * @param open what is open, in the order opened; to be changed
     */
    void heard(Recorded event, Map<K, V> open);
  }

  /** What was open at a place of the log. Never changed. */
  private record Seen<K, V>(long next, Map<K, V> open) {}

  /**
   * What is open in a store.
   *
   * @param engine what everything runs on
   * @param term the term that every event carries that opens or closes
   * @param fold how they change what is open
   */
  public OpenMatters(Engine engine, IndexTerm term, Fold<K, V> fold) {
    this.ledger = engine.journal().ledger();
    this.term = term;
    this.fold = fold;
  }

  /**
   * What is open now.
   *
   * @param standing reads an open matter anew; what turns out empty is forgotten, which must be
   *     final but for events of the term that are recorded after this was asked
   * @param <T> what is told of each
   * @return what stands, in the order opened
   */
  public <T> List<T> look(BiFunction<K, V, Optional<T>> standing) {
    Seen<K, V> now = read();
    List<T> told = new ArrayList<>();
    Map<K, V> left = new LinkedHashMap<>();
    for (Map.Entry<K, V> one : now.open().entrySet()) {
      Optional<T> stands = standing.apply(one.getKey(), one.getValue());
      if (stands.isPresent()) {
        told.add(stands.get());
        left.put(one.getKey(), one.getValue());
      }
    }
    if (left.size() < now.open().size()) {
      // lost if another look was quicker: then the next one forgets it
      seen.compareAndSet(now, new Seen<>(now.next(), Collections.unmodifiableMap(left)));
    }
    return told;
  }

  /** Also kept if nothing can be told of what is open: what was read once is not read again. */
  private Seen<K, V> read() {
    Seen<K, V> before = Objects.requireNonNull(seen.get());
    Map<K, V> open = new LinkedHashMap<>(before.open());
    long next = ledger.events(term, before.next(), event -> fold.heard(event, open));
    if (next == before.next()) {
      return before;
    }
    Seen<K, V> now = new Seen<>(next, Collections.unmodifiableMap(open));
    seen.compareAndSet(before, now);
    return now;
  }
}
