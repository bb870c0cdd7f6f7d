package eu.sotto.records;

import eu.sotto.retention.Disposition;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;

/**
 * Decides which records go and lets them go in batches. A shield that is put up before a batch is
 * closed wins.
 */
final class Sweep {
  private static final int BATCH = 64;

  private final Parts parts;
  private final Rooms rooms;
  private final ReentrantLock deciding = new ReentrantLock();

  Sweep(Parts parts, Rooms rooms) {
    this.parts = parts;
    this.rooms = rooms;
  }

  SweepPlan plan(Instant asOf) {
    List<SweepPlan.Item> items = new ArrayList<>();
    List<RecordId> unreadable = new ArrayList<>();
    for (RecordRow row : candidates(asOf)) {
      try {
        rooms.reading().open(List.of(row)).forEach(record -> add(record, asOf, items));
      } catch (RecordException.Damaged e) {
        unreadable.add(row.id());
      }
    }
    return new SweepPlan(asOf, items, unreadable);
  }

  private void add(Reading.Opened record, Instant asOf, List<SweepPlan.Item> items) {
    Disposition disposition = rooms.reading().decide(record, asOf);
    if (disposition.isDue() || !asOf.isBefore(record.entry().due().from())) {
      items.add(new SweepPlan.Item(record.entry(), disposition));
    }
  }

  /** One day more than needed: where clocks are put back over midnight a date comes twice. */
  private List<RecordRow> candidates(Instant asOf) {
    return rooms.index().keptUntil(parts.terms().dayOf(asOf) + 1);
  }

  SweepReport execute(SweepPlan plan) {
    if (plan.asOf().isAfter(parts.clock().instant())) {
      throw new IllegalArgumentException("a plan for a time to come cannot be executed");
    }
    rooms.disposing().resume(rooms.keeping().written());
    rooms.settleAll();
    Tally tally = new Tally();
    List<RecordId> ids = plan.due().stream().map(RecordEntry::id).toList();
    Rule due = new Rule(record -> rooms.reading().decide(record, plan.asOf()).isDue(), false);
    dispose(ids, due, tally);
    rooms.disposing().discard(shredded(plan.asOf()));
    long day = parts.terms().dayOf(plan.asOf());
    rooms.buckets().closeBefore(day + 1);
    rooms.calls().forgetBefore(day + 1);
    return new SweepReport(plan.asOf(), tally.disposed, tally.withheld, tally.absent, scrub());
  }

  /** Contents of erased subjects open nothing any more; what a crash left of them goes too. */
  private List<RecordId> shredded(Instant asOf) {
    return candidates(asOf).stream()
        .filter(row -> !rooms.reading().isActive(row))
        .map(RecordRow::id)
        .toList();
  }

  Disposal dispose(Collection<RecordId> ids) {
    Tally tally = new Tally();
    Instant now = parts.clock().instant();
    Rule unheld = new Rule(record -> !rooms.reading().isHeld(record, now), true);
    dispose(List.copyOf(ids), unheld, tally);
    return new Disposal(tally.disposed, tally.withheld, scrub());
  }

  private void dispose(List<RecordId> ids, Rule goes, Tally tally) {
    for (int from = 0; from < ids.size(); from += BATCH) {
      List<RecordId> batch =
          close(ids.subList(from, Math.min(from + BATCH, ids.size())), goes, tally);
      rooms.disposing().finish(batch);
      tally.disposed.addAll(batch);
    }
  }

  private List<RecordId> close(List<RecordId> ids, Rule goes, Tally tally) {
    deciding.lock();
    try {
      List<RecordId> closing = new ArrayList<>();
      parts.index().exclusively(() -> close(ids, goes, tally, closing));
      return closing;
    } finally {
      deciding.unlock();
    }
  }

  private void close(List<RecordId> ids, Rule goes, Tally tally, List<RecordId> closing) {
    for (RecordId id : ids) {
      switch (verdict(id, goes)) {
        case GOES -> closing.add(id);
        case STAYS -> tally.withheld.add(id);
        case ABSENT -> tally.absent.add(id);
      }
    }
    rooms.index().going(closing);
  }

  private Verdict verdict(RecordId id, Rule goes) {
    try {
      Optional<Reading.Opened> record = rooms.reading().open(id);
      if (record.isEmpty()) {
        return Verdict.ABSENT;
      }
      return goes.test(record.get()) ? Verdict.GOES : Verdict.STAYS;
    } catch (RecordException.Damaged e) {
      return goes.evenUnreadable() ? Verdict.GOES : Verdict.STAYS;
    }
  }

  void betweenDecisions(Runnable act) {
    deciding.lock();
    try {
      parts.index().exclusively(act);
    } finally {
      deciding.unlock();
    }
  }

  private boolean scrub() {
    boolean keys = parts.seals().finishDestroying();
    return parts.index().truncateLog() && keys;
  }

  private enum Verdict {
    GOES,
    STAYS,
    ABSENT
  }

  /** Which records go, and whether those do of which nothing can be read. */
  private record Rule(Predicate<Reading.Opened> test, boolean evenUnreadable) {
    boolean test(Reading.Opened record) {
      return test.test(record);
    }
  }

  private static final class Tally {
    final List<RecordId> disposed = new ArrayList<>();
    final List<RecordId> withheld = new ArrayList<>();
    final List<RecordId> absent = new ArrayList<>();
  }
}
