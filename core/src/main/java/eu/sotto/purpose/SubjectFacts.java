package eu.sotto.purpose;

import eu.sotto.vocabulary.PurposeId;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the data subject has asked for outside the call. Immutable and thread-safe.
 *
 * @param withdrawn the purposes whose consent was withdrawn, each with the time of the last
 *     withdrawal; a consent given later than that is not touched
 * @param objected the purposes objected to (GDPR Art. 21), undecided, upheld or against direct
 *     marketing
 * @param restrictedSince since when the data is restricted (GDPR Art. 18), or null if it is not
 * @param erased whether the data was erased (GDPR Art. 17)
 */
public record SubjectFacts(
    Map<PurposeId, Instant> withdrawn,
    Set<PurposeId> objected,
    @Nullable Instant restrictedSince,
    boolean erased) {
  /** Nothing has been asked for. */
  public static final SubjectFacts NONE = new SubjectFacts(Map.of(), Set.of(), null, false);

  /** Copies the collections. */
  public SubjectFacts {
    withdrawn = Map.copyOf(withdrawn);
    objected = Set.copyOf(objected);
  }
}
