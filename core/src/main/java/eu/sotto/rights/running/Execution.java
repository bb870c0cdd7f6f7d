package eu.sotto.rights.running;

import eu.sotto.consent.ConsentState;
import eu.sotto.consent.Method;
import eu.sotto.consent.Withdrawal;
import eu.sotto.ledger.EventKind;
import eu.sotto.records.RecordEntry;
import eu.sotto.records.RecordId;
import eu.sotto.register.Task;
import eu.sotto.rights.Assessment;
import eu.sotto.rights.ErasureReceipt;
import eu.sotto.rights.Outcome;
import eu.sotto.rights.RequestRefused;
import eu.sotto.rights.RequestState;
import eu.sotto.rights.Step;
import eu.sotto.rights.StepRefusal;
import eu.sotto.session.Clearances;
import eu.sotto.session.Kinds;
import eu.sotto.session.Standing.Restricted;
import eu.sotto.session.SubjectSession;
import eu.sotto.session.Sweeping;
import eu.sotto.vocabulary.Actor;
import eu.sotto.vocabulary.Answer;
import eu.sotto.vocabulary.Identity;
import eu.sotto.vocabulary.PurposeId;
import eu.sotto.vocabulary.Right;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A request being carried out by somebody: the steps before it that nobody took are taken as the
 * register proposes.
 */
final class Execution {
  private static final Comparator<PurposeId> BY_NAME = Comparator.comparing(PurposeId::value);

  private final SubjectSession subject;
  private final RunningRequest request;
  private final Actor actor;

  Execution(SubjectSession subject, RunningRequest request, Actor actor) {
    this.subject = subject;
    this.request = request;
    this.actor = actor;
  }

  /** Refuses and records what the actor is not entrusted with. */
  Execution cleared(Task task) {
    subject.requirePresent();
    new Clearances(subject.engine()).require(subject.entry(), actor, task, null);
    return this;
  }

  /** Refuses a request that is not of the right, or whose person is not known well enough. */
  private RequestFacts admitted(Right right) {
    subject.requirePresent();
    RequestFacts facts = request.facts();
    if (facts.right().filter(stated -> stated != right).isPresent()) {
      throw new RequestRefused(StepRefusal.OTHER_RIGHT);
    }
    if (facts.refusedWholly()) {
      throw new RequestRefused(StepRefusal.ANSWERED);
    }
    if (!sure(facts)) {
      if (facts.given().isEmpty()) {
        throw new RequestRefused(StepRefusal.NOT_IDENTIFIED);
      }
      Identities.require(subject, right, facts.given());
    }
    return facts;
  }

  private boolean sure(RequestFacts facts) {
    return facts.identified() || !facts.needsIdentity(subject.engine().register());
  }

  /** Begins to carry out a right; whoever does vouches for the identity that was stated. */
  RequestFacts begin(Right right) {
    RequestFacts facts = admitted(right);
    if (sure(facts)) {
      HandOver.passOn(subject, facts);
      return facts;
    }
    Identity given = facts.given().orElseThrow();
    Map<String, Object> fields = request.fields();
    fields.put("right", right.name());
    fields.put("method", given.method());
    fields.put("level", Identities.level(subject, Optional.of(given)).name());
    Received.by(actor, fields);
    request.record(Kinds.REQUEST_IDENTIFIED, fields);
    RequestFacts known = request.facts();
    HandOver.passOn(subject, known);
    return known;
  }

  /** What was laid down, or is now as the register proposes. */
  List<Assessment> prepare(RequestFacts facts) {
    if (!facts.done(RequestState.LOCATED)) {
      request.located();
    }
    if (!facts.done(RequestState.ASSESSED)) {
      request.assessed(request.proposal(), actor);
    }
    return request.facts().assessments();
  }

  RecordEntry rectify(RecordId record, String text) {
    RequestFacts facts = begin(Right.RECTIFICATION);
    RecordEntry old =
        subject.records().stream()
            .filter(entry -> entry.id().equals(record))
            .findFirst()
            .orElseThrow(() -> new IllegalArgumentException("the person has no such record"));
    if (!behalf(facts).covers(old)) {
      throw new RequestRefused(StepRefusal.ANOTHER_CONTROLLER);
    }
    if (!facts.done(RequestState.LOCATED)) {
      request.located();
    }
    RecordEntry put = Rectifying.of(subject.engine(), old, text);
    Map<String, Object> fields = request.fields();
    fields.put("record", put.id().toString());
    fields.put("replaces", record.toString());
    Received.by(actor, fields);
    request.record(Kinds.RECORD_RECTIFIED, fields);
    if (!request.facts().done(RequestState.EXECUTED)) {
      executed(1, 0);
    }
    Rectifying.dispose(subject.engine(), old, put);
    return put;
  }

