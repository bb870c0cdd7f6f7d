package eu.sotto.register;

import eu.sotto.permit.Operation;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What a register must not say about automated decisions and recurring reviews. GDPR Art. 22. */
final class DecisionContradictions {
  private final Register register;
  private final List<Problem> found = new ArrayList<>();

  private DecisionContradictions(Register register) {
    this.register = register;
  }

  static List<Problem> of(Register register) {
    DecisionContradictions contradictions = new DecisionContradictions(register);
    contradictions.decisions();
    contradictions.reviews();
    return contradictions.found;
  }

  private void decisions() {
    Set<Object> seen = new HashSet<>();
    for (int i = 0; i < register.automatedDecisions().size(); i++) {
      AutomatedDecision decision = register.automatedDecisions().get(i);
      String path = "$.automatedDecisions[" + i + "]";
      if (!seen.add(decision.purpose())) {
        add(path + ".purpose", "declared twice");
      }
      register
          .purpose(decision.purpose())
          .ifPresentOrElse(
              purpose -> decision(decision, purpose, path),
              () -> add(path + ".purpose", "unknown purpose " + decision.purpose()));
    }
  }

  private void decision(AutomatedDecision decision, Purpose purpose, String path) {
    if (!purpose.operations().contains(Operation.DECIDE)) {
      add(path + ".purpose", "the purpose does not declare the operation decide");
    }
    if (purpose.transientOnly()) {
      add(path + ".purpose", "a decision is kept, but the purpose keeps nothing");
    }
    decision.door().ifPresent(door -> door(door, purpose, path + ".door"));
    decision.specialDoor().ifPresent(door -> special(door, purpose, path + ".special"));
  }

  private void door(AutomatedDecision.Door door, Purpose purpose, String path) {
    switch (door.kind()) {
      case CONTRACT -> {
        if (purpose.basis() != LegalBasis.CONTRACT) {
          add(path, "a contract, but the purpose does not rest on one (GDPR Art. 22(2)(a))");
        }
      }
      case EXPLICIT_CONSENT -> {
        if (!explicit(purpose)) {
          add(path, "explicit consent, but the purpose asks for none (GDPR Art. 22(2)(c))");
        }
      }
      case LAW -> {}
    }
  }

  private void special(AutomatedDecision.SpecialDoor door, Purpose purpose, String path) {
    if (purpose.specialCategories().isEmpty()) {
      add(path, "the purpose declares no special categories of data");
    }
    boolean consent = door.kind() == AutomatedDecision.SpecialDoor.Exemption.EXPLICIT_CONSENT;
    if (consent && !explicit(purpose)) {
      add(path, "explicit consent, but the purpose asks for none (GDPR Art. 9(2)(a), 22(4))");
    }
  }

  private static boolean explicit(Purpose purpose) {
    return purpose.basis() == LegalBasis.CONSENT && purpose.is(ConsentMark.EXPLICIT);
  }

  private void reviews() {
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < register.reviews().size(); i++) {
      if (!seen.add(register.reviews().get(i).id())) {
        add("$.reviews[" + i + "].id", "declared twice");
      }
    }
  }

  private void add(String path, String message) {
    found.add(Problem.at(path, message));
  }
}
