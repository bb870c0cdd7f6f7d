package eu.sotto.store;

import eu.sotto.crypto.Bytes;
import eu.sotto.store.StoreException.Fault;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * This node's place among those that append to a shared log: a lease, told by the database's clock
 * and renewed by a daemon thread, {@code sotto-lease}. A node without it appends no more.
 * Thread-safe.
 */
final class Membership implements AutoCloseable {
  private static final System.Logger LOG = System.getLogger(Membership.class.getName());
  private static final int ID_LENGTH = 16;
  private static final int RENEWALS = 3;
  private static final String UNTIL = "clock_timestamp() + ? * interval '1 millisecond'";

  private final PostgresTransactions transactions;
  private final Bytes id;
  private final long epoch;
  private final long millis;
  private final ScheduledExecutorService timer;

  private Membership(PostgresTransactions transactions, Bytes id, long epoch, long millis) {
    this.transactions = transactions;
    this.id = id;
    this.epoch = epoch;
    this.millis = millis;
    this.timer =
        Executors.newSingleThreadScheduledExecutor(
            task -> {
              Thread thread = new Thread(task, "sotto-lease");
              thread.setDaemon(true);
              return thread;
            });
  }

  /** Registers a node of a new random id. */
  static Membership register(PostgresTransactions transactions, Duration lease) {
    byte[] random = new byte[ID_LENGTH];
    new SecureRandom().nextBytes(random);
    Bytes id = Bytes.of(random);
    long millis = lease.toMillis();
    long epoch =
        transactions.<Long>write(
            connection ->
                Rows.number(
                    connection,
                    "INSERT INTO member(id, until) VALUES (?, " + UNTIL + ") RETURNING epoch",
                    id,
                    millis));
    Membership membership = new Membership(transactions, id, epoch, millis);
    long period = Math.max(1, millis / RENEWALS);
    var unused =
        membership.timer.scheduleWithFixedDelay(
            membership::renew, period, period, TimeUnit.MILLISECONDS);
    return membership;
  }

  Bytes id() {
    return id;
  }

  private void renew() {
    try {
      int renewed =
          transactions.<Integer>write(
              connection ->
                  Rows.update(
                      connection,
                      "UPDATE member SET until = "
                          + UNTIL
                          + " WHERE id = ? AND epoch = ? AND until > clock_timestamp()",
                      millis,
                      id,
                      epoch));
      if (renewed == 0) {
        LOG.log(System.Logger.Level.WARNING, "This node is not one of the log's any more");
        timer.shutdown();
      }
    } catch (StoreException e) {
      LOG.log(System.Logger.Level.WARNING, "A lease was not renewed: {0}", e.fault());
    }
  }

  /** Tells the others up to which place of the log this node has heard everything. */
  void heard(long end) {
    transactions.<Integer>write(
        connection ->
            Rows.update(
                connection,
                "UPDATE member SET heard = ? WHERE id = ? AND epoch = ?",
                end,
                id,
                epoch));
  }

  /** Under the log's lock: an expelled node's appends cannot commit behind its expulsion. */
  void require(Connection connection) throws SQLException {
    long held =
        Rows.number(
            connection,
            "SELECT count(*) FROM member WHERE id = ? AND epoch = ? AND until > clock_timestamp()",
            id,
            epoch);
    if (held == 0) {
      throw new StoreException(Fault.FENCED, PostgresFaults.NAME, null);
    }
  }

  @Override
  public void close() {
    timer.shutdownNow();
    try {
      transactions.<Integer>write(
          connection ->
              Rows.update(connection, "DELETE FROM member WHERE id = ? AND epoch = ?", id, epoch));
    } catch (StoreException e) {
      // Then the lease runs out by itself.
    }
  }
}
