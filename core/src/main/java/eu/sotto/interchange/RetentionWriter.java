package eu.sotto.interchange;

import eu.sotto.retention.DisposalMethod;
import eu.sotto.retention.RetentionClass;
import eu.sotto.retention.RetentionRule;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Writes retention rules, grouped by their class. */
final class RetentionWriter {
  private RetentionWriter() {}

  static void write(List<RetentionRule> rules, ArrayNode into) {
    Map<RetentionClass, List<RetentionRule>> classes = new TreeMap<>();
    rules.forEach(
        r -> classes.computeIfAbsent(r.retentionClass(), any -> new ArrayList<>()).add(r));
    classes.forEach(
        (retentionClass, own) -> {
          ObjectNode object = into.addObject();
          object.put("class", retentionClass.name());
          object.put("material", Fields.name(retentionClass.material()));
          ArrayNode array = object.putArray("rules");
          own.forEach(rule -> rule(rule, array.addObject()));
        });
  }

  private static void rule(RetentionRule rule, ObjectNode into) {
    if (!rule.id().equals(RuleCore.defaultId(rule))) {
      into.put("id", rule.id().name());
    }
    into.put("kind", Fields.name(rule.kind()));
    if (rule.isAbsolute()) {
      into.put("absolute", true);
    }
    into.put("trigger", rule.trigger().toString());
    rule.trigger().backstop().ifPresent(t -> into.put("backstop", t.toString()));
    rule.term().ifPresent(t -> into.put("term", t.toString()));
    into.put("source", rule.source());
    rule.justification()
        .ifPresent(
            why ->
                into.putObject("justification")
                    .put("purpose", why.purpose().name())
                    .put("reason", why.reason())
                    .put("onlyForClaims", why.onlyForClaims()));
    if (rule.disposal() != DisposalMethod.DESTROY) {
      into.put("disposal", Fields.name(rule.disposal()));
    }
    rule.inForceFrom().map(LocalDate::toString).ifPresent(d -> into.put("inForceFrom", d));
    rule.inForceThrough().map(LocalDate::toString).ifPresent(d -> into.put("inForceThrough", d));
  }
}
