package eu.sotto;

import eu.sotto.crypto.VerifierKey;
import eu.sotto.ledger.Verification;
import eu.sotto.notice.Notice;
import eu.sotto.oversight.Review;
import eu.sotto.permit.Operation;
import eu.sotto.purpose.Observation;
import eu.sotto.purpose.Submission;
import eu.sotto.records.Named;
import eu.sotto.records.Taken;
import eu.sotto.register.Line;
import eu.sotto.register.OwnData;
import eu.sotto.register.Register;
import eu.sotto.rights.RecipientNotices;
import eu.sotto.rights.RequestStatus;
import eu.sotto.rights.running.Erasure;
import eu.sotto.rights.running.OwedNotices;
import eu.sotto.rights.running.RequestList;
import eu.sotto.session.Certifying;
import eu.sotto.session.Engine;
import eu.sotto.session.Linking;
import eu.sotto.session.Nodes;
import eu.sotto.session.Opening;
import eu.sotto.session.SubjectSession;
import eu.sotto.vocabulary.Actor;
import eu.sotto.vocabulary.CallId;
import eu.sotto.vocabulary.LineId;
import eu.sotto.vocabulary.NoticeId;
import eu.sotto.vocabulary.Party;
import eu.sotto.vocabulary.PrivacyException;
import eu.sotto.vocabulary.PurposeId;
import eu.sotto.vocabulary.RecipientId;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import javax.sql.DataSource;

/**
 * The entrance: one open store in which calls are processed as the register declares and the GDPR
 * demands.
 *
 * <p>Thread-safe; open one per process and close it at the end. While open it runs the daemon
 * threads {@code sotto-ledger-writer} (forces events to disk) and {@code sotto-expiry} (ends
 * expired permits, tries again what is owed), and {@code sotto-dial} while a number is asked for;
 * {@link #close()} ends them.
 */
public final class CallPrivacy implements AutoCloseable {
  private final Engine engine;

  private CallPrivacy(Engine engine) {
    this.engine = engine;
  }

  /** On what runs already; finishes what was left open. */
  static CallPrivacy on(Engine engine) {
    try {
      Erasure.resume(engine);
      Certifying.certify(engine);
      engine.finder().finishRotation();
      engine.nowAndThen(() -> Erasure.resume(engine));
      return new CallPrivacy(engine);
    } catch (RuntimeException | Error e) {
      engine.close();
      throw e;
    }
  }

  /**
   * Begins to open the store in a directory; it is created if it does not exist.
   *
   * @param directory where ledger, records and sealed contents lie, readable by its owner only
   * @return the builder
   */
  public static FolderBuilder in(Path directory) {
    return new FolderBuilder(Objects.requireNonNull(directory, "directory"));
  }

  /**
   * Begins to open a node of a store in PostgreSQL, which several nodes share.
   *
   * @param source a pool of at least four connections that log in as {@code sotto_app}, in a
   *     database with the schema ({@link eu.sotto.store.PostgresSchema}); it stays the host's
   * @return the builder
   */
  public static NodeBuilder on(DataSource source) {
    return new NodeBuilder(Objects.requireNonNull(source, "source"));
  }

  /**
   * Opens a store in memory, for a host's own tests: everything works and nothing lasts.
   *
   * @param register the processing register
   * @param clock the time
   * @return the open store
   */
  public static CallPrivacy inMemory(Register register, InstantSource clock) {
    return on(
        Opening.inMemory(
            Objects.requireNonNull(register, "register"), Objects.requireNonNull(clock, "clock")));
  }

  /**
   * The register in force.
   *
   * @return the register
   */
  public Register register() {
    return engine.register();
  }

  /**
   * The newest wording of a notice in a language, or in the register's default language if the
   * notice does not have that one.
   *
   * @param id the notice's name in the register
   * @param language the caller's language
   * @return the wording
   * @throws IllegalArgumentException if the register declares no such notice
   */
  public Notice notice(String id, Locale language) {
    NoticeId notice = NoticeId.of(id);
    return engine
        .register()
        .notice(notice, Objects.requireNonNull(language, "language"))
        .orElseThrow(() -> new IllegalArgumentException("notice is not declared: " + notice));
  }

  /**
   * Begins a call on the register's only line. Called again with the same party it yields the same
   * call.
   *
   * @param id the host's identifier of the call
   * @param party who is at the other end
   * @param at when it was answered
   * @return the call
   * @throws IllegalStateException if the register declares several lines, or the call is known with
   *     another party
   * @throws eu.sotto.vocabulary.PrivacyException if it could not be stored in time
   */
  public Call answer(CallId id, Party party, Instant at) {
    List<Line> lines = engine.register().lines();
    if (lines.size() != 1) {
      throw new IllegalStateException(
          "the register declares " + lines.size() + " lines: say which one was called");
    }
    return answer(id, lines.get(0).id(), party, at);
  }

