package eu.sotto.rights;

/** What a request does with a record. */
public enum Outcome {
  /** The person gets a copy. */
  DISCLOSE,
  /** It is put right. */
  RECTIFY,
  /** It is erased. */
  ERASE,
  /** It may be stored only. */
  RESTRICT,
  /** It is not handed over or not erased, on a ground that is told. */
  WITHHOLD,
  /** Another controller decides on it; the request was passed on. */
  PASS_ON
}
