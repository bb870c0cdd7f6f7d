package eu.sotto.incident;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A breach, or what may be one, as it is documented. Immutable and thread-safe. Source: GDPR Art.
 * 33(5).
 *
 * @param id its random id
 * @param report how it became known
 * @param findings what was found, each time anew, in order
 * @param assessments what persons said of it, one per finding
 * @param told who was told
 * @param waivers where somebody need not be told
 * @param clocks until when who has to be told
 * @param closed the last word, once there is one: what was learnt and changed
 */
public record Incident(
    String id,
    Documented<Report> report,
    List<Documented<Finding>> findings,
    List<Documented<Assessed>> assessments,
    List<Documented<Notification>> told,
    List<Documented<Waiver>> waivers,
    List<Clock> clocks,
    Optional<Documented<String>> closed) {
  /**
   * The texts of an assessment.
   *
   * @param effects the likely consequences
   * @param measures what was done or is proposed
   */
  public record Assessed(String effects, String measures) {}

  /** Copies the lists. */
  public Incident {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(report, "report");
    findings = List.copyOf(findings);
    assessments = List.copyOf(assessments);
    told = List.copyOf(told);
    waivers = List.copyOf(waivers);
    clocks = List.copyOf(clocks);
    Objects.requireNonNull(closed, "closed");
  }

  /**
   * What was found last.
   *
   * @return the finding, or empty if nothing was assessed yet
   */
  public Optional<Finding> finding() {
    return findings.isEmpty()
        ? Optional.empty()
        : Optional.of(findings.get(findings.size() - 1).what());
  }

  /**
   * Whether somebody still has to be told.
   *
   * @return true while a clock runs
   */
  public boolean isRunning() {
    return clocks.stream().anyMatch(clock -> clock.state() == Clock.State.RUNNING);
  }

  /** The id only. */
  @Override
  public String toString() {
    return "Incident[" + id + "]";
  }
}
