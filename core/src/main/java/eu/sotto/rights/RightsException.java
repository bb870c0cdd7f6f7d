package eu.sotto.rights;

import eu.sotto.vocabulary.PrivacyException;

/** A right could not be carried out for a reason outside the store: a folder, a file. */
public final class RightsException extends PrivacyException {
  private static final long serialVersionUID = 1L;

  /**
   * A fault.
   *
   * @param message what is wrong, without personal data
   * @param cause what led to it
   */
  public RightsException(String message, Throwable cause) {
    super(message, cause);
  }
}
