package eu.sotto.records;

import eu.sotto.crypto.Bytes;
import eu.sotto.crypto.KeyState;
import eu.sotto.retention.Disposition;
import eu.sotto.retention.Explanation;
import java.nio.channels.SeekableByteChannel;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Opens index rows and contents. Thread-safe. */
final class Reading {
  private final Parts parts;
  private final RecordIndex index;
  private final Calls calls;
  private final Shield shield;

  Reading(Parts parts, RecordIndex index, Calls calls, Shield shield) {
    this.parts = parts;
    this.index = index;
    this.calls = calls;
    this.shield = shield;
  }

  /** A record with what is needed to decide about it. */
  record Opened(RecordEntry entry, CallRow call, CallSheet sheet, @Nullable Long asked) {}

  static RecordSheet sheet(Parts parts, RecordRow row) {
    byte[] sealed = row.sheet().toArray();
    try {
      return RecordSheet.from(parts.seals().openSheet("record", row.id().toBytes(), sealed));
    } catch (IllegalArgumentException e) {
      throw new RecordException.Damaged(row.id(), e);
    }
  }

  /** The records of these rows, those left out whose subject's key is destroyed. */
  List<Opened> open(List<RecordRow> rows) {
    Map<Bytes, Optional<CallRow>> known = new HashMap<>();
    Map<Bytes, CallSheet> sheets = new HashMap<>();
    List<Opened> opened = new ArrayList<>(rows.size());
    for (RecordRow row : rows) {
      Optional<CallRow> call = known.computeIfAbsent(row.call(), this::activeCall);
      call.ifPresent(
          one ->
              opened.add(open(row, one, sheets.computeIfAbsent(row.call(), t -> calls.open(one)))));
    }
    return opened;
  }

  /** Without those that are damaged, which a sweep names. */
  List<RecordEntry> readable(List<RecordRow> rows) {
    return rows.stream().flatMap(row -> readable(row).stream()).toList();
  }

  private List<RecordEntry> readable(RecordRow row) {
    try {
      return entries(List.of(row));
    } catch (RecordException.Damaged e) {
      return List.of();
    }
  }

  List<RecordEntry> entries(List<RecordRow> rows) {
    return open(rows).stream().map(Opened::entry).toList();
  }

  Optional<Opened> open(RecordId id) {
    return index
        .row(id)
        .filter(row -> row.state() == RecordState.KEPT)
        .flatMap(row -> open(List.of(row)).stream().findFirst());
  }

  /** Whether the record's subject still has its content key. */
  boolean isActive(RecordRow row) {
    return activeCall(row.call()).isPresent();
  }

  private Optional<CallRow> activeCall(Bytes token) {
    return calls
        .row(token.toArray())
        .filter(row -> parts.seals().state(row.subject().contentKey()) == KeyState.ACTIVE);
  }

  private Opened open(RecordRow row, CallRow call, CallSheet callSheet) {
    RecordSheet sheet = sheet(parts, row);
    RecordEntry entry =
        new RecordEntry(
            row.id(),
            row.subject(),
            sheet.what(),
            sheet.keptAt(),
            sheet.length(),
            parts.terms().due(sheet.what(), callSheet, row.placed().dueDay()));
    return new Opened(entry, call, callSheet, row.asked());
  }

  /** What happens to a record, as far as is known now; the one function for all who ask. */
  Disposition decide(Opened record, Instant asOf) {
    return parts.terms().decide(record, shield.holdsOn(record.entry()), asOf);
  }

  Explanation explain(Opened record, Instant asOf) {
    return parts.terms().explain(record, shield.holdsOn(record.entry()), asOf);
  }

  boolean isHeld(Opened record, Instant now) {
    return shield.holdsOn(record.entry()).stream().anyMatch(hold -> hold.isInForce(now));
  }

  SeekableByteChannel content(RecordId id) {
    RecordRow row = index.row(id).orElseThrow(() -> new RecordException.NotKept(id));
    if (row.state() != RecordState.KEPT) {
      throw new RecordException.NotKept(id);
    }
    Opened record =
        open(List.of(row)).stream().findFirst().orElseThrow(() -> new RecordException.Shredded(id));
    if (decide(record, parts.clock().instant()).isDue()) {
      throw new RecordException.PastDue(record.entry().what().retentionClass());
    }
    return parts.seals().opening(id, parts.contents().open(id));
  }
}
