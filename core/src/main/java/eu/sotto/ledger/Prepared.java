package eu.sotto.ledger;

import eu.sotto.crypto.Bytes;
import eu.sotto.crypto.CryptoException;
import eu.sotto.crypto.KeyId;
import eu.sotto.crypto.KeyVault;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;

/**
 * An event with the tokens and hashes that its caller's thread can make, so that the writer's need
 * not.
 */
record Prepared(Event event, KeyId key, List<Bytes> terms, Optional<Bytes> request, LeafSeed seed) {
  /**
   * Makes the tokens of a host's event.
   *
   * @throws EventRefused if a key of the log does not answer
   * @throws IllegalArgumentException if the event's kind is the log's own, or needs a subject's key
   *     and it has none
   */
  static Prepared ofHost(Event event, KeyVault vault, Identity identity, SecureRandom random) {
    if (Succession.isChange(event.kind().label())) {
      throw new IllegalArgumentException("events of this kind are the log's own");
    }
    return of(event, vault, identity, random);
  }

  /**
   * Makes the tokens.
   *
   * @throws EventRefused if a key of the log does not answer
   * @throws IllegalArgumentException if the event's kind needs a subject's key and it has none
   */
  static Prepared of(Event event, KeyVault vault, Identity identity, SecureRandom random) {
    KeyId key = event.key(identity.proof());
    try {
      return new Prepared(
          event,
          key,
          event.index().stream().map(term -> identity.token(vault, term)).toList(),
          event.idempotencyKey().map(once -> identity.requestToken(vault, once)),
          LeafSeed.of(event, random));
    } catch (CryptoException e) {
      throw new EventRefused("a key of the log does not answer", e);
    }
  }
}
