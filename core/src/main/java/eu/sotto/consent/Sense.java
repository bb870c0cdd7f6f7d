package eu.sotto.consent;

/** What a stretch of words contributes to an answer. */
enum Sense {
  /** A declared phrase of agreement. */
  YES,
  /** A declared phrase of refusal, or a plain no. */
  NO,
  /** A negation that by itself says nothing about the question. */
  NEGATION,
  /** Something that makes any answer doubtful. */
  DOUBT,
  /** Politeness or emphasis that changes nothing. */
  COURTESY,
  /** A frame that only a phrase of agreement may fill, such as "I am". */
  FRAME,
  /** Anything else. */
  OTHER
}
