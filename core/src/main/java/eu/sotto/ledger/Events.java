package eu.sotto.ledger;

import java.util.Iterator;
import java.util.List;

/**
 * What was found under a term. Immutable and thread-safe.
 *
 * @param entries the events that open, in log order
 * @param destroyed how many more there are whose key was destroyed
 */
public record Events(List<Recorded> entries, long destroyed) implements Iterable<Recorded> {
  /** Copies the list. */
  public Events {
    entries = List.copyOf(entries);
  }

  @Override
  public Iterator<Recorded> iterator() {
    return entries.iterator();
  }
}
