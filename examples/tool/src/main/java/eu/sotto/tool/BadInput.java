package eu.sotto.tool;

/** Input that cannot be used; the message says what is wrong with it and is shown as it is. */
final class BadInput extends Exception {
  private static final long serialVersionUID = 1L;

  BadInput(String message) {
    super(message);
  }
}
