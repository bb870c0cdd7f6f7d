package eu.sotto.oversight;

/**
 * How a round of telling callers went. Immutable and thread-safe.
 *
 * @param told how many were told and recorded as told
 * @param left how many are still to be told
 */
public record TellingReport(int told, int left) {}
