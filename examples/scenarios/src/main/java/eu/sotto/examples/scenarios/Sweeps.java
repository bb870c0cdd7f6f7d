package eu.sotto.examples.scenarios;

import static eu.sotto.examples.scenarios.Checks.must;

import eu.sotto.Call;
import eu.sotto.records.RecordEntry;
import eu.sotto.records.SweepReport;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Supplier;

/** Shows when a record goes by running the sweep the day before and on the day. Stateless. */
final class Sweeps {
  private Sweeps() {}

  static String goesOn(Stage stage, Call call, RecordEntry entry, LocalDate day) {
    String gone = goesOn(stage, call::records, entry, day);
    must(call.records().isEmpty(), "something is left");
    return gone;
  }

  /** The same of data that came in by another way than a call. */
  static String goesOn(
      Stage stage, Supplier<List<RecordEntry>> kept, RecordEntry entry, LocalDate day) {
    stage.clock().setNoon(day.minusDays(1), stage.register().zone());
    stage.privacy().retention().sweep(stage.privacy().retention().plan());
    must(kept.get().stream().anyMatch(r -> r.id().equals(entry.id())), "gone too early");
    stage.clock().setNoon(day, stage.register().zone());
    SweepReport report = stage.privacy().retention().sweep(stage.privacy().retention().plan());
    must(report.disposed().contains(entry.id()), "still there on " + day);
    return "still there on " + day.minusDays(1) + ", swept on " + day;
  }
}
