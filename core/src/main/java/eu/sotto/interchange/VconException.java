package eu.sotto.interchange;

import eu.sotto.register.Problem;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A vCon was refused; nothing of it was taken. The message lists every problem found and repeats
 * nothing of the document.
 */
public final class VconException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient List<Problem> problems;

  VconException(List<Problem> problems) {
    super(problems.stream().map(Problem::toString).collect(Collectors.joining("\n")));
    this.problems = List.copyOf(problems);
  }

  /**
   * What is wrong.
   *
   * @return the problems in the order of the document; empty after deserialization
   */
  public List<Problem> problems() {
    return problems == null ? List.of() : problems;
  }
}
