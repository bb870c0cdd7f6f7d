package eu.sotto.ledger;

import java.util.List;

/**
 * What became of a log's name and signing key. Immutable and thread-safe.
 *
 * @param keyChanges from the first verifier key they lead to the one of now, in order
 * @param restorations the entries of restores: what was granted before one may have been withdrawn
 *     in what is lost
 */
public record History(List<KeyChange> keyChanges, List<Recorded> restorations) {
  /** Copies the lists. */
  public History {
    keyChanges = List.copyOf(keyChanges);
    restorations = List.copyOf(restorations);
  }
}
