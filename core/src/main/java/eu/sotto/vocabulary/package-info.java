/** Small value types that every room shares: identifiers, parties, roles, answers, actors. */
package eu.sotto.vocabulary;
