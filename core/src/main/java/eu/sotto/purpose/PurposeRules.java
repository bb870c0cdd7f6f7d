package eu.sotto.purpose;

import eu.sotto.consent.ConsentTerms;
import eu.sotto.permit.Operation;
import eu.sotto.register.Purpose;
import eu.sotto.register.Register;
import eu.sotto.vocabulary.PurposeId;
import eu.sotto.vocabulary.RecipientId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Decides what may be done with a call: only what the register declares, on a legal basis that is
 * alive, after what had to be announced, and never what any rule forbids. Every rule is heard, so
 * that every reason is told; their order makes no difference. Immutable and thread-safe. Source:
 * GDPR Art. 5, 6, 7, 13, 18, 21, 22, 28, 44; AI Act Art. 5(1)(f), 50; StGB § 201.
 */
public final class PurposeRules {
  static final List<Rule> BUILT_IN =
      Stream.of(
              DeclarationRules.ALL,
              Art22.ALL,
              NoticeRules.ALL,
              BasisRules.ALL,
              SpeakerRules.ALL,
              RecipientRules.ALL,
              ObligationRules.ALL)
          .flatMap(List::stream)
          .toList();

  private final Register register;
  private final Map<PurposeId, ConsentTerms> terms;
  private final Rule[] rules;

  PurposeRules(Register register, List<Rule> rules) {
    this.register = register;
    this.terms = terms(register);
    this.rules = rules.toArray(Rule[]::new);
  }

  /**
   * The rules built in, over a register; what depends on the register alone is worked out now.
   *
   * @param register what the controller declares
   * @return the rules
   */
  public static PurposeRules of(Register register) {
    return new PurposeRules(register, BUILT_IN);
  }

  private static Map<PurposeId, ConsentTerms> terms(Register register) {
    Map<PurposeId, ConsentTerms> terms = new HashMap<>();
    for (Purpose purpose : register.purposes()) {
      terms.put(purpose.id(), ConsentTerms.of(register, purpose));
    }
    return Map.copyOf(terms);
  }

  /**
   * On what terms a consent to a purpose carries under the register.
   *
   * @param purpose a purpose of the register
   * @return the terms
   * @throws IllegalArgumentException if the register does not declare it
   */
  public ConsentTerms terms(PurposeId purpose) {
    ConsentTerms found = terms.get(purpose);
    if (found == null) {
      throw new IllegalArgumentException("purpose is not declared: " + purpose);
    }
    return found;
  }

  Register register() {
    return register;
  }

  /**
   * Decides one case.
   *
   * @param facts what is known at this moment
   * @param operation what is to be done
   * @param purpose what for
   * @param recipient who is to receive data by it, or null if nobody outside the host's own system
   * @return the decision with every reason
   */
  public Ruling decide(
      Facts facts, Operation<?> operation, PurposeId purpose, @Nullable RecipientId recipient) {
    Case asked = new Case(this, facts, operation, purpose, recipient);
    Findings findings = new Findings();
    for (Rule rule : rules) {
      rule.apply(asked, findings);
    }
    return findings.ruling(asked);
  }
}
