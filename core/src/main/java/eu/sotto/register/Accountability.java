package eu.sotto.register;

import eu.sotto.permit.Operation;
import eu.sotto.vocabulary.PurposeId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What incident plan and impact assessments must not say, and what they leave out. */
final class Accountability {
  private Accountability() {}

  /** Contradictions with the purposes. */
  static List<Problem> contradictions(Register register) {
    List<Problem> found = new ArrayList<>();
    register.incidentPlan().ifPresent(plan -> controllers(plan, register, found));
    Set<String> references = new HashSet<>();
    for (int i = 0; i < register.assessments().size(); i++) {
      ImpactAssessment assessment = register.assessments().get(i);
      String path = "$.assessments[" + i + "]";
      if (!references.add(assessment.reference())) {
        found.add(Problem.at(path, "declared twice"));
      }
      assessment.purposes().stream()
          .filter(id -> register.purpose(id).isEmpty())
          .sorted(Comparator.comparing(PurposeId::value))
          .forEach(id -> found.add(Problem.at(path + ".purposes", "unknown purpose " + id)));
    }
    return found;
  }

  private static void controllers(IncidentPlan plan, Register register, List<Problem> found) {
    boolean processes = false;
    for (int i = 0; i < register.purposes().size(); i++) {
      Purpose purpose = register.purposes().get(i);
      String controller = purpose.responsibility().reference();
      if (purpose.role() == PurposeRole.PROCESSOR && controller != null) {
        processes = true;
        if (plan.controller(controller).isEmpty()) {
          found.add(
              Problem.at(
                  "$.incidentPlan.controllers",
                  "no contact of the controller of purpose " + purpose.id() + " (Art. 33(2))"));
        }
      }
    }
    if (processes && plan.whoDoes(IncidentPlan.Task.NOTIFY_CONTROLLERS).isEmpty()) {
      found.add(
          Problem.at("$.incidentPlan.functions", "nobody tells the controllers (Art. 33(2))"));
    }
  }

  /** Purposes that likely need an assessment and have none; it is the controller's duty. */
  static List<Problem> warnings(Register register) {
    List<Problem> found = new ArrayList<>();
    for (int i = 0; i < register.purposes().size(); i++) {
      Purpose purpose = register.purposes().get(i);
      boolean assessed =
          register.assessments().stream().anyMatch(a -> a.purposes().contains(purpose.id()));
      if (purpose.role() != PurposeRole.PROCESSOR && !assessed && likelyNeeds(purpose, register)) {
        found.add(
            Problem.at(
                "$.purposes[" + i + "]",
                "likely needs an impact assessment, and none is referred to (GDPR Art. 35)"));
      }
    }
    return found;
  }

  /**
   * Art. 35(1), (3)(a) and (b) and the list of the German authorities (DSK 1.1, nos. 11 and 13):
   * decisions about people, special categories, inferred emotions, training of models, and talks
   * that an AI system evaluates.
   */
  private static boolean likelyNeeds(Purpose purpose, Register register) {
    Set<Operation<?>> operations = purpose.operations();
    boolean ai = register.lines().stream().anyMatch(Line::ai);
    return operations.contains(Operation.DECIDE)
        || operations.contains(Operation.INFER_EMOTION)
        || operations.contains(Operation.TRAIN)
        || (ai && operations.contains(Operation.ANALYSE))
        || SpecialData.in(purpose);
  }
}
