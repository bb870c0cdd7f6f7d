package eu.sotto.purpose;

import eu.sotto.vocabulary.ContractTie;
import eu.sotto.vocabulary.PurposeId;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is known of the data subject outside the call: what was asked for, and to which contracts
 * the person is party. Immutable and thread-safe.
 *
 * @param withdrawn the purposes whose consent was withdrawn, each with the time of the last
 *     withdrawal; a consent given later than that is not touched
 * @param objected the purposes objected to (GDPR Art. 21), undecided, upheld or against direct
 *     marketing
 * @param restrictedSince since when the data is restricted (GDPR Art. 18), or null if it is not
 * @param erased whether the data was erased (GDPR Art. 17)
 * @param unrestricted the purposes that the restriction leaves alone, since another controller
 *     decides on them
 * @param ties how the person stands to the contracts on which purposes rest, as far as stated
 */
public record SubjectFacts(
    Map<PurposeId, Instant> withdrawn,
    Set<PurposeId> objected,
    @Nullable Instant restrictedSince,
    boolean erased,
    Set<PurposeId> unrestricted,
    Map<PurposeId, Tied> ties) {
  /** Nothing has been asked for. */
  public static final SubjectFacts NONE = new SubjectFacts(Map.of(), Set.of(), null, false);

  /** Copies the collections. */
  public SubjectFacts {
    withdrawn = Map.copyOf(withdrawn);
    objected = Set.copyOf(objected);
    unrestricted = Set.copyOf(unrestricted);
    ties = Map.copyOf(ties);
  }

  /**
   * Facts of a person of whose contracts nobody has stated anything.
   *
   * @param withdrawn the purposes whose consent was withdrawn, each with the time of the last
   * @param objected the purposes objected to
   * @param restrictedSince since when the data is restricted, or null if it is not
   * @param erased whether the data was erased
   */
  public SubjectFacts(
      Map<PurposeId, Instant> withdrawn,
      Set<PurposeId> objected,
      @Nullable Instant restrictedSince,
      boolean erased) {
    this(withdrawn, objected, restrictedSince, erased, Set.of(), Map.of());
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

  /**
   * How somebody stands to a contract.
   *
   * @param tie what was stated last
   * @param at when
   */
  public record Tied(ContractTie tie, Instant at) {
    /** Checks that both parts are there. */
    public Tied {
      Objects.requireNonNull(tie, "tie");
      Objects.requireNonNull(at, "at");
    }
  }
}
