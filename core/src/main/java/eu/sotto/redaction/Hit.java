package eu.sotto.redaction;

import java.util.Set;

/** A finding in a turn's text with its normalised value. */
record Hit(int start, int end, PiiType type, Set<String> evidence, double score, String value)
    implements Comparable<Hit> {
  boolean touches(Hit other) {
    return start < other.end && other.start < end;
  }

  Hit moved(int by) {
    return new Hit(start + by, end + by, type, evidence, score, value);
  }

  Finding in(int turn) {
    return new Finding(turn, start, end, type, evidence, score);
  }

  @Override
  public int compareTo(Hit other) {
    return start != other.start ? Integer.compare(start, other.start) : other.end - end;
  }
}
