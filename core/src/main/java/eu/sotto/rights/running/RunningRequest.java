package eu.sotto.rights.running;

import eu.sotto.consent.Withdrawal;
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
import eu.sotto.rights.Outcome;
import eu.sotto.rights.Portability;
import eu.sotto.rights.Request;
import eu.sotto.rights.RequestState;
import eu.sotto.rights.RequestStatus;
import eu.sotto.rights.Step;
import eu.sotto.rights.StepRefusal;
import eu.sotto.rights.ToldRecipient;
import eu.sotto.session.Engine;
import eu.sotto.session.Entries;
import eu.sotto.session.Kinds;
import eu.sotto.session.SubjectSession;
import eu.sotto.vocabulary.Actor;
import eu.sotto.vocabulary.Answer;
import eu.sotto.vocabulary.Cause;
import eu.sotto.vocabulary.Identity;
import eu.sotto.vocabulary.PurposeId;
import eu.sotto.vocabulary.Right;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
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
    Received.byHost(subject, new Received.Of(id, right, at), "", actor);
    HandOver.passOn(subject, id, right);
    return new RunningRequest(subject, id, actor);
  }

  /**
   * Records that another controller, for whom the host processes, gave an instruction.
   *
   * @param subject whose data it is about
   * @param controller who gave it
   * @param right of which right
   * @param at when it came in
   * @param actor who handles it
   * @return the request
   */
  public static RunningRequest instructed(
      SubjectSession subject, String controller, Right right, Instant at, Actor actor) {
    Behalf behalf = Behalf.instructed(subject.engine().register(), controller);
    subject.requirePresent();
    String id = subject.engine().randomId();
    Received.byHost(subject, new Received.Of(id, right, at), behalf.controller(), actor);
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

  static List<Recorded> entries(SubjectSession subject) {
    List<Recorded> all = new ArrayList<>();
    for (SubjectEntry entry : subject.entries()) {
      all.addAll(subject.engine().journal().ledger().events(Entries.rights(entry.id())).entries());
    }
    return all;
  }

  RequestFacts facts() {
    return RequestFacts.of(subject, id);
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
    require(actor);
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
    Step step =
        record(Kinds.REQUEST_IDENTIFIED, Received.identified(subject, facts, identity, actor));
    HandOver.passOn(subject, facts);
    return step;
  }

  @Override
  public Step doubt(Cause why, Actor actor) {
    require(actor);
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
    require(actor);
    RequestFacts facts = facts();
    if (facts.done(RequestState.ANSWERED)) {
      return refused(StepRefusal.ANSWERED);
    }
    if (facts.isExtended()) {
      return refused(StepRefusal.ALREADY_DONE);
    }
    LocalDate today = subject.engine().today();
    if (today.isAfter(facts.firstDue(register()))) {
      return refused(StepRefusal.TOO_LATE_TO_EXTEND);
    }
    return record(Kinds.REQUEST_EXTENDED, because(why, actor));
  }

  @Override
  public Step locate(Actor actor) {
    require(actor);
    return located();
  }

  Step located() {
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
    fields.put("records", (long) Proposals.records(subject, facts.behalf(register())).size());
    return record(Kinds.REQUEST_LOCATED, fields);
  }

  @Override
  public List<Assessment> proposal() {
    RequestFacts facts = facts();
    return Proposals.of(subject, facts.right().orElse(Right.ACCESS), facts.behalf(register()));
  }

  @Override
  public Step assess(List<Assessment> assessments, Actor actor) {
    require(actor);
    return assessed(assessments, actor);
  }

  Step assessed(List<Assessment> assessments, Actor actor) {
    RequestFacts facts = facts();
    Optional<StepRefusal> obstacle = obstacle(facts, RequestState.ASSESSED);
    if (obstacle.isPresent()) {
      return refused(obstacle.get());
    }
    if (!facts.done(RequestState.LOCATED)) {
      return refused(StepRefusal.NOT_LOCATED);
    }
    Behalf behalf = facts.behalf(register());
    List<RecordEntry> records = Proposals.records(subject, behalf);
    Set<RecordId> kept = records.stream().map(RecordEntry::id).collect(Collectors.toSet());
    Set<RecordId> named = assessments.stream().map(Assessment::record).collect(Collectors.toSet());
    if (!kept.equals(named) || named.size() != assessments.size()) {
      return refused(StepRefusal.OTHER_RECORDS);
    }
    Set<RecordId> passedOn =
        assessments.stream()
            .filter(one -> one.outcome() == Outcome.PASS_ON)
            .map(Assessment::record)
            .collect(Collectors.toSet());
    if (records.stream().anyMatch(one -> !behalf.covers(one) && !passedOn.contains(one.id()))) {
      return refused(StepRefusal.ANOTHER_CONTROLLER);
    }
    Map<String, Object> fields = fields();
    fields.put("outcomes", RequestFacts.write(assessments));
    Received.by(actor, fields);
    return record(Kinds.REQUEST_ASSESSED, fields);
  }

  @Override
  public Step tellRecipients(Actor actor) {
    require(actor);
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
    require(actor);
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
    HandOver.passOn(subject, facts);
    String outcome = Proposals.granted(facts.assessments()) ? "granted" : "partly";
    return answered(outcome, letter(language), actor);
  }

  private static boolean tellsRecipients(RequestFacts facts) {
    Right right = facts.right().orElse(null);
    return right == Right.RECTIFICATION || right == Right.RESTRICTION || right == Right.ERASURE;
  }

  @Override
  public Step refuse(Cause why, Actor actor) {
    require(actor);
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
    Execution execution = by(Task.ANSWER_REQUESTS);
    execution.begin(Right.ACCESS);
    return new AccessExport(subject, execution);
  }

  @Override
  public Portability portability() {
    Execution execution = by(Task.ANSWER_REQUESTS);
    execution.begin(Right.PORTABILITY);
    return new PortableData(subject, execution);
  }

  @Override
  public RecordEntry rectify(RecordId record, String text, Actor actor) {
    return new Execution(subject, this, actor).cleared(Task.ANSWER_REQUESTS).rectify(record, text);
  }

  @Override
  public List<Withdrawal> withdraw(Set<PurposeId> purposes, Answer answer) {
    Actor acting = actor == null ? facts().actor() : actor;
    return new Execution(subject, this, acting)
        .withdraw(Set.copyOf(purposes), Objects.requireNonNull(answer, "answer"));
  }

  @Override
  public Step insteadOfRestriction(Answer answer, Actor actor) {
    return new Execution(subject, this, actor)
        .cleared(Task.ANSWER_REQUESTS)
        .replaceRestrictions(Objects.requireNonNull(answer, "answer"));
  }

  @Override
  public ErasureReceipt erase() {
    return by(Task.ERASE).erase();
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

  /** Carried out by whoever handles it here, or received it. */
  private Execution by(Task task) {
    subject.requirePresent();
    Actor acting = actor == null ? facts().actor() : actor;
    return new Execution(subject, this, acting).cleared(task);
  }

  /** Every step is somebody's who is entrusted with requests. */
  private void require(Actor acting) {
    new Execution(subject, this, acting).cleared(Task.ANSWER_REQUESTS);
  }

  @Override
  public String toString() {
    return "Request[" + id + "]";
  }
}
