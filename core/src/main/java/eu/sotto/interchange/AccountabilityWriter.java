package eu.sotto.interchange;

import eu.sotto.register.ImpactAssessment;
import eu.sotto.register.IncidentPlan;
import eu.sotto.register.Register;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Writes incident plan and impact assessments. */
final class AccountabilityWriter {
  private AccountabilityWriter() {}

  static void write(Register register, ObjectNode root) {
    register.incidentPlan().ifPresent(plan -> plan(plan, root.putObject("incidentPlan")));
    if (!register.assessments().isEmpty()) {
      ArrayNode assessments = root.putArray("assessments");
      register.assessments().forEach(a -> assessment(a, assessments.addObject()));
    }
  }

  private static void plan(IncidentPlan plan, ObjectNode into) {
    ArrayNode functions = into.putArray("functions");
    for (IncidentPlan.Function function : plan.functions()) {
      ObjectNode one = functions.addObject();
      one.put("name", function.name());
      one.put("contact", function.contact());
      RegisterWriter.constants(function.tasks(), one.putArray("tasks"));
    }
    if (plan.authority() != null) {
      RegisterWriter.contact(plan.authority(), into.putObject("authority"));
    }
    if (!plan.controllers().isEmpty()) {
      ArrayNode controllers = into.putArray("controllers");
      plan.controllers().forEach(c -> RegisterWriter.contact(c, controllers.addObject()));
    }
    into.put("personsWithin", plan.bounds().persons().toString());
    into.put("controllersWithin", plan.bounds().controllers().toString());
  }

  private static void assessment(ImpactAssessment assessment, ObjectNode into) {
    into.put("reference", assessment.reference());
    into.put("owner", assessment.owner());
    into.put("date", assessment.date().toString());
    into.put("review", assessment.review().toString());
    RegisterWriter.names(assessment.purposes(), into.putArray("purposes"));
  }
}
