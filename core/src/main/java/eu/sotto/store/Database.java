package eu.sotto.store;

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
}
