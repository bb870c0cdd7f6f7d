package eu.sotto.store;

import eu.sotto.crypto.Bytes;
import eu.sotto.crypto.DestroyableSlot;
import java.time.Duration;
import java.util.Optional;
import javax.sql.DataSource;

/**
 * The root of the key tree in the database itself, for nodes that share no better slot. What was
 * replaced stays in dead rows, in the server's log and in its backups until those are gone: as long
 * as the operator keeps them, somebody who holds them and the root key can undo a destruction, and
 * receipts say so. Thread-safe.
 */
public final class PostgresSlot implements DestroyableSlot {
  private final PostgresTransactions transactions;
  private final Duration residue;

  /**
   * A slot of a database with the schema; nothing is read yet.
   *
   * @param source a pool whose connections log in as {@code sotto_app}; it stays the host's
   * @param residue how long the server's log and backups are kept; above zero
   * @throws IllegalArgumentException if it is not above zero
   */
  public PostgresSlot(DataSource source, Duration residue) {
    if (residue.isNegative() || residue.isZero()) {
      throw new IllegalArgumentException("logs and backups are kept for some time");
    }
    this.transactions = new PostgresTransactions(source);
    this.residue = residue;
  }

  @Override
  public String name() {
    return "slot in the database";
  }

  @Override
  public Optional<Content> read() {
    return SqlKeyStore.answer(
        () ->
            transactions.read(
                connection ->
                    Rows.of(connection, "SELECT version, content FROM slot WHERE id = 1")
                        .first(row -> new Content(row.getLong(1), Rows.bytes(row, 2)))));
  }

  @Override
  public boolean replace(long expectedVersion, Bytes content) {
    if (content.length() > MAX_LENGTH) {
      throw new IllegalArgumentException("content is longer than " + MAX_LENGTH + " bytes");
    }
    String statement =
        expectedVersion == 0
            ? "INSERT INTO slot(id, version, content) VALUES (1, ? + 1, ?) ON CONFLICT DO NOTHING"
            : "UPDATE slot SET version = ? + 1, content = ? WHERE id = 1 AND version = "
                + expectedVersion;
    return SqlKeyStore.answer(
        () ->
            transactions.<Integer>write(
                    connection -> Rows.update(connection, statement, expectedVersion, content))
                == 1);
  }

  @Override
  public Duration residue() {
    return residue;
  }

  /** The pool stays the host's. */
  @Override
  public void close() {
    transactions.close();
  }
}
