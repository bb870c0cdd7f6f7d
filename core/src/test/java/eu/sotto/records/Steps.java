package eu.sotto.records;

/** Is told right before each step that would be durable; it may throw in the step's place. */
@FunctionalInterface
public interface Steps {
  /** Does nothing. */
  Steps NONE = step -> {};

  /** Right before the step. */
  void before(String step);

  /** Thrown in place of a step. */
  final class Injected extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Without a word. */
    public Injected() {
      super("injected");
    }
  }
}
