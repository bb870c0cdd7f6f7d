package eu.sotto.benchmarks;

import java.util.List;

/** A group of figures that is measured in one run; add yours to {@link Areas}. */
public interface Area {
  /**
   * What the area is called on the command line.
   *
   * @return one lower-case word
   */
  String name();

  /**
   * The parts that can be measured alone; see {@link Report#wants}.
   *
   * @return lower-case words, none if the area has no parts
   */
  default List<String> parts() {
    return List.of();
  }

  /**
   * Measures, and reports each figure as it comes.
   *
   * @param report where the figures go
   * @param quick whether to end within 50 seconds, with smaller sizes if need be
   * @throws Exception if something cannot be measured
   */
  void measure(Report report, boolean quick) throws Exception;
}