  /**
   * Begins a call on a line. Called again with the same party it yields the same call.
   *
   * @param id the host's identifier of the call
   * @param line the line that was called
   * @param party who is at the other end
   * @param at when it was answered
   * @return the call
   * @throws IllegalArgumentException if the register does not declare the line
   * @throws IllegalStateException if the call is known with another party
   * @throws eu.sotto.vocabulary.PrivacyException if it could not be stored in time
   */
  public Call answer(CallId id, LineId line, Party party, Instant at) {
    Line declared =
        engine
            .register()
            .line(Objects.requireNonNull(line, "line"))
            .orElseThrow(() -> new IllegalArgumentException("line is not declared: " + line));
    return new Call(
        engine
            .sessions()
            .answer(
                Objects.requireNonNull(id, "id"),
                declared,
                Objects.requireNonNull(party, "party"),
                Objects.requireNonNull(at, "at")));
  }

  /**
   * Finds a call again, in any thread, after any time or restart.
   *
   * @param id the host's identifier of the call
   * @return the call, or empty if it is not known or its caller's data was erased
   */
  public Optional<Call> resume(CallId id) {
    return engine.sessions().resume(Objects.requireNonNull(id, "id")).map(Call::new);
  }

  /**
   * Calls that were answered long ago and never ended, after a crash of the host, say.
   *
   * @param age how long ago they were answered at least
   * @return the calls; end them
   */
  public List<Call> abandoned(Duration age) {
    return engine.sessions().abandoned(Objects.requireNonNull(age, "age")).stream()
        .map(Call::new)
        .toList();
  }

  /**
   * Finds the data subject of a number or address.
   *
   * @param party how the person is reached
   * @return the subject, or empty if nobody is known by it
   * @throws IllegalArgumentException if the party is a number that is not possible in the
   *     register's region
   */
  public Optional<Subject> subject(Party party) {
    return party
        .canonical(engine.register().defaultRegion())
        .map(engine.records().subjects()::find)
        .filter(entries -> !entries.isEmpty())
        .map(entries -> new Subject(new SubjectSession(engine, entries)));
  }

  /**
   * Finds people by what somebody names: a number, an e-mail address, a name with a date of birth,
   * a customer number. Recorded, with the actor and how many were found but never with what was
   * named, before the result is told; an actor who looks up too many is refused. Several people may
   * share what was named: what only the person may get or undo needs {@link Subject#request} with
   * the identity of the one whom it concerns. Source: GDPR Art. 12(2), 12(6), 32(1).
   *
   * @param term what was named
   * @param actor who looks
   * @return the people, none if nobody can be found by it
   * @throws eu.sotto.records.TooManyLookups if the actor has looked up too many in a minute
   * @throws eu.sotto.vocabulary.PrivacyException if it could not be recorded in time
   */
  public List<Subject> find(Named term, Actor actor) {
    return engine
        .finder()
        .find(Objects.requireNonNull(term, "term"), Objects.requireNonNull(actor, "actor"))
        .stream()
        .map(Subject::new)
        .toList();
  }

  /**
   * Replaces the key under which people are found. Until every entry is marked anew both keys find;
   * then the former one is forgotten. Where other nodes share the store the former one stays, and
   * the file {@code tokens.keys} has to be copied to them before they are opened again.
   *
   * @return how many entries were marked anew
   * @throws eu.sotto.vocabulary.PrivacyException if a store failed; replacing again goes on
   */
  public long rotateFindingKey() {
    return engine.finder().rotate();
  }

  /**
   * States that two subjects are the same person; from then on what is asked of one is asked of
   * both. Recorded.
   *
   * @param one a subject
   * @param other another subject
   * @param actor who found it out
   * @throws eu.sotto.vocabulary.PrivacyException if it could not be stored in time
   */
  public void link(Subject one, Subject other, Actor actor) {
    Linking.link(engine, one.session(), other.session(), Objects.requireNonNull(actor, "actor"));
  }

  /**
   * Says what the decision would be and records that, without ever giving a permit: for trying the
   * register beside a system that runs already. Never fails for the store.
   *
   * @param call the call
   * @param operation what that system does
   * @param purpose for which purpose
   * @return what {@link Call#may} would have decided
   */
  public Observation observe(Call call, Operation<?> operation, PurposeId purpose) {
    return call.session()
        .observe(
            Objects.requireNonNull(operation, "operation"),
            Objects.requireNonNull(purpose, "purpose"),
            null);
  }

  /**
   * The same where a recipient is involved.
   *
   * @param call the call
   * @param operation what that system does
   * @param purpose for which purpose
   * @param recipient who receives data or processes it
   * @return what {@link Call#may} would have decided
   * @see #observe(Call, Operation, PurposeId)
   */
  public Observation observe(
      Call call, Operation<?> operation, PurposeId purpose, RecipientId recipient) {
    return call.session()
        .observe(
            Objects.requireNonNull(operation, "operation"),
            Objects.requireNonNull(purpose, "purpose"),
            Objects.requireNonNull(recipient, "recipient"));
  }

