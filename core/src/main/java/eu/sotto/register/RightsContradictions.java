package eu.sotto.register;

import eu.sotto.vocabulary.IdentityLevel;
import eu.sotto.vocabulary.PurposeId;
import eu.sotto.vocabulary.Right;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** What a register must not say about rights, because it would take one away. */
final class RightsContradictions {
  private static final String LEVELS = "$.rights.identityLevels";

  private final Register register;
  private final List<Problem> found = new ArrayList<>();

  private RightsContradictions(Register register) {
    this.register = register;
  }

  static List<Problem> of(Register register) {
    RightsContradictions contradictions = new RightsContradictions(register);
    RightsTerms terms = register.rights();
    for (Right right : Right.values()) {
      contradictions.level(right, terms.demanded(right));
    }
    contradictions.known("$.rights.directMarketing", terms.directMarketing());
    contradictions.known("$.rights.despiteRestriction", terms.despiteRestriction().keySet());
    return contradictions.found;
  }

  private void level(Right right, IdentityLevel demanded) {
    if (right.actsAtOnce() && demanded != IdentityLevel.NUMBER) {
      add(LEVELS, right + " acts at once on the number given and must demand no more");
    } else if (!demanded.suffices(right.leastLevel())) {
      add(LEVELS, right + " demands less than a confirmed identity");
    } else if (demanded != IdentityLevel.NUMBER && !demanded.equals(best(demanded))) {
      add(LEVELS, right + " demands an identity that no declared method reaches");
    }
  }

  /** The level itself if some method reaches it, else the best that one does. */
  private IdentityLevel best(IdentityLevel demanded) {
    RightsTerms terms = register.rights();
    IdentityLevel best =
        terms.methods().isEmpty()
            ? IdentityLevel.CONFIRMED
            : terms.methods().values().stream()
                .max(Comparator.naturalOrder())
                .orElse(IdentityLevel.NUMBER);
    return best.suffices(demanded) ? demanded : best;
  }

  private void known(String path, Collection<PurposeId> purposes) {
    purposes.stream()
        .filter(purpose -> register.purpose(purpose).isEmpty())
        .sorted(Comparator.comparing(PurposeId::value))
        .forEach(purpose -> add(path, "unknown purpose " + purpose));
  }

  private void add(String path, String message) {
    found.add(Problem.at(path, message));
  }
}
