package eu.sotto.rights;

/**
 * Somebody who is told of what became of a person's data. Immutable.
 *
 * @param name by the register
 * @param confirmed whether the host has delivered the notice
 */
public record ToldRecipient(String name, boolean confirmed) {}
