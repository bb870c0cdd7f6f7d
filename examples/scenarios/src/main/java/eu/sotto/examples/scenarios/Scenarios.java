package eu.sotto.examples.scenarios;

import eu.sotto.examples.scenarios.Scenario.Row;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Prints for each source system the table of its promises with the event, record or refusal that
 * shows each, and ends with a failure if any is not shown.
 */
public final class Scenarios {
  private Scenarios() {}

  /**
   * Shows all promises.
   *
   * @param args a folder of register files that take the place of the built-in ones of the same
   *     name; none if there is no argument
   * @throws IOException if a register file cannot be read
   */
  public static void main(String[] args) throws IOException {
    if (run(args.length > 0 ? Path.of(args[0]) : null, System.out) > 0) {
      throw new IllegalStateException("a promise was not shown, see above");
    }
  }

  /**
   * Shows all promises.
   *
   * @param folder register files that take the place of the built-in ones
   * @param out where the tables are printed
   * @return how many promises were not shown
   */
  static int run(@Nullable Path folder, PrintStream out) throws IOException {
    Table table = new Table(out);
    int promises = 0;
    int missing = 0;
    for (Scenario scenario : Scenario.all()) {
      List<Row> rows = scenario.run(register(folder, scenario.register()));
      table.print(scenario, rows);
      promises += rows.size();
      missing += (int) rows.stream().filter(row -> !row.shown()).count();
    }
    out.printf(
        "%n== %s%n",
        missing == 0
            ? "All " + promises + " promises are shown."
            : missing + " of " + promises + " promises are NOT SHOWN.");
    return missing;
  }

  private static String register(@Nullable Path folder, String name) throws IOException {
    Path other = folder == null ? null : folder.resolve(name);
    return other != null && Files.exists(other) ? Files.readString(other) : builtIn(name);
  }

  /** A register file of this example. */
  static String builtIn(String name) throws IOException {
    try (InputStream in = Scenarios.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IOException("no register file " + name);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
