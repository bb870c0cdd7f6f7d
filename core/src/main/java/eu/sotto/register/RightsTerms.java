package eu.sotto.register;

import eu.sotto.vocabulary.Identity;
import eu.sotto.vocabulary.IdentityLevel;
import eu.sotto.vocabulary.PurposeId;
import eu.sotto.vocabulary.Right;
import java.util.Map;
import java.util.Set;

/**
 * On what terms rights are exercised. Where nothing is declared, what discloses or changes data
 * needs an identity that the host has verified, by whatever method; no purpose counts as
 * advertising and none is served while data is restricted. Immutable and thread-safe.
 *
 * @param methods how sure each method of verifying makes; once one is declared, all others prove
 *     the number only
 * @param levels how sure one has to be for a right, where more is demanded than it needs by itself
 * @param directMarketing the purposes of direct marketing (GDPR Art. 21(2)), besides those that are
 *     marked as advertising by telephone
 * @param despiteRestriction the purposes that restricted data may serve without consent
 */
public record RightsTerms(
    Map<String, IdentityLevel> methods,
    Map<Right, IdentityLevel> levels,
    Set<PurposeId> directMarketing,
    Map<PurposeId, DespiteRestriction> despiteRestriction) {
  /** Nothing is declared. */
  public static final RightsTerms NONE = new RightsTerms(Map.of(), Map.of(), Set.of(), Map.of());

  /** Copies the collections. */
  public RightsTerms {
    methods = Map.copyOf(methods);
    levels = Map.copyOf(levels);
    directMarketing = Set.copyOf(directMarketing);
    despiteRestriction = Map.copyOf(despiteRestriction);
  }

  /**
   * How sure one has to be of who exercises a right.
   *
   * @param right the right
   * @return the level
   */
  public IdentityLevel demanded(Right right) {
    return levels.getOrDefault(right, right.leastLevel());
  }

  /**
   * How sure a verified identity makes.
   *
   * @param identity what the host did
   * @return the level
   */
  public IdentityLevel reached(Identity identity) {
    return methods.isEmpty()
        ? IdentityLevel.CONFIRMED
        : methods.getOrDefault(identity.method(), IdentityLevel.NUMBER);
  }
}
