package eu.sotto.records;

import eu.sotto.crypto.Bytes;
import eu.sotto.crypto.KeyVault;
import eu.sotto.retention.EventName;
import eu.sotto.retention.RetentionPolicy;
import eu.sotto.store.Database;
import eu.sotto.store.SqliteFile;
import eu.sotto.store.StoreDirectory;
import eu.sotto.vocabulary.CallId;
import eu.sotto.vocabulary.PurposeId;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.SeekableByteChannel;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What is kept of calls: sealed under the keys of its subject and its due day, found by index, gone
 * in time. Faults are {@link RecordException} and {@link eu.sotto.store.StoreException}; stored
 * data stays as it was. Thread-safe; it starts no threads.
 */
public final class Records implements AutoCloseable {
  private static final String TOKEN_KEY = "token-key";
  private static final int PAGE = 256;

  private final Parts parts;
  private final Rooms rooms;
  private final Subjects subjects;
  private final Lifetimes lifetimes;
  private final SingleRunner runner;

  Records(Parts parts, Shield shield) {
    this(parts, shield, "");
  }

  Records(Parts parts, Shield shield, String metadataClass) {
    this.parts = parts;
    this.runner = new SingleRunner(parts);
    this.rooms = new Rooms(parts, shield, metadataClass);
    this.subjects = new Subjects(parts);
    this.lifetimes = new Lifetimes(parts, rooms);
  }

  /**
   * Begins to open the records of a locked folder: their index is its {@code records.db}, their
   * contents lie in its folder {@code content} unless another store is set.
   *
   * @param directory the folder; it must outlive the records
   * @param vault where the keys are; it must outlive the records
   * @param policy the retention rules of the register
   * @return a builder
   */
  public static RecordsBuilder in(
      StoreDirectory directory, KeyVault vault, RetentionPolicy policy) {
    return new RecordsBuilder(
        vault,
        policy,
        () -> SqliteFile.open(directory, RecordsBuilder.FILE, RecordsBuilder.SCHEMA),
        () -> new FileContentStore(directory.path().resolve("content")));
  }

  /**
   * Begins to open the records of a database that several nodes share.
   *
   * @param database the tables; closed with the records
   * @param contents where sealed contents lie, for all nodes; closed with the records
   * @param vault where the keys are; it must outlive the records
   * @param policy the retention rules of the register, the same on all nodes
   * @return a builder, which needs the node's registration
   */
  public static RecordsBuilder on(
      Database database, ContentStore contents, KeyVault vault, RetentionPolicy policy) {
    return new RecordsBuilder(vault, policy, () -> database, () -> contents);
  }

  /**
   * Begins to open records in memory, for a host's own tests.
   *
   * @param vault where the keys are; it must outlive the records
   * @param policy the retention rules of the register
   * @return a builder
   */
  public static RecordsBuilder inMemory(KeyVault vault, RetentionPolicy policy) {
    return new RecordsBuilder(
        vault,
        policy,
        () -> SqliteFile.inMemory(RecordsBuilder.FILE, RecordsBuilder.SCHEMA),
        MemoryContentStore::new);
  }

  /**
   * Who is who.
   *
   * @return the subjects
   */
  public Subjects subjects() {
    return subjects;
  }

  /**
   * The erasures that are to be completed.
   *
   * @return the erasures
   */
  public OpenErasures openErasures() {
    return new OpenErasures(parts);
  }

  /**
   * The evidence that outlives erasures.
   *
   * @return its keys
   */
  public RestrictedEvidence restrictedEvidence() {
    return new RestrictedEvidence(parts);
  }

  /**
   * The list of those who must not be contacted.
   *
   * @param keys the token keys; they must outlive the list
   * @return the list
   */
  public DoNotContactList doNotContact(TokenKeys keys) {
    return new DoNotContactList(parts.index(), keys);
  }

  /**
   * The index by which people are found.
   *
   * @param keys the token keys; they must outlive the index
   * @return the index
   */
  public BlindIndex blindIndex(TokenKeys keys) {
    return new BlindIndex(parts, keys);
  }

