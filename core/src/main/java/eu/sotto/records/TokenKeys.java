package eu.sotto.records;

import eu.sotto.crypto.Bytes;
import eu.sotto.crypto.Secret;
import eu.sotto.store.StoreException;
import eu.sotto.store.StoreException.Fault;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The keys of tokens that nobody can make or check with the database and its backup alone: they lie
 * in the root-key folder, wrapped under the root key, and nowhere else. Thread-safe.
 */
public final class TokenKeys implements AutoCloseable {
  /** Of how many bytes a key is. */
  public static final int LENGTH = 32;

  private static final int ID = 16;
  private static final String ALGORITHM = "HmacSHA256";

  /** What a key's tokens are for. */
  public enum Use {
    /** Numbers that must not be contacted; its tokens outlive every erasure. */
    SUPPRESSION,
    /** What people can name to be found; its tokens go with the person's data. */
    FINDING
  }

  /**
   * One key.
   *
   * @param use what its tokens are for
   * @param version 1 for the first key of its use, one more for each next
   * @param id a random id that may be known
   * @param secret the key
   */
  public record Key(Use use, int version, Bytes id, Secret secret) {
    /** Hides the key. */
    @Override
    public String toString() {
      return "Key[" + use + " " + version + "]";
    }
  }

  /** No keys: whatever needs a token is refused. */
  public static final TokenKeys MISSING = new TokenKeys();

  private final Consumer<List<Key>> saving;
  private final ReentrantLock changing = new ReentrantLock();
  private volatile List<Key> keys;

  /**
   * Keys that were kept.
   *
   * @param keys at least one of each use
   * @param saving keeps all keys, durably, before a new one is used
   * @throws IllegalArgumentException if a use has no key
   */
  public TokenKeys(List<Key> keys, Consumer<List<Key>> saving) {
    this.keys = List.copyOf(keys);
    this.saving = saving;
    for (Use use : Use.values()) {
      if (keys.stream().noneMatch(key -> key.use() == use)) {
        throw new IllegalArgumentException("no key for " + use);
      }
    }
  }

  private TokenKeys() {
    this.keys = List.of();
    this.saving = none -> {};
  }

  /**
   * New random keys, one of each use.
   *
   * @param random the source
   * @return the keys, the caller's to close
   */
  public static List<Key> draw(SecureRandom random) {
    return Arrays.stream(Use.values()).map(use -> draw(use, 1, random)).toList();
  }

  private static Key draw(Use use, int version, SecureRandom random) {
    byte[] id = new byte[ID];
    random.nextBytes(id);
    return new Key(use, version, Bytes.of(id), Secret.random(random, LENGTH));
  }

  /**
   * Keys that live and die with this object, for stores in memory.
   *
   * @return the keys
   */
  public static TokenKeys inMemory() {
    return new TokenKeys(draw(new SecureRandom()), saved -> {});
  }

  /**
   * The keys of a use.
   *
   * @param use which
   * @return the newest first
   * @throws StoreException {@link Fault#NO_TOKEN_KEYS} if this node has not got them
   */
  public List<Key> of(Use use) {
    if (keys.isEmpty()) {
      throw new StoreException(Fault.NO_TOKEN_KEYS, "the store", null);
    }
    return keys.stream()
        .filter(key -> key.use() == use)
        .sorted(Comparator.comparingInt(Key::version).reversed())
        .toList();
  }

  /**
   * Draws the next key of a use; the former ones stay, so that what they marked is found.
   *
   * @param use which
   * @param random the source
   * @return the new key
   */
  Key next(Use use, SecureRandom random) {
    changing.lock();
    try {
      Key next = draw(use, of(use).get(0).version() + 1, random);
      List<Key> all = new ArrayList<>(keys);
      all.add(next);
      saving.accept(List.copyOf(all));
      keys = List.copyOf(all);
      return next;
    } finally {
      changing.unlock();
    }
  }

  /** Ends the use of all keys of a use but the newest. */
  void forgetFormer(Use use) {
    changing.lock();
    try {
      List<Key> former = of(use).stream().skip(1).toList();
      List<Key> all = keys.stream().filter(key -> !former.contains(key)).toList();
      if (!former.isEmpty()) {
        saving.accept(all);
        keys = all;
        former.forEach(key -> key.secret().close());
      }
    } finally {
      changing.unlock();
    }
  }

  /** HMAC-SHA-256 over a kind of term and its one spelling. */
  static byte[] mac(Key key, String kind, String value) {
    return macs(key, kind, List.of(value)).get(0);
  }

  /** As {@link #mac}, of several terms with the key taken once, in their order. */
  static List<byte[]> macs(Key key, String kind, List<String> values) {
    byte[] bytes = key.secret().toArray();
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(bytes, ALGORITHM));
      List<byte[]> macs = new ArrayList<>(values.size());
      for (String value : values) {
        macs.add(mac.doFinal((kind + "\0" + value).getBytes(StandardCharsets.UTF_8)));
      }
      return macs;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has HMAC-SHA-256", e);
    } finally {
      Arrays.fill(bytes, (byte) 0);
    }
  }

  /** Zeroes every key. */
  @Override
  public void close() {
    keys.forEach(key -> key.secret().close());
  }

  @Override
  public String toString() {
    return "TokenKeys[hidden]";
  }
}
