/** A host in small: drives recorded sample calls from announcement to erasure. */
@org.jspecify.annotations.NullMarked
package eu.sotto.examples.quickstart;
