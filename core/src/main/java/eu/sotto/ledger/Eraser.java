package eu.sotto.ledger;

import eu.sotto.crypto.Bytes;
import eu.sotto.crypto.KeyId;
import eu.sotto.crypto.KeyVault;
import eu.sotto.ledger.Tombstones.Tombstone;
import eu.sotto.store.LedgerStore;
import eu.sotto.store.LedgerStore.Entry;
import eu.sotto.store.LedgerStore.Erasure;
import eu.sotto.store.LedgerStore.Resealed;
import eu.sotto.store.LedgerStore.Sealed;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Erases payloads and terms. For the writer's thread only. */
final class Eraser {
  private static final int PAGE = 500;

  private final LedgerStore store;
  private final KeyVault vault;
  private final Identity identity;
  private final Entries entries;
  private final Tombstones tombstones;

  Eraser(
      LedgerStore store,
      KeyVault vault,
      Identity identity,
      Entries entries,
      Tombstones tombstones) {
    this.tombstones = tombstones;
    this.store = store;
    this.vault = vault;
    this.identity = identity;
    this.entries = entries;
  }

  Erased erase(Collection<KeyId> keys, Collection<IndexTerm> terms) {
    List<Bytes> keyIds = keys.stream().map(key -> Bytes.of(key.toBytes())).toList();
    List<Bytes> tokens = terms.stream().map(term -> identity.token(vault, term)).toList();
    List<Tombstone> buried = new ArrayList<>();
    keyIds.forEach(key -> buried.add(Tombstone.key(key)));
    tokens.forEach(token -> buried.add(Tombstone.token(token)));
    tombstones.bury(buried);
    return eraseTokens(keyIds, tokens);
  }

  Erased eraseTokens(List<Bytes> keyIds, List<Bytes> tokens) {
    Map<Long, Resealed> resealed = new LinkedHashMap<>();
    Set<Bytes> gone = new HashSet<>(keyIds);
    for (Bytes token : tokens) {
      reseal(token, tokens, gone, resealed);
    }
    LedgerStore.Erased erased =
        store.erase(new Erasure(keyIds, tokens, List.copyOf(resealed.values())));
    return new Erased(erased.payloads(), erased.tokens(), erased.scrubbed());
  }

  /** What stays is sealed anew, since its payload says which tokens the store should hold. */
  private void reseal(
      Bytes token, List<Bytes> tokens, Set<Bytes> gone, Map<Long, Resealed> resealed) {
    long from = 0;
    List<Entry> page;
    do {
      page = store.entriesWith(token, from, PAGE);
      for (Entry entry : page) {
        from = entry.index() + 1;
        Sealed sealed = entry.sealed();
        if (sealed != null
            && !gone.contains(sealed.key())
            && !resealed.containsKey(entry.index())) {
          entries
              .open(entry)
              .map(payload -> resealed(entry, sealed, payload.without(tokens)))
              .ifPresent(changed -> resealed.put(entry.index(), changed));
        }
      }
    } while (page.size() == PAGE);
  }

  private Resealed resealed(Entry entry, Sealed sealed, Payload payload) {
    KeyId key = KeyId.of(sealed.key().toArray());
    return new Resealed(entry.index(), entries.seal(payload, key, entry.id()));
  }
}
