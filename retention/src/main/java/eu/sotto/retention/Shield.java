package eu.sotto.retention;

import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What keeps a record whatever the other rules say; a restriction before any other hold. */
record Shield(Duty duty, boolean restricts, Because because) {

  static @Nullable Shield strongest(
      @Nullable Weighing weighing, Collection<Hold> holds, DatedPolicy at) {
    Shield strongest = null;
    if (!holds.isEmpty()) {
      for (Hold hold : holds) {
        strongest = hold.isInForce(at.asOf()) ? of(hold).orStronger(strongest) : strongest;
      }
    }
    if (weighing != null) {
      strongest = ofRules(weighing.rules.restrictions, weighing, at, strongest);
      strongest = ofRules(weighing.rules.holds, weighing, at, strongest);
    }
    return strongest;
  }

  private static @Nullable Shield ofRules(
      BoundRule[] rules, Weighing weighing, DatedPolicy at, @Nullable Shield strongest) {
    Shield found = strongest;
    for (BoundRule rule : rules) {
      found = at.keeps(weighing.endOf(rule)) ? of(rule).orStronger(found) : found;
    }
    return found;
  }

  private static Shield of(Hold hold) {
    return new Shield(
        new Duty(hold.reference(), sourceOf(hold.ground())),
        hold.ground().restricts(),
        new Because(groundOf(hold.ground()), List.of(), List.of(hold.reference())));
  }

  private static Shield of(BoundRule bound) {
    RetentionRule rule = bound.rule;
    boolean restricts = rule.kind() == RuleKind.RESTRICTION;
    Ground ground = restricts ? Ground.RESTRICTION : Ground.LEGAL_HOLD;
    return new Shield(
        new Duty(rule.id().name(), rule.source()), restricts, Because.of(ground, rule.id()));
  }

  private static String sourceOf(HoldGround ground) {
    return switch (ground) {
      case LEGAL_HOLD -> "legal hold; GDPR 17(3)(e)";
      case RESTRICTION, RESTRICTION_REQUEST -> "GDPR 18";
      case ACCESS_REQUEST -> "GDPR 15";
      case RECTIFICATION_REQUEST -> "GDPR 16";
      case PORTABILITY_REQUEST -> "GDPR 20";
    };
  }

  private static Ground groundOf(HoldGround ground) {
    return switch (ground) {
      case LEGAL_HOLD -> Ground.LEGAL_HOLD;
      case RESTRICTION -> Ground.RESTRICTION;
      default -> Ground.OPEN_REQUEST;
    };
  }

  private Shield orStronger(@Nullable Shield other) {
    if (other == null || (restricts && !other.restricts)) {
      return this;
    }
    boolean weaker = !restricts && other.restricts;
    return weaker || duty.name().compareTo(other.duty.name()) >= 0 ? other : this;
  }
}
