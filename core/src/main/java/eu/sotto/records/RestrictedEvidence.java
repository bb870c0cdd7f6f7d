package eu.sotto.records;

import eu.sotto.crypto.KeyId;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * The evidence that outlives an erasure: its keys, without any name, and the last day of each.
 * Thread-safe. Source: OWiG § 31(2) no. 1; GDPR Art. 17(3)(e).
 */
public final class RestrictedEvidence {
  private final Parts parts;

  RestrictedEvidence(Parts parts) {
    this.parts = parts;
  }

  /**
   * Notes until when evidence is kept; durable when it returns. Noting it again changes nothing.
   *
   * @param keys the evidence keys
   * @param lastDay the last day on which they may exist
   */
  public void keep(Collection<KeyId> keys, LocalDate lastDay) {
    parts
        .index()
        .write(
            connection -> {
              int added = 0;
              for (KeyId key : keys) {
                added +=
                    Sql.update(
                        connection,
                        "INSERT INTO evidence (key, last_day) VALUES (?, ?)"
                            + " ON CONFLICT DO NOTHING",
                        key.toBytes(),
                        lastDay.toEpochDay());
              }
              return added;
            });
  }

  /**
   * The keys whose last day is over.
   *
   * @param today the day in the register's zone
   * @return the keys
   */
  public List<KeyId> over(LocalDate today) {
    return parts
        .index()
        .read(
            connection ->
                Sql.list(
                    connection,
                    row -> KeyId.of(row.getBytes(1)),
                    "SELECT key FROM evidence WHERE last_day < ?",
                    today.toEpochDay()));
  }

  /**
   * Some of all keys, in one order: page by page each is met once.
   *
   * @param last the last one of the page before, empty for the first page
   * @param limit how many at most
   * @return the keys; none when there are no more
   */
  public List<KeyId> after(Optional<KeyId> last, int limit) {
    byte[] from = last.map(KeyId::toBytes).orElseGet(() -> new byte[0]);
    return parts
        .index()
        .read(
            connection ->
                Sql.list(
                    connection,
                    row -> KeyId.of(row.getBytes(1)),
                    "SELECT key FROM evidence WHERE key > ? ORDER BY key LIMIT ?",
                    from,
                    limit));
  }

  /**
   * Forgets keys that were destroyed.
   *
   * @param keys the destroyed keys
   */
  public void remove(Collection<KeyId> keys) {
    parts
        .index()
        .write(
            connection -> {
              int removed = 0;
              for (KeyId key : keys) {
                removed +=
                    Sql.update(connection, "DELETE FROM evidence WHERE key = ?", key.toBytes());
              }
              return removed;
            });
    parts.index().truncateLog();
  }
}
