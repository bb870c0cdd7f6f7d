package eu.sotto.vocabulary;

/**
 * How far a person does not want to be contacted. Immutable and thread-safe. Source: GDPR Art.
 * 21(2) and (3).
 */
public enum ContactScope {
  /** Not for advertising, surveys and winning back included. */
  ADVERTISING,
  /** Not at all, except where a law demands it or the person asked for an answer. */
  ANY
}
