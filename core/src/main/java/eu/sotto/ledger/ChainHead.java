package eu.sotto.ledger;

import java.util.Objects;

/**
 * The last entry of the chain of a subject and key class: whoever holds it can show later that
 * entries up to it are missing. Immutable and thread-safe.
 *
 * @param keyClass the class of key
 * @param sequence the entry's number within the chain, from 1
 * @param leaf its leaf hash
 */
public record ChainHead(KeyClass keyClass, long sequence, Hash leaf) {
  /**
   * Checks the number.
   *
   * @throws IllegalArgumentException if the number is below 1
   */
  public ChainHead {
    Objects.requireNonNull(keyClass, "keyClass");
    Objects.requireNonNull(leaf, "leaf");
    if (sequence < 1) {
      throw new IllegalArgumentException("a chain's first entry is number 1");
    }
  }
}
