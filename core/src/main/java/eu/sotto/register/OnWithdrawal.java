package eu.sotto.register;

/**
 * What becomes of kept data when the consent that carried it is withdrawn. Immutable and
 * thread-safe. Source: GDPR Art. 17(1)(b).
 */
public enum OnWithdrawal {
  /** Its keys are destroyed at once. */
  SHRED,
  /** It stays until it is due anyway; that needs a {@link KeepGround}. */
  KEEP_UNTIL_DUE
}
