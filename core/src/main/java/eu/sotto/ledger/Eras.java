package eu.sotto.ledger;

import eu.sotto.crypto.Bytes;
import eu.sotto.crypto.KeyId;
import eu.sotto.crypto.KeyKind;
import eu.sotto.crypto.KeyVault;
import eu.sotto.crypto.VerifierKey;
import eu.sotto.store.LedgerStore;
import eu.sotto.store.LedgerStore.Entry;
import eu.sotto.store.StoreException;
import eu.sotto.store.StoreException.Fault;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/**
 * Under which name and with which key a log signs at which size. The log itself says so, in entries
 * that begin a new era: a checkpoint that covers such an entry is the new era's.
 */
final class Eras {
  private static final int MAX = 10_000;
  private static final IndexTerm TERM = IndexTerm.of("log", "era");
  private static final EventKind ROTATED =
      EventKind.of(
          "signing_key_rotated",
          1,
          KeyClass.PROOF,
          "key",
          "origin",
          "size",
          "root",
          "previous",
          "next",
          "previous_signature",
          "next_signature");
  private static final EventKind RESTORED =
      EventKind.of(
          "log_restored",
          1,
          KeyClass.PROOF,
          "origin",
          "previous_origin",
          "size",
          "root",
          "anchor",
          "anchor_verified");

  private final LedgerStore store;
  private final KeyVault vault;
  private final Identity identity;
  private final Entries entries;
  private volatile List<Era> all = List.of();

  /** From the size on, checkpoints bear the name and are signed with the key. */
  record Era(long from, String origin, KeyId key) {}

  Eras(LedgerStore store, KeyVault vault, Identity identity) {
    this.store = store;
    this.vault = vault;
    this.identity = identity;
    this.entries = new Entries(store.name(), vault, identity);
    refresh();
  }

  /** Reads what began an era, here or on another node. */
  void refresh() {
    List<Era> found = new ArrayList<>();
    found.add(new Era(0, identity.origin(), identity.signing()));
    for (Recorded change : recorded()) {
      long from = change.appended().index() + 1;
      Era before = found.get(found.size() - 1);
      if (change.kind().equals(ROTATED.name())) {
        require(keyChange(change).verifies(vault.verifierKey(before.key)));
        found.add(new Era(from, before.origin, KeyId.parse(text(change.fields(), "key"))));
      } else {
        found.add(new Era(from, text(change.fields(), "origin"), before.key));
      }
    }
    all = List.copyOf(found);
  }

  private List<Recorded> recorded() {
    List<Recorded> recorded = new ArrayList<>();
    for (Entry entry : store.entriesWith(identity.token(vault, TERM), 0, MAX)) {
      Payload payload =
          entries
              .open(entry)
              .orElseThrow(() -> new StoreException(Fault.TAMPERED, store.name(), null));
      recorded.add(entries.recorded(entry, payload));
    }
    return recorded;
  }

  private void require(boolean condition) {
    if (!condition) {
      throw new StoreException(Fault.TAMPERED, store.name(), null);
    }
  }

  Era at(long size) {
    Era found = all.get(0);
    for (Era era : all) {
      found = era.from <= size ? era : found;
    }
    return found;
  }

  Era current() {
    return all.get(all.size() - 1);
  }

  /** Whether the checkpoint is this log's. */
  boolean signed(Checkpoint checkpoint) {
    Era era = at(checkpoint.size());
    return checkpoint.origin().equals(era.origin)
        && checkpoint.signedBy(vault.verifierKey(era.key));
  }

  History history() {
    List<KeyChange> changes = new ArrayList<>();
    List<Recorded> restorations = new ArrayList<>();
    for (Recorded change : recorded()) {
      if (change.kind().equals(ROTATED.name())) {
        changes.add(keyChange(change));
      } else {
        restorations.add(change);
      }
    }
    return new History(changes, restorations);
  }

  /** Changes to a new key, behind the last checkpoint of the old one. */
  KeyChange rotate(Checkpoint last, Appender appender) {
    KeyId next = vault.create(KeyKind.SIGNING);
    KeyChange change = KeyChange.sign(last, vault.signer(at(last.size()).key), vault.signer(next));
    appender.appendOwn(rotated(change, next, last.signedAt()));
    return change;
  }

  private static Event rotated(KeyChange change, KeyId key, Instant at) {
    return Event.of(ROTATED, at)
        .with("key", key.toString())
        .with("origin", change.origin())
        .with("size", change.size())
        .with("root", change.root().toString())
        .with("previous", change.previous().toString())
        .with("next", change.next().toString())
        .with("previous_signature", hex(change.previousSignature()))
        .with("next_signature", hex(change.nextSignature()))
        .indexed(TERM);
  }

  /** The first leaf of a new name commits to the anchored checkpoint that it cannot reach. */
  Event restored(Hash root, long size, String anchor, boolean verified, Instant at) {
    return Event.of(RESTORED, at)
        .with("origin", Identity.randomOrigin())
        .with("previous_origin", current().origin)
        .with("size", size)
        .with("root", root.toString())
        .with("anchor", anchor)
        .with("anchor_verified", verified)
        .indexed(TERM);
  }

  private static KeyChange keyChange(Recorded change) {
    Map<String, Object> fields = change.fields();
    return new KeyChange(
        text(fields, "origin"),
        (Long) fields.getOrDefault("size", -1L),
        Hash.parse(text(fields, "root")),
        VerifierKey.parse(text(fields, "previous")),
        VerifierKey.parse(text(fields, "next")),
        bytes(fields, "previous_signature"),
        bytes(fields, "next_signature"));
  }

  private static String hex(Bytes bytes) {
    return HexFormat.of().formatHex(bytes.toArray());
  }

  private static Bytes bytes(Map<String, Object> fields, String name) {
    return Bytes.of(HexFormat.of().parseHex(text(fields, name)));
  }

  private static String text(Map<String, Object> fields, String name) {
    return (String) fields.getOrDefault(name, "");
  }
}
