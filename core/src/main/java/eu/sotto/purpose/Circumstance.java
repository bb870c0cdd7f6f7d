package eu.sotto.purpose;

/** How far a call has come when two registers are compared. Immutable. */
public enum Circumstance {
  /** No notice has been played, and nothing was asked. */
  NOTHING_HEARD,
  /** Every notice of the line was played to its end; nothing was asked. */
  INFORMED,
  /** As informed; then consent to the purpose was asked for in the line's notice and given. */
  CONSENTED,
  /** As consented; the person has objected to the purpose. */
  OBJECTED,
  /** As consented; then the person's data was restricted. */
  RESTRICTED
}
