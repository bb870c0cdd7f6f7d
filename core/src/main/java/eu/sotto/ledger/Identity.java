package eu.sotto.ledger;

import eu.sotto.crypto.Bytes;
import eu.sotto.crypto.Context;
import eu.sotto.crypto.KeyId;
import eu.sotto.crypto.KeyKind;
import eu.sotto.crypto.KeyVault;
import eu.sotto.store.LedgerStore;
import eu.sotto.store.StoreException;
import eu.sotto.store.StoreException.Fault;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/** Who a log is: its name, its tenant and the keys of its own. */
record Identity(String origin, String tenant, Keys keys) {
  /** Seals the log's own events; makes tokens; signs checkpoints until rotated; signs receipts. */
  record Keys(KeyId proof, KeyId index, KeyId signing, KeyId receipts) {}

  private static final String FORMAT = "1";
  private static final int ORIGIN_BYTES = 8;

  /** Reads it from the store, or makes it for an empty one. */
  static Identity of(LedgerStore store, KeyVault vault, Options options) {
    Map<String, String> properties = store.properties();
    if (properties.isEmpty()) {
      return create(store, vault, options);
    }
    Identity found = read(store, properties);
    String wanted = options.origin();
    if (!found.tenant.equals(options.tenant())
        || (wanted != null && !found.origin.equals(wanted))) {
      throw new StoreException(Fault.FOREIGN, store.name(), null);
    }
    return found;
  }

  private static Identity create(LedgerStore store, KeyVault vault, Options options) {
    List<KeyId> keys =
        vault.createAll(List.of(KeyKind.PROOF, KeyKind.INDEX, KeyKind.SIGNING, KeyKind.SIGNING));
    String wanted = options.origin();
    Identity made =
        new Identity(
            wanted == null ? randomOrigin() : wanted,
            options.tenant(),
            new Keys(keys.get(0), keys.get(1), keys.get(2), keys.get(3)));
    try {
      store.describe(made.properties());
      return made;
    } catch (StoreException e) {
      // Another node may have made the log at the same moment.
      if (e.fault() == Fault.BUSY && !store.properties().isEmpty()) {
        return of(store, vault, options);
      }
      throw e;
    }
  }

  static String randomOrigin() {
    byte[] bytes = new byte[ORIGIN_BYTES];
    new SecureRandom().nextBytes(bytes);
    return "sotto/" + HexFormat.of().formatHex(bytes);
  }

  private Map<String, String> properties() {
    return Map.of(
        "format",
        FORMAT,
        "origin",
        origin,
        "tenant",
        tenant,
        "proof_key",
        keys.proof.toString(),
        "index_key",
        keys.index.toString(),
        "signing_key",
        keys.signing.toString(),
        "receipt_key",
        keys.receipts.toString());
  }

  KeyId proof() {
    return keys.proof;
  }

  KeyId signing() {
    return keys.signing;
  }

  static Identity read(LedgerStore store, Map<String, String> properties) {
    try {
      Identity found =
          new Identity(
              properties.getOrDefault("origin", ""),
              properties.getOrDefault("tenant", ""),
              new Keys(
                  key(properties, "proof_key"),
                  key(properties, "index_key"),
                  key(properties, "signing_key"),
                  key(properties, "receipt_key")));
      Checkpoint.requireOrigin(found.origin);
      if (!FORMAT.equals(properties.get("format"))) {
        throw new StoreException(Fault.TOO_NEW, store.name(), null);
      }
      return found;
    } catch (IllegalArgumentException e) {
      throw new StoreException(Fault.CORRUPTED, store.name(), e);
    }
  }

  private static KeyId key(Map<String, String> properties, String name) {
    return KeyId.parse(properties.getOrDefault(name, ""));
  }

  /** What a payload is bound to. */
  Context context(Bytes leafId) {
    return Context.of("sotto.ledger", tenant, origin, HexFormat.of().formatHex(leafId.toArray()));
  }

  Bytes token(KeyVault vault, IndexTerm term) {
    return mac(vault, "term", term.kind(), term.value());
  }

  Bytes requestToken(KeyVault vault, String idempotencyKey) {
    return mac(vault, "request", idempotencyKey);
  }

  private Bytes mac(KeyVault vault, String... parts) {
    String canonical = new String(Jcs.bytes(List.of(parts)), StandardCharsets.UTF_8);
    return Bytes.of(vault.mac(keys.index, Checkpoint.utf8(origin + "\n" + canonical)));
  }
}
