package eu.sotto.incident;

import java.time.Instant;
import java.util.Objects;
import java.util.Set;

/**
 * That personal data may have been breached, as somebody reported it; the clocks run from the
 * moment it says. Immutable and thread-safe. Source: GDPR Art. 4(12), 33(1), 33(3)(a).
 *
 * @param source who reported it
 * @param nature what may have happened to the data, at least one, unmodifiable
 * @param facts what happened, 1 to 2,000 characters; personal data in it is removed before it is
 *     recorded
 * @param awareAt when the host became aware: of a caller's or an employee's report, when it came in
 */
public record Report(Source source, Set<Nature> nature, String facts, Instant awareAt) {
  /** Who reports a breach. */
  public enum Source {
    /** A caller; it counts as any other report. */
    CALLER,
    /** Somebody who works for the host. */
    EMPLOYEE,
    /** A processor or sub-processor (Art. 33(2)). */
    PROCESSOR,
    /** A recipient of data, or the public. */
    OUTSIDE,
    /** A machine that watches. */
    SYSTEM,
    /** A supervisory or another authority. */
    AUTHORITY
  }

  /** What may have happened to data. */
  public enum Nature {
    /** Somebody learnt of it, or may have. */
    CONFIDENTIALITY,
    /** It was changed. */
    INTEGRITY,
    /** It was lost or out of reach. */
    AVAILABILITY
  }

  /**
   * Checks the parts.
   *
   * @throws IllegalArgumentException if there is no nature, or the facts are blank or too long
   */
  public Report {
    Objects.requireNonNull(source, "source");
    Objects.requireNonNull(awareAt, "awareAt");
    nature = Set.copyOf(nature);
    if (nature.isEmpty()) {
      throw new IllegalArgumentException("a report says what may have happened to the data");
    }
    Words.require(facts, "facts");
  }

  /** Never the facts. */
  @Override
  public String toString() {
    return "Report[" + source + ", " + awareAt + "]";
  }
}
