/**
 * Ports to persistence and their SQLite adapters: durable, owner-only files of one process.
 *
 * <p>The driver is found by service binding and may be left out by hosts that bring adapters of
 * their own.
 */
package eu.sotto.store;
