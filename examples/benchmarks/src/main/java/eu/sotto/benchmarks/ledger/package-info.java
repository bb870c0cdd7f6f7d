/** What the log costs: appends and forces, proofs, verification, opening. */
@org.jspecify.annotations.NullMarked
package eu.sotto.benchmarks.ledger;
