package eu.sotto.ledger;

import eu.sotto.crypto.Bytes;
import eu.sotto.crypto.KeyVault;
import eu.sotto.ledger.Tombstones.Kind;
import eu.sotto.ledger.Tombstones.Tombstone;
import eu.sotto.store.LedgerStore;
import eu.sotto.store.LedgerStore.Token;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Takes a log up again whose store was put back from a backup, when an operator says so. */
public final class LogRestore {
  private static final int PAGE = 500;

  private final LedgerStore store;
  private final Options options;
  private final Eraser eraser;
  private final Checkpoints checkpoints;
  private final Appender appender;
  private final Set<Bytes> tokens = new HashSet<>();
  private final List<Bytes> keys = new ArrayList<>();

  private LogRestore(
      LedgerStore store,
      Options options,
      Eraser eraser,
      Checkpoints checkpoints,
      Appender appender) {
    this.store = store;
    this.options = options;
    this.eraser = eraser;
    this.checkpoints = checkpoints;
    this.appender = appender;
  }

  /**
   * Opens a log whose store was put back: it gets a new name, its first entry under that commits to
   * the newest checkpoint anchored before, and what was erased since the backup was made is erased
   * again. Proofs made before stay as they are; what was appended since is lost.
   *
   * @param store the store put back
   * @param vault holds its keys as they are now, not as they were
   * @param options with the anchor of the lost log, and its journal of erasures
   * @return the log
   * @throws IllegalStateException if nothing was anchored, the log is not behind its anchor, or
   *     there is no journal of erasures
   * @throws eu.sotto.store.StoreException as {@link Ledger#open} does, but for a store that was
   *     rolled back
   */
  public static Ledger open(LedgerStore store, KeyVault vault, Options options) {
    Identity identity = Identity.of(store, vault, options);
    Ledger ledger = new Ledger(store, vault, identity, options, true);
    try {
      LogRestore restore =
          new LogRestore(store, options, ledger.eraser, ledger.checkpoints, ledger.appender);
      ledger.await(() -> restore.run(ledger.tree));
      return ledger;
    } catch (RuntimeException e) {
      ledger.writer.abandon();
      throw e;
    }
  }

  /** First what was erased goes again; then the log gets its new name; at last it is anchored. */
  private Checkpoint run(Tree tree) {
    String anchor =
        options
            .anchor()
            .newest()
            .orElseThrow(() -> new IllegalStateException("nothing was anchored to restore from"));
    Optional<Checkpoint> anchored = checkpoints.notary().verified(anchor);
    if (anchored.filter(last -> Checkpoints.holds(last, tree, store.size())).isPresent()) {
      throw new IllegalStateException("the log is not behind its anchor; open it");
    }
    options.anchor().tombstones().read(this::collect);
    eraseKeys();
    eraseTokens();
    appender.forgetChains();
    Event event =
        checkpoints
            .eras()
            .restored(
                Hash.of(appender.root()),
                appender.size(),
                anchor,
                anchored.isPresent(),
                options.clock().instant());
    appender.appendOwn(() -> event);
    return checkpoints.make(appender.size(), appender.root());
  }

  private void collect(Tombstone tombstone) {
    if (tombstone.kind() == Kind.TOKEN) {
      tokens.add(tombstone.value());
    } else {
      keys.add(tombstone.value());
      if (keys.size() == PAGE) {
        eraseKeys();
      }
    }
  }

  private void eraseKeys() {
    if (!keys.isEmpty()) {
      eraser.eraseTokens(List.copyOf(keys), List.of());
      keys.clear();
    }
  }

  private void eraseTokens() {
    long size = store.size();
    for (long from = 0; from < size && !tokens.isEmpty(); from += PAGE) {
      Set<Bytes> buried =
          store.tokens(from, Math.min(size, from + PAGE)).stream()
              .map(Token::token)
              .filter(token -> tokens.contains(Tombstone.token(token).value()))
              .collect(Collectors.toSet());
      if (!buried.isEmpty()) {
        eraser.eraseTokens(List.of(), List.copyOf(buried));
      }
    }
  }
}
