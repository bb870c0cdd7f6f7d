package eu.sotto.crypto;

import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * Seals, opens and destroys: nothing opens without its keys, and a destroyed key is gone.
 *
 * <p>After {@link #destroy} has returned a complete {@link Destruction}, nothing sealed under one
 * of its keys opens: not from a cache, not by a load that was in flight, not through a stream
 * opened before, not after a restart. Safe for use by many threads; {@link #close} comes last.
 */
public final class KeyVault extends Messages implements AutoCloseable {
  private final KeyTree tree;
  private final KeyCache cache;
  private final Destroyer destroyer;
  private final Signing signing;

  private KeyVault(VaultBuilder builder, KeyTree tree, KeyCache cache) {
    super(new Sealer(tree, cache, new FreshKeys(tree.random, builder.clock, System::nanoTime)));
    this.tree = tree;
    this.cache = cache;
    Destroyer.byName(builder.replicas);
    this.destroyer = new Destroyer(tree, cache, builder.replicas, builder.clock);
    this.signing = new Signing(tree, cache);
    tree.open();
    destroyer.resume();
  }

  static KeyVault of(VaultBuilder builder) {
    Primitives primitives = new Primitives(builder.provider);
    SlotAccess slot =
        new SlotAccess(
            VaultBuilder.required(builder.slot, "slot"),
            VaultBuilder.required(builder.rootKey, "rootKey"),
            primitives);
    Rows rows = new Rows(VaultBuilder.required(builder.store, "store"), primitives);
    KeyTree tree = new KeyTree(rows, slot, primitives, new SecureRandom());
    KeyCache cache =
        new KeyCache(
            builder.cacheSize,
            builder.cacheLifetime,
            builder.ticker,
            id -> {
              KeyTree.Leaf leaf = tree.load(id);
              return new Lease(leaf.body(), leaf.row().kind(), leaf.row().epoch());
            },
            primitives::forget);
    return new KeyVault(builder, tree, cache);
  }

  /**
   * Begins a vault.
   *
   * @return a builder that needs a root key, a store and a slot
   */
  public static VaultBuilder builder() {
    return new VaultBuilder();
  }

  /**
   * The pseudonymous id that the vault drew when it was made; it stands in receipts.
   *
   * @return the id
   */
  public KeyId id() {
    return tree.trunk().vault;
  }

  /**
   * The epoch of the key tree: one more after each destruction.
   *
   * @return at least 1
   */
  public long epoch() {
    return tree.trunk().epoch;
  }

  /**
   * Makes a key; it is durable when this returns.
   *
   * @param kind what it is for, not {@link KeyKind#SLOT}
   * @return its new random id
   */
  public KeyId create(KeyKind kind) {
    return createAll(List.of(kind)).get(0);
  }

  /**
   * Makes keys in one transaction: all, or none.
   *
   * @param kinds at most 256, none of them {@link KeyKind#SLOT}
   * @return their ids, in the same order
   */
  public List<KeyId> createAll(List<KeyKind> kinds) {
    List<KeyTree.Planting> plantings = new ArrayList<>();
    try {
      kinds.forEach(
          kind -> plantings.add(signing.planting(KeyId.random(tree.random), kind, tree.random)));
      if (!tree.add(plantings, List.of())) {
        throw new IllegalStateException("a random id is taken");
      }
      return plantings.stream().map(KeyTree.Planting::id).toList();
    } finally {
      plantings.forEach(planting -> planting.body().close());
    }
  }

  /**
   * Makes a key under an id of the caller's, unless it is there already; many may try at once.
   *
   * @param id a pseudonymous id, as for a bucket
   * @param kind what it is for, not {@link KeyKind#SLOT}
   * @return true if this call made it, false if it was active already
   * @throws CryptoException.KeyDestroyed if it was destroyed: a key is never made anew
   * @throws IllegalArgumentException if it exists with another kind
   */
  public boolean ensure(KeyId id, KeyKind kind) {
    if (state(id) == KeyState.NONE) {
      KeyTree.Planting planting = signing.planting(id, kind, tree.random);
      try (Secret body = planting.body()) {
        if (body.length() > 0 && tree.add(List.of(planting), List.of())) {
          return true;
        }
      }
    }
    KeyRow row = row(id).orElseThrow(() -> new CryptoException.KeyNotFound(id));
    if (row.state() != KeyState.ACTIVE) {
      throw new CryptoException.KeyDestroyed(id);
    }
    if (row.kind() != kind) {
      throw new IllegalArgumentException("key " + id + " is of kind " + row.kind());
    }
    return false;
  }

  /**
   * Where a key is in its life, as the store says now.
   *
   * @param id the key
   * @return its state
   */
  public KeyState state(KeyId id) {
    return row(id).map(KeyRow::state).orElse(KeyState.NONE);
  }

  /**
   * What a key is for; known of destroyed keys too.
   *
   * @param id the key
   * @return empty if the vault has never held it
   */
  public Optional<KeyKind> kind(KeyId id) {
    return row(id).map(KeyRow::kind);
  }

  private Optional<KeyRow> row(KeyId id) {
    tree.lock.readLock().lock();
    try {
      Optional<KeyRow> row = Optional.ofNullable(tree.row(id));
      boolean forbidden =
          cache.isForbidden(id) && row.filter(r -> r.state() == KeyState.ACTIVE).isPresent();
      return forbidden ? row.map(r -> r.with(KeyState.DESTROYING, r.epoch())) : row;
    } finally {
      tree.lock.readLock().unlock();
    }
  }

  /**
   * HMAC-SHA-256 under a key of the vault: blind index tokens and pseudonyms.
   *
   * @param indexKey a key of kind {@link KeyKind#INDEX}
   * @param message any bytes
   * @return 32 bytes
   */
  public byte[] mac(KeyId indexKey, byte[] message) {
    return signing.mac(indexKey, message);
  }

  /**
   * A signer with a key of the vault.
   *
   * @param signingKey a key of kind {@link KeyKind#SIGNING}
   * @return the signer; each signature asks for the key anew
   */
  public Signer signer(KeyId signingKey) {
    return signing.signer(signingKey);
  }

  /**
   * The public half of a signing key; it outlives the key.
   *
   * @param signingKey a key of kind {@link KeyKind#SIGNING}
   * @return what checks its signatures
   */
  public VerifierKey verifierKey(KeyId signingKey) {
    return signing.verifierKey(signingKey);
  }

  /**
   * Destroys keys of any kind, record slots included.
   *
   * <p>From the call on this vault refuses the keys, also if the store fails. What the result calls
   * done is durable. Repeating a destruction finishes it; keys already destroyed are reported
   * again.
   *
   * @param ids the keys
   * @return which stores have let go, and which have not yet
   * @throws CryptoException.KeyNotFound if the vault has never held one of the keys; then nothing
   *     is destroyed
   * @throws CryptoException.Unavailable if the order could not be made durable
   */
  public Destruction destroy(Collection<KeyId> ids) {
    return destroyer.destroy(ids);
  }

  /**
   * Finishes what failures or an earlier process left undone.
   *
   * @return the names of the stores that are still pending
   */
  public List<String> resume() {
    return destroyer.resume();
  }

  /**
   * Signs evidence of a destruction.
   *
   * @param destruction what {@link #destroy} returned
   * @param signingKey a key of kind {@link KeyKind#SIGNING}
   * @param backups how long the host's backups hold ciphertexts and wrapped keys
   * @return a receipt that anybody with the verifier key checks offline
   */
  public DestructionReceipt receipt(Destruction destruction, KeyId signingKey, Duration backups) {
    return DestructionReceipt.of(id(), destruction, backups, signer(signingKey));
  }

  /**
   * Puts the vault under another root key and a new tenant key at once, and begins to wrap every
   * key anew.
   *
   * <p>When this returns the old root key opens the vault no more. The result's steps replace every
   * key of the tree; a host runs them in the background.
   *
   * @param next the root key to use from now on, which may be a new version of the same
   * @return what is left to do
   */
  public Rotation rotate(RootKey next) {
    tree.rotate(next);
    Rotation.begin(tree);
    return new Rotation(tree, destroyer);
  }

  /**
   * A rotation that was begun and is not finished.
   *
   * @return empty if there is none
   */
  public Optional<Rotation> rotation() {
    return Rotation.find(tree, destroyer);
  }

  /**
   * Drops keys from the cache, so that their next use asks the store: for a node that hears of a
   * destruction on another one.
   *
   * @param ids the keys
   */
  public void forget(Collection<KeyId> ids) {
    cache.forget(ids);
  }

  /**
   * Refuses keys from now on, in streams that are open too, as the first step of a destruction
   * does: for a node that hears that another one is about to destroy them. {@link #forget} lifts
   * it.
   *
   * @param ids the keys
   */
  public void refuse(Collection<KeyId> ids) {
    cache.forbid(ids);
  }

  /**
   * Drops every key from the cache, so that the next use of each asks store and slot: for a node
   * that does not know what other nodes have destroyed.
   *
   * @throws CryptoException.Unavailable if the slot cannot be read; the keys are dropped then too
   */
  public void forgetAll() {
    cache.clear();
    tree.refresh();
  }

  /** The bytes of a key, for tests that look for copies of them. */
  Secret keyForTests(KeyId id) {
    return tree.load(id).body();
  }

  @Override
  public String toString() {
    return "KeyVault";
  }

  /** Zeroes every cached key and closes the slot; the store stays the caller's. */
  @Override
  public void close() {
    cache.close();
    tree.close();
  }
}
