package eu.sotto.ledger;

import eu.sotto.crypto.CryptoException;
import eu.sotto.store.OutboxRows;
import eu.sotto.store.OutboxRows.Waiting;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/**
 * Events handed in within a host's own transaction. An event is recorded if that commits, and not
 * otherwise; it gets its place when a node drains the outbox, once however many nodes do, and
 * grants nothing before. Thread-safe.
 */
public final class Outbox {
  private static final int PAGE = 100;

  private final Ledger ledger;
  private final OutboxRows rows;
  private final EventSealing sealing;

  private Outbox(Ledger ledger, OutboxRows rows) {
    this.ledger = ledger;
    this.rows = rows;
    this.sealing = ledger.sealing();
  }

  /**
   * An outbox.
   *
   * @param ledger where its events get their place
   * @param rows where they wait
   * @return the outbox
   */
  public static Outbox of(Ledger ledger, OutboxRows rows) {
    return new Outbox(ledger, rows);
  }

  /**
   * Leaves an event, sealed under its key.
   *
   * @param connection the host's, in its transaction; neither committed nor closed here
   * @param event the event
   * @throws EventRefused if its key is destroyed or does not answer
   * @throws eu.sotto.store.StoreException if it cannot be written
   * @throws IllegalArgumentException if its kind needs a subject's key and it has none
   */
  public void enqueue(Connection connection, Event event) {
    rows.add(connection, sealing.seal(event));
  }

  /**
   * Appends what waits, in the order in which it was left.
   *
   * @return how many events have got their place
   * @throws eu.sotto.vocabulary.PrivacyException if the log fails; what has no place yet waits on
   */
  public int drain() {
    int drained = 0;
    long after = 0;
    List<Waiting> page;
    do {
      page = rows.waiting(after, PAGE);
      drained += drain(page);
      after = page.isEmpty() ? after : page.get(page.size() - 1).id();
    } while (page.size() == PAGE);
    return drained;
  }

  private int drain(List<Waiting> page) {
    List<CompletableFuture<Appended>> appends = new ArrayList<>();
    for (Waiting row : page) {
      appends.add(submit(row));
    }
    int placed = 0;
    List<Long> settled = new ArrayList<>();
    try {
      for (int i = 0; i < page.size(); i++) {
        placed += placed(appends.get(i)) ? 1 : 0;
        settled.add(page.get(i).id());
      }
    } finally {
      rows.remove(settled);
    }
    return placed;
  }

  private CompletableFuture<Appended> submit(Waiting row) {
    try {
      return ledger.submit(sealing.open(row.sealed()));
    } catch (EventRefused e) {
      return CompletableFuture.failedFuture(e);
    }
  }

  /** False for an event that can never be recorded, since its key is destroyed. */
  private static boolean placed(CompletableFuture<Appended> append) {
    try {
      append.join();
      return true;
    } catch (CompletionException e) {
      if (e.getCause() instanceof EventRefused refused
          && !(refused.getCause() instanceof CryptoException.Unavailable)) {
        return false;
      }
      throw eu.sotto.ledger.Waiting.rethrown(e.getCause());
    }
  }
}
