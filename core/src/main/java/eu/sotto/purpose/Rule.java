package eu.sotto.purpose;

/** One rule of law. Pure; it may find several things or none, and never sees another's findings. */
@FunctionalInterface
interface Rule {
  /**
   * Applies the rule.
   *
   * @param asked what is asked, of which register, under which facts
   * @param findings where to put what it finds
   */
  void apply(Case asked, Findings findings);
}
