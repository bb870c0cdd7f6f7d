package eu.sotto.records;

import java.util.List;

/**
 * What a list of numbers held. It names lines, never numbers. Immutable and thread-safe.
 *
 * @param numbers how many numbers were read
 * @param listed how many of them were added to the list, or stand on it so that they must not be
 *     called
 * @param invalid how many lines were no telephone number
 * @param invalidLines the first of those lines, counted from 1, at most {@value #LINES}
 */
public record NumberTally(long numbers, long listed, long invalid, List<Long> invalidLines) {
  /** How many invalid lines are named at most. */
  public static final int LINES = 1_000;

  /** Copies the lines. */
  public NumberTally {
    invalidLines = List.copyOf(invalidLines);
  }
}
