package eu.sotto.rights;

import eu.sotto.records.RecordEntry;
import eu.sotto.redaction.Transcript;
import java.util.Optional;

/**
 * What a host knows of who spoke when in a recording, so that the parts of others are silent in the
 * copy that a caller gets. Source: GDPR Art. 15(4).
 */
@FunctionalInterface
public interface OthersVoices {
  /**
   * Who spoke when.
   *
   * @param recording a recording of the caller's
   * @return its turns with their times, in milliseconds from its start, each with its role; empty
   *     if nobody else is heard in it
   */
  Optional<Transcript> heardIn(RecordEntry recording);
}
