package eu.sotto.retention.sweep;

import eu.sotto.retention.Hold;
import eu.sotto.retention.RecordFacts;
import java.util.List;
import java.util.Objects;

/**
 * A record as a sweep sees it.
 *
 * @param id the host's id; never printed by this module
 * @param facts what is known of the record
 * @param holds the holds that name it
 * @param <K> the type of the host's ids
 */
public record Candidate<K>(K id, RecordFacts facts, List<Hold> holds) {
  /** Copies the holds. */
  public Candidate {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(facts, "facts");
    holds = List.copyOf(holds);
  }

  /**
   * The class and the number of holds; never the id.
   *
   * @return a text without personal data
   */
  @Override
  public String toString() {
    return "Candidate[" + facts + ", " + holds.size() + " holds]";
  }
}
