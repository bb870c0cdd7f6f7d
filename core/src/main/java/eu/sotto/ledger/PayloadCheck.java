package eu.sotto.ledger;

import eu.sotto.crypto.Bytes;
import eu.sotto.store.LedgerStore;
import eu.sotto.store.LedgerStore.Chain;
import eu.sotto.store.LedgerStore.Entry;
import eu.sotto.store.LedgerStore.Sealed;
import eu.sotto.store.LedgerStore.Token;
import eu.sotto.store.StoreException;
import eu.sotto.store.StoreException.Fault;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Opens payloads and checks them against leaves, chains, index and retry tokens. */
final class PayloadCheck {
  private static final int PAGE = 500;
  private static final int MAX_CHAINS = 10_000;

  private final LedgerStore store;
  private final Entries entries;
  private final Map<Long, List<Bytes>> tokens = new HashMap<>();
  private final Map<Long, List<Bytes>> requests = new HashMap<>();
  private final Map<Bytes, Chain> chains = new LinkedHashMap<>();
  private long opened;
  private long erased;
  private long destroyed;

  PayloadCheck(LedgerStore store, Entries entries) {
    this.store = store;
    this.entries = entries;
  }

  long opened() {
    return opened;
  }

  long erased() {
    return erased;
  }

  long destroyed() {
    return destroyed;
  }

  /** Reads the index and retry tokens of a page. */
  void begin(long from, long to) {
    group(store.tokens(from, to), tokens);
    group(store.requests(from, to), requests);
  }

  private static void group(List<Token> found, Map<Long, List<Bytes>> groups) {
    groups.clear();
    for (Token token : found) {
      groups.computeIfAbsent(token.index(), index -> new ArrayList<>()).add(token.token());
    }
  }

  void check(Entry entry, byte[] leaf) throws Verifier.Bad {
    Sealed sealed = entry.sealed();
    if (sealed == null) {
      erased++;
      require(tokens(entry).isEmpty(), entry, "an erased entry is still in the index");
      return;
    }
    Optional<Payload> payload = open(entry);
    if (payload.isEmpty()) {
      destroyed++;
      return;
    }
    check(entry, payload.get());
    checkLink(entry, sealed.key(), payload.get().link(), Bytes.of(leaf));
    opened++;
  }

  private Optional<Payload> open(Entry entry) throws Verifier.Bad {
    try {
      return entries.open(entry);
    } catch (StoreException e) {
      if (e.fault() == Fault.TAMPERED) {
        throw new Verifier.Bad(entry.index(), "a payload is not what was sealed");
      }
      throw e;
    }
  }

  private void check(Entry entry, Payload payload) throws Verifier.Bad {
    require(
        entry.commitment().equals(Bytes.of(payload.root())),
        entry,
        "a payload is not the one that its leaf commits to");
    require(
        same(tokens(entry), payload.tokens().terms()),
        entry,
        "an entry's index is not what was written");
    // A retry token may be gone, since they are pruned, but it may not be another one.
    Bytes request = payload.tokens().request();
    require(
        requests.getOrDefault(entry.index(), List.of()).stream().allMatch(request::equals),
        entry,
        "a retry token points to another entry");
  }

  /** The same tokens, in whatever order and however often. */
  private static boolean same(List<Bytes> one, List<Bytes> other) {
    return one.equals(other) || new HashSet<>(one).equals(new HashSet<>(other));
  }

  private List<Bytes> tokens(Entry entry) {
    return tokens.getOrDefault(entry.index(), List.of());
  }

  private void checkLink(Entry entry, Bytes key, Payload.Link link, Bytes leaf)
      throws Verifier.Bad {
    Optional<Chain> before = before(entry, key);
    require(
        link.sequence() == before.map(Chain::sequence).orElse(0L) + 1
            && link.previous()
                .equals(before.map(c -> HexFormat.of().formatHex(c.leaf().toArray()))),
        entry,
        "the chain has a gap before this entry");
    if (chains.size() >= MAX_CHAINS) {
      chains.clear();
    }
    chains.put(key, new Chain(key, link.sequence(), leaf));
  }

  /** The chain's entry before this one: remembered, or read again. */
  private Optional<Chain> before(Entry entry, Bytes key) throws Verifier.Bad {
    Chain known = chains.get(key);
    if (known != null) {
      return Optional.of(known);
    }
    require(!store.ends(List.of(key)).isEmpty(), entry, "an entry's chain has no end");
    Optional<Entry> last = store.lastUnder(key, entry.index());
    if (last.isEmpty()) {
      return Optional.empty();
    }
    Optional<Payload> payload = open(last.get());
    Bytes leaf = Bytes.of(Leaf.of(last.get()).hash());
    return payload.map(opening -> new Chain(key, opening.link().sequence(), leaf));
  }

  /** The end of each chain must be its last entry, and no token may be a stray one. */
  void checkEnds(long size) throws Verifier.Bad {
    if (store.strays() > 0) {
      throw new Verifier.Bad(Math.max(0, size - 1), "a token points to no entry");
    }
    Bytes after = Bytes.of(new byte[0]);
    List<Chain> page;
    do {
      page = store.chains(after, PAGE);
      for (Chain chain : page) {
        after = chain.key();
        checkEnd(chain, size);
      }
    } while (page.size() == PAGE);
  }

  private void checkEnd(Chain chain, long size) throws Verifier.Bad {
    Optional<Entry> last = store.lastUnder(chain.key(), Long.MAX_VALUE);
    if (last.isEmpty()) {
      throw new Verifier.Bad(Math.max(0, size - 1), "a chain has an end but no entry");
    }
    // An entry that came while this pass ran has not been looked at.
    if (last.get().index() < size) {
      Optional<Payload> payload = open(last.get());
      boolean same =
          chain.leaf().equals(Bytes.of(Leaf.of(last.get()).hash()))
              && payload.map(p -> p.link().sequence() == chain.sequence()).orElse(true);
      require(same || grown(chain, size), last.get(), "the end of a chain is missing");
    }
  }

  private boolean grown(Chain chain, long size) {
    return store.lastUnder(chain.key(), Long.MAX_VALUE).map(Entry::index).orElse(0L) >= size;
  }

  private static void require(boolean condition, Entry entry, String what) throws Verifier.Bad {
    if (!condition) {
      throw new Verifier.Bad(entry.index(), what);
    }
  }
}
