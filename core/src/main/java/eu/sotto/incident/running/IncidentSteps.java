package eu.sotto.incident.running;

import eu.sotto.incident.BreachScope;
import eu.sotto.incident.Documented;
import eu.sotto.incident.Duty;
import eu.sotto.incident.Exposure;
import eu.sotto.incident.Finding;
import eu.sotto.incident.Incident;
import eu.sotto.incident.Notification;
import eu.sotto.incident.Report;
import eu.sotto.incident.Waiver;
import eu.sotto.ledger.Recorded;
import eu.sotto.vocabulary.Actor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The steps of one incident, folded from the ledger in its order. Used by one thread. */
final class IncidentSteps {
  private final Documented<Report> report;
  private final List<Documented<Finding>> findings = new ArrayList<>();
  private final List<Documented<Incident.Assessed>> assessments = new ArrayList<>();
  private final List<Documented<Notification>> told = new ArrayList<>();
  private final List<Documented<Waiver>> waivers = new ArrayList<>();
  private final List<Documented<Waiver>> standing = new ArrayList<>();
  private @Nullable Documented<String> closed;

  private IncidentSteps(Documented<Report> report) {
    this.report = report;
  }

  /** Folds; the first event is the report. */
  static IncidentSteps of(List<Recorded> events) {
    Recorded first = events.get(0);
    IncidentSteps steps =
        new IncidentSteps(
            documented(
                first,
                new Report(
                    Report.Source.valueOf(text(first, "source")),
                    names(first, "nature").stream()
                        .map(Report.Nature::valueOf)
                        .collect(Collectors.toSet()),
                    text(first, "facts"),
                    first.happenedAt())));
    events.forEach(steps::take);
    return steps;
  }

  private void take(Recorded event) {
    switch (event.kind()) {
      case "incident_assessed" -> {
        findings.add(documented(event, finding(event)));
        assessments.add(
            documented(
                event, new Incident.Assessed(text(event, "effects"), text(event, "measures"))));
        standing.clear();
      }
      case "incident_told" ->
          told.add(
              documented(
                  event,
                  new Notification(
                      Duty.valueOf(text(event, "duty")),
                      text(event, "addressee"),
                      event.happenedAt(),
                      text(event, "reference"),
                      text(event, "delay"))));
      case "incident_waived" -> {
        var waiver =
            documented(
                event,
                new Waiver(Waiver.Ground.valueOf(text(event, "ground")), text(event, "reason")));
        waivers.add(waiver);
        standing.add(waiver);
      }
      case "incident_closed" -> closed = documented(event, text(event, "lessons"));
      default -> {}
    }
  }

  private static Finding finding(Recorded event) {
    return new Finding(
        text(event, "scope"),
        Exposure.valueOf(text(event, "exposure")),
        new Finding.Counts(
            number(event, "subjects"),
            number(event, "erased"),
            number(event, "calls"),
            number(event, "records"),
            number(event, "sealed"),
            number(event, "laid_open")),
        new Finding.Kinds(
            names(event, "purposes"),
            names(event, "categories"),
            names(event, "recipients"),
            controllers(text(event, "controllers"))),
        names(event, "keys_safe"));
  }

  /** One controller a line: the number, a space, the name. */
  static String controllers(SortedMap<String, Long> counts) {
    return counts.entrySet().stream()
        .map(entry -> entry.getValue() + " " + entry.getKey().replace('\n', ' '))
        .collect(Collectors.joining("\n"));
  }

  private static SortedMap<String, Long> controllers(String text) {
    SortedMap<String, Long> counts = new TreeMap<>();
    text.lines()
        .map(line -> line.split(" ", 2))
        .forEach(parts -> counts.put(parts[1], Long.valueOf(parts[0])));
    return counts;
  }

  private static <T> Documented<T> documented(Recorded event, T what) {
    return new Documented<>(
        what,
        event.happenedAt(),
        event.appended().recordedAt(),
        Actor.of(text(event, "actor"), text(event, "role")));
  }

  private static String text(Recorded event, String field) {
    return String.valueOf(event.fields().getOrDefault(field, ""));
  }

  private static long number(Recorded event, String field) {
    return (Long) event.fields().getOrDefault(field, 0L);
  }

  private static SortedSet<String> names(Recorded event, String field) {
    String text = text(event, field);
    return text.isEmpty() ? new TreeSet<>() : new TreeSet<>(Arrays.asList(text.split(" ", -1)));
  }

  Documented<Report> report() {
    return report;
  }

  List<Documented<Finding>> findings() {
    return findings;
  }

  List<Documented<Notification>> told() {
    return told;
  }

  /** The decisions that nothing was found after. */
  List<Documented<Waiver>> standing() {
    return standing;
  }

  /** Whether an assessment of this scope is documented. */
  boolean assessed(BreachScope scope) {
    return findings.stream().anyMatch(finding -> finding.what().scope().equals(scope.text()));
  }

  Incident incident(String id, Clocks clocks) {
    return new Incident(
        id,
        report,
        findings,
        assessments,
        told,
        waivers,
        clocks.all(),
        Optional.ofNullable(closed));
  }
}
