package eu.sotto.ledger;

import eu.sotto.crypto.Bytes;
import eu.sotto.store.LedgerStore.Entry;
import java.util.HexFormat;
import java.util.Map;

/**
 * What the tree holds of an entry: {@code {"commitment","id","kind","schema"}} in canonical JSON.
 * No time, pseudonym or number stands in it.
 */
record Leaf(Bytes id, String kind, Bytes commitment) {
  private static final int SCHEMA = 1;

  static Leaf of(Entry entry) {
    return new Leaf(entry.id(), entry.kind(), entry.commitment());
  }

  byte[] data() {
    return Jcs.bytes(
        Map.of(
            "commitment",
            HexFormat.of().formatHex(commitment.toArray()),
            "id",
            HexFormat.of().formatHex(id.toArray()),
            "kind",
            kind,
            "schema",
            SCHEMA));
  }

  byte[] hash() {
    return Merkle.leaf(data());
  }
}
