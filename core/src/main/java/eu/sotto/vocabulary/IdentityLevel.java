package eu.sotto.vocabulary;

/** How sure it is that somebody is who they say, the weakest first. Source: GDPR Art. 12(6). */
public enum IdentityLevel {
  /** The number or address that was presented, nothing else. */
  NUMBER,
  /** Something that only the person knows or holds, such as a call back or a question answered. */
  CONFIRMED,
  /** A document or an electronic identity. */
  PROVEN;

  /**
   * Whether this is enough where another level is demanded.
   *
   * @param demanded the level that is needed
   * @return true if this is at least that
   */
  public boolean suffices(IdentityLevel demanded) {
    return compareTo(demanded) >= 0;
  }
}
