package eu.sotto.store;

import eu.sotto.crypto.Bytes;
import java.util.Collection;

/** A database in which one transaction is done at a time, whoever else has it open. Thread-safe. */
public interface Database extends Transactions {
  /**
   * Does work of several steps while nobody else writes. Where several nodes share the database all
   * of it is one transaction; in a file each step is one of its own, since nobody else is there.
   *
   * @param work reads and writes this database
   * @throws StoreException if it could not be done
   */
  void exclusively(Runnable work);

  /**
   * Clears what was deleted out of the files as far as they are this library's; those of a server
   * are its operator's.
   *
   * @return false if a reader of another process stood in the way; call again later
   * @throws StoreException if the disk fails
   */
  boolean truncateLog();

  /**
   * As {@link #truncateLog}, and rewrites the whole file if pieces of deleted content are left in
   * gaps of its pages. A server's files are its operator's.
   *
   * @param deleted what was deleted, each random from its first byte to its last
   * @return false if it is not gone yet; call again later
   * @throws StoreException if the disk fails
   */
  default boolean scrub(Collection<Bytes> deleted) {
    return truncateLog();
  }

  /**
   * Leaves nothing in the files but what is in the rows, as far as they are this library's.
   *
   * @throws StoreException if the disk fails
   */
  default void rewrite() {
    // A server's files are its operator's.
  }
}
