package eu.sotto.crypto;

import java.util.Collection;
import java.util.List;

/**
 * Named rows with versions, changed by compare-and-set: where wrapped keys and tombstones lie.
 *
 * <p>Nothing in it is secret without the slot and the root key. Names are ASCII of at most {@value
 * #MAX_NAME} characters; values are opaque, mostly below 200 bytes, at most {@value #MAX_VALUE}.
 * Implementations are safe for use by many threads and by many vaults at once, and report faults as
 * {@link CryptoException.Unavailable}.
 */
public interface KeyStore {
  /** The greatest length of a name. */
  int MAX_NAME = 64;

  /** The greatest length of a value in bytes. */
  int MAX_VALUE = 1 << 20;

  /**
   * Names the store in reports.
   *
   * @return a short name without personal data
   */
  String name();

  /**
   * Reads rows as of one moment.
   *
   * @param names the names wanted
   * @return those that exist, in any order
   */
  List<Row> read(Collection<String> names);

  /**
   * Lists rows by name.
   *
   * @param prefix what the names begin with
   * @param after only names greater than this one, by code unit; "" for the first page
   * @param limit the greatest number of rows
   * @return the rows in ascending order of name
   */
  List<Row> scan(String prefix, String after, int limit);

  /**
   * Applies all changes in one transaction, or none of them.
   *
   * @param changes each on a name of its own
   * @return true once all are durable; false if a version was another one, and nothing changed
   * @throws CryptoException.Unavailable if the outcome is a failure or not known
   */
  boolean apply(List<? extends Change> changes);

  /**
   * A row.
   *
   * @param name its name
   * @param version at least 1
   * @param value its value
   */
  record Row(String name, long version, Bytes value) {}

  /** One step of a transaction. */
  sealed interface Change {
    /**
     * The row that it is about.
     *
     * @return the name
     */
    String name();

    /**
     * The version that the row must have.
     *
     * @return 0 if it must be absent
     */
    long expected();
  }

  /**
   * Writes a row; its version is then one more than the expected one.
   *
   * @param name the row
   * @param expected the version it must have, 0 if it must be absent
   * @param value the new value
   */
  record Put(String name, long expected, Bytes value) implements Change {}

  /**
   * Removes a row.
   *
   * @param name the row
   * @param expected the version it must have, at least 1
   */
  record Remove(String name, long expected) implements Change {}

  /**
   * Changes nothing, but fails the transaction if the row has another version.
   *
   * @param name the row
   * @param expected the version it must have, 0 if it must be absent
   */
  record Check(String name, long expected) implements Change {}
}
