package eu.sotto.incident.running;

import eu.sotto.incident.Clock;
import eu.sotto.incident.Documented;
import eu.sotto.incident.Duty;
import eu.sotto.incident.Finding;
import eu.sotto.incident.Notification;
import eu.sotto.incident.Waiver;
import eu.sotto.register.IncidentPlan;
import eu.sotto.register.PurposeRole;
import eu.sotto.register.Register;
import eu.sotto.retention.Deadline;
import eu.sotto.retention.calendar.GermanHolidays;
import eu.sotto.retention.calendar.RetentionTerm;
import eu.sotto.session.Controllers;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which clocks a breach starts, and how they stand. They run from becoming aware; whoever may have
 * to be told has a clock until a finding shows otherwise.
 */
final class Clocks {
  private static final Duration AUTHORITY = Duration.ofDays(3);

  private final Register register;
  private final IncidentSteps steps;

  Clocks(Register register, IncidentSteps steps) {
    this.register = register;
    this.steps = steps;
  }

  List<Clock> all() {
    List<Clock> clocks = new ArrayList<>();
    IncidentPlan.Bounds bounds =
        register.incidentPlan().map(IncidentPlan::bounds).orElse(IncidentPlan.Bounds.DEFAULT);
    if (ownData()) {
      clocks.add(clock(Duty.AUTHORITY, "", AUTHORITY));
      clocks.add(clock(Duty.PERSONS, "", bounds.persons()));
    }
    otherControllers().forEach(c -> clocks.add(clock(Duty.CONTROLLER, c, bounds.controllers())));
    return clocks;
  }

  /** Unless what was found belongs to others alone. */
  private boolean ownData() {
    boolean declared = Controllers.all(register).contains(register.controller().name());
    boolean found =
        steps.findings().isEmpty()
            || steps.findings().stream()
                .map(Documented::what)
                .anyMatch(
                    finding ->
                        finding.counts().subjects() == 0
                            || finding
                                .kinds()
                                .controllers()
                                .containsKey(register.controller().name()));
    return declared && found;
  }

  private Set<String> otherControllers() {
    Set<String> names = new TreeSet<>();
    if (steps.findings().isEmpty()) {
      register.purposes().stream()
          .filter(purpose -> purpose.role() == PurposeRole.PROCESSOR)
          .map(purpose -> purpose.responsibility().reference())
          .filter(java.util.Objects::nonNull)
          .forEach(names::add);
    } else {
      steps.findings().stream()
          .map(Documented::what)
          .map(Finding::kinds)
          .forEach(kinds -> names.addAll(kinds.controllers().keySet()));
    }
    names.remove(register.controller().name());
    return names;
  }

  private Clock clock(Duty duty, String addressee, Duration within) {
    Deadline deadline = deadline(duty, within);
    return new Clock(duty, addressee, deadline, state(duty, addressee, deadline));
  }

  private Deadline deadline(Duty duty, Duration within) {
    return Deadline.of(
        RetentionTerm.ofElapsed(within),
        duty.article() + "; Reg. 1182/71 Art. 3",
        steps.report().at(),
        register.zone(),
        GermanHolidays.nationwide());
  }

  private Clock.State state(Duty duty, String addressee, Deadline deadline) {
    Instant due = deadline.due().firstFreeInstant(register.zone());
    return steps.told().stream()
        .map(Documented::what)
        .filter(told -> told.duty() == duty && told.addressee().equals(addressee))
        .map(Notification::at)
        .min(Instant::compareTo)
        .map(at -> at.isBefore(due) ? Clock.State.TOLD : Clock.State.TOLD_LATE)
        .orElseGet(() -> waived(duty) ? Clock.State.WAIVED : Clock.State.RUNNING);
  }

  /** A decision carries what was known when it was made, and nothing that was found later. */
  private boolean waived(Duty duty) {
    return steps.standing().stream()
        .map(Documented::what)
        .map(Waiver::ground)
        .anyMatch(ground -> ground.duty() == duty);
  }
}
