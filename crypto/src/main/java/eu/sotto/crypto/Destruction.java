package eu.sotto.crypto;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * What an order to destroy keys came to.
 *
 * @param epoch the epoch of the key tree that no longer holds the keys
 * @param time when the destruction ended
 * @param keys the keys, with commitments to what they were
 * @param done the stores that have durably let go of the keys
 * @param pending the stores that have not; {@link KeyVault#resume()} asks them again
 * @param residue how long the slot's old content may still be found on its medium
 * @param nodeWraps the number of entries of the key tree that were wrapped again
 */
public record Destruction(
    long epoch,
    Instant time,
    List<Key> keys,
    List<String> done,
    List<String> pending,
    Duration residue,
    int nodeWraps) {

  /** Copies the lists. */
  public Destruction {
    keys = List.copyOf(keys);
    done = List.copyOf(done);
    pending = List.copyOf(pending);
  }

  /**
   * Whether every store has let go.
   *
   * @return true if nothing is pending
   */
  public boolean isComplete() {
    return pending.isEmpty();
  }

  /**
   * A destroyed key.
   *
   * @param id its pseudonymous id
   * @param kind what it was for
   * @param commitment 32 bytes that fix what it was without telling it
   */
  public record Key(KeyId id, KeyKind kind, Bytes commitment) {}
}
