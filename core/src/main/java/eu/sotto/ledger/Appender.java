package eu.sotto.ledger;

import eu.sotto.crypto.Bytes;
import eu.sotto.crypto.KeyId;
import eu.sotto.crypto.KeyVault;
import eu.sotto.store.Edge;
import eu.sotto.store.LedgerStore;
import eu.sotto.store.LedgerStore.Addition;
import eu.sotto.store.LedgerStore.Chain;
import eu.sotto.store.LedgerStore.Entry;
import eu.sotto.store.LedgerStore.Request;
import eu.sotto.store.LedgerStore.Sealed;
import eu.sotto.store.StoreException;
import eu.sotto.store.StoreException.Fault;
import eu.sotto.vocabulary.PrivacyException;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Turns events into entries and adds them, a batch at a time. For the writer's thread only, but for
 * {@link #prepare}.
 */
final class Appender {
  private static final int MAX_CHAINS = 10_000;

  private final LedgerStore store;
  private final KeyVault vault;
  private final Identity identity;
  private final InstantSource clock;
  private final Tree tree;
  private final Entries entries;
  private final SecureRandom random = new SecureRandom();
  private final Map<KeyId, Chain> chains = new HashMap<>();
  private Frontier frontier = new Frontier();
  private long erasures;
  private Instant newest = Instant.EPOCH;

  Appender(LedgerStore store, KeyVault vault, Identity identity, InstantSource clock, Tree tree) {
    this.store = store;
    this.vault = vault;
    this.identity = identity;
    this.clock = clock;
    this.tree = tree;
    this.entries = new Entries(store.name(), vault, identity);
    catchUp();
  }

  /** What the caller's thread can do, so that the writer's need not. */
  Prepared prepare(Event event) {
    return Prepared.ofHost(event, vault, identity, random);
  }

  /** Takes in what other nodes have appended. */
  void catchUp() {
    catchUp(new Edge(store.size(), erasures));
  }

  private void catchUp(Edge edge) {
    if (edge.size() < frontier.size()) {
      throw new StoreException(Fault.ROLLED_BACK, store.name(), null);
    }
    if (edge.size() > frontier.size() || edge.erasures() != erasures) {
      chains.clear();
      frontier = tree.frontier(edge.size());
      erasures = edge.erasures();
      newest = entries.lastRecorded(store, edge.size()).filter(newest::isBefore).orElse(newest);
    }
  }

  long size() {
    return frontier.size();
  }

  byte[] root() {
    return frontier.root();
  }

  /** What became of one event: one of the two is there. */
  record Outcome(Optional<Appended> appended, Optional<PrivacyException> refusal) {
    static Outcome of(Appended appended) {
      return new Outcome(Optional.of(appended), Optional.empty());
    }

    static Outcome of(PrivacyException refusal) {
      return new Outcome(Optional.empty(), Optional.of(refusal));
    }
  }

  /** One event of the batch being built. */
  private record Draft(Event event, Appended appended) {}

  /** A batch being built. */
  private static final class Batch {
    final List<Addition> additions = new ArrayList<>();
    final Map<Bytes, Draft> requests = new HashMap<>();
    final Map<Bytes, Long> known;

    Batch(Map<Bytes, Long> known) {
      this.known = known;
    }
  }

  /**
   * Adds events; an event that cannot be sealed does not hinder the others.
   *
   * @throws StoreException if nothing, or nothing that is known, was added
   */
  List<Outcome> append(List<Prepared> events) {
    return append(() -> events);
  }

  private List<Outcome> append(Supplier<List<Prepared>> events) {
    Frontier before = frontier.copy();
    boolean done = false;
    try {
      List<Outcome> outcomes = store.exclusively(edge -> append(events.get(), edge));
      done = true;
      return outcomes;
    } finally {
      if (!done) {
        frontier = before;
        chains.clear();
      }
    }
  }

  /** Appends an event of the log's own, made when nobody else can append. */
  void appendOwn(Supplier<Event> event) {
    append(() -> List.of(Prepared.of(event.get(), vault, identity, random)))
        .get(0)
        .refusal()
        .ifPresent(
            refusal -> {
              throw refusal;
            });
  }

  private List<Outcome> append(List<Prepared> events, Edge edge) {
    catchUp(edge);
    rememberEnds(events);
    Batch batch =
        new Batch(store.known(events.stream().flatMap(e -> e.request().stream()).toList()));
    List<Outcome> outcomes = new ArrayList<>(events.size());
    for (Prepared event : events) {
      outcomes.add(outcome(event, batch));
    }
    if (!batch.additions.isEmpty()) {
      store.append(batch.additions);
    }
    return outcomes;
  }

  private void rememberEnds(List<Prepared> events) {
    if (chains.size() >= MAX_CHAINS) {
      chains.clear();
    }
    Set<Bytes> unknown = new HashSet<>();
    for (Prepared event : events) {
      if (!chains.containsKey(event.key())) {
        unknown.add(Bytes.of(event.key().toBytes()));
      }
    }
    store.ends(unknown).forEach((key, chain) -> chains.put(KeyId.of(key.toArray()), chain));
  }

  private Outcome outcome(Prepared event, Batch batch) {
    try {
      Optional<Appended> earlier =
          event.request().flatMap(token -> earlier(event.event(), token, batch));
      return Outcome.of(earlier.orElseGet(() -> add(event, batch)));
    } catch (EventRefused e) {
      return Outcome.of(e);
    }
  }

  /** The same event, recorded before. */
  private Optional<Appended> earlier(Event event, Bytes token, Batch batch) {
    Draft draft = batch.requests.get(token);
    if (draft != null) {
      requireSame(
          draft.event.kind().label().equals(event.kind().label())
              && draft.event.fields().equals(event.fields()));
      return Optional.of(draft.appended);
    }
    return Optional.ofNullable(batch.known.get(token)).map(index -> earlier(event, index));
  }

  private Appended earlier(Event event, long index) {
    Entry entry =
        store.entries(index, 1).stream()
            .filter(found -> found.index() == index)
            .findFirst()
            .orElseThrow(() -> new StoreException(Fault.TAMPERED, store.name(), null));
    Payload payload =
        entries
            .open(entry)
            .orElseThrow(
                () ->
                    new EventRefused(
                        "the event was recorded and its key is destroyed",
                        new IllegalStateException("erased")));
    requireSame(
        entry.kind().equals(event.kind().label()) && payload.values().equals(event.fields()));
    return entries.recorded(entry, payload).appended();
  }

  private static void requireSame(boolean same) {
    if (!same) {
      throw new EventRefused(
          "the idempotency key was used for another event", new IllegalArgumentException("reuse"));
    }
  }

  private Appended add(Prepared prepared, Batch batch) {
    Event event = prepared.event();
    KeyId key = prepared.key();
    Optional<Chain> last = Optional.ofNullable(chains.get(key));
    Payload.Link link =
        new Payload.Link(
            event.kind().keyClass(),
            last.map(Chain::sequence).orElse(0L) + 1,
            last.map(chain -> HexFormat.of().formatHex(chain.leaf().toArray())));
    Instant recordedAt = now();
    LeafId id = prepared.seed().id();
    Payload payload = payload(prepared, recordedAt, link);
    Leaf leaf =
        new Leaf(
            id.bytes(), event.kind().label(), Bytes.of(prepared.seed().root(payload.fields())));
    Bytes sealed = entries.seal(payload, key, id.bytes());

    long index = frontier.size();
    Hash hash = Hash.of(leaf.hash());
    Chain chain = new Chain(Bytes.of(key.toBytes()), link.sequence(), hash.bytes());
    Addition addition =
        new Addition(
            new Entry(
                index,
                leaf.id(),
                leaf.kind(),
                leaf.commitment(),
                Bytes.of(frontier.append(hash.toArray())),
                new Sealed(Bytes.of(key.toBytes()), sealed)),
            payload.tokens().terms(),
            prepared.request().map(token -> new Request(token, hour(recordedAt))).orElse(null),
            chain);
    chains.put(key, chain);
    Appended appended =
        new Appended(id, index, recordedAt, new ChainHead(link.keyClass(), link.sequence(), hash));
    batch.additions.add(addition);
    prepared.request().ifPresent(token -> batch.requests.put(token, new Draft(event, appended)));
    return appended;
  }

  private Payload payload(Prepared prepared, Instant recordedAt, Payload.Link link) {
    return new Payload(
        prepared.seed().nonce(),
        Payload.fields(prepared.event(), recordedAt, link),
        new Payload.Tokens(prepared.terms(), prepared.request().orElse(Bytes.of(new byte[0]))));
  }

  /** A clock that is set back does not turn the order of the log around. */
  private Instant now() {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    newest = now.isAfter(newest) ? now : newest;
    return newest;
  }

  static long hour(Instant time) {
    return TimeUnit.SECONDS.toHours(time.getEpochSecond());
  }

  /** To be called after chains have been deleted. */
  void forgetChains() {
    chains.clear();
  }
}
