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
    for (Reading.Opened record :
        rooms.reading().open(rooms.index().keptUntil(parts.terms().dayOf(asOf)))) {
      Disposition disposition = rooms.reading().decide(record, asOf);
      if (disposition.isDue() || !asOf.isBefore(record.entry().due().from())) {
        items.add(new SweepPlan.Item(record.entry(), disposition));
      }
    }
    return new SweepPlan(asOf, items);
  }

  SweepReport execute(SweepPlan plan) {
    if (plan.asOf().isAfter(parts.clock().instant())) {
      throw new IllegalArgumentException("a plan for a time to come cannot be executed");
    }
    Tally tally = new Tally();
    List<RecordId> ids = plan.due().stream().map(RecordEntry::id).toList();
    dispose(ids, record -> rooms.reading().decide(record, plan.asOf()).isDue(), tally);
    long day = parts.terms().dayOf(plan.asOf());
    removeShredded(day);
    rooms.buckets().closeBefore(day + 1);
    rooms.calls().forgetBefore(day + 1);
    return new SweepReport(
        plan.asOf(), tally.disposed, tally.withheld, tally.absent, parts.index().truncateLog());
  }

  /** Contents of erased subjects open nothing any more; what a crash left of them goes too. */
  private void removeShredded(long day) {
    List<RecordRow> rows = rooms.index().keptUntil(day);
    List<RecordId> open =
        rooms.reading().open(rows).stream().map(record -> record.entry().id()).toList();
    rooms
        .disposing()
        .discard(rows.stream().map(RecordRow::id).filter(id -> !open.contains(id)).toList());
  }

  Disposal dispose(Collection<RecordId> ids) {
    Tally tally = new Tally();
    Instant now = parts.clock().instant();
    dispose(List.copyOf(ids), record -> !rooms.reading().isHeld(record, now), tally);
    return new Disposal(tally.disposed, tally.withheld, parts.index().truncateLog());
  }

  private void dispose(List<RecordId> ids, Predicate<Reading.Opened> goes, Tally tally) {
    for (int from = 0; from < ids.size(); from += BATCH) {
      List<RecordId> batch =
          close(ids.subList(from, Math.min(from + BATCH, ids.size())), goes, tally);
      rooms.disposing().finish(batch);
      tally.disposed.addAll(batch);
    }
  }

  private List<RecordId> close(List<RecordId> ids, Predicate<Reading.Opened> goes, Tally tally) {
    deciding.lock();
    try {
      List<RecordId> closing = new ArrayList<>();
      for (RecordId id : ids) {
        Optional<Reading.Opened> record = rooms.reading().open(id);
        if (record.isEmpty()) {
          tally.absent.add(id);
        } else if (goes.test(record.get())) {
          closing.add(id);
        } else {
          tally.withheld.add(id);
        }
      }
      rooms.index().going(closing);
      return closing;
    } finally {
      deciding.unlock();
    }
  }

  void betweenDecisions(Runnable act) {
    deciding.lock();
    try {
      act.run();
    } finally {
      deciding.unlock();
    }
  }

  private static final class Tally {
    final List<RecordId> disposed = new ArrayList<>();
    final List<RecordId> withheld = new ArrayList<>();
    final List<RecordId> absent = new ArrayList<>();
  }
}
