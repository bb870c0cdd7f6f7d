package eu.sotto.ledger;

import eu.sotto.crypto.Bytes;
import eu.sotto.crypto.KeyId;
import eu.sotto.crypto.KeyVault;
import eu.sotto.crypto.VerifierKey;
import eu.sotto.store.LedgerStore;
import eu.sotto.store.LedgerStore.Entry;
import eu.sotto.store.StoreException;
import eu.sotto.store.StoreException.Fault;
import eu.sotto.vocabulary.PrivacyException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.LongConsumer;
import java.util.function.Predicate;

/**
 * An append-only log of one node: an event is durable before anybody hears of it, and nothing in it
 * changes unnoticed, yet the content of an event can be erased.
 *
 * <p>Thread-safe. One daemon thread, {@code sotto-ledger-writer}, makes every change, in the order
 * in which callers hand them in, many events with one force; {@link #close()} ends it. Vault and
 * store stay the caller's and must outlive the log.
 *
 * <p>Source: RFC 6962; C2SP signed-note, tlog-checkpoint, tlog-cosignature, tlog-proof.
 */
public final class Ledger implements AutoCloseable {
  private static final Duration CLOSING = Duration.ofSeconds(30);
  private static final Duration TASK = Duration.ofMinutes(10);
  private static final int PAGE = 500;

  private final LedgerStore store;
  private final KeyVault vault;
  private final Identity identity;
  private final Entries entries;
  private final Tree tree;
  private final Appender appender;
  private final Checkpoints checkpoints;
  private final Writer writer;

  private Ledger(LedgerStore store, KeyVault vault, Identity identity, Options options) {
    this.store = store;
    this.vault = vault;
    this.identity = identity;
    this.entries = new Entries(store.name(), vault, identity);
    this.tree = new Tree(positions -> hashes(store, positions));
    this.checkpoints = new Checkpoints(store, vault, identity, options);
    checkpoints.refuseRollback(tree);
    this.appender =
        new Appender(store, vault, identity, options.clock(), tree.frontier(store.size()));
    store.prune(Appender.hour(options.clock().instant().minus(options.timing().retryWindow())));
    this.writer =
        new Writer(
            "sotto-ledger-writer",
            appender,
            options.timing(),
            () -> checkpoints.anchor(appender.size(), appender.root()));
  }

  private static List<byte[]> hashes(LedgerStore store, List<Long> positions) {
    return store.nodes(positions).stream().map(Bytes::toArray).toList();
  }

  /**
   * Opens a log, or makes it in an empty store: reads its newest checkpoints and the edge of its
   * tree, not the whole of it.
   *
   * @param store where it lies
   * @param vault holds its keys
   * @param options how it is opened
   * @return the log
   * @throws StoreException {@link Fault#ROLLED_BACK} if the store is older than its anchor or not
   *     the one that was anchored; {@link Fault#TAMPERED} if it contradicts its own checkpoints;
   *     {@link Fault#FOREIGN} if it is another tenant's or of another origin than asked for
   */
  public static Ledger open(LedgerStore store, KeyVault vault, Options options) {
    Identity identity = Checkpoints.identity(store, vault, options);
    Ledger ledger = new Ledger(store, vault, identity, options);
    if (store.recovered()) {
      Verification check = ledger.verify(false);
      if (!check.intact()) {
        ledger.close();
        throw new StoreException(Fault.TAMPERED, store.name(), null);
      }
    }
    return ledger;
  }

  /**
   * Hands in an event; its future completes once it is durable.
   *
   * <p>The future fails with {@link StoreException} or {@link EventRefused}. It completes on the
   * writer's thread: what is chained to it must be short or asynchronous.
   *
   * @param event the event
   * @return where it is recorded
   * @throws IllegalArgumentException if its kind needs a subject's key and it has none
   */
  public CompletableFuture<Appended> submit(Event event) {
    event.key(identity.proof());
    return writer.submit(event).result;
  }

