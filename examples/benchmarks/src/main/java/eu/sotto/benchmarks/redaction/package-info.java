/** Redaction: throughput, latency, hostile input, start and memory. */
@org.jspecify.annotations.NullMarked
package eu.sotto.benchmarks.redaction;
