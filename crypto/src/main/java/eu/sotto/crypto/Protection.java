package eu.sotto.crypto;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which keys have to be there for a ciphertext to open.
 *
 * <p>{@link All} needs every key, so destroying any one shreds. {@link Any} needs one of them, so
 * it outlives the destruction of the others: a type of its own, to be chosen with open eyes.
 */
public sealed interface Protection {
  /** The greatest number of keys of one protection. */
  int MAX_KEYS = 16;

  /**
   * The keys, in the order given.
   *
   * @return 1 to {@value #MAX_KEYS} different ids
   */
  List<KeyId> keys();

  /**
   * The record slot that holds the wrapped data key, if the header is not to hold it.
   *
   * @return empty if the header holds it
   */
  Optional<KeyId> slot();

  /**
   * The same protection with the wrapped data key in a slot of the key tree, which can be destroyed
   * and rewrapped without touching the ciphertext.
   *
   * @param slot an id never used before
   * @return the protection
   */
  Protection inSlot(KeyId slot);

  /**
   * Needs this key.
   *
   * @param key the key
   * @return the protection
   */
  static All by(KeyId key) {
    return new All(List.of(key), null);
  }

  /**
   * Needs both keys: a subject's and, say, that of a bucket.
   *
   * @param key one key
   * @param other another key
   * @return the protection
   */
  static All by(KeyId key, KeyId other) {
    return new All(List.of(key, other), null);
  }

  /**
   * Needs every key.
   *
   * @param keys 1 to {@value #MAX_KEYS} different ids
   * @return the protection
   */
  static All all(Collection<KeyId> keys) {
    return new All(List.copyOf(keys), null);
  }

  /**
   * Needs one of the keys, whichever is left.
   *
   * @param keys 1 to {@value #MAX_KEYS} different ids
   * @return the protection
   */
  static Any any(Collection<KeyId> keys) {
    return new Any(List.copyOf(keys), null);
  }

  private static List<KeyId> checked(List<KeyId> keys) {
    if (keys.isEmpty() || keys.size() > MAX_KEYS) {
      throw new IllegalArgumentException("a protection has 1 to " + MAX_KEYS + " keys");
    }
    if (keys.size() > 1 && new HashSet<>(keys).size() != keys.size()) {
      throw new IllegalArgumentException("a protection names each key once");
    }
    return List.copyOf(keys);
  }

  /**
   * Every key is needed.
   *
   * @param keys in order
   * @param slotOrNull the record slot, or null
   */
  record All(List<KeyId> keys, @Nullable KeyId slotOrNull) implements Protection {
    /** Refuses none, too many or repeated keys. */
    public All {
      keys = checked(keys);
    }

    @Override
    public Optional<KeyId> slot() {
      return Optional.ofNullable(slotOrNull);
    }

    @Override
    public All inSlot(KeyId slot) {
      return new All(keys, slot);
    }
  }

  /**
   * One key is enough.
   *
   * @param keys in order
   * @param slotOrNull the record slot, or null
   */
  record Any(List<KeyId> keys, @Nullable KeyId slotOrNull) implements Protection {
    /** Refuses none, too many or repeated keys. */
    public Any {
      keys = checked(keys);
    }

    @Override
    public Optional<KeyId> slot() {
      return Optional.ofNullable(slotOrNull);
    }

    @Override
    public Any inSlot(KeyId slot) {
      return new Any(keys, slot);
    }
  }
}
