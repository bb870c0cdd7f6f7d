package eu.sotto.retention;

/** Why a disposition is as it is. */
public enum Ground {
  /** The upper bound is not reached yet. */
  WITHIN_MAXIMUM,
  /** A duty to keep is in force. */
  DUTY,
  /** A recorded reason to keep is in force. */
  PERMITTED,
  /** A named claim keeps the record. */
  CLAIM,
  /** An event that starts the period is not known; the backstop limits the waiting. */
  WAITS_FOR_EVENT,
  /** A legal hold is in force. */
  LEGAL_HOLD,
  /** A restriction under GDPR Article 18 is in force. */
  RESTRICTION,
  /** A data subject's request is open. */
  OPEN_REQUEST,
  /** The upper bound is reached. */
  MAXIMUM_REACHED,
  /** The last duty or reason to keep has ended. */
  BASIS_ENDED,
  /** The event never came and the backstop is reached. */
  BACKSTOP_REACHED,
  /** Every purpose has ended. */
  PURPOSE_ENDED,
  /** A duty to keep outlasts an absolute maximum. */
  DUTY_OUTLASTS_ABSOLUTE_MAXIMUM,
  /** No rule that could end the record applies to it. */
  NO_RULE
}
