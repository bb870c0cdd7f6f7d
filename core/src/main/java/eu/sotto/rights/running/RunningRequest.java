package eu.sotto.rights.running;

import eu.sotto.consent.ConsentState;
import eu.sotto.ledger.EventKind;
import eu.sotto.ledger.Recorded;
import eu.sotto.records.RecordEntry;
import eu.sotto.records.RecordId;
import eu.sotto.records.SubjectEntry;
import eu.sotto.register.Register;
import eu.sotto.register.Task;
import eu.sotto.rights.Access;
import eu.sotto.rights.Assessment;
import eu.sotto.rights.ErasureReceipt;
import eu.sotto.rights.Portability;
import eu.sotto.rights.Request;
import eu.sotto.rights.RequestRefused;
import eu.sotto.rights.RequestState;
import eu.sotto.rights.RequestStatus;
import eu.sotto.rights.Step;
import eu.sotto.rights.StepRefusal;
import eu.sotto.rights.ToldRecipient;
import eu.sotto.session.Clearances;
import eu.sotto.session.Engine;
import eu.sotto.session.Entries;
import eu.sotto.session.Kinds;
import eu.sotto.session.SubjectSession;
import eu.sotto.session.Sweeping;
import eu.sotto.vocabulary.Actor;
import eu.sotto.vocabulary.Cause;
import eu.sotto.vocabulary.Identity;
import eu.sotto.vocabulary.Right;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A recorded request of one person, as the ledger has it. */
public final class RunningRequest implements Request {
  private final SubjectSession subject;
  private final String id;
  private final @Nullable Actor actor;

  private RunningRequest(SubjectSession subject, String id) {
    this(subject, id, null);
  }

  private RunningRequest(SubjectSession subject, String id, @Nullable Actor actor) {
    this.subject = subject;
    this.id = id;
    this.actor = actor;
  }

  /**
   * Records that a request was received from somebody whose identity was verified.
   *
   * @param subject whose data it is about
   * @param identity how the identity was verified
   * @param actor who handles it
   * @return the request, of a right that is not stated yet
   */
  public static RunningRequest receive(SubjectSession subject, Identity identity, Actor actor) {
    subject.requirePresent();
    Engine engine = subject.engine();
    String id = engine.randomId();
    Received.verified(subject, id, identity, actor);
    return new RunningRequest(subject, id, actor);
  }

  /**
   * Records that a request was received.
   *
   * @param subject whose data it is about
   * @param right of which right
   * @param at when
   * @param actor who handles it
   * @return the request
   */
  public static RunningRequest receive(
      SubjectSession subject, Right right, Instant at, Actor actor) {
    subject.requirePresent();
    String id = subject.engine().randomId();
    Received.byHost(subject, new Received.Of(id, right, at), actor);
    return new RunningRequest(subject, id, actor);
  }

  /**
   * The requests of a person, in the order received.
   *
   * @param subject whose
   * @return all, answered ones included
   */
  public static List<Request> of(SubjectSession subject) {
    return RequestFacts.of(entries(subject)).keySet().stream()
        .<Request>map(id -> new RunningRequest(subject, id))
        .toList();
  }

  private static List<Recorded> entries(SubjectSession subject) {
    List<Recorded> all = new ArrayList<>();
    for (SubjectEntry entry : subject.entries()) {
      all.addAll(subject.engine().journal().ledger().events(Entries.rights(entry.id())).entries());
    }
    return all;
  }

  RequestFacts facts() {
    RequestFacts facts = RequestFacts.of(entries(subject)).get(id);
    if (facts == null) {
      throw new IllegalStateException("the person's data was erased");
    }
    return facts;
  }

  private Register register() {
    return subject.engine().register();
  }

  @Override
  public String id() {
    return id;
  }

  @Override
  public RequestStatus status() {
    return facts().status(register());
  }

  @Override
  public Step identify(Identity identity, Actor actor) {
    RequestFacts facts = facts();
    if (facts.done(RequestState.ANSWERED)) {
      return refused(StepRefusal.ANSWERED);
    }
    if (facts.identified()) {
      return refused(StepRefusal.ALREADY_DONE);
    }
    Right right = facts.right().orElse(null);
    if (right != null && !Identities.suffices(subject, right, Optional.of(identity))) {
      return refused(StepRefusal.IDENTITY_NOT_SUFFICIENT);
    }
    return record(Kinds.REQUEST_IDENTIFIED, Received.identified(subject, facts, identity, actor));
  }

  @Override
  public Step doubt(Cause why, Actor actor) {
    RequestFacts facts = facts();
    if (facts.done(RequestState.ANSWERED)) {
      return refused(StepRefusal.ANSWERED);
    }
    if (facts.identified() || !facts.needsIdentity(register())) {
      return refused(StepRefusal.NO_DOUBT);
    }
    if (facts.doubted()) {
      return refused(StepRefusal.ALREADY_DONE);
    }
    return record(Kinds.REQUEST_DOUBTED, because(why, actor));
  }

