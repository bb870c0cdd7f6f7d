package eu.sotto.records;

/** Is told right before each step that would be durable; it may throw in the step's place. */
@FunctionalInterface
interface Steps {
  Steps NONE = step -> {};

  void before(String step);

  /** Thrown in place of a step. */
  final class Injected extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Injected() {
      super("injected");
    }
  }
}
