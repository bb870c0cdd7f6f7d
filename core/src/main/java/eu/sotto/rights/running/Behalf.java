package eu.sotto.rights.running;

import eu.sotto.records.RecordEntry;
import eu.sotto.register.Register;
import eu.sotto.session.Controllers;
import eu.sotto.vocabulary.PurposeId;

/**
 * For which controller a request is carried out: the host itself, of whom the person asked it, or
 * another that instructs the host as its processor. What others decide on is none of its business.
 * Immutable. Source: GDPR Art. 28(3)(a), (e), 29.
 *
 * @param register the register in force
 * @param controller the controller's name
 */
record Behalf(Register register, String controller) {
  /** As the ledger has it, where the host's own requests name nobody. */
  static Behalf of(Register register, String named) {
    return new Behalf(register, named.isEmpty() ? register.controller().name() : named);
  }

  /**
   * Refuses an instruction of somebody for whom the host does not process.
   *
   * @throws IllegalArgumentException if no purpose names that controller
   */
  static Behalf instructed(Register register, String controller) {
    Behalf behalf = new Behalf(register, controller);
    if (behalf.own() || !Controllers.all(register).contains(controller)) {
      throw new IllegalArgumentException("the host does not process for that controller");
    }
    return behalf;
  }

  /** Whether the host carries it out for itself. */
  boolean own() {
    return controller.equals(register.controller().name());
  }

  /** Whether the register knows of nobody else. */
  boolean alone() {
    return Controllers.all(register).stream().allMatch(controller::equals);
  }

  /** Whether the controller decides on a purpose; on one that is not declared any more the host. */
  boolean covers(PurposeId purpose) {
    return decider(purpose).equals(controller);
  }

  boolean covers(RecordEntry entry) {
    return covers(entry.what().purpose());
  }

  /** Who decides on a purpose. */
  String decider(PurposeId purpose) {
    return register
        .purpose(purpose)
        .map(declared -> Controllers.of(register, declared))
        .orElse(register.controller().name());
  }
}