  /**
   * Appends an event and waits until it is durable.
   *
   * @param event the event
   * @param deadline how long to wait
   * @return where it is recorded
   * @throws AppendTimedOut if it is not durable in time
   * @throws StoreException if it was not recorded, or with {@link Fault#OUTCOME_UNKNOWN} may be
   * @throws EventRefused if its key is destroyed, or its idempotency key was another event's
   * @throws IllegalArgumentException if its kind needs a subject's key and it has none
   */
  public Appended append(Event event, Duration deadline) {
    event.key(identity.proof());
    Writer.Append append = writer.submit(event);
    try {
      return append.result.get(deadline.toNanos(), TimeUnit.NANOSECONDS);
    } catch (TimeoutException e) {
      throw new AppendTimedOut(!append.withdraw());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AppendTimedOut(!append.withdraw());
    } catch (ExecutionException e) {
      throw rethrown(e);
    }
  }

  private static RuntimeException rethrown(ExecutionException e) {
    if (e.getCause() instanceof PrivacyException fault) {
      return fault;
    }
    return new StoreException(Fault.UNAVAILABLE, "the log", e.getCause());
  }

  /**
   * The events that carry a term.
   *
   * @param term the term
   * @return those that open, in log order, and how many do not because their key was destroyed
   * @throws StoreException if the store fails or an entry is not what was written
   */
  public Events events(IndexTerm term) {
    Bytes token = identity.token(vault, term);
    return read(from -> store.entriesWith(token, from, PAGE), kind -> true);
  }

  /**
   * The events sealed under a key.
   *
   * @param key a subject's key
   * @return those that open, in log order, and how many do not because their key was destroyed
   * @throws StoreException if the store fails or an entry is not what was written
   */
  public Events events(KeyId key) {
    return events(key, kind -> true);
  }

  /**
   * The events of some kinds sealed under a key; entries of other kinds are not opened.
   *
   * @param key a subject's key
   * @param kinds which kinds, by name
   * @return those that open, in log order, and how many do not because their key was destroyed
   * @throws StoreException if the store fails or an entry is not what was written
   */
  public Events events(KeyId key, Predicate<String> kinds) {
    Bytes id = Bytes.of(key.toBytes());
    return read(from -> store.entriesUnder(id, from, PAGE), kinds);
  }

  /** Reads entries from an index on, a page at a time. */
  private interface Pages {
    List<Entry> from(long index);
  }

  private Events read(Pages pages, Predicate<String> kinds) {
    List<Recorded> found = new ArrayList<>();
    long destroyed = 0;
    long from = 0;
    List<Entry> page;
    do {
      page = pages.from(from);
      for (Entry entry : page) {
        from = entry.index() + 1;
        if (kinds.test(entry.kind().substring(0, entry.kind().lastIndexOf('/')))) {
          Optional<Payload> payload = entries.open(entry);
          payload.ifPresent(opened -> found.add(entries.recorded(entry, opened)));
          destroyed += payload.isPresent() ? 0 : 1;
        }
      }
    } while (page.size() == PAGE);
    return new Events(found, destroyed);
  }

  /**
   * The number of durable entries.
   *
   * @return zero or more
   */
  public long size() {
    return store.size();
  }

  /**
   * Signs how long the log is and what is in it, keeps that and anchors it; every event acked
   * before is covered.
   *
   * @return the checkpoint; the last one if nothing was appended since
   * @throws StoreException if it cannot be kept or anchored
   */
  public Checkpoint checkpoint() {
    return await(writer.between(() -> checkpoints.make(appender.size(), appender.root())));
  }

  /**
   * Proves that an entry is in the log, against a checkpoint of now.
   *
   * @param id the entry
   * @return the proof
   * @throws IllegalArgumentException if there is no such entry
   * @throws StoreException if the store fails
   */
  public Proof inclusion(LeafId id) {
    return inclusion(entry(id).index());
  }

  private Proof inclusion(long index) {
    Checkpoint checkpoint = checkpoint();
    return Proof.of(index, tree.inclusion(index, checkpoint.size()), checkpoint);
  }

