package eu.sotto.records;

import eu.sotto.crypto.KeyId;
import java.util.Objects;

/**
 * A data subject as the store knows it: a pseudonym and the names of its two keys. Immutable and
 * thread-safe.
 *
 * @param id the pseudonym
 * @param contentKey seals recordings, transcripts, summaries and identifiers
 * @param evidenceKey seals consent and the proof of requests
 */
public record SubjectEntry(SubjectId id, KeyId contentKey, KeyId evidenceKey) {
  /** Refuses missing parts. */
  public SubjectEntry {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(contentKey, "contentKey");
    Objects.requireNonNull(evidenceKey, "evidenceKey");
  }
}
