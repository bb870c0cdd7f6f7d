package eu.sotto.register;

/**
 * What a recipient is to the controller. Immutable and thread-safe. Source: GDPR Art. 4(8)-(10).
 */
public enum RecipientRole {
  /** A part of the controller's own organisation. */
  INTERNAL,
  /** Processes for the controller, under a contract. */
  PROCESSOR,
  /** Processes for a processor, under a contract. */
  SUB_PROCESSOR,
  /** Decides for itself. */
  CONTROLLER;

  /**
   * Whether it may only work under a data-processing contract.
   *
   * @return true for processors and sub-processors
   */
  public boolean needsContract() {
    return this == PROCESSOR || this == SUB_PROCESSOR;
  }
}
