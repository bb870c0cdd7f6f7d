package eu.sotto.benchmarks.retention;

import eu.sotto.benchmarks.Area;
import eu.sotto.benchmarks.Report;

/** Deciding, sweeping and explaining, beside the same rules written by hand. */
public final class RetentionArea implements Area {
  /** The area. */
  public RetentionArea() {}

  @Override
  public String name() {
    return "retention";
  }

  @Override
  public void measure(Report report, boolean quick) {
    Decisions.measure(report, quick);
    Sweeps.measure(report, quick);
  }
}