  @Override
  public Step extend(Cause why, Actor actor) {
    RequestFacts facts = facts();
    if (facts.done(RequestState.ANSWERED)) {
      return refused(StepRefusal.ANSWERED);
    }
    if (facts.isExtended()) {
      return refused(StepRefusal.ALREADY_DONE);
    }
    LocalDate today = LocalDate.ofInstant(subject.engine().clock().instant(), register().zone());
    if (today.isAfter(facts.firstDue(register()))) {
      return refused(StepRefusal.TOO_LATE_TO_EXTEND);
    }
    return record(Kinds.REQUEST_EXTENDED, because(why, actor));
  }

  @Override
  public Step locate(Actor actor) {
    RequestFacts facts = facts();
    Optional<StepRefusal> obstacle =
        obstacle(facts, RequestState.LOCATED)
            .or(
                () ->
                    facts.identified() || !facts.needsIdentity(register())
                        ? Optional.empty()
                        : Optional.of(StepRefusal.NOT_IDENTIFIED));
    if (obstacle.isPresent()) {
      return refused(obstacle.get());
    }
    Map<String, Object> fields = fields();
    fields.put("records", (long) subject.records().size());
    return record(Kinds.REQUEST_LOCATED, fields);
  }

  @Override
  public List<Assessment> proposal() {
    return Proposals.of(subject, facts().right().orElse(Right.ACCESS));
  }

  @Override
  public Step assess(List<Assessment> assessments, Actor actor) {
    RequestFacts facts = facts();
    Optional<StepRefusal> obstacle = obstacle(facts, RequestState.ASSESSED);
    if (obstacle.isPresent()) {
      return refused(obstacle.get());
    }
    if (!facts.done(RequestState.LOCATED)) {
      return refused(StepRefusal.NOT_LOCATED);
    }
    Set<RecordId> kept =
        subject.records().stream().map(RecordEntry::id).collect(Collectors.toSet());
    Set<RecordId> named = assessments.stream().map(Assessment::record).collect(Collectors.toSet());
    if (!kept.equals(named) || named.size() != assessments.size()) {
      return refused(StepRefusal.OTHER_RECORDS);
    }
    Map<String, Object> fields = fields();
    fields.put("outcomes", RequestFacts.write(assessments));
    Received.by(actor, fields);
    return record(Kinds.REQUEST_ASSESSED, fields);
  }

  @Override
  public Step tellRecipients(Actor actor) {
    RequestFacts facts = facts();
    Optional<StepRefusal> obstacle = obstacle(facts, RequestState.RECIPIENTS_TOLD);
    if (obstacle.isPresent()) {
      return refused(obstacle.get());
    }
    if (!facts.done(RequestState.EXECUTED)) {
      return refused(StepRefusal.NOT_EXECUTED);
    }
    Map<String, Object> fields = fields();
    fields.put("notices", (long) OwedNotices.owe(subject, id, facts.right().orElseThrow()));
    return record(Kinds.REQUEST_RECIPIENTS, fields);
  }

  @Override
  public List<ToldRecipient> recipients() {
    return OwedNotices.of(subject.engine(), id);
  }

  @Override
  public String letter(Locale language) {
    return Letter.of(subject, facts(), recipients(), language);
  }

  @Override
  public Step answer(Locale language, Actor actor) {
    RequestFacts facts = facts();
    Optional<StepRefusal> obstacle = obstacle(facts, RequestState.ANSWERED);
    if (obstacle.isPresent()) {
      return refused(obstacle.get());
    }
    if (!facts.done(RequestState.EXECUTED)) {
      return refused(StepRefusal.NOT_EXECUTED);
    }
    if (!facts.done(RequestState.RECIPIENTS_TOLD) && tellsRecipients(facts)) {
      return refused(StepRefusal.RECIPIENTS_NOT_TOLD);
    }
    String outcome = Proposals.granted(facts.assessments()) ? "granted" : "partly";
    return answered(outcome, letter(language), actor);
  }

  private static boolean tellsRecipients(RequestFacts facts) {
    Right right = facts.right().orElse(null);
    return right == Right.RECTIFICATION || right == Right.RESTRICTION || right == Right.ERASURE;
  }

  @Override
  public Step refuse(Cause why, Actor actor) {
    RequestFacts facts = facts();
    if (facts.done(RequestState.ANSWERED)) {
      return refused(StepRefusal.ANSWERED);
    }
    if (facts.done(RequestState.EXECUTED)) {
      return refused(StepRefusal.ALREADY_DONE);
    }
    return answered("refused", why.name(), actor);
  }

  private Step answered(String outcome, String statement, Actor actor) {
    Map<String, Object> fields = fields();
    fields.put("outcome", outcome);
    fields.put("statement", ErasureReceipt.digest(statement));
    Received.by(actor, fields);
    return record(Kinds.REQUEST_ANSWERED, fields);
  }

  /** That it was answered, or that the step was taken before. */
  private static Optional<StepRefusal> obstacle(RequestFacts facts, RequestState step) {
    if (facts.done(RequestState.ANSWERED)) {
      return Optional.of(StepRefusal.ANSWERED);
    }
    return facts.done(step) ? Optional.of(StepRefusal.ALREADY_DONE) : Optional.empty();
  }

