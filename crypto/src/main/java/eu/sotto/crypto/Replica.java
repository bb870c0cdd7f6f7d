package eu.sotto.crypto;

import java.util.Set;

/**
 * Somewhere else that may hold keys of the vault: another node's cache, an escrow, a copy.
 *
 * <p>A destruction is complete only when every replica has let go; one that fails is asked again.
 */
public interface Replica {
  /**
   * Names the replica in reports and in the key store.
   *
   * @return 1 to 24 of a-z, 0-9 and hyphen
   */
  String name();

  /**
   * Lets go of keys; again and again has the same effect.
   *
   * @param ids the destroyed keys
   * @throws CryptoException.Unavailable if that is not yet durable
   */
  void destroy(Set<KeyId> ids);
}
