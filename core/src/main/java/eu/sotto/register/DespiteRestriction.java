package eu.sotto.register;

/** For what restricted data may be used without consent. Source: GDPR Art. 18(2). */
public enum DespiteRestriction {
  /** For legal claims. */
  CLAIMS,
  /** To protect the rights of another person. */
  RIGHTS_OF_ANOTHER,
  /** For reasons of important public interest. */
  PUBLIC_INTEREST
}
