package eu.sotto.vocabulary;

/** As what somebody is called. Immutable and thread-safe. Source: UWG § 7(2) no. 1; BGB § 13. */
public enum Callee {
  /** A consumer; whoever is in doubt is one. */
  CONSUMER,
  /** A company or another participant of the market, in that role. */
  COMPANY
}
