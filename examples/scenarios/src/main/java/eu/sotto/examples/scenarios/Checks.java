package eu.sotto.examples.scenarios;

import eu.sotto.permit.Decision;
import eu.sotto.permit.Permit;
import eu.sotto.permit.Reason;
import eu.sotto.permit.ReasonCode;
import eu.sotto.records.Kept;
import eu.sotto.records.RecordEntry;
import eu.sotto.redaction.PiiType;
import eu.sotto.register.Problem;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** Takes what the library answered for what it must be, or says that it is not. Stateless. */
final class Checks {
  private Checks() {}

  static void must(boolean holds, String otherwise) {
    if (!holds) {
      throw new NotShown(otherwise);
    }
  }

  static <P extends Permit> P permitted(Decision<P> decision) {
    if (decision instanceof Decision.Permitted<P> yes) {
      return yes.permit();
    }
    throw new NotShown("not permitted: " + codes(decision.reasons()));
  }

  /** The refusal in words, if the decision is a denial for this reason alone. */
  static String denied(Decision<?> decision, ReasonCode why) {
    boolean alone =
        decision instanceof Decision.Denied
            && decision.reasons().stream().allMatch(reason -> reason.code() == why);
    must(alone, "instead of " + why + ": " + described(decision));
    return "denied: " + named(decision.reasons().get(0));
  }

  /** The refusal in words, if the decision is a denial and this is among its reasons. */
  static String deniedAmongOthers(Decision<?> decision, ReasonCode why) {
    Reason found =
        decision.reasons().stream()
            .filter(reason -> decision instanceof Decision.Denied && reason.code() == why)
            .findFirst()
            .orElseThrow(() -> new NotShown("instead of " + why + ": " + described(decision)));
    return "denied: " + named(found);
  }

  /** Why a person has to decide, if that is what was decided, for this reason alone. */
  static String needsReview(Decision<?> decision, ReasonCode why) {
    boolean alone =
        decision instanceof Decision.NeedsReview
            && decision.reasons().stream().allMatch(reason -> reason.code() == why);
    must(alone, "instead of " + why + ": " + described(decision));
    return "left to a person: " + named(decision.reasons().get(0));
  }

  static RecordEntry sealed(Kept kept) {
    return kept.fold(
        entry -> entry,
        reasons -> {
          throw new NotShown("not kept: " + codes(reasons));
        });
  }

  /** The refusal in words, if nothing was kept for this reason. */
  static String refused(Kept kept, ReasonCode why) {
    return kept.fold(
        entry -> {
          throw new NotShown("kept a " + entry.what().kind());
        },
        reasons -> {
          must(reasons.get(0).code() == why, "instead of " + why + ": " + codes(reasons));
          return "not kept: " + named(reasons.get(0));
        });
  }

  /** The refusal in words, if a register was refused for this problem. */
  static String problem(List<Problem> problems, String about) {
    return problems.stream()
        .map(problem -> problem.path() + ": " + problem.message())
        .filter(problem -> problem.contains(about))
        .map(problem -> "register refused: " + problem)
        .findFirst()
        .orElseThrow(() -> new NotShown("refused for something else: " + problems));
  }

  /** Kinds of personal data in words. */
  static String words(Set<PiiType> types) {
    return types.stream()
        .sorted()
        .map(type -> type.name().toLowerCase(Locale.ROOT).replace('_', ' '))
        .collect(Collectors.joining(", "));
  }

  private static String named(Reason reason) {
    return reason.sentence(Locale.ENGLISH);
  }

  private static String described(Decision<?> decision) {
    return decision instanceof Decision.Permitted ? "permitted" : codes(decision.reasons());
  }

  private static String codes(List<Reason> reasons) {
    return reasons.stream().map(Reason::code).toList().toString();
  }
}
