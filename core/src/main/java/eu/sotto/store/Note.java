package eu.sotto.store;

/**
 * A kept checkpoint.
 *
 * @param size the log's size
 * @param text the signed note
 */
public record Note(long size, String text) {}
