package eu.sotto.permit.granted;

/** Why a permit ended. */
public enum Ending {
  /** The call ended: what was recorded until then stays. */
  CALL_ENDED,
  /** Its time was over: what was recorded until then stays. */
  EXPIRED,
  /** A withdrawal, an erasure: what it carried goes. */
  RIGHT_EXERCISED,
  /** The person objected: what was recorded until then stays until that is decided. */
  OBJECTED,
  /** The person's data may only be stored: what was recorded until then stays. */
  RESTRICTED,
  /** Its decision was never returned as a yes. */
  NOT_DELIVERED,
  /** The library was closed. */
  CLOSED;

  /**
   * Whether what was recorded before the end may be kept.
   *
   * @return true where the end says nothing against the past
   */
  public boolean keepsThePast() {
    return this == CALL_ENDED || this == EXPIRED || this == OBJECTED || this == RESTRICTED;
  }
}
