package eu.sotto.store;

/**
 * Where a log ends, and how often something was erased from it.
 *
 * @param size the number of leaves
 * @param erasures changes whenever a node has erased something
 */
public record Edge(long size, long erasures) {}
