package eu.sotto.retention;

import java.util.List;
import java.util.Objects;

/**
 * The reason of a disposition: a ground, the rules that decided and references of holds or claims.
 *
 * @param ground why
 * @param rules the rules that decided, the first one foremost; empty where no rule did
 * @param references the references of holds or claims that decided
 */
public record Because(Ground ground, List<RuleId> rules, List<String> references) {
  /** Copies the lists. */
  public Because {
    Objects.requireNonNull(ground, "ground");
    rules = List.copyOf(rules);
    references = List.copyOf(references);
  }

  static Because of(Ground ground, RuleId... rules) {
    return new Because(ground, List.of(rules), List.of());
  }
}
