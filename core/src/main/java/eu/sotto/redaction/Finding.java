package eu.sotto.redaction;

import java.util.Objects;
import java.util.Set;

/**
 * Personal data found at one place of one turn. The value itself is not part of it. Immutable and
 * thread-safe.
 *
 * @param turn index of the turn in the transcript, from 0
 * @param start start in the turn's text, in UTF-16 units, inclusive
 * @param end end in the turn's text, exclusive, after the start
 * @param type what kind it is
 * @param evidence codes of what spoke for it, at least one
 * @param score how sure the redactor is, from 0 (not at all) to 1
 */
public record Finding(
    int turn, int start, int end, PiiType type, Set<String> evidence, double score)
    implements Comparable<Finding> {
  /**
   * Checks the place and copies the codes.
   *
   * @throws IllegalArgumentException if the place is empty, the score out of range or no code given
   */
  public Finding {
    Objects.requireNonNull(type, "type");
    evidence = Set.copyOf(evidence);
    if (turn < 0 || start < 0 || end <= start) {
      throw new IllegalArgumentException("a finding covers at least one character");
    }
    if (!(score >= 0 && score <= 1)) {
      throw new IllegalArgumentException("score must be from 0 to 1");
    }
    if (evidence.isEmpty()) {
      throw new IllegalArgumentException("a finding names its evidence");
    }
  }

  /**
   * How many UTF-16 units of the turn it covers.
   *
   * @return the length, at least 1
   */
  public int length() {
    return end - start;
  }

  /** By turn, then start, then end, then type. */
  @Override
  public int compareTo(Finding other) {
    int byTurn = Integer.compare(turn, other.turn);
    int byStart = byTurn != 0 ? byTurn : Integer.compare(start, other.start);
    int byEnd = byStart != 0 ? byStart : Integer.compare(end, other.end);
    return byEnd != 0 ? byEnd : type.compareTo(other.type);
  }
}
