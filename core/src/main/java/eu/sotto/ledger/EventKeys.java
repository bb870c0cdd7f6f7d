package eu.sotto.ledger;

import eu.sotto.crypto.KeyId;
import java.util.Objects;

/**
 * The keys of the subject that an event is about. Immutable and thread-safe.
 *
 * @param content the subject's content key
 * @param evidence the subject's evidence key
 */
public record EventKeys(KeyId content, KeyId evidence) {
  /** Refuses null. */
  public EventKeys {
    Objects.requireNonNull(content, "content key");
    Objects.requireNonNull(evidence, "evidence key");
  }
}
