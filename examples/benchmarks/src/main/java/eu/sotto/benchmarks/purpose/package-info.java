/** What a decision about a purpose costs, beside a general policy engine. */
@org.jspecify.annotations.NullMarked
package eu.sotto.benchmarks.purpose;
