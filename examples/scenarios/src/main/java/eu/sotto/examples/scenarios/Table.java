package eu.sotto.examples.scenarios;

import eu.sotto.examples.scenarios.Promise.Kind;
import eu.sotto.examples.scenarios.Scenario.Row;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;

/** Prints the promises of a scenario beside what shows them. */
final class Table {
  private static final int PROMISE = 44;
  private static final int SHOWN = 62;
  private static final String LINE = "%-10s %-" + PROMISE + "s  %s%n";

  private final PrintStream out;

  Table(PrintStream out) {
    this.out = out;
  }

  void print(Scenario scenario, List<Row> rows) {
    out.printf("%n== %s %s%n", scenario.id(), scenario.title());
    out.printf(LINE, "", "promise", "shown by");
    rows.forEach(this::print);
  }

  private void print(Row row) {
    String mark = row.shown() ? (row.kind() == Kind.KEEPS ? "keeps" : "refuses") : "NOT SHOWN";
    List<String> left = wrapped(row.text(), PROMISE);
    List<String> right = wrapped(row.by(), SHOWN);
    for (int i = 0; i < Math.max(left.size(), right.size()); i++) {
      out.printf(LINE, i == 0 ? mark : "", at(left, i), at(right, i));
    }
  }

  private static String at(List<String> lines, int index) {
    return index < lines.size() ? lines.get(index) : "";
  }

  private static List<String> wrapped(String text, int width) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (String word : text.split("\\s+", -1)) {
      if (line.length() > 0 && line.length() + 1 + word.length() > width) {
        lines.add(line.toString());
        line.setLength(0);
      }
      line.append(line.length() == 0 ? "" : " ").append(word);
    }
    lines.add(line.toString());
    return lines;
  }
}
