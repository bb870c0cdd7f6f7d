package eu.sotto;

import java.time.Duration;

/**
 * How an open store is doing. Immutable and thread-safe.
 *
 * @param fresh whether this node knows of the other nodes what it must to permit anything; always
 *     true where there are none
 * @param behind how old its knowledge of them is; zero where there are none
 * @param nodes how many nodes have the store open, this one included
 */
public record Health(boolean fresh, Duration behind, int nodes) {}
