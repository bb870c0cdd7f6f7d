package eu.sotto.tool;

import eu.sotto.CallPrivacy;
import eu.sotto.records.RecordEntry;
import eu.sotto.records.SweepPlan;
import eu.sotto.records.SweepReport;
import eu.sotto.register.RegisterException;
import eu.sotto.retention.Disposition;
import eu.sotto.vocabulary.PrivacyException;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Disposes of what is due, or says what would go. */
@Command(
    name = "sweep",
    mixinStandardHelpOptions = true,
    description = {
      "Disposes of every record whose time is over. Prints one tab-separated line for each record"
          + " whose day has come: goes or stays, id, retention class, kind, why.",
      "The store must not be open elsewhere; a running host sweeps by itself.",
      "Exit codes: 0 done, 1 something is left for a person or for the next sweep, 2 wrong input."
    })
final class SweepCommand implements Callable<Integer> {
  @Spec private @Nullable CommandSpec spec;

  @Mixin private final StoreArguments store = new StoreArguments();

  @Option(names = "--dry-run", description = "Says what would go and disposes of nothing.")
  private boolean dryRun;

  private SweepCommand() {}

  @Override
  public Integer call() {
    CommandSpec command = spec;
    if (command == null) {
      throw new IllegalStateException("the command is run by picocli");
    }
    PrintWriter out = command.commandLine().getOut();
    PrintWriter errors = command.commandLine().getErr();
    try (CallPrivacy privacy = store.open()) {
      SweepPlan plan = privacy.retention().plan();
      plan.items().forEach(item -> out.println(line(item)));
      plan.unreadable().forEach(id -> out.println("unreadable\t" + id));
      int left = plan.unreadable().isEmpty() ? 0 : 1;
      return dryRun ? left : Math.max(left, swept(privacy.retention().sweep(plan), out));
    } catch (BadInput | PrivacyException | RegisterException e) {
      errors.println("sotto sweep: " + e.getMessage());
      return 2;
    } finally {
      out.flush();
      errors.flush();
    }
  }

  private static String line(SweepPlan.Item item) {
    RecordEntry entry = item.entry();
    Disposition disposition = item.disposition();
    String[] cells = {
      disposition.isDue() ? "goes" : "stays",
      entry.id().toString(),
      entry.what().retentionClass(),
      entry.what().kind().name(),
      disposition.because().ground().name()
    };
    return String.join("\t", cells);
  }

  private static int swept(SweepReport report, PrintWriter out) {
    out.println(
        "disposed of "
            + report.disposed().size()
            + ", withheld "
            + report.withheld().size()
            + ", gone already "
            + report.absent().size());
    if (!report.scrubbed()) {
      out.println("a file has not let go of destroyed keys yet: sweep again");
    }
    return report.scrubbed() && report.withheld().isEmpty() ? 0 : 1;
  }
}
