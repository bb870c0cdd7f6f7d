package eu.sotto.records;

import eu.sotto.crypto.KeyState;
import eu.sotto.retention.EventName;
import eu.sotto.vocabulary.CallId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The calls that were answered, each found by a keyed token of the host's identifier; all else of
 * them is sealed. A call is forgotten {@value #INDEX_DAYS} days after it ended, or after it was
 * answered if it never did, once no record of it is kept. Thread-safe.
 */
public final class Calls {
  /** How many days after its end a call without records can still be found. */
  public static final int INDEX_DAYS = 30;

  /** The detail that says how the caller is reached; it goes with the call's metadata. */
  public static final String NUMBER = "party";

  private static final int BATCH = 256;

  private final Parts parts;

  Calls(Parts parts) {
    this.parts = parts;
  }

  /**
   * Notes that a call was answered; noting it again yields what was noted first.
   *
   * @param id the host's identifier
   * @param subject whose call it is
   * @param at when it was answered
   * @param details short facts that are needed when the call is resumed: at most 32, none longer
   *     than 200 characters
   * @return the call
   * @throws IllegalArgumentException if there are too many details or one is too long
   * @throws RecordException.Shredded if the subject, or the one the call was noted for, is erased
   */
  public KnownCall answered(
      CallId id, SubjectEntry subject, Instant at, Map<String, String> details) {
    Labels.check(details, "details");
    byte[] token = token(id);
    Optional<KnownCall> known = find(token);
    if (known.isPresent()) {
      return known.get();
    }
    CallSheet sheet = new CallSheet(id, at, List.of(), details);
    byte[] sealed = seal(subject, token, sheet);
    int added =
        parts
            .index()
            .write(
                connection ->
                    Sql.update(
                        connection,
                        "INSERT INTO call"
                            + " (token, subject, ended, unsettled, version, due_day, sealed)"
                            + " VALUES (?, ?, 0, 0, 1, ?, ?) ON CONFLICT DO NOTHING",
                        token,
                        subject.id().toBytes(),
                        parts.terms().dayOf(at) + INDEX_DAYS + 1,
                        sealed));
    return added == 1
        ? known(subject, sheet)
        : find(token).orElseThrow(RecordException.Shredded::new);
  }

  /**
   * A call by the host's identifier.
   *
   * @param id the identifier
   * @return the call; empty if it is not known, was forgotten, or its subject was erased
   */
  public Optional<KnownCall> find(CallId id) {
    return find(token(id));
  }

  /**
   * How the caller of a call is reached, as it is kept now.
   *
   * @param id the host's identifier of the call
   * @return the number or address; empty if there was none or its period has ended
   */
  public Optional<String> numberOf(CallId id) {
    return find(id)
        .map(call -> call.details().getOrDefault(NUMBER, ""))
        .filter(number -> !number.isEmpty());
  }

  /**
   * The calls that were answered and have not ended.
   *
   * @return them, in no order; those of erased subjects left out
   */
  public List<KnownCall> running() {
    return parts.index().read(CallRow::running).stream()
        .filter(row -> parts.seals().state(row.subject().contentKey()) == KeyState.ACTIVE)
        .map(row -> known(row.subject(), open(row)))
        .toList();
  }

  private Optional<KnownCall> find(byte[] token) {
    return row(token)
        .filter(row -> parts.seals().state(row.subject().contentKey()) == KeyState.ACTIVE)
        .map(row -> known(row.subject(), open(row)));
  }

  Optional<CallRow> row(byte[] token) {
    return parts.index().read(connection -> CallRow.find(connection, token));
  }

  byte[] token(CallId id) {
    return parts.seals().token("call", id.value());
  }

  CallSheet open(CallRow row) {
    byte[] sealed = row.sheet().toArray();
    try {
      return CallSheet.from(parts.seals().openSheet("call", row.token().toArray(), sealed));
    } catch (IllegalArgumentException e) {
      throw new RecordException.Damaged("the index entry of a call", e);
    }
  }

  /** Stores one more event of a call and marks the call as unsettled, unless it is known. */
  void happened(CallId id, EventName name, Instant at) {
    byte[] token = token(id);
    while (true) {
      CallRow row =
          row(token).orElseThrow(() -> new IllegalArgumentException("no such call is known"));
      CallSheet old = open(row);
      CallSheet sheet = old.with(name, at);
      if (sheet.equals(old) || replace(row, sheet) == 1) {
        return;
      }
    }
  }

  private int replace(CallRow row, CallSheet sheet) {
    byte[] token = row.token().toArray();
    byte[] sealed = seal(row.subject(), token, sheet);
    long lastDay = parts.terms().dayOf(sheet.endedAt().orElse(sheet.answeredAt()));
    return parts
        .index()
        .write(
            connection ->
                Sql.update(
                    connection,
                    "UPDATE call SET sealed = ?, ended = ?, due_day = ?,"
                        + " version = version + 1, unsettled = 1"
                        + " WHERE token = ? AND version = ?",
                    sealed,
                    sheet.endedAt().isPresent() ? 1 : 0,
                    lastDay + INDEX_DAYS + 1,
                    token,
                    row.version()));
  }

  private byte[] seal(SubjectEntry subject, byte[] token, CallSheet sheet) {
    return parts.seals().sealSheet(subject.contentKey(), "call", token, sheet.toBytes());
  }

  /**
   * Notes a call once more under another name and subject, without its number, so that what is kept
   * apart of it ends by the same events. It runs no more, whether or not the call itself does.
   *
   * @param original the call as it is known
   * @param id a random identifier
   * @param holder under whom it is kept apart
   * @throws IllegalArgumentException if the call is not known
   */
  public void apart(CallId original, CallId id, SubjectEntry holder) {
    CallSheet known =
        row(token(original))
            .map(this::open)
            .orElseThrow(() -> new IllegalArgumentException("no such call is known"));
    noteOver(holder, known.apart(id), false);
  }

  /** Something like a call of which nothing but its records is known; it has ended already. */
  void encountered(CallId id, SubjectEntry subject, Instant at) {
    noteOver(subject, new CallSheet(id, at, List.of(), Map.of()), true);
  }

  private void noteOver(SubjectEntry subject, CallSheet sheet, boolean bare) {
    byte[] token = token(sheet.call());
    byte[] sealed = seal(subject, token, sheet);
    long lastDay = parts.terms().dayOf(sheet.endedAt().orElse(sheet.answeredAt()));
    parts
        .index()
        .write(
            connection ->
                Sql.update(
                    connection,
                    "INSERT INTO call"
                        + " (token, subject, ended, unsettled, version, due_day, sealed, bare)"
                        + " VALUES (?, ?, 1, 0, 1, ?, ?, ?) ON CONFLICT DO NOTHING",
                    token,
                    subject.id().toBytes(),
                    lastDay + INDEX_DAYS + 1,
                    sealed,
                    bare ? 1 : 0));
  }

  /**
   * Takes number and times out of the calls that ended before a day and of whose metadata no record
   * is kept. One that changes meanwhile waits for the next time.
   */
  void bareBefore(long day, String metadataClass) {
    List<CallRow> rows;
    byte[] after = new byte[0];
    do {
      rows = withMetadata(day, metadataClass, after);
      for (CallRow row : rows) {
        after = row.token().toArray();
        if (parts.seals().state(row.subject().contentKey()) == KeyState.ACTIVE) {
          bare(row);
        }
      }
    } while (rows.size() == BATCH);
  }

  private List<CallRow> withMetadata(long day, String metadataClass, byte[] after) {
    return parts
        .index()
        .read(
            connection ->
                CallRow.withMetadata(
                    connection, day + INDEX_DAYS + 1, metadataClass, after, BATCH));
  }

  private void bare(CallRow row) {
    CallSheet sheet;
    try {
      sheet = open(row).bare(parts.terms()::startOfDay);
    } catch (RecordException.Damaged e) {
      return;
    }
    byte[] sealed = seal(row.subject(), row.token().toArray(), sheet);
    parts
        .index()
        .write(
            connection ->
                Sql.update(
                    connection,
                    "UPDATE call SET sealed = ?, bare = 1, version = version + 1"
                        + " WHERE token = ? AND version = ?",
                    sealed,
                    row.token().toArray(),
                    row.version()));
  }

  private static KnownCall known(SubjectEntry subject, CallSheet sheet) {
    return new KnownCall(
        sheet.call(), subject, sheet.answeredAt(), sheet.endedAt(), sheet.details());
  }

  /** Forgets the calls whose days in the index are over and of which no record is kept. */
  int forgetBefore(long day) {
    return forget("due_day < ?", day);
  }

  /** Those of which a record is kept stay. */
  private int forget(String which, Object value) {
    String query = "DELETE FROM call WHERE " + which;
    String kept = " AND NOT EXISTS (SELECT 1 FROM record WHERE record.call = token)";
    return parts.index().write(connection -> Sql.update(connection, query + kept, value));
  }

  /**
   * Forgets a call of which no record is kept; forgetting again does nothing.
   *
   * @param id the host's identifier
   * @return whether it is not known any more
   */
  public boolean forget(CallId id) {
    byte[] token = token(id);
    forget("token = ?", token);
    return row(token).isEmpty();
  }

  List<CallRow> unsettled() {
    return parts.index().read(CallRow::unsettled);
  }

  void unsettleAll() {
    parts.index().write(connection -> Sql.update(connection, "UPDATE call SET unsettled = 1"));
  }

  /** Marks a call as settled unless something happened to it since; false then. */
  boolean settled(CallRow row) {
    return parts
            .index()
            .write(
                connection ->
                    Sql.update(
                        connection,
                        "UPDATE call SET unsettled = 0 WHERE token = ? AND version = ?",
                        row.token().toArray(),
                        row.version()))
        == 1;
  }
}
