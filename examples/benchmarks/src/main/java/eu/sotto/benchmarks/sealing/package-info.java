/** Figures of sealing, opening, reading ranges, rewrapping and destroying. */
@org.jspecify.annotations.NullMarked
package eu.sotto.benchmarks.sealing;
