package eu.sotto.rights;

import eu.sotto.rights.running.RunningRequest;

/**
 * A request of a data subject whose identity the host has verified. Made by {@code
 * Subject.request}, which records it. Thread-safe. Source: GDPR Art. 12.
 */
public sealed interface Request permits RunningRequest {
  /**
   * Access to everything that is kept (GDPR Art. 15).
   *
   * @return the access
   * @throws IllegalStateException if the person's data was erased meanwhile
   */
  Access access();

  /**
   * Erases everything that is kept of the person, on this node and in every file: the order is
   * recorded, the keys are destroyed, the sealed contents and index entries removed, the completion
   * recorded. What stays is named in the receipt: the reduced, pseudonymous evidence that the
   * processing was lawful. After a crash an erasure that was begun is completed at the next
   * opening. Source: GDPR Art. 17(1), 17(3)(e).
   *
   * @return the receipt
   * @throws IllegalStateException if the person's data was erased before
   * @throws eu.sotto.vocabulary.PrivacyException if it could not be completed; what was ordered is
   *     completed at the next opening at the latest
   */
  ErasureReceipt erase();
}
