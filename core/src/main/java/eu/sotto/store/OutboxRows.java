package eu.sotto.store;

import eu.sotto.crypto.Bytes;
import java.sql.Connection;
import java.util.Collection;
import java.util.List;

/**
 * Sealed events that wait for their place in a log. Implementations are thread-safe and report
 * faults as {@link StoreException}.
 */
public interface OutboxRows {
  /**
   * Adds a row within a transaction of the host's: it is there once that commits, and only then.
   *
   * @param connection the host's, in its transaction
   * @param sealed the event
   */
  void add(Connection connection, Bytes sealed);

  /**
   * What waits.
   *
   * @param after only rows behind this one; 0 for the first
   * @param limit the greatest number
   * @return rows in the order in which they were added
   */
  List<Waiting> waiting(long after, int limit);

  /**
   * Forgets rows that have their place.
   *
   * @param ids the rows
   */
  void remove(Collection<Long> ids);

  /**
   * A row.
   *
   * @param id its number, above zero
   * @param sealed the event
   */
  record Waiting(long id, Bytes sealed) {}
}
