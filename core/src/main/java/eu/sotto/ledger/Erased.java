package eu.sotto.ledger;

/**
 * What an erasure deleted. Immutable and thread-safe.
 *
 * @param payloads the number of payloads
 * @param tokens the number of index tokens
 * @param scrubbed whether nothing of them is left in any file of the store
 */
public record Erased(long payloads, long tokens, boolean scrubbed) {}
