package eu.sotto.vocabulary;

/**
 * How surely the host knows who acts, the weaker first. Immutable and thread-safe. Source: GDPR
 * Art. 32(1)(b), 32(4).
 */
public enum Authentication {
  /** By one factor, such as a password. */
  ONE_FACTOR,
  /** By two factors of different kinds, such as a password and a security key. */
  TWO_FACTORS;

  /**
   * Whether this is at least as strong as what is demanded.
   *
   * @param demanded what is demanded
   * @return true if it suffices
   */
  public boolean suffices(Authentication demanded) {
    return compareTo(demanded) >= 0;
  }
}
