package eu.sotto.examples.scenarios;

/** Says that a promise was not shown, and what was found in its place. */
final class NotShown extends RuntimeException {
  private static final long serialVersionUID = 1L;

  NotShown(String found) {
    super(found);
  }
}
