package eu.sotto.vocabulary;

/**
 * A fault outside the caller's control: a store that errs, a file that is damaged, a key that does
 * not open. Its messages never carry personal data or key bytes. A lawful "no" is a value, never
 * this exception; a caller's own mistake is an {@link IllegalArgumentException} or {@link
 * IllegalStateException}.
 */
public class PrivacyException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /**
   * A fault.
   *
   * @param message what is wrong, without personal data
   */
  public PrivacyException(String message) {
    super(message);
  }

  /**
   * A fault with its cause.
   *
   * @param message what is wrong, without personal data
   * @param cause what led to it; its messages must not carry personal data either
   */
  public PrivacyException(String message, Throwable cause) {
    super(message, cause);
  }
}
