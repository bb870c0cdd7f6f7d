/**
 * One running call: its folded state, its live permits, its way through decision, ledger and
 * effect. Not exported; the face in {@code eu.sotto} is what hosts see.
 */
package eu.sotto.session;
