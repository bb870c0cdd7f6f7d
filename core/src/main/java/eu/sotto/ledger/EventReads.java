package eu.sotto.ledger;

import eu.sotto.crypto.Bytes;
import eu.sotto.store.LedgerStore;
import eu.sotto.store.LedgerStore.Entry;
import eu.sotto.store.LedgerStore.Sealed;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** Finds events and opens them, a page at a time. */
final class EventReads {
  private static final int PAGE = 500;

  private final LedgerStore store;
  private final Entries entries;

  EventReads(LedgerStore store, Entries entries) {
    this.store = store;
    this.entries = entries;
  }

  Events with(Bytes token) {
    return read(from -> store.entriesWith(token, from, PAGE), kind -> true);
  }

  Events under(Bytes key, Predicate<String> kinds) {
    return read(from -> store.entriesUnder(key, from, PAGE), kinds);
  }

  /** Those that open, by key; keys without one are not there. */
  Map<Bytes, List<Recorded>> under(Collection<Bytes> keys, Predicate<String> kinds) {
    Map<Bytes, List<Recorded>> found = new HashMap<>();
    for (Entry entry : store.entriesUnder(keys)) {
      Sealed sealed = entry.sealed();
      if (sealed != null && kinds.test(kind(entry))) {
        opened(entry)
            .ifPresent(
                event -> found.computeIfAbsent(sealed.key(), key -> new ArrayList<>()).add(event));
      }
    }
    return found;
  }

  /** Those from an index on; tells where the next read begins. */
  long with(Bytes token, long from, Consumer<Recorded> opened) {
    return walk(
        at -> store.entriesWith(token, at, PAGE), from, entry -> opened(entry).ifPresent(opened));
  }

  Optional<Recorded> at(LeafId id) {
    return store.entry(id.bytes()).flatMap(this::opened);
  }

  private Optional<Recorded> opened(Entry entry) {
    return entries.open(entry).map(payload -> entries.recorded(entry, payload));
  }

  private static String kind(Entry entry) {
    return entry.kind().substring(0, entry.kind().lastIndexOf('/'));
  }

  void each(Predicate<String> kinds, Consumer<Recorded> opened, Consumer<String> erased) {
    read(from -> store.entries(from, PAGE), kinds, opened, erased);
  }

  /** Reads entries from an index on. */
  private interface Pages {
    List<Entry> from(long index);
  }

  private Events read(Pages pages, Predicate<String> kinds) {
    List<Recorded> found = new ArrayList<>();
    AtomicLong destroyed = new AtomicLong();
    read(pages, kinds, found::add, kind -> destroyed.incrementAndGet());
    return new Events(found, destroyed.get());
  }

  private void read(
      Pages pages, Predicate<String> kinds, Consumer<Recorded> opened, Consumer<String> erased) {
    walk(
        pages,
        0,
        entry -> {
          String kind = kind(entry);
          if (kinds.test(kind)) {
            opened(entry).ifPresentOrElse(opened, () -> erased.accept(kind));
          }
        });
  }

  /** Page by page to the end; tells where the next walk begins. */
  private static long walk(Pages pages, long from, Consumer<Entry> told) {
    long next = from;
    List<Entry> page;
    do {
      page = pages.from(next);
      for (Entry entry : page) {
        next = entry.index() + 1;
        told.accept(entry);
      }
    } while (page.size() == PAGE);
    return next;
  }
}
