package eu.sotto.register;

import eu.sotto.permit.Operation;
import java.util.ArrayList;
import java.util.List;

/** What is doubtful in a register but does not contradict itself. */
final class Warnings {
  private final List<Problem> found = new ArrayList<>();

  private Warnings() {}

  static List<Problem> of(Register register) {
    Warnings warnings = new Warnings();
    for (int i = 0; i < register.lines().size(); i++) {
      warnings.line(register.lines().get(i), "$.lines[" + i + "]");
    }
    for (int i = 0; i < register.purposes().size(); i++) {
      warnings.purpose(register.purposes().get(i), "$.purposes[" + i + "]");
      warnings.decisions(register.purposes().get(i), "$.purposes[" + i + "]", register);
    }
    for (int i = 0; i < register.recipients().size(); i++) {
      warnings.recipient(register.recipients().get(i), "$.recipients[" + i + "]", register);
    }
    warnings.found.addAll(Accountability.warnings(register));
    return List.copyOf(warnings.found);
  }

  private void line(Line line, String path) {
    if (line.notices().isEmpty()) {
      add(path + ".notices", "no notice: nothing is permitted on this line");
    }
  }

  private void purpose(Purpose purpose, String path) {
    if (purpose.basis() == LegalBasis.LEGITIMATE_INTERESTS && purpose.balancing().isEmpty()) {
      add(path + ".balancing", "no balancing record: the purpose is denied");
    }
  }

  private void decisions(Purpose purpose, String path, Register register) {
    if (!purpose.operations().contains(Operation.DECIDE)) {
      return;
    }
    AutomatedDecision decision = register.automatedDecision(purpose.id()).orElse(null);
    if (decision == null) {
      add(path + ".operations", "no automated decision is declared: decide is denied");
    } else if (decision.effect().weighs() && decision.door().isEmpty()) {
      add(path + ".operations", "no door of GDPR Art. 22(2): decide is denied");
    } else if (decision.effect().weighs()
        && !purpose.specialCategories().isEmpty()
        && decision.specialDoor().isEmpty()) {
      add(path + ".operations", "special categories without GDPR Art. 22(4): decide is denied");
    }
  }

  private void recipient(Recipient recipient, String path, Register register) {
    if (!recipient.contracted()) {
      add(path + ".contract", "no data-processing contract: disclosure is denied");
    }
    boolean engaged = recipient.role() == RecipientRole.SUB_PROCESSOR;
    if (engaged && recipient.processor().isEmpty()) {
      add(path + ".worksFor", "no processor that engaged it: disclosure is denied");
    }
    if (recipient.country().isEmpty()) {
      add(path + ".country", "country not stated: transfer is denied");
    } else if (!recipient.place().reachable()) {
      add(path + ".transfer", "third country without a mechanism: transfer is denied");
    } else if (register.onlyInEea() && !recipient.place().inEea()) {
      add(path + ".country", "outside the European Economic Area: transfer is denied");
    }
  }

  private void add(String path, String message) {
    found.add(Problem.at(path, message));
  }
}
