package eu.sotto.examples.scenarios;

import static eu.sotto.examples.scenarios.Checks.must;

import eu.sotto.Call;
import eu.sotto.records.RecordEntry;
import eu.sotto.records.SweepReport;
import java.time.LocalDate;

/** Shows when a record goes by running the sweep the day before and on the day. Stateless. */
final class Sweeps {
  private Sweeps() {}

  static String goesOn(Stage stage, Call call, RecordEntry entry, LocalDate day) {
    stage.clock().setNoon(day.minusDays(1), stage.register().zone());
    stage.privacy().retention().sweep(stage.privacy().retention().plan());
    must(call.records().stream().anyMatch(r -> r.id().equals(entry.id())), "gone too early");
    stage.clock().setNoon(day, stage.register().zone());
    SweepReport report = stage.privacy().retention().sweep(stage.privacy().retention().plan());
    must(report.disposed().contains(entry.id()), "still there on " + day);
    must(call.records().isEmpty(), "something is left");
    return "still there on " + day.minusDays(1) + ", swept on " + day;
  }
}
