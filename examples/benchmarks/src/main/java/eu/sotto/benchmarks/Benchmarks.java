package eu.sotto.benchmarks;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Measures an area: {@code java -jar benchmarks.jar AREA [--quick] [--only PART]}. */
public final class Benchmarks {
  private Benchmarks() {}

  /**
   * Runs one area, and ends the process with 2 if there is none of that name.
   *
   * @param args the area's name; {@code --quick} and {@code --only} with a part of it if wanted
   * @throws Exception if something cannot be measured
   */
  public static void main(String[] args) throws Exception {
    int code = run(List.of(args), System.out, System.err);
    if (code != 0) {
      System.exit(code);
    }
  }

  /** The exit code: 0, or 2 if the words were not understood and nothing was measured. */
  static int run(List<String> args, PrintStream out, PrintStream err) throws Exception {
    List<String> words = new ArrayList<>(args);
    boolean quick = words.remove("--quick");
    String only = "";
    int at = words.indexOf("--only");
    if (at >= 0 && at + 1 < words.size()) {
      only = words.remove(at + 1);
      words.remove(at);
    }
    Optional<Area> area = words.size() == 1 ? Areas.named(words.get(0)) : Optional.empty();
    if (area.isEmpty() || !(only.isEmpty() || area.get().parts().contains(only))) {
      err.println("usage: java -jar benchmarks.jar AREA [--quick] [--only PART]");
      Areas.ALL.forEach(known -> err.println("  " + known.name() + " " + known.parts()));
      return 2;
    }
    area.get().measure(new Report(out, only), quick);
    return 0;
  }
}