  /**
   * Proves that the log of now begins with all of an earlier one.
   *
   * @param from the earlier size, as in a checkpoint kept elsewhere; at least 0
   * @return the proof, against a checkpoint of now
   * @throws IllegalArgumentException if the log was never that short or is not that long
   * @throws StoreException if the store fails
   */
  public Proof consistency(long from) {
    Checkpoint checkpoint = checkpoint();
    if (from < 0 || from > checkpoint.size()) {
      throw new IllegalArgumentException("the log has " + checkpoint.size() + " entries");
    }
    List<byte[]> hashes = from == 0 ? List.of() : tree.consistency(from, checkpoint.size());
    return Proof.of(from, hashes, checkpoint);
  }

  private Entry entry(LeafId id) {
    return store
        .entry(id.bytes())
        .orElseThrow(() -> new IllegalArgumentException("the log has no such entry"));
  }

  /**
   * An entry with all that a stranger needs to check it.
   *
   * @param id the entry
   * @return the evidence; empty if its content was erased
   * @throws IllegalArgumentException if there is no such entry
   * @throws StoreException if the store fails or the entry is not what was written
   */
  public Optional<Evidence> evidence(LeafId id) {
    Entry entry = entry(id);
    return entries
        .open(entry)
        .map(payload -> Evidence.of(Leaf.of(entry), payload, inclusion(entry.index())));
  }

  /**
   * Checks the whole log against its own proofs; names the first bad entry. Memory is constant.
   *
   * @param openPayloads also open what can be opened and check it against leaves, chains and index
   * @return what was found
   * @throws StoreException if the store fails
   */
  public Verification verify(boolean openPayloads) {
    return verify(openPayloads, checked -> {});
  }

  /**
   * Checks the whole log against its own proofs, and tells how far it is.
   *
   * @param openPayloads also open what can be opened and check it against leaves, chains and index
   * @param progress told the number of entries checked, every few hundred entries
   * @return what was found
   * @throws StoreException if the store fails
   */
  public Verification verify(boolean openPayloads, LongConsumer progress) {
    Optional<PayloadCheck> payloads =
        openPayloads ? Optional.of(new PayloadCheck(store, entries)) : Optional.empty();
    return new Verifier(store, checkpoints.notary(), payloads, progress).verify();
  }

  /**
   * A proof for strangers that an entry is in the log, against a checkpoint of now.
   *
   * @param id the entry
   * @return the proof, to be kept as a {@code .tlog-proof} file
   * @throws IllegalArgumentException if there is no such entry
   * @throws StoreException if the store fails
   */
  public TlogProof proof(LeafId id) {
    Entry entry = entry(id);
    return new TlogProof(Bytes.of(Leaf.of(entry).data()), inclusion(entry.index()));
  }

  /**
   * The key that checks this log's checkpoints; to be kept elsewhere from the beginning.
   *
   * @return the key
   */
  public VerifierKey verifierKey() {
    return vault.verifierKey(identity.signing());
  }

  /**
   * The log's name in its checkpoints.
   *
   * @return the origin
   */
  public String origin() {
    return identity.origin();
  }

  /**
   * Deletes every payload that is sealed under some keys, with its index and retry tokens, and some
   * terms wherever they are; and scrubs that from the files. The leaves stay: all proofs verify.
   *
   * <p>The keys themselves are the vault's to destroy, before or after. Entries that only lose a
   * term stay readable under their key.
   *
   * @param keys destroyed keys, or keys about to be destroyed
   * @param terms by which nothing is to be found any more
   * @return what was deleted; if it is not scrubbed yet, call again with the same arguments
   * @throws StoreException if the store fails
   */
  public Erased erase(Collection<KeyId> keys, Collection<IndexTerm> terms) {
    return await(
        writer.between(
            () -> {
              Erased erased = new Eraser(store, vault, identity, entries).erase(keys, terms);
              appender.forgetChains();
              return erased;
            }));
  }

  private static <T> T await(CompletableFuture<T> result) {
    try {
      return result.get(TASK.toNanos(), TimeUnit.NANOSECONDS);
    } catch (ExecutionException e) {
      throw rethrown(e);
    } catch (TimeoutException e) {
      throw new StoreException(Fault.BUSY, "the log", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StoreException(Fault.BUSY, "the log", e);
    }
  }

  /** Finishes what was handed in, anchors the log and ends its thread. */
  @Override
  public void close() {
    writer.close(CLOSING);
  }
}
