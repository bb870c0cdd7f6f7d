package eu.sotto.ledger;

import eu.sotto.crypto.Bytes;
import eu.sotto.crypto.CryptoException;
import eu.sotto.crypto.KeyId;
import eu.sotto.crypto.KeyVault;
import eu.sotto.crypto.Protection;
import eu.sotto.store.LedgerStore;
import eu.sotto.store.LedgerStore.Entry;
import eu.sotto.store.LedgerStore.Sealed;
import eu.sotto.store.StoreException;
import eu.sotto.store.StoreException.Fault;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Seals and opens the payloads of one log. */
final class Entries {
  private static final int LOOK_BACK = 100;
  private static final int FEW = 2;

  private final String store;
  private final KeyVault vault;
  private final Identity identity;

  Entries(String store, KeyVault vault, Identity identity) {
    this.store = store;
    this.vault = vault;
    this.identity = identity;
  }

  Bytes seal(Payload payload, KeyId key, Bytes leafId) {
    byte[] plain = PayloadFormat.write(payload);
    try {
      return Bytes.of(vault.seal(Protection.by(key), identity.context(leafId), plain));
    } catch (CryptoException e) {
      throw new EventRefused("an event's key is destroyed or does not answer", e);
    } finally {
      java.util.Arrays.fill(plain, (byte) 0);
    }
  }

  /**
   * Opens an entry's payload.
   *
   * @return empty if it was erased or its key was destroyed
   * @throws StoreException if it is not what was written
   * @throws EventRefused if its key does not answer
   */
  Optional<Payload> open(Entry entry) {
    Sealed sealed = entry.sealed();
    if (sealed == null) {
      return Optional.empty();
    }
    try {
      byte[] plain = vault.open(identity.context(entry.id()), sealed.content().toArray());
      try {
        return Optional.of(PayloadFormat.read(plain));
      } finally {
        java.util.Arrays.fill(plain, (byte) 0);
      }
    } catch (CryptoException.KeyDestroyed e) {
      return Optional.empty();
    } catch (CryptoException.Unavailable e) {
      throw new EventRefused("an event's key does not answer", e);
    } catch (CryptoException | IllegalArgumentException e) {
      throw new StoreException(Fault.TAMPERED, store, e);
    }
  }

  /** When the last entry that still opens was recorded, looking back not further than that. */
  Optional<Instant> lastRecorded(LedgerStore log, long size) {
    long low = Math.max(0, size - FEW);
    Optional<Instant> found = lastRecorded(log.entries(low, (int) (size - low)));
    long lowest = Math.max(0, size - LOOK_BACK);
    return found.isPresent() || lowest == low
        ? found
        : lastRecorded(log.entries(lowest, (int) (low - lowest)));
  }

  private Optional<Instant> lastRecorded(List<Entry> page) {
    for (int i = page.size() - 1; i >= 0; i--) {
      try {
        Optional<Payload> payload = open(page.get(i));
        if (payload.isPresent()) {
          return payload.map(Payload::recordedAt);
        }
      } catch (StoreException | EventRefused e) {
        // What does not open says nothing here; whoever asks for it, or verifies, will hear of it.
      }
    }
    return Optional.empty();
  }

  Recorded recorded(Entry entry, Payload payload) {
    Payload.Link link = payload.link();
    Hash leaf = Hash.of(Leaf.of(entry).hash());
    Appended appended =
        new Appended(
            new LeafId(entry.id()),
            entry.index(),
            payload.recordedAt(),
            new ChainHead(link.keyClass(), link.sequence(), leaf));
    int slash = entry.kind().lastIndexOf('/');
    return new Recorded(
        appended,
        entry.kind().substring(0, slash),
        Integer.parseInt(entry.kind().substring(slash + 1)),
        payload.happenedAt(),
        payload.values());
  }
}
