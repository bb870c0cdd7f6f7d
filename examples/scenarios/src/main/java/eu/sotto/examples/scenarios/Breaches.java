package eu.sotto.examples.scenarios;

import eu.sotto.Overdue;
import eu.sotto.incident.Assessment;
import eu.sotto.incident.BreachScope;
import eu.sotto.incident.Clock;
import eu.sotto.incident.Duty;
import eu.sotto.incident.Exposure;
import eu.sotto.incident.Finding;
import eu.sotto.incident.Incident;
import eu.sotto.incident.Report;
import eu.sotto.vocabulary.Actor;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/** A breach from its report to what is known of it. Stateless. */
final class Breaches {
  private static final Actor OFFICE = Stage.actor("data-protection");

  private Breaches() {}

  static Incident reported(Stage stage, Report.Source source) {
    return stage
        .privacy()
        .incidents()
        .report(
            new Report(
                source,
                Set.of(Report.Nature.CONFIDENTIALITY),
                "Jemand Fremdes hat ein Gespräch gehört.",
                stage.now()),
            OFFICE);
  }

  /** Until when somebody has to be told. */
  static Instant clock(Stage stage, Incident incident, Duty duty) {
    return incident.clocks().stream()
        .filter(clock -> clock.duty() == duty && clock.state() == Clock.State.RUNNING)
        .map(clock -> clock.due(stage.register().zone()))
        .findFirst()
        .orElseThrow(() -> new NotShown("no clock of " + duty.article() + " runs"));
  }

  /** What the records say about the calls of some time. */
  static Finding found(Stage stage, Incident incident, Instant from, Instant until) {
    return stage
        .privacy()
        .incidents()
        .assess(
            incident.id(),
            new Assessment(
                new BreachScope.During(from, until),
                Exposure.IN_CLEAR,
                "Fremde kennen den Inhalt.",
                "Der Zugang ist gesperrt."),
            OFFICE)
        .finding()
        .orElseThrow(() -> new NotShown("nothing was found"));
  }

  /** Which duties the health view shows as overdue. */
  static List<String> overdue(Stage stage) {
    return stage.privacy().health().incidents().stream().map(Overdue::what).sorted().toList();
  }
}
