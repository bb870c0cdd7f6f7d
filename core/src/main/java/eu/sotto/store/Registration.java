package eu.sotto.store;

import eu.sotto.crypto.Bytes;
import java.security.SecureRandom;
import java.util.Set;

/** This node among those that have a store open. Thread-safe. */
public interface Registration {
  /**
   * This node's id.
   *
   * @return a random id, new each time the store is opened
   */
  Bytes node();

  /**
   * The nodes that are there now; what another one left undone may be taken over.
   *
   * @return their ids, this one included
   */
  Set<Bytes> live();

  /**
   * The only node: of a store that one process opens at a time.
   *
   * @return a registration with a new id
   */
  static Registration alone() {
    byte[] random = new byte[16];
    new SecureRandom().nextBytes(random);
    Bytes id = Bytes.of(random);
    return new Registration() {
      @Override
      public Bytes node() {
        return id;
      }

      @Override
      public Set<Bytes> live() {
        return Set.of(id);
      }
    };
  }
}
