package eu.sotto.crypto;

import com.github.benmanes.caffeine.cache.Ticker;
import java.security.Provider;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Collects what a vault needs; not safe for use by many threads. */
public final class VaultBuilder {
  @Nullable RootKey rootKey;
  @Nullable KeyStore store;
  @Nullable DestroyableSlot slot;
  @Nullable Provider provider;
  InstantSource clock = InstantSource.system();
  final List<Replica> replicas = new ArrayList<>();
  int cacheSize = 10_000;
  Duration cacheLifetime = Duration.ofSeconds(60);
  Ticker ticker = Ticker.systemTicker();

  VaultBuilder() {}

  static <T> T required(@Nullable T value, String name) {
    return Objects.requireNonNull(value, name);
  }

  /**
   * Sets the root key; required.
   *
   * @param key the host's root key; closed by the host
   * @return this
   */
  public VaultBuilder rootKey(RootKey key) {
    this.rootKey = key;
    return this;
  }

  /**
   * Sets the store; required.
   *
   * @param keyStore where wrapped keys lie; closed by the host
   * @return this
   */
  public VaultBuilder store(KeyStore keyStore) {
    this.store = keyStore;
    return this;
  }

  /**
   * Sets the slot; required.
   *
   * @param destroyableSlot closed with the vault
   * @return this
   */
  public VaultBuilder slot(DestroyableSlot destroyableSlot) {
    this.slot = destroyableSlot;
    return this;
  }

  /**
   * Sets the clock of reports.
   *
   * @param instantSource the system's if not set
   * @return this
   */
  public VaultBuilder clock(InstantSource instantSource) {
    this.clock = instantSource;
    return this;
  }

  /**
   * Sets the provider of AES-GCM, AES-KWP and HMAC; it is used by this vault only and never
   * registered.
   *
   * @param jcaProvider the platform's choice if not set
   * @return this
   */
  public VaultBuilder provider(Provider jcaProvider) {
    this.provider = jcaProvider;
    return this;
  }

  /**
   * Adds a replica that a destruction has to reach too.
   *
   * @param replica with a name of its own
   * @return this
   */
  public VaultBuilder replica(Replica replica) {
    this.replicas.add(replica);
    return this;
  }

  /**
   * Sets how many unwrapped keys are kept, and for how long.
   *
   * @param maximum at least 1; 10,000 if not set
   * @param lifetime above zero and at most 60 seconds, which it is if not set
   * @return this
   */
  public VaultBuilder cache(int maximum, Duration lifetime) {
    boolean lasts = !lifetime.isNegative() && !lifetime.isZero();
    if (maximum < 1 || !lasts || lifetime.compareTo(Duration.ofSeconds(60)) > 0) {
      throw new IllegalArgumentException("cache needs 1 or more keys for up to 60 seconds");
    }
    this.cacheSize = maximum;
    this.cacheLifetime = lifetime;
    return this;
  }

  /** Sets the time of the cache, for tests. */
  VaultBuilder ticker(Ticker cacheTicker) {
    this.ticker = cacheTicker;
    return this;
  }

  /**
   * Opens the vault, or makes it if slot and store are empty, and finishes what was left undone.
   *
   * @return the vault, to be closed
   * @throws CryptoException.WrongRootKey if the vault was made with another root key
   * @throws CryptoException.RolledBack if the store is older than the slot
   * @throws CryptoException.Unavailable if store, slot or root key do not answer
   */
  public KeyVault open() {
    return KeyVault.of(this);
  }
}
