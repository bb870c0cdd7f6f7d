package eu.sotto.retention;

import java.util.Objects;

/**
 * A named claim for which a record is kept under one rule.
 *
 * @param reference the claim's file reference; it must not tell who a person is
 * @param rule the MAY_KEEP rule that the claim relies on
 */
public record Claim(String reference, RuleId rule) {
  /** Refuses a reference of another shape. */
  public Claim {
    Names.require(reference, "a claim reference");
    Objects.requireNonNull(rule, "rule");
  }
}
