package eu.sotto.records;

import eu.sotto.vocabulary.PrivacyException;

/** Somebody has looked up more people in a short time than anybody's work needs. */
public final class TooManyLookups extends PrivacyException {
  private static final long serialVersionUID = 1L;

  /** Nothing was looked up. */
  public TooManyLookups() {
    super("too many people were looked up in a short time; nothing was looked up");
  }
}
