package eu.sotto.ledger;

import eu.sotto.crypto.KeyId;
import eu.sotto.crypto.KeyKind;
import eu.sotto.crypto.KeyVault;
import eu.sotto.crypto.Signer;
import eu.sotto.crypto.VerifierKey;
import eu.sotto.store.LedgerStore;
import eu.sotto.store.LedgerStore.Entry;
import eu.sotto.store.StoreException;
import eu.sotto.store.StoreException.Fault;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A log's own view of its names and keys: reads the changes from its entries, and makes them. */
final class Eras {
  private static final int MAX = 10_000;
  private static final IndexTerm TERM = IndexTerm.of("log", "era");

  private final LedgerStore store;
  private final KeyVault vault;
  private final Identity identity;
  private final Entries entries;
  private volatile Known known;

  /** What was read: the succession, and where the vault holds each of its keys. */
  private record Known(Succession succession, Map<VerifierKey, KeyId> keys) {}

  Eras(LedgerStore store, KeyVault vault, Identity identity) {
    this.store = store;
    this.vault = vault;
    this.identity = identity;
    this.entries = new Entries(store.name(), vault, identity);
    this.known = read();
  }

  /** Reads what began an era, here or on another node. */
  void refresh() {
    known = read();
  }

  private Known read() {
    VerifierKey first = vault.verifierKey(identity.signing());
    Succession succession = new Succession(identity.origin(), first);
    Map<VerifierKey, KeyId> keys = new HashMap<>(Map.of(first, identity.signing()));
    try {
      for (Recorded change : recorded()) {
        succession.then(
            change.appended().index(), change.kind() + "/" + change.version(), change.fields());
        if (change.kind().equals(Succession.ROTATED.name())) {
          KeyId key = KeyId.parse(Succession.text(change.fields(), "key"));
          keys.put(succession.current().key(), key);
        }
      }
    } catch (IllegalArgumentException e) {
      throw new StoreException(Fault.TAMPERED, store.name(), e);
    }
    return new Known(succession, keys);
  }

  private List<Recorded> recorded() {
    List<Recorded> recorded = new ArrayList<>();
    for (Entry entry : store.entriesWith(identity.token(vault, TERM), 0, MAX)) {
      if (Succession.isChange(entry.kind())) {
        Payload payload =
            entries
                .open(entry)
                .orElseThrow(() -> new StoreException(Fault.TAMPERED, store.name(), null));
        recorded.add(entries.recorded(entry, payload));
      }
    }
    return recorded;
  }

  /** The name now. */
  String origin() {
    return originAt(Long.MAX_VALUE);
  }

  String originAt(long size) {
    String origin = known.succession.at(size).origin();
    return origin == null ? identity.origin() : origin;
  }

  /** What checks checkpoints of now. */
  VerifierKey verifierKey() {
    return known.succession.current().key();
  }

  Signer signerAt(long size) {
    return signer(known, known.succession.at(size).key());
  }

  private Signer signer(Known from, VerifierKey key) {
    KeyId id = from.keys.get(key);
    if (id == null) {
      throw new StoreException(Fault.TAMPERED, store.name(), null);
    }
    return vault.signer(id);
  }

  /** Whether the checkpoint is this log's. */
  boolean signed(Checkpoint checkpoint) {
    return known.succession.signed(checkpoint);
  }

  /** The entries that began an era, in log order. */
  List<LeafId> ids() {
    return recorded().stream().map(change -> change.appended().id()).toList();
  }

  /**
   * Changes to a new key, behind the last checkpoint; signed when nobody else can append, so that
   * two nodes that change it at once do so one after the other.
   */
  KeyChange rotate(Checkpoint last, Appender appender) {
    KeyId next = vault.create(KeyKind.SIGNING);
    List<KeyChange> made = new ArrayList<>();
    appender.appendOwn(
        () -> {
          Known before = read();
          Signer previous = signer(before, before.succession.current().key());
          KeyChange change = KeyChange.sign(last, previous, vault.signer(next));
          made.add(change);
          return change.event(next, last.signedAt()).indexed(TERM);
        });
    return made.get(0);
  }

  /** The first leaf of a new name commits to the anchored checkpoint that it cannot reach. */
  Event restored(Hash root, long size, String anchor, boolean verified, Instant at) {
    return Event.of(Succession.RESTORED, at)
        .with("origin", Identity.randomOrigin())
        .with("previous_origin", origin())
        .with("size", size)
        .with("root", root.toString())
        .with("anchor", anchor)
        .with("anchor_verified", verified)
        .indexed(TERM);
  }
}
