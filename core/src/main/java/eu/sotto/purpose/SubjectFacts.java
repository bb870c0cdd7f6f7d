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
 * @param unrestricted the purposes that the restriction leaves alone, since another controller
 *     decides on them
 */
public record SubjectFacts(
    Map<PurposeId, Instant> withdrawn,
    Set<PurposeId> objected,
    @Nullable Instant restrictedSince,
    boolean erased,
    Set<PurposeId> unrestricted) {
  /** Nothing has been asked for. */
  public static final SubjectFacts NONE = new SubjectFacts(Map.of(), Set.of(), null, false);

  /** Copies the collections. */
  public SubjectFacts {
    withdrawn = Map.copyOf(withdrawn);
    objected = Set.copyOf(objected);
    unrestricted = Set.copyOf(unrestricted);
  }

  /**
   * What was asked for, with a restriction of all data.
   *
   * @param withdrawn the purposes whose consent was withdrawn
   * @param objected the purposes objected to
   * @param restrictedSince since when all data is restricted, or null if it is not
   * @param erased whether the data was erased
   */
  public SubjectFacts(
      Map<PurposeId, Instant> withdrawn,
      Set<PurposeId> objected,
      @Nullable Instant restrictedSince,
      boolean erased) {
    this(withdrawn, objected, restrictedSince, erased, Set.of());
  }

  /**
   * Since when data may only be stored, as far as a purpose goes.
   *
   * @param purpose the purpose
   * @return the time, or null if the purpose is not restricted
   */
  @Nullable Instant restrictedSince(PurposeId purpose) {
    return unrestricted.contains(purpose) ? null : restrictedSince;
  }
}
