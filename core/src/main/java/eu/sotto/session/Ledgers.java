package eu.sotto.session;

import eu.sotto.ledger.Anchor;
import eu.sotto.ledger.Ledger;
import eu.sotto.ledger.LogRestore;
import eu.sotto.ledger.Options;
import eu.sotto.store.LedgerStore;
import eu.sotto.store.SqliteLedgerStore;
import eu.sotto.store.StoreDirectory;
import java.time.InstantSource;
import java.util.function.UnaryOperator;

/** How an engine's ledger is opened. */
final class Ledgers {
  private static final String TENANT = "default";

  private Ledgers() {}

  /** In a locked folder, anchored in the key folder, where its verifier key is exported too. */
  static Ledger open(
      StoreDirectory directory,
      Stores stores,
      KeyFolder keys,
      InstantSource clock,
      boolean restoring) {
    LedgerStore store = stores.add(SqliteLedgerStore.open(directory));
    return restoring
        ? exported(LogRestore.open(store, stores.vault(), options(keys, clock)), keys)
        : open(store, stores, keys, clock);
  }

  /** In a store that is open already. */
  static Ledger open(LedgerStore store, Stores stores, KeyFolder keys, InstantSource clock) {
    return exported(Ledger.open(store, stores.vault(), options(keys, clock)), keys);
  }

  private static Options options(KeyFolder keys, InstantSource clock) {
    return Options.of(TENANT).withClock(clock).withAnchor(Anchor.file(keys.anchor()));
  }

  private static Ledger exported(Ledger ledger, KeyFolder keys) {
    keys.export(ledger);
    return ledger;
  }

  static Ledger inMemory(Stores stores, InstantSource clock, UnaryOperator<LedgerStore> around) {
    LedgerStore store = around.apply(stores.add(SqliteLedgerStore.inMemory()));
    return Ledger.open(store, stores.vault(), Options.of(TENANT).withClock(clock));
  }
}