  ErasureReceipt erase() {
    RequestFacts stated = request.facts();
    boolean other = stated.right().filter(right -> right != Right.ERASURE).isPresent();
    if (other && stated.given().isPresent()) {
      // whoever asked for access and then for erasure made two requests under one identity
      return RunningRequest.receive(subject, stated.given().get(), actor).erase();
    }
    RequestFacts facts = begin(Right.ERASURE);
    if (!replaceable(facts).isEmpty()) {
      throw new RequestRefused(StepRefusal.RESTRICTION_STANDS);
    }
    prepare(facts);
    boolean shared = !Concerned.of(subject, behalf(facts)).others().isEmpty();
    return shared
        ? new ErasureInPart(subject, request, actor).erase()
        : new Erasure(subject.engine()).of(subject, request.id());
  }

  Behalf behalf(RequestFacts facts) {
    return facts.behalf(subject.engine().register());
  }

  /**
   * The restrictions under which the person wants the data to stay, and which they have not said to
   * want an erasure instead of. Source: GDPR Art. 18(1)(b), (c).
   */
  private List<String> replaceable(RequestFacts facts) {
    Behalf behalf = behalf(facts);
    Set<String> replaced = facts.replaced();
    return subject.engine().standings().of(subject.id()).restrictions().values().stream()
        .filter(one -> one.inForce() && one.ground().keeps())
        .filter(one -> one.controller().isEmpty() || one.controller().equals(behalf.controller()))
        .map(Restricted::id)
        .filter(id -> !replaced.contains(id))
        .sorted()
        .toList();
  }

  /** That the person changed their mind is recorded; the restrictions stand until the erasure. */
  Step replaceRestrictions(Answer answer) {
    RequestFacts facts;
    try {
      facts = begin(Right.ERASURE);
    } catch (RequestRefused e) {
      return new Step.Refused(e.why());
    }
    if (facts.done(RequestState.ANSWERED)) {
      return new Step.Refused(StepRefusal.ANSWERED);
    }
    List<String> restrictions = replaceable(facts);
    if (restrictions.isEmpty()) {
      return new Step.Refused(
          facts.replaced().isEmpty() ? StepRefusal.NOTHING_RESTRICTED : StepRefusal.ALREADY_DONE);
    }
    Map<String, Object> fields = request.fields();
    fields.put("restrictions", String.join(" ", restrictions));
    fields.put("method", Method.of(answer).name());
    Received.by(actor, fields);
    return request.record(Kinds.RESTRICTION_REPLACED, fields);
  }

  /** A withdrawal acts before anything of it is recorded. */
  List<Withdrawal> withdraw(Set<PurposeId> purposes, Answer answer) {
    purposes.forEach(subject::consent);
    RequestFacts facts = admitted(Right.WITHDRAWAL);
    if (facts.done(RequestState.EXECUTED)) {
      throw new RequestRefused(StepRefusal.ALREADY_DONE);
    }
    List<Withdrawal> done =
        (purposes.isEmpty() ? everAsked() : purposes)
            .stream().sorted(BY_NAME).map(purpose -> subject.withdraw(purpose, answer)).toList();
    begin(Right.WITHDRAWAL);
    Set<RecordId> left =
        subject.records().stream().map(RecordEntry::id).collect(Collectors.toSet());
    List<RecordId> carried = done.stream().flatMap(one -> one.touched().stream()).toList();
    int withheld = Math.toIntExact(carried.stream().filter(left::contains).count());
    Map<String, Object> fields = executed(fields(), carried.size() - withheld, withheld);
    fields.put(
        "purposes",
        done.stream().map(one -> one.purpose().value()).collect(Collectors.joining(" ")));
    record(Kinds.REQUEST_EXECUTED, fields);
    settle();
    return done;
  }

  /** What was refused last may stand in an earlier call: only what was never asked is left out. */
  private Set<PurposeId> everAsked() {
    return subject.consents().entrySet().stream()
        .filter(one -> one.getValue().state() != ConsentState.UNKNOWN)
        .filter(one -> one.getValue().state() != ConsentState.WITHDRAWN)
        .map(Map.Entry::getKey)
        .collect(Collectors.toSet());
  }

  /** Records what was done, as what it is. */
  void record(EventKind kind, Map<String, Object> fields) {
    request.record(kind, fields);
  }

  Map<String, Object> fields() {
    return request.fields();
  }

  /** Records that it was carried out. */
  void executed(int records, int withheld) {
    request.record(Kinds.REQUEST_EXECUTED, executed(fields(), records, withheld));
    settle();
  }

  private static Map<String, Object> executed(
      Map<String, Object> fields, int records, int withheld) {
    fields.put("records", (long) records);
    fields.put("withheld", (long) withheld);
    return fields;
  }

  /** For how many records that its controller decides on it was laid down what becomes of them. */
  int assessed() {
    return (int)
        request.facts().assessments().stream()
            .filter(one -> one.outcome() != Outcome.PASS_ON)
            .count();
  }

  Behalf behalf() {
    return behalf(request.facts());
  }

  /** What had to go while this request kept it goes now. */
  void settle() {
    Sweeping.eraseAsked(subject.engine(), subject.entries());
  }
}
