package eu.sotto.vocabulary;

/**
 * How somebody stands to the contract on which a purpose rests: nobody else's contract carries the
 * processing of a person's data. Immutable and thread-safe. Source: GDPR Art. 6(1)(b).
 */
public enum ContractTie {
  /** Party to the contract. */
  PARTY,
  /** Asked, before there is a contract, for steps that lead to one. */
  ASKED_BEFORE,
  /**
   * Neither: speaks for somebody else, is only spoken of, or was called without being the party.
   */
  NONE
}
