package eu.sotto.oversight;

/** What part a person had in an outcome. Immutable and thread-safe. */
public enum Involvement {
  /** No person saw it before it was stated. */
  NONE,
  /** A person watched and could have stopped it. */
  SUPERVISED,
  /** A person came to it, advised by a machine or not. */
  BY_PERSON
}
