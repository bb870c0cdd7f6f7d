package eu.sotto.interchange;

import eu.sotto.register.AutomatedDecision;
import eu.sotto.register.AutomatedDecision.Intervention;
import eu.sotto.register.RecurringReview;
import eu.sotto.register.Register;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Writes what is declared about automated decisions and recurring reviews. */
final class OversightWriter {
  private OversightWriter() {}

  static void write(Register register, ObjectNode root) {
    if (!register.automatedDecisions().isEmpty()) {
      ArrayNode decisions = root.putArray("automatedDecisions");
      register.automatedDecisions().forEach(d -> decision(d, decisions.addObject()));
    }
    if (!register.reviews().isEmpty()) {
      ArrayNode reviews = root.putArray("reviews");
      register.reviews().forEach(r -> recurring(r, reviews.addObject()));
    }
  }

  private static void decision(AutomatedDecision decision, ObjectNode into) {
    into.put("purpose", decision.purpose().value());
    into.put("effect", Fields.name(decision.effect()));
    decision.door().ifPresent(d -> door(d.kind(), d.evidence(), into.putObject("door")));
    decision.specialDoor().ifPresent(d -> door(d.kind(), d.evidence(), into.putObject("special")));
    intervention(decision.review(), into.putObject("review"));
    into.put("procedure", decision.logic().procedure());
    RegisterWriter.texts(decision.logic().principles(), into.putArray("principles"));
  }

  private static void door(Enum<?> kind, @Nullable String evidence, ObjectNode into) {
    into.put("kind", Fields.name(kind));
    RegisterWriter.text("evidence", evidence, into);
  }

  private static void intervention(Intervention intervention, ObjectNode into) {
    into.put("route", intervention.route());
    RegisterWriter.names(intervention.reviewers(), into.putArray("reviewers"));
    if (!intervention.always()) {
      into.put("always", false);
    }
  }

  private static void recurring(RecurringReview review, ObjectNode into) {
    into.put("id", review.id());
    into.put("topic", Fields.name(review.topic()));
    into.put("interval", review.interval().toString());
    into.put("function", review.function());
    into.put("since", review.since().toString());
  }
}
