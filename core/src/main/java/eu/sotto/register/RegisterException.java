package eu.sotto.register;

import java.util.List;
import java.util.stream.Collectors;

/** A register was refused; nothing of it is in force. The message lists every problem found. */
public final class RegisterException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient List<Problem> problems;

  /**
   * A refusal.
   *
   * @param source what was read, for example {@code register.json}
   * @param problems what is wrong, at least one
   */
  public RegisterException(String source, List<Problem> problems) {
    super(
        problems.stream()
            .map(p -> source + (p.position() == null ? " " : ":") + p)
            .collect(Collectors.joining("\n")));
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
