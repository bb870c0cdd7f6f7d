package eu.sotto.retention;

/** Why nothing may be disposed of for now. Erasure requests and withdrawals are no grounds. */
public enum HoldGround {
  /** An order to preserve, for a dispute or an authority. */
  LEGAL_HOLD,
  /** A claim under GDPR Article 18: the record may only be stored. */
  RESTRICTION,
  /** An open request under GDPR Article 15. */
  ACCESS_REQUEST,
  /** An open request under GDPR Article 16. */
  RECTIFICATION_REQUEST,
  /** An open request under GDPR Article 20. */
  PORTABILITY_REQUEST,
  /** A request under GDPR Article 18 that is not yet decided. */
  RESTRICTION_REQUEST;

  /**
   * Says whether the record may only be stored while it holds.
   *
   * @return whether the ground restricts
   */
  public boolean restricts() {
    return this == RESTRICTION || this == RESTRICTION_REQUEST;
  }
}
