package eu.sotto.session;

import eu.sotto.consent.ConsentEvent;
import eu.sotto.records.SubjectId;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * The latest withdrawals and findings on this node. What is being read from the ledger while a
 * consent ends finds that end here, so that none slips between reading and entering. Thread-safe.
 */
final class ConsentEndings {
  /**
   * The end of a consent in all calls of a person.
   *
   * @param id random
   * @param subject whose
   * @param event a withdrawal or a finding
   */
  record Entry(String id, SubjectId subject, ConsentEvent.OfPurpose event) {}

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
