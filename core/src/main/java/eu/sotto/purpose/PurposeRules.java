package eu.sotto.purpose;

import eu.sotto.permit.Operation;
import eu.sotto.register.Register;
import eu.sotto.vocabulary.PurposeId;
import eu.sotto.vocabulary.RecipientId;
import java.util.List;
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
              NoticeRules.ALL,
              BasisRules.ALL,
              SpeakerRules.ALL,
              RecipientRules.ALL,
              ObligationRules.ALL)
          .flatMap(List::stream)
          .toList();

  private final List<Rule> rules;

  /** The rules built in. */
  public PurposeRules() {
    this(BUILT_IN);
  }

  PurposeRules(List<Rule> rules) {
    this.rules = List.copyOf(rules);
  }

  /**
   * Decides one case.
   *
   * @param register what the controller declares
   * @param facts what is known at this moment
   * @param operation what is to be done
   * @param purpose what for
   * @param recipient who is to receive data by it, or null if nobody outside the host's own system
   * @return the decision with every reason
   */
  public Ruling decide(
      Register register,
      Facts facts,
      Operation<?> operation,
      PurposeId purpose,
      @Nullable RecipientId recipient) {
    Case asked = new Case(register, facts, operation, purpose, recipient);
    Findings findings = new Findings();
    for (Rule rule : rules) {
      rule.apply(asked, findings);
    }
    return findings.ruling(asked);
  }
}
