package eu.sotto.store;

import eu.sotto.crypto.Bytes;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.sql.DataSource;

/**
 * A log in PostgreSQL, to which many nodes append in one order. Thread-safe.
 *
 * <p>A node registers when it opens the store and holds a lease, told by the database's clock. Each
 * append takes the log's advisory lock, sees that the lease still holds, reads the end of the log
 * and adds behind it, in one transaction. The database's settings are looked at each time: a server
 * that would lose a commit is refused.
 *
 * <p>What is erased is in no live row any more; what stays in dead rows, in the server's log and in
 * its backups opens nothing, since its key is destroyed.
 */
public final class PostgresLedgerStore extends SqlLedgerStore implements Registration {
  /** How long a node counts as one of the log's after its last sign of life. */
  public static final Duration LEASE = Duration.ofSeconds(10);

  private static final String EDGE =
      "SELECT (SELECT coalesce(max(idx) + 1, 0) FROM leaf), (SELECT erasures FROM tally),"
          + " current_setting('fsync'), current_setting('full_page_writes'),"
          + " current_setting('synchronous_commit')";

  private final PostgresTransactions transactions;
  private final Membership membership;

  private PostgresLedgerStore(PostgresTransactions transactions, Membership membership) {
    super(transactions);
    this.transactions = transactions;
    this.membership = membership;
  }

  /**
   * A node of the log.
   *
   * @param id random
   * @param until when its lease ends, by the database's clock
   * @param heard the place in the log before which it said that it has acted on everything
   */
  public record Node(Bytes id, Instant until, long heard) {}

  /**
   * Registers this node and opens the log.
   *
   * @param source a pool whose connections log in as {@code sotto_app}; it stays the host's
   * @return the store
   * @throws StoreException {@link StoreException.Fault#FOREIGN} if the schema is not there, {@link
   *     StoreException.Fault#TOO_NEW}, {@link StoreException.Fault#UNSAFE_SETTINGS} if fsync,
   *     full_page_writes or synchronous_commit is off, {@link StoreException.Fault#UNAVAILABLE}
   */
  public static PostgresLedgerStore open(DataSource source) {
    return open(source, LEASE);
  }

  /**
   * Registers this node with a lease of its own length.
   *
   * @param source as for {@link #open(DataSource)}
   * @param lease above zero; renewed three times within it
   * @return the store
   * @throws StoreException as {@link #open(DataSource)} does
   */
  public static PostgresLedgerStore open(DataSource source, Duration lease) {
    PostgresTransactions transactions = new PostgresTransactions(source);
    transactions.read(
        connection -> {
          PostgresSchema.require(connection);
          return lease;
        });
    return new PostgresLedgerStore(transactions, Membership.register(transactions, lease));
  }

  @Override
  public String name() {
    return PostgresFaults.NAME;
  }

  /** The server recovers by itself. */
  @Override
  public boolean recovered() {
    return false;
  }

  @Override
  public Bytes node() {
    return membership.id();
  }

  @Override
  public Set<Bytes> live() {
    return nodes().stream().map(Node::id).collect(Collectors.toUnmodifiableSet());
  }

  /**
   * The nodes whose lease holds.
   *
   * @return all of them, this one included
   */
  public List<Node> nodes() {
    return transactions.read(
        connection ->
            Rows.of(
                    connection,
                    "SELECT id, until, heard FROM member WHERE until > clock_timestamp()"
                        + " ORDER BY epoch")
                .list(
                    row ->
                        new Node(
                            Rows.bytes(row, 1), row.getTimestamp(2).toInstant(), row.getLong(3))));
  }

  /**
   * Says that this node has acted on everything before a place in the log.
   *
   * @param end the place
   */
  public void heard(long end) {
    membership.heard(end);
  }

  /**
   * Ends another node's registration: on return nothing of it follows in the log, however late.
   *
   * @param node its id
   * @return whether it was registered
   */
  public boolean expel(Bytes node) {
    return transactions.<Boolean>write(
        connection -> {
          PostgresTransactions.lock(connection, PostgresTransactions.LEDGER);
          return Rows.update(connection, "DELETE FROM member WHERE id = ?", node) > 0;
        });
  }

  @Override
  public <T> T exclusively(Function<Edge, T> work) {
    return transactions.holding(connection -> work.apply(edge(connection)));
  }

  private Edge edge(Connection connection) throws SQLException {
    PostgresTransactions.lock(connection, PostgresTransactions.LEDGER);
    membership.require(connection);
    return Rows.of(connection, EDGE)
        .first(
            row -> {
              PostgresSchema.requireOn("fsync", row.getString(3));
              PostgresSchema.requireOn("full_page_writes", row.getString(4));
              PostgresSchema.requireOn("synchronous_commit", row.getString(5));
              return new Edge(row.getLong(1), row.getLong(2));
            })
        .orElseThrow();
  }

  @Override
  public void append(List<Addition> entries) {
    guarded(
        () ->
            transactions.write(
                connection -> {
                  PostgresWrites.run(connection, entries);
                  return entries;
                }));
  }

  @Override
  public void describe(Map<String, String> properties) {
    guarded(() -> super.describe(properties));
  }

  private void guarded(Runnable change) {
    if (transactions.isHeld()) {
      change.run();
    } else {
      exclusively(
          edge -> {
            change.run();
            return edge;
          });
    }
  }

  @Override
  public Erased erase(Erasure erasure) {
    LedgerErasure deletion = new LedgerErasure(erasure);
    Erased erased =
        transactions.write(
            connection -> {
              edge(connection);
              Sqlite.execute(connection, "SET LOCAL ROLE sotto_eraser");
              Sqlite.execute(connection, "UPDATE tally SET erasures = erasures + 1");
              return deletion.apply(connection);
            });
    return new Erased(erased.payloads(), erased.tokens(), true);
  }

  @Override
  public void prune(long hour) {
    transactions.write(
        connection -> {
          Sqlite.execute(connection, "SET LOCAL ROLE sotto_eraser");
          return LedgerErasure.prune(connection, hour);
        });
  }

  /** Ends this node's registration; the pool stays the host's. */
  @Override
  public void close() {
    membership.close();
    super.close();
  }
}
