package eu.sotto.session;

import eu.sotto.consent.ConsentEvent;
import eu.sotto.records.SubjectId;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * The latest withdrawals on this node. A call that is being read from the ledger while somebody
 * withdraws finds the withdrawal here, so that none slips between reading and entering.
 * Thread-safe.
 */
final class Withdrawals {
  /**
   * A withdrawal.
   *
   * @param id random
   * @param subject whose
   * @param event what was withdrawn
   */
  record Entry(String id, SubjectId subject, ConsentEvent.Withdrawn event) {}

  private record Kept(Entry entry, long since) {}

  // far longer than any read of one call's events can take
  private static final long REMEMBERED = Duration.ofMinutes(10).toNanos();

  private final Queue<Kept> latest = new ConcurrentLinkedQueue<>();

  void add(Entry entry) {
    long now = System.nanoTime();
    latest.removeIf(kept -> now - kept.since() > REMEMBERED);
    latest.add(new Kept(entry, now));
  }

  List<Entry> of(SubjectId subject) {
    var found = new ArrayDeque<Entry>();
    for (Kept kept : latest) {
      if (kept.entry().subject().equals(subject)) {
        found.add(kept.entry());
      }
    }
    return List.copyOf(found);
  }
}
