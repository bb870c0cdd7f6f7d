package eu.sotto.register;

import eu.sotto.retention.EventName;
import eu.sotto.retention.Material;
import eu.sotto.retention.RetentionRule;
import eu.sotto.retention.RuleId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What the retention rules of a register must not say, before they become a policy. */
final class RetentionContradictions {
  /** How a trigger that is the record's own beginning is written, so no event may be called so. */
  private static final String RECORDED = "recorded";

  private RetentionContradictions() {}

  static List<Problem> of(List<RetentionRule> rules) {
    List<Problem> found = new ArrayList<>();
    Map<RuleId, RetentionRule> ids = new HashMap<>();
    Map<String, Material> materials = new HashMap<>();
    for (RetentionRule rule : rules) {
      String name = rule.retentionClass().name();
      if (ids.putIfAbsent(rule.id(), rule) != null) {
        found.add(problem("a rule of class " + name + " is declared twice, or its id is"));
      }
      Material first = materials.putIfAbsent(name, rule.retentionClass().material());
      if (first != null && first != rule.retentionClass().material()) {
        found.add(problem("class " + name + " is declared with two materials"));
      }
      names(rule, found);
    }
    return found;
  }

  private static void names(RetentionRule rule, List<Problem> found) {
    if (!Texts.isDeclaredName(rule.retentionClass().name())) {
      found.add(problem("a retention class is not 1 to 64 characters of a-z, 0-9, '.', '_', '-'"));
    }
    for (EventName event : rule.trigger().events()) {
      if (!Texts.isDeclaredName(event.name()) || event.name().equals(RECORDED)) {
        found.add(problem("a trigger is not 1 to 64 characters of a-z, 0-9, '.', '_', '-'"));
      }
    }
  }

  private static Problem problem(String message) {
    return Problem.at("$.retention", message);
  }
}
