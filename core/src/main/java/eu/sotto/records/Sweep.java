package eu.sotto.records;

import eu.sotto.retention.DisposalMethod;
import eu.sotto.retention.Disposition;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;

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
    boolean dayHasCome = record.asked() != null || !asOf.isBefore(record.entry().due().from());
    if (disposition.isDue() || dayHasCome) {
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
    rooms.disposing().resume(rooms.keeping()::isWritten);
    rooms.settleAll();
    Tally tally = new Tally();
    List<RecordId> ids = plan.due().stream().map(RecordEntry::id).toList();
    Rule due = new Rule(record -> ending(record, plan.asOf()), false);
    dispose(ids, due, tally);
    rooms.disposing().discard(shredded(plan.asOf()));
    long day = parts.terms().dayOf(plan.asOf());
    rooms.calls().bareBefore(day, rooms.metadataClass());
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
    Rule unheld =
        new Rule(
            record ->
                rooms.reading().isHeld(record, now) ? Optional.empty() : Optional.of(Ending.ASKED),
            true);
    rooms.index().asked(ids, parts.terms().dayOf(now));
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

  private Optional<Ending> ending(Reading.Opened record, Instant asOf) {
    return rooms
        .reading()
        .decide(record, asOf)
        .fold(
            keep -> Optional.empty(),
            restrict -> Optional.empty(),
            dispose -> Optional.of(ending(record, dispose.how())),
            review -> Optional.empty());
  }

  private static Ending ending(Reading.Opened record, DisposalMethod how) {
    if (record.asked() != null) {
      return Ending.ASKED;
    }
    return how == DisposalMethod.ANONYMISE ? Ending.ANONYMISED : Ending.DUE;
  }

  private List<RecordId> close(List<RecordId> ids, Rule goes, Tally tally) {
    deciding.lock();
    try {
      List<RecordIndex.Going> closing = new ArrayList<>();
      parts.index().exclusively(() -> close(ids, goes, tally, closing));
      return closing.stream().map(RecordIndex.Going::id).toList();
    } finally {
      deciding.unlock();
    }
  }

  private void close(List<RecordId> ids, Rule goes, Tally tally, List<RecordIndex.Going> closing) {
    for (RecordId id : ids) {
      try {
        Optional<Reading.Opened> record = rooms.reading().open(id);
        Optional<Ending> ending = record.flatMap(goes.test());
        if (record.isEmpty()) {
          tally.absent.add(id);
        } else if (ending.isEmpty()) {
          tally.withheld.add(id);
        } else {
          closing.add(going(record.get().entry(), ending.get()));
        }
      } catch (RecordException.Damaged e) {
        if (goes.evenUnreadable()) {
          closing.add(new RecordIndex.Going(id, Ending.ASKED, Optional.empty()));
        } else {
          tally.withheld.add(id);
        }
      }
    }
    rooms.index().going(closing);
  }

  /** Where nothing can stay that belongs to nobody, all of it goes. */
  private RecordIndex.Going going(RecordEntry entry, Ending ending) {
    Optional<Anonymous.Text> stays =
        ending == Ending.ANONYMISED ? rooms.anonymous().of(entry) : Optional.empty();
    Ending ground = ending == Ending.ANONYMISED && stays.isEmpty() ? Ending.DUE : ending;
    return new RecordIndex.Going(entry.id(), ground, stays);
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

  /** Which records go and on which ground, and whether those do of which nothing can be read. */
  private record Rule(Function<Reading.Opened, Optional<Ending>> test, boolean evenUnreadable) {}

  private static final class Tally {
    final List<RecordId> disposed = new ArrayList<>();
    final List<RecordId> withheld = new ArrayList<>();
    final List<RecordId> absent = new ArrayList<>();
  }
}
