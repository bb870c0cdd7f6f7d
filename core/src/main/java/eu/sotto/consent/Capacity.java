package eu.sotto.consent;

/**
 * Whether the caller can consent to an online service alone. The host finds it out and states it;
 * nothing is guessed from a voice. Immutable and thread-safe. Source: GDPR Art. 8.
 */
public enum Capacity {
  /** Of the age at which somebody consents to such services alone, or older. */
  OF_AGE,
  /** A child, for whom no guardian has consented. */
  CHILD,
  /** A child whose guardian consents, or has authorised the consent. */
  GUARDIAN_AGREES;

  /**
   * Whether nobody else has to agree.
   *
   * @return true if the consent counts
   */
  public boolean suffices() {
    return this != CHILD;
  }
}