  /**
   * The random id of the token key that the database was founded with.
   *
   * @return the id, or no bytes if it was never used with one
   */
  public Bytes tokenKey() {
    return Bytes.of(RecordsBuilder.setting(parts.index(), TOKEN_KEY));
  }

  /**
   * Says with which token key the database is used, unless that was said before.
   *
   * @param id the key's random id
   * @return the id that counts
   */
  public Bytes tokenKey(Bytes id) {
    parts
        .index()
        .write(
            connection ->
                Sql.update(
                    connection,
                    "INSERT INTO setting (name, value) VALUES (?, ?) ON CONFLICT DO NOTHING",
                    TOKEN_KEY,
                    id.toArray()));
    return tokenKey();
  }

  /**
   * The id of this opening of the store, as records, answers and permits name it.
   *
   * @return 32 hexadecimal digits, new each time the store is opened
   */
  public String node() {
    return HexFormat.of().formatHex(parts.node().node().toArray());
  }

  /**
   * Where the records of a subject hang and who wrote them, without opening anything.
   *
   * @param subject whose
   * @return them, in no order
   */
  public List<Holding> holdings(SubjectId subject) {
    return Holding.of(parts.index(), subject);
  }

  /**
   * The calls that were answered.
   *
   * @return the calls
   */
  public Calls calls() {
    return rooms.calls();
  }

  /**
   * Keeps a content; it is durable, sealed and has its due date when this returns.
   *
   * @param what what it is and what it is kept for; its call was answered before
   * @param content the plaintext; not changed
   * @return the record's id
   * @throws IllegalArgumentException if the call is not known, or no rule of the register could
   *     ever end the retention class
   * @throws RecordException if it could not be kept; then nothing of it stays
   */
  public RecordId keep(NewRecord what, byte[] content) {
    try (RecordWriter writer = begin(what)) {
      writer.write(ByteBuffer.wrap(content));
      return writer.finish();
    } catch (ClosedChannelException e) {
      throw new IllegalStateException("nobody else closes this writer", e);
    }
  }

  /**
   * Begins to keep a content piece by piece, such as a running recording.
   *
   * @param what what it is and what it is kept for; its call was answered before
   * @return the writer, to be finished or closed
   * @throws IllegalArgumentException if the call is not known, or no rule of the register could
   *     ever end the retention class
   * @throws RecordException if it cannot be kept
   */
  public RecordWriter begin(NewRecord what) {
    return rooms.keeping().begin(what);
  }

  /**
   * Notes an event that can start a period, such as the end of a call; when this returns, every
   * record of the call hangs under its new due day. Noting it again changes nothing.
   *
   * @param call the call
   * @param event what happened; {@code call-ended} ends the call too
   * @param at when it happened
   * @throws IllegalArgumentException if the call is not known
   */
  public void triggered(CallId call, EventName event, Instant at) {
    rooms.calls().happened(call, event, at);
    rooms
        .calls()
        .row(rooms.calls().token(call))
        .filter(CallRow::unsettled)
        .ifPresent(row -> rooms.settling().settle(row.token()));
  }

  /**
   * The records of a subject, not of those linked with it.
   *
   * @param subject whose
   * @return them, in no order; none if its keys are destroyed
   */
  public List<RecordEntry> of(SubjectId subject) {
    return rooms.reading().entries(rooms.index().keptOf(subject));
  }

  /**
   * The records of a call.
   *
   * @param call which
   * @return them, in no order
   */
  public List<RecordEntry> ofCall(CallId call) {
    return rooms
        .calls()
        .row(rooms.calls().token(call))
        .map(row -> rooms.reading().entries(rooms.index().keptOfCall(row.token())))
        .orElse(List.of());
  }

  /**
   * The records of a purpose. The purpose is stored sealed: this opens the sheet of every record.
   *
   * @param purpose which
   * @return them, in no order
   */
  public List<RecordEntry> byPurpose(PurposeId purpose) {
    return rooms.reading().entries(rooms.index().kept()).stream()
        .filter(entry -> entry.what().purpose().equals(purpose))
        .toList();
  }

