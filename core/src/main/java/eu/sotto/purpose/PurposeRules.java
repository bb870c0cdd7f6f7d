package eu.sotto.purpose;

import eu.sotto.consent.ConsentTerms;
import eu.sotto.permit.Operation;
import eu.sotto.register.Purpose;
import eu.sotto.register.Recipient;
import eu.sotto.register.Register;
import eu.sotto.vocabulary.PurposeId;
import eu.sotto.vocabulary.RecipientId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
              ContactRules.ALL,
              SpeakerRules.ALL,
              RecipientRules.ALL,
              FurtherUseRules.ALL,
              ObligationRules.ALL)
          .flatMap(List::stream)
          .toList();

  private final Register register;
  private final Map<PurposeId, Declared> declared;
  private final Map<RecipientId, List<Recipient>> ways;
  private final Rule[] rules;

  PurposeRules(Register register, List<Rule> rules) {
    this.register = register;
    this.declared = declared(register);
    this.ways = ways(register);
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

  private static Map<PurposeId, Declared> declared(Register register) {
    Map<PurposeId, Declared> declared = new HashMap<>();
    for (Purpose purpose : register.purposes()) {
      declared.put(purpose.id(), Declared.in(register, purpose));
    }
    return Map.copyOf(declared);
  }

  private static Map<RecipientId, List<Recipient>> ways(Register register) {
    Map<RecipientId, List<Recipient>> ways = new HashMap<>();
    for (Recipient recipient : register.recipients()) {
      List<Recipient> way = new ArrayList<>();
      for (Optional<Recipient> next = Optional.of(recipient);
          next.isPresent();
          next = next.flatMap(Recipient::processor).flatMap(register::recipient)) {
        way.add(next.get());
      }
      ways.put(recipient.id(), List.copyOf(way));
    }
    return Map.copyOf(ways);
  }

  /** Who is on the way of the data; only the recipient itself where it decides for itself. */
  List<Recipient> way(RecipientId recipient, PurposeId purpose) {
    List<Recipient> way = ways.getOrDefault(recipient, List.of());
    return way.size() > 1 && way.get(0).ownPurposes().contains(purpose) ? way.subList(0, 1) : way;
  }

  /** What the register says of a purpose, or null if nothing. */
  @Nullable Declared declared(PurposeId purpose) {
    return declared.get(purpose);
  }

  /**
   * On what terms a consent to a purpose carries under the register.
   *
   * @param purpose a purpose of the register
   * @return the terms
   * @throws IllegalArgumentException if the register does not declare it
   */
  public ConsentTerms terms(PurposeId purpose) {
    Declared found = declared(purpose);
    if (found == null) {
      throw new IllegalArgumentException("purpose is not declared: " + purpose);
    }
    return found.terms();
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
    return decide(facts, operation, purpose, new Case.Use(recipient, null));
  }

  /**
   * Decides whether what was collected for one purpose may be used for another.
   *
   * @param facts what is known at this moment
   * @param operation what is to be done
   * @param purpose what for
   * @param collectedFor the purpose for which the data was collected
   * @return the decision with every reason
   */
  public Ruling decideFurther(
      Facts facts, Operation<?> operation, PurposeId purpose, PurposeId collectedFor) {
    return decide(facts, operation, purpose, new Case.Use(null, collectedFor));
  }

  private Ruling decide(Facts facts, Operation<?> operation, PurposeId purpose, Case.Use use) {
    Case asked = new Case(this, facts, operation, purpose, use);
    Findings findings = new Findings();
    for (Rule rule : rules) {
      rule.apply(asked, findings);
    }
    return findings.ruling(asked);
  }
}
