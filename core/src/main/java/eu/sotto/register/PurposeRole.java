package eu.sotto.register;

/** Who answers for a purpose. Immutable and thread-safe. Source: GDPR Art. 4(7), 26, 28. */
public enum PurposeRole {
  /** The register's controller alone. */
  CONTROLLER,
  /** The register's controller together with another, under an arrangement. */
  JOINT_CONTROLLER,
  /** Another controller, for whom the register's owner processes. */
  PROCESSOR
}