  /**
   * Everybody whose consent to a purpose stood at a time, by all that is recorded now. The store is
   * read as the stream is consumed, never as a whole.
   *
   * @param purpose the purpose
   * @param at the time asked about
   * @return the subjects, in no order; nobody whose data was erased
   * @throws IllegalArgumentException if the purpose is not declared or does not rest on consent
   */
  public Stream<Subject> consented(PurposeId purpose, Instant at) {
    return engine
        .questions()
        .consented(Objects.requireNonNull(purpose, "purpose"), Objects.requireNonNull(at, "at"))
        .map(Subject::new);
  }

  /**
   * Everybody who has to be asked again, because what they agreed to does not cover what the
   * register declares now: a wider purpose, more data, another recipient or controller, a longer
   * retention. Source: GDPR Art. 4(11), 13(3).
   *
   * @param purpose the purpose
   * @return the subjects, in no order, read as the stream is consumed
   * @throws IllegalArgumentException if the purpose is not declared or does not rest on consent
   */
  public Stream<Subject> toBeAskedAgain(PurposeId purpose) {
    return engine
        .questions()
        .superseded(Objects.requireNonNull(purpose, "purpose"))
        .map(Subject::new);
  }

  /**
   * Whom the host may call on its own account, and who must not be contacted.
   *
   * @return the doors of contact
   */
  public Contact contact() {
    return new Contact(engine);
  }

  /**
   * How long records stay, why, and how they are disposed of.
   *
   * @return the doors of retention
   */
  public Retention retention() {
    return new Retention(engine);
  }

  /**
   * What the host has to account for: its record of processing, and figures.
   *
   * @return the accounts
   */
  public Accounts accounts() {
    return new Accounts(engine);
  }

  /**
   * Breaches of personal data, documented.
   *
   * @return the incidents
   */
  public Incidents incidents() {
    return new Incidents(engine);
  }

  /**
   * Takes in registration or technical data of a person, for the purpose that the register declares
   * for it: only its declared fields, under its own retention class. Where nothing of it is needed,
   * nothing of the person is stored. Source: GDPR Art. 5(1)(b), (c) and (e).
   *
   * @param data registration or technical data
   * @param who how the person is reached
   * @param handed what the host hands over
   * @param at when it was stated or arose
   * @return what was kept, and how much was left out
   * @throws IllegalArgumentException if the register declares no purpose for such data, it is call
   *     metadata, or the party reaches nobody
   * @throws eu.sotto.vocabulary.PrivacyException if it could not be stored
   */
  public Taken take(OwnData data, Party who, Submission handed, Instant at) {
    return engine
        .ownRecords()
        .take(
            Objects.requireNonNull(data, "data"),
            Objects.requireNonNull(who, "who"),
            Objects.requireNonNull(handed, "handed"),
            Objects.requireNonNull(at, "at"));
  }

  /**
   * Checks the whole ledger: every entry against its leaf, every leaf against the signed
   * checkpoints. Constant memory.
   *
   * @return whether it holds, and the first entry that does not
   */
  public Verification verify() {
    return engine.journal().ledger().verify(true);
  }

  /**
   * The requests of data subjects that wait for their answer. Source: GDPR Art. 12(3).
   *
   * @return them, the first due first
   */
  public List<RequestStatus> requests() {
    return RequestList.open(engine);
  }

  /**
   * Delivers what recipients and other controllers have to be told; what fails stays in the queue,
   * which survives restarts. A host runs it from its own scheduler. Source: GDPR Art. 19.
   *
   * @param port the way to the recipients
   * @return how many notices are still owed
   * @throws eu.sotto.vocabulary.PrivacyException if a receipt could not be stored in time; that
   *     notice comes again
   */
  public int tellRecipients(RecipientNotices port) {
    return OwedNotices.deliver(engine, Objects.requireNonNull(port, "port"));
  }

  /**
   * What people do about AI: reviews, what callers have to be told, recurring reviews.
   *
   * @return the oversight
   */
  public Oversight oversight() {
    return new Oversight(engine);
  }

  /**
   * The outcomes of AI that do not count until a person has reviewed them. Source: GDPR Art. 22(3).
   *
   * @return the reviews, the oldest first
   */
  public List<Review> reviews() {
    return oversight().reviews();
  }

  /**
   * How the store is doing, for a host's health check: it answers when the database does not.
   *
   * @return the state of this moment
   */
  public Health health() {
    Nodes nodes = engine.nodes();
    LocalDate today = engine.today();
    try {
      return new Health(
          nodes.fresh(),
          nodes.age(),
          nodes.count(),
          true,
          Health.Requests.of(requests(), today, OwedNotices.owed(engine).size()),
          incidents().overdue(engine.clock().instant()),
          oversight().state(),
          contact().presumedConsents().size());
    } catch (PrivacyException e) {
      return Health.unreadable(nodes.fresh(), nodes.age(), nodes.count());
    }
  }

  /**
   * The key with which anybody can verify this store's receipts and checkpoints; keep a copy
   * elsewhere.
   *
   * @return the public key
   */
  public VerifierKey verifierKey() {
    return engine.journal().ledger().verifierKey();
  }

  /** Ends all permits and threads and closes every file. What is owed to the ledger is lost. */
  @Override
  public void close() {
    engine.close();
  }
}
