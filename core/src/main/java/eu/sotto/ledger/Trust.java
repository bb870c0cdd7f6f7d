package eu.sotto.ledger;

import eu.sotto.crypto.VerifierKey;
import java.util.List;
import java.util.Optional;

/**
 * Whose signatures under a log's checkpoints are believed: those of one verifier key, and of the
 * keys and names that the recorded changes lead to from there.
 *
 * <p>The key must come from a source of one's own; the changes may come from anybody. Each change
 * of the key is signed by the old and the new key, each restore names the log that it took up, and
 * each of them is proved to stand in the log. A key alone says nothing of the log's name: a restore
 * that is left out before the first change of the key shows in the log ({@link LogAudit}), not in a
 * proof of one entry. Immutable and thread-safe.
 */
public final class Trust {
  private final Succession succession;
  private final List<Evidence> changes;

  private Trust(Succession succession, List<Evidence> changes) {
    this.succession = succession;
    this.changes = changes;
  }

  /**
   * Believes one key: enough for a log that never changed its key and was never restored.
   *
   * @param key the log's verifier key, from a source of your own
   * @return the trust
   */
  public static Trust in(VerifierKey key) {
    return new Trust(new Succession(null, key), List.of());
  }

  /**
   * Believes a key, and the keys and names that the log's changes lead to.
   *
   * @param key the log's verifier key, from a source of your own: the first one, or one that the
   *     changes name
   * @param changes all of them in log order, as {@link Ledger#changes()} returns them
   * @return the trust
   * @throws IllegalArgumentException if one of them is missing, forged, out of order, or of another
   *     log than the key
   */
  public static Trust in(VerifierKey key, List<Evidence> changes) {
    if (changes.isEmpty()) {
      return in(key);
    }
    Succession succession = new Succession(firstOrigin(changes.get(0)), firstKey(key, changes));
    for (Evidence change : changes) {
      succession.then(change.inclusion().from(), change.kind(), change.shown());
    }
    require(succession.knows(key), "the changes do not lead to or from this key");
    for (Evidence change : changes) {
      Checkpoint checkpoint = change.inclusion().checkpoint();
      require(
          succession.everSigned(checkpoint) && change.inclusion().includes(change.leaf()),
          "a change is not proved to be in the log");
    }
    return new Trust(succession, List.copyOf(changes));
  }

  private static String firstOrigin(Evidence change) {
    boolean rotation = change.kind().equals(Succession.ROTATED.label());
    return Succession.text(change.shown(), rotation ? "origin" : "previous_origin");
  }

  private static VerifierKey firstKey(VerifierKey given, List<Evidence> changes) {
    return changes.stream()
        .filter(change -> change.kind().equals(Succession.ROTATED.label()))
        .findFirst()
        .map(change -> KeyChange.of(change.shown()).previous())
        .orElse(given);
  }

  private static void require(boolean condition, String otherwise) {
    if (!condition) {
      throw new IllegalArgumentException(otherwise);
    }
  }

  /**
   * The key that signs now, as far as the changes tell.
   *
   * @return the verifier key
   */
  public VerifierKey key() {
    return succession.current().key();
  }

  /**
   * The log's name now, as far as the changes tell.
   *
   * @return the origin; empty without changes
   */
  public Optional<String> origin() {
    return Optional.ofNullable(succession.current().origin());
  }

  /**
   * The recorded changes.
   *
   * @return entries that begin a new key or name, in log order
   */
  public List<Evidence> changes() {
    return changes;
  }

  /**
   * Whether the log signed a checkpoint: under the name and with the key of its size, or before a
   * restore gave up what it covers.
   *
   * @param checkpoint the checkpoint
   * @return false for any other name, key or content
   */
  public boolean covers(Checkpoint checkpoint) {
    return succession.everSigned(checkpoint);
  }

  /** Whether it is a checkpoint of the log as it is, which was first called that. */
  boolean covers(Checkpoint checkpoint, String firstOrigin) {
    String first = succession.at(0).origin();
    return firstOrigin.equals(first == null ? checkpoint.origin() : first)
        && succession.signed(checkpoint);
  }
}
