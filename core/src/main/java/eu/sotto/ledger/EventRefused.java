package eu.sotto.ledger;

import eu.sotto.vocabulary.PrivacyException;

/** An event could not be sealed or opened: its key is destroyed or does not answer. */
public final class EventRefused extends PrivacyException {
  private static final long serialVersionUID = 1L;

  EventRefused(String message, Throwable cause) {
    super(message, cause);
  }
}
