package eu.sotto.register;

/**
 * What somebody may be entrusted with who acts for the controller. Immutable and thread-safe.
 * Source: GDPR Art. 29, 32(4).
 */
public enum Task {
  /** Opening recorded sound; only for a purpose of the role. */
  OPEN_RECORDING,
  /** Opening transcripts and summaries; only for a purpose of the role. */
  OPEN_TEXT,
  /**
   * Handing something over to a recipient, or taking out a proof; only for a purpose of the role.
   */
  DISCLOSE,
  /** Deciding what a machine must not decide alone; only for a purpose of the role. */
  REVIEW,
  /** Answering requests of data subjects, whatever the purpose. */
  ANSWER_REQUESTS,
  /** Erasing on a request, whatever the purpose. */
  ERASE,
  /** Stating that two subjects are one person. */
  LINK_SUBJECTS,
  /** Ordering that data is preserved for a dispute or an authority, and ending that. */
  HOLD;

  /**
   * Whether a role needs the purpose too.
   *
   * @return true for what is done with content of one purpose
   */
  public boolean boundToPurpose() {
    return this == OPEN_RECORDING || this == OPEN_TEXT || this == DISCLOSE || this == REVIEW;
  }

  /**
   * Whether content is seen by it.
   *
   * @return true for sound and text
   */
  public boolean opensContent() {
    return this == OPEN_RECORDING || this == OPEN_TEXT;
  }
}
