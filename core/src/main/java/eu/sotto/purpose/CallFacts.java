package eu.sotto.purpose;

import eu.sotto.vocabulary.LineId;
import eu.sotto.vocabulary.Speaker;
import java.util.Objects;
import java.util.Set;

/**
 * What is known of a call apart from consent. Immutable and thread-safe.
 *
 * @param line the line over which it runs
 * @param ai whether AI takes part; a line declared as AI counts whatever is said here
 * @param ended whether it has ended
 * @param cleared speakers who need not be told and asked in the call, such as AI systems; of staff
 *     the register's standings say so
 */
public record CallFacts(LineId line, boolean ai, boolean ended, Set<Speaker> cleared) {
  /** Copies the speakers. */
  public CallFacts {
    Objects.requireNonNull(line, "line");
    cleared = Set.copyOf(cleared);
  }

  /**
   * A running call with no speaker cleared.
   *
   * @param line the line
   * @param ai whether AI takes part
   * @return the facts
   */
  public static CallFacts running(LineId line, boolean ai) {
    return new CallFacts(line, ai, false, Set.of());
  }
}