  /**
   * A record by its id.
   *
   * @param id which
   * @return the record; empty if it is not kept or its subject's key is destroyed
   */
  public Optional<RecordEntry> entry(RecordId id) {
    return rooms.reading().open(id).map(Reading.Opened::entry);
  }

  /**
   * Opens a content; one whose time is over is not opened, unless a hold or duty keeps it.
   *
   * @param id which
   * @return the plaintext, read-only, from any position, each piece checked before it is handed out
   * @throws RecordException if it is not kept, past its time, shredded, missing or damaged
   */
  public SeekableByteChannel open(RecordId id) {
    return rooms.reading().content(id);
  }

  /**
   * Notes an event of a person, such as a contact, on every record of theirs whose period it starts
   * anew; only its day is stored.
   *
   * @param subject whose
   * @param event what happened
   * @param at when
   */
  public void triggered(SubjectId subject, EventName event, Instant at) {
    Instant day = parts.terms().startOfDay(at);
    for (String retentionClass : parts.terms().waitingFor(event)) {
      for (Bytes token : rooms.index().callsWith(subject, retentionClass)) {
        rooms
            .calls()
            .row(token.toArray())
            .ifPresent(row -> triggered(rooms.calls().open(row).call(), event, day));
      }
    }
  }

  /**
   * Notes that somebody was in touch other than by a call, such as by signing up, so that records
   * of it can be kept.
   *
   * @param id a random identifier
   * @param subject who
   * @param at when
   */
  public void encountered(CallId id, SubjectEntry subject, Instant at) {
    rooms.calls().encountered(id, subject, at);
  }

  /**
   * Everything that is kept, read some at a time; what cannot be read or is shredded is passed
   * over.
   *
   * @return the records in no order that tells anything
   */
  public Stream<RecordEntry> all() {
    return Stream.iterate(
            rooms.index().keptAfter(new byte[0], PAGE),
            page -> !page.isEmpty(),
            page -> rooms.index().keptAfter(page.get(page.size() - 1).id().toBytes(), PAGE))
        .flatMap(page -> rooms.reading().readable(page).stream());
  }

  /**
   * The texts that stayed of records that were anonymised.
   *
   * @return the texts, read some at a time, in no order that tells anything
   */
  public Stream<String> anonymous() {
    return rooms.anonymous().all();
  }

  /**
   * When records go, and why.
   *
   * @return the lifetimes
   */
  public Lifetimes lifetimes() {
    return lifetimes;
  }

  /**
   * Runs a job unless another node or thread runs one of that name; a node that is gone holds
   * nothing.
   *
   * @param job its name
   * @param work what to do
   * @return whether it ran
   */
  public boolean alone(String job, Runnable work) {
    return runner.run(job, work);
  }

  /**
   * Removes all records of a subject, running recordings included, once its content key is
   * destroyed; holds are looked after before that.
   *
   * @param subject whose
   * @return how many were removed
   * @throws IllegalStateException if the content key is not destroyed
   */
  public int removeContents(SubjectId subject) {
    List<Bytes> traces = parts.index().read(connection -> Traces.ofRecords(connection, subject));
    int removed = rooms.disposing().removeShredded(subject);
    // A reader that stands in the way of this stands in the way of forgetting too, which says so.
    parts.index().scrub(traces);
    return removed;
  }

  /**
   * Leaves nothing in the index's file but what is in its rows: for erasures that a crash
   * interrupted, since nobody knows any more what they deleted. Takes time that grows with the
   * file.
   */
  public void rewriteIndex() {
    parts.index().rewrite();
  }

  Parts parts() {
    return parts;
  }

  Rooms rooms() {
    return rooms;
  }

  void recover(boolean policyChanged) {
    rooms.disposing().resume(id -> false);
    rooms.buckets().finishClosing();
    if (policyChanged) {
      rooms.calls().unsettleAll();
    }
    rooms.settleAll();
  }

  /** Ends the use of the files; vault and folder stay open. Running writers fail from here on. */
  @Override
  public void close() {
    parts.index().close();
    parts.contents().close();
  }
}
