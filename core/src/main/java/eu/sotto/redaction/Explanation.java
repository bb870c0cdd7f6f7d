package eu.sotto.redaction;

import java.util.Objects;

/**
 * Why something was taken for personal data. The reading is personal data and for the eyes of whom
 * the call may be shown to; everything else can be logged. Immutable and thread-safe.
 *
 * @param finding the place, type, evidence and score
 * @param detector which detector found it
 * @param reading what the words were read as, empty if they were not read as a value
 * @param otherwise what would have changed it: without this it would not have been found, or as
 *     something else
 */
public record Explanation(Finding finding, String detector, String reading, String otherwise) {
  /** Checks that all is there. */
  public Explanation {
    Objects.requireNonNull(finding, "finding");
    Objects.requireNonNull(detector, "detector");
    Objects.requireNonNull(reading, "reading");
    Objects.requireNonNull(otherwise, "otherwise");
  }

  /** All but the reading. */
  @Override
  public String toString() {
    return finding.type() + " by " + detector + ", changed by: " + otherwise;
  }
}
