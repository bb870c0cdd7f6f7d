package eu.sotto.register;

/**
 * Why somebody is contacted, as far as the law of unsolicited calls and the list of those who must
 * not be contacted tell reasons apart. Immutable and thread-safe. Source: UWG § 7(2); GDPR Art.
 * 21(2) and (3).
 */
public enum ContactKind {
  /** Advertising in the widest sense, with surveys and winning back. What is not declared is it. */
  ADVERTISING,
  /** What a contract cannot be carried out without, such as the change of an appointment. */
  CONTRACT,
  /** What the law demands: a notice of a breach (Art. 34), a warning about a product. */
  DUTY,
  /** An answer that the person asked for. */
  REQUESTED
}
