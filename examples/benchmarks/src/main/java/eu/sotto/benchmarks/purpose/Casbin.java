package eu.sotto.benchmarks.purpose;

import org.casbin.jcasbin.main.Enforcer;
import org.casbin.jcasbin.model.Model;

/** The thirty rules as a policy of jCasbin, one line each; its answers are not kept. */
final class Casbin {
  private static final String MODEL =
      """
      [request_definition]
      r = purpose, operation, heard, given, objected, restricted

      [policy_definition]
      p = purpose, operation, basis

      [policy_effect]
      e = some(where (p.eft == allow))

      [matchers]
      m = r.purpose == p.purpose && r.operation == p.operation && r.heard && !r.restricted \
      && (p.basis == "contract" || p.basis == "consent" && r.given \
      || p.basis == "legitimate-interests" && !r.objected)
      """;

  private final Enforcer enforcer;

  Casbin() {
    Model model = new Model();
    model.loadModelFromText(MODEL);
    this.enforcer = new Enforcer(model);
    enforcer.enableLog(false);
    for (ThirtyRules.Aim aim : ThirtyRules.AIMS) {
      for (String operation : ThirtyRules.OPERATIONS) {
        enforcer.addPolicy(aim.purpose(), operation, aim.basis());
      }
    }
  }

  boolean permits(Request asked) {
    return enforcer.enforce(
        asked.aim().purpose(),
        asked.operation(),
        asked.heard(),
        asked.given(),
        asked.objected(),
        asked.restricted());
  }
}
