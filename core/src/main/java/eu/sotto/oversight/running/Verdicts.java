package eu.sotto.oversight.running;

import eu.sotto.oversight.Verdict;

/** Verdicts as they stand in the ledger. */
final class Verdicts {
  static final String UPHELD = "confirmed";
  static final String CHANGED = "changed";
  static final String SET_ASIDE = "set-aside";

  private Verdicts() {}

  static String name(Verdict verdict) {
    if (verdict instanceof Verdict.Upheld) {
      return UPHELD;
    }
    return verdict instanceof Verdict.Changed ? CHANGED : SET_ASIDE;
  }
}
