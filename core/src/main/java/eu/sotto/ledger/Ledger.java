package eu.sotto.ledger;

import eu.sotto.crypto.Bytes;
import eu.sotto.crypto.KeyId;
import eu.sotto.crypto.KeyVault;
import eu.sotto.crypto.Signer;
import eu.sotto.crypto.VerifierKey;
import eu.sotto.store.LedgerStore;
import eu.sotto.store.StoreException;
import eu.sotto.store.StoreException.Fault;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * An append-only log: an event is durable before anybody hears of it, and nothing in it changes
 * unnoticed, yet the content of an event can be erased.
 *
 * <p>Thread-safe. One daemon thread, {@code sotto-ledger-writer}, makes every change, in the order
 * in which callers hand them in, many events with one force; {@link #close()} ends it. Vault and
 * store stay the caller's and must outlive the log. Several nodes may each open the log on a store
 * and a key store that they share; then they append to one order.
 *
 * <p>Source: RFC 6962; C2SP signed-note, tlog-checkpoint, tlog-cosignature, tlog-proof.
 */
public final class Ledger implements AutoCloseable {
  private static final Duration CLOSING = Duration.ofSeconds(30);

  private final Options options;
  private final LedgerStore store;
  private final KeyVault vault;
  private final Identity identity;
  private final Entries entries;
  final Tree tree;
  private final Proofs proofs;
  final Appender appender;
  final Checkpoints checkpoints;
  final Eraser eraser;
  final Writer writer;

  /** With {@code restoring} a log that is behind its anchor is not refused. */
  Ledger(LedgerStore store, KeyVault vault, Identity identity, Options options, boolean restoring) {
    this.options = options;
    this.store = store;
    this.vault = vault;
    this.identity = identity;
    this.entries = new Entries(store.name(), vault, identity);
    this.tree = Tree.in(store);
    this.proofs = new Proofs(store, entries, tree);
    this.checkpoints = new Checkpoints(store, vault, identity, options);
    this.eraser = new Eraser(store, vault, identity, entries, options.anchor().tombstones());
    checkpoints.refuse(tree, restoring);
    this.appender = new Appender(store, vault, identity, options.clock(), tree);
    store.prune(Appender.hour(options.clock().instant().minus(options.timing().retryWindow())));
    this.writer =
        new Writer(
            "sotto-ledger-writer",
            appender,
            options.timing(),
            () -> Checkpoints.anchor(this::upToDate));
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
    Ledger ledger = new Ledger(store, vault, identity, options, false);
    if (store.recovered() && !ledger.verify(false).intact()) {
      ledger.close();
      throw new StoreException(Fault.TAMPERED, store.name(), null);
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
   * @throws IllegalArgumentException if its kind is the log's own, or needs a subject's key and the
   *     event has none
   */
  public CompletableFuture<Appended> submit(Event event) {
    try {
      return writer.submit(appender.prepare(event)).result;
    } catch (EventRefused e) {
      return CompletableFuture.failedFuture(e);
    }
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
   * @throws IllegalArgumentException if its kind is the log's own, or needs a subject's key and the
   *     event has none
   */
  public Appended append(Event event, Duration deadline) {
    return Waiting.forAppend(writer.submit(appender.prepare(event)), deadline);
  }

  /**
   * The events that carry a term.
   *
   * @param term the term
   * @return those that open, in log order, and how many do not because their key was destroyed
   * @throws StoreException if the store fails or an entry is not what was written
   */
  public Events events(IndexTerm term) {
    return new EventReads(store, entries).with(identity.token(vault, term));
  }

  /**
   * Hands over the events that carry a term from a place of the log on, a page at a time; memory is
   * constant. Nothing is ever recorded before a place that was reached, so whoever begins the next
   * look there hears each event once.
   *
   * @param term the term
   * @param from the place of the first entry that may be told; 0 for the whole log
   * @param opened told each that opens, in log order
   * @return the place after the last entry that carries the term, for the next look
   * @throws StoreException if the store fails or an entry is not what was written
   */
  public long events(IndexTerm term, long from, Consumer<Recorded> opened) {
    return new EventReads(store, entries).with(identity.token(vault, term), from, opened);
  }

  /**
   * One event.
   *
   * @param id its entry
   * @return the event; empty if there is no such entry, or it was erased
   * @throws StoreException if the store fails or the entry is not what was written
   */
  public Optional<Recorded> event(LeafId id) {
    return new EventReads(store, entries).at(id);
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
    return new EventReads(store, entries).under(Bytes.of(key.toBytes()), kinds);
  }

  /**
   * The events of some kinds sealed under several keys, read at once.
   *
   * @param keys subjects' keys, at most a few hundred
   * @param kinds which kinds, by name
   * @return those that open by key, each list in log order; keys without any are not in it
   * @throws StoreException if the store fails or an entry is not what was written
   */
  public Map<KeyId, List<Recorded>> events(Collection<KeyId> keys, Predicate<String> kinds) {
    Map<Bytes, KeyId> ids = new LinkedHashMap<>();
    keys.forEach(key -> ids.put(Bytes.of(key.toBytes()), key));
    Map<KeyId, List<Recorded>> events = new HashMap<>();
    new EventReads(store, entries)
        .under(ids.keySet(), kinds)
        .forEach((id, found) -> events.put(Objects.requireNonNull(ids.get(id)), found));
    return events;
  }

  /**
   * Hands over every event of some kinds, a page at a time; memory is constant.
   *
   * @param kinds which kinds, by name
   * @param opened told each that opens, in log order
   * @param erased told the kind of each that does not, in its place
   * @throws StoreException if the store fails or an entry is not what was written
   */
  public void each(Predicate<String> kinds, Consumer<Recorded> opened, Consumer<String> erased) {
    new EventReads(store, entries).each(kinds, opened, erased);
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
    return await(this::upToDate);
  }

  private Checkpoint upToDate() {
    appender.catchUp();
    return checkpoints.make(appender.size(), appender.root());
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
    return proofs.inclusion(id, checkpoint());
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
    return proofs.consistency(from, checkpoint());
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
    return proofs.evidence(id, this::checkpoint);
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
    return proofs.tlog(id, checkpoint());
  }

  /**
   * Makes a new key that signs from now on; an entry signed by old and new says so.
   *
   * @return the change, to be kept with the old verifier key
   * @throws StoreException if it could not be recorded
   */
  public KeyChange rotateSigningKey() {
    return await(
        () -> {
          KeyChange change = checkpoints.eras().rotate(upToDate(), appender);
          upToDate();
          return change;
        });
  }

  /**
   * The entries that changed the log's key or name, proved: with the first verifier key they let a
   * stranger check what was signed since. They hold nothing personal.
   *
   * @return the changes in log order, for {@link Trust#in(VerifierKey, List)}
   */
  public List<Evidence> changes() {
    return proofs.evidence(checkpoints.eras().ids(), this::checkpoint);
  }

  /**
   * The key that checks this log's checkpoints; to be kept elsewhere from the beginning.
   *
   * @return the key
   */
  public VerifierKey verifierKey() {
    return checkpoints.verifierKey();
  }

  /**
   * Signs receipts, with a key that is not the checkpoints'.
   *
   * @return the signer
   */
  public Signer receiptSigner() {
    return vault.signer(identity.keys().receipts());
  }

  Tail newTail(Tail.Listener listener) {
    return new Tail(store, entries, options.clock(), listener);
  }

  EventSealing sealing() {
    return new EventSealing(vault, identity);
  }

  /**
   * The log's name in its checkpoints.
   *
   * @return the origin
   */
  public String origin() {
    return checkpoints.eras().origin();
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
        () -> {
          Erased erased = eraser.erase(keys, terms);
          appender.forgetChains();
          return erased;
        });
  }

  <T> T await(Supplier<T> work) {
    return Waiting.forTask(writer.between(work));
  }

  /** Finishes what was handed in, anchors the log and ends its thread. */
  @Override
  public void close() {
    writer.close(CLOSING);
  }
}
