/**
 * One runnable jar that prints a library's figures, each beside a peer measured in the same run.
 */
@org.jspecify.annotations.NullMarked
package eu.sotto.benchmarks;
