package eu.sotto.records;

import eu.sotto.retention.Hold;
import java.util.List;

/**
 * Tells which holds, claims and open requests name a record; asked again for each record right
 * before it is disposed of. Erasure requests, withdrawals and objections are no holds. It must be
 * safe for use by many threads, and must not call back into the records.
 */
@FunctionalInterface
public interface Shield {
  /** Nothing is held. */
  Shield NONE = entry -> List.of();

  /**
   * The holds that name a record.
   *
   * @param entry the record
   * @return its holds, released ones included or not
   */
  List<Hold> holdsOn(RecordEntry entry);
}
