/** Figures of deciding, sweeping and explaining, beside the same rules written by hand. */
@org.jspecify.annotations.NullMarked
package eu.sotto.benchmarks.retention;
