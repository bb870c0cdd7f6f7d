package eu.sotto.purpose;

import eu.sotto.permit.Obligation;
import eu.sotto.permit.Operation;
import eu.sotto.register.LegalBasis;
import eu.sotto.register.Purpose;
import java.util.List;

/** What is owed in return for a yes. GDPR Art. 5(1)(c), 25; AI Act Art. 50(2). */
final class ObligationRules {
  static final List<Rule> ALL =
      List.of(ObligationRules::redact, ObligationRules::inMemoryOnly, ObligationRules::label);

  private ObligationRules() {}

  /** Analysis under legitimate interests sees redacted content only, whatever is declared. */
  private static void redact(Case asked, Findings findings) {
    Purpose purpose = asked.declared();
    boolean declared = purpose != null && purpose.redact();
    if (declared || (asked.is(Operation.ANALYSE) && asked.on(LegalBasis.LEGITIMATE_INTERESTS))) {
      findings.oblige(Obligation.REDACT);
    }
  }

  private static void inMemoryOnly(Case asked, Findings findings) {
    if (asked.inPassing()) {
      findings.oblige(Obligation.TRANSIENT_ONLY);
    }
  }

  private static void label(Case asked, Findings findings) {
    if (asked.ai() && asked.is(Operation.SUMMARISE)) {
      findings.oblige(Obligation.LABEL_AI);
    }
  }
}
