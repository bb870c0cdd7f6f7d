/** Five ways of processing calls: their registers, their promises, and what shows each. */
@org.jspecify.annotations.NullMarked
package eu.sotto.examples.scenarios;
