package eu.sotto.benchmarks;

import java.io.PrintStream;
import java.util.Locale;

/** Prints one tab-separated line per figure: name, value, unit, compared with, ratio. */
public final class Report {
  private final PrintStream out;
  private final String only;

  /** A report of one part, or of all if {@code only} is empty. */
  Report(PrintStream out, String only) {
    this.out = out;
    this.only = only;
  }

  /**
   * Whether a part of the area is to be measured.
   *
   * @param part one of {@link Area#parts}
   * @return false if another part alone was asked for
   */
  public boolean wants(String part) {
    return only.isEmpty() || only.equals(part);
  }

  /**
   * Prints a figure that stands beside another one of the same run.
   *
   * @param name what was measured, with its size
   * @param value the figure
   * @param unit of both values
   * @param peer what it is compared with
   * @param peerValue the peer's figure, above zero
   */
  public void compared(String name, double value, String unit, String peer, double peerValue) {
    line(name, value, unit, peer + " " + number(peerValue), number(value / peerValue));
  }

  /**
   * Prints a figure that stands beside a fixed bound.
   *
   * @param name what was measured, with its size
   * @param value the figure
   * @param unit of both values
   * @param bound the bound, above zero
   */
  public void bounded(String name, double value, String unit, double bound) {
    line(name, value, unit, "bound " + number(bound), number(value / bound));
  }

  private void line(String name, double value, String unit, String peer, String ratio) {
    out.println(String.join("\t", name, number(value), unit, peer, ratio));
    out.flush();
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, Math.abs(value) < 100 ? "%.3f" : "%.0f", value);
  }
}
