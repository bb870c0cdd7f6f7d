package eu.sotto.ledger;

import eu.sotto.crypto.Bytes;
import eu.sotto.store.LedgerStore.Entry;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * What the tree holds of an entry: {@code {"commitment","id","kind","schema"}} in canonical JSON.
 * No time, pseudonym or number stands in it.
 */
record Leaf(Bytes id, String kind, Bytes commitment) {
  private static final int SCHEMA = 1;
  private static final Pattern PLAIN = Pattern.compile("[a-z0-9_]+/[0-9]+");

  static Leaf of(Entry entry) {
    return new Leaf(entry.id(), entry.kind(), entry.commitment());
  }

  byte[] data() {
    return PLAIN.matcher(kind).matches() ? plain() : canonical();
  }

  /** The canonical form of a leaf whose kind needs no escape. */
  private byte[] plain() {
    HexFormat hex = HexFormat.of();
    String text =
        "{\"commitment\":\""
            + hex.formatHex(commitment.toArray())
            + "\",\"id\":\""
            + hex.formatHex(id.toArray())
            + "\",\"kind\":\""
            + kind
            + "\",\"schema\":"
            + SCHEMA
            + "}";
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  byte[] canonical() {
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