  @Override
  public Access access() {
    require(Task.ANSWER_REQUESTS);
    begin(Right.ACCESS);
    return new AccessExport(subject, this);
  }

  @Override
  public Portability portability() {
    require(Task.ANSWER_REQUESTS);
    begin(Right.PORTABILITY);
    return new PortableData(subject, this);
  }

  @Override
  public RecordEntry rectify(RecordId record, String text, Actor actor) {
    require(Task.ANSWER_REQUESTS);
    RequestFacts facts = begin(Right.RECTIFICATION);
    RecordEntry old =
        subject.records().stream()
            .filter(entry -> entry.id().equals(record))
            .findFirst()
            .orElseThrow(() -> new IllegalArgumentException("the person has no such record"));
    if (!facts.done(RequestState.LOCATED)) {
      locate(actor);
    }
    RecordEntry put = Rectifying.of(subject.engine(), old, text);
    Map<String, Object> fields = fields();
    fields.put("record", put.id().toString());
    fields.put("replaces", record.toString());
    Received.by(actor, fields);
    record(Kinds.RECORD_RECTIFIED, fields);
    if (!facts().done(RequestState.EXECUTED)) {
      executed(1, 0);
    }
    Rectifying.dispose(subject.engine(), old, put);
    return put;
  }

  @Override
  public ErasureReceipt erase() {
    require(Task.ERASE);
    subject.requirePresent();
    RequestFacts stated = facts();
    boolean other = stated.right().filter(right -> right != Right.ERASURE).isPresent();
    if (other && stated.given().isPresent()) {
      // whoever asked for access and then for erasure made two requests under one identity
      Actor handler = actor == null ? stated.actor() : actor;
      return receive(subject, stated.given().get(), handler).erase();
    }
    RequestFacts facts = begin(Right.ERASURE);
    prepare(facts);
    return new Erasure(subject.engine()).of(subject, id);
  }

  /** Begins to carry out a right: the request must be of it and its person known well enough. */
  RequestFacts begin(Right right) {
    subject.requirePresent();
    RequestFacts facts = facts();
    if (facts.right().filter(stated -> stated != right).isPresent()) {
      throw new RequestRefused(StepRefusal.OTHER_RIGHT);
    }
    if (facts.refusedWholly()) {
      throw new RequestRefused(StepRefusal.ANSWERED);
    }
    if (facts.identified()) {
      return facts;
    }
    Identity given =
        facts.given().orElseThrow(() -> new RequestRefused(StepRefusal.NOT_IDENTIFIED));
    Identities.require(subject, right, Optional.of(given));
    Map<String, Object> fields = fields();
    fields.put("right", right.name());
    fields.put("method", given.method());
    fields.put("level", Identities.level(subject, Optional.of(given)).name());
    fields.put("actor", facts.actor().id());
    fields.put("role", facts.actor().role());
    record(Kinds.REQUEST_IDENTIFIED, fields);
    return facts();
  }

  /** Takes the steps before the execution that nobody took, as the register proposes. */
  List<Assessment> prepare(RequestFacts facts) {
    if (!facts.done(RequestState.LOCATED)) {
      locate(facts.actor());
    }
    if (!facts.done(RequestState.ASSESSED)) {
      assess(proposal(), facts.actor());
    }
    return facts().assessments();
  }

  /** Records that it was carried out. */
  void executed(int records, int withheld) {
    Map<String, Object> fields = fields();
    fields.put("records", (long) records);
    fields.put("withheld", (long) withheld);
    record(Kinds.REQUEST_EXECUTED, fields);
    settle();
  }

  /** What had to go while this request kept it goes now: no sweep would take it before its time. */
  void settle() {
    RaisedObjection.eraseBarred(subject);
    subject
        .consents()
        .forEach(
            (purpose, status) -> {
              if (status.state() == ConsentState.WITHDRAWN) {
                Sweeping.eraseCarried(
                    subject.engine(), subject.records(), purpose, "consent withdrawn");
              }
            });
  }

  private Map<String, Object> because(Cause why, Actor actor) {
    Map<String, Object> fields = fields();
    fields.put("why", why.name());
    Received.by(actor, fields);
    return fields;
  }

  Map<String, Object> fields() {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("request", id);
    return fields;
  }

  Step record(EventKind kind, Map<String, Object> fields) {
    Engine engine = subject.engine();
    subject.requirePresent();
    engine.standings().record(subject, kind, engine.clock().instant(), fields);
    return new Step.Taken();
  }

  private static Step refused(StepRefusal why) {
    return new Step.Refused(why);
  }

  @Override
  public Request by(Actor another) {
    return new RunningRequest(subject, id, another);
  }

  private void require(Task task) {
    subject.requirePresent();
    Actor acting = actor == null ? facts().actor() : actor;
    new Clearances(subject.engine()).require(subject.entry(), acting, task, null);
  }

  @Override
  public String toString() {
    return "Request[" + id + "]";
  }
}
