/**
 * The append-only Merkle log: events that are durable before they are acted on, that cannot be
 * changed or dropped unnoticed, that a stranger verifies offline, and whose content can be erased.
 *
 * <p>{@link eu.sotto.ledger.Ledger} is the way in. An unanchored log cannot show that its operator
 * rewrote all of it or cut its tail.
 */
package eu.sotto.ledger;
