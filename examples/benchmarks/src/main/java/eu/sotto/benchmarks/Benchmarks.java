package eu.sotto.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Measures an area: {@code java -jar benchmarks.jar AREA [--quick]}. */
public final class Benchmarks {
  private Benchmarks() {}

  /**
   * Runs one area.
   *
   * @param args the area's name, and {@code --quick} if wanted
   * @throws Exception if something cannot be measured
   */
  public static void main(String[] args) throws Exception {
    List<String> words = new ArrayList<>(List.of(args));
    boolean quick = words.remove("--quick");
    Optional<Area> area = words.size() == 1 ? Areas.named(words.get(0)) : Optional.empty();
    if (area.isEmpty()) {
      System.err.println("usage: java -jar benchmarks.jar AREA [--quick]");
      Areas.ALL.forEach(known -> System.err.println("  " + known.name()));
      System.exit(2);
      return;
    }
    area.get().measure(new Report(System.out), quick);
  }
}
