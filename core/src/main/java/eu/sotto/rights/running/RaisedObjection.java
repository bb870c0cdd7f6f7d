package eu.sotto.rights.running;

import eu.sotto.consent.Method;
import eu.sotto.records.RecordEntry;
import eu.sotto.register.LegalBasis;
import eu.sotto.register.Purpose;
import eu.sotto.register.Register;
import eu.sotto.register.Task;
import eu.sotto.rights.Objection;
import eu.sotto.rights.Step;
import eu.sotto.rights.StepRefusal;
import eu.sotto.session.Clearances;
import eu.sotto.session.Engine;
import eu.sotto.session.Kinds;
import eu.sotto.session.Standing;
import eu.sotto.session.Standing.Objected;
import eu.sotto.session.SubjectSession;
import eu.sotto.session.Sweeping;
import eu.sotto.vocabulary.Actor;
import eu.sotto.vocabulary.Answer;
import eu.sotto.vocabulary.Cause;
import eu.sotto.vocabulary.PurposeId;
import eu.sotto.vocabulary.Right;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** An objection of one person, as the ledger has it. */
public final class RaisedObjection implements Objection {
  private final SubjectSession subject;
  private final String id;
  private final boolean recorded;

  private RaisedObjection(SubjectSession subject, String id, boolean recorded) {
    this.subject = subject;
    this.id = id;
    this.recorded = recorded;
  }

  /**
   * Objects: it takes effect, then it is recorded.
   *
   * @param subject who objects
   * @param purposes to what; none for everything that can be objected to
   * @param marketing whether to direct marketing
   * @param answer by which act
   * @return the objection
   */
  public static Objection raise(
      SubjectSession subject, Collection<PurposeId> purposes, boolean marketing, Answer answer) {
    subject.requirePresent();
    Engine engine = subject.engine();
    purposes.forEach(purpose -> requireObjectable(engine, purpose, marketing));
    String id = engine.randomId();
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("objection", id);
    fields.put("request", id);
    fields.put(
        "purposes",
        purposes.stream().map(PurposeId::value).sorted().collect(Collectors.joining(" ")));
    fields.put("marketing", marketing);
    fields.put("method", Method.of(answer).name());
    boolean durable = engine.standings().act(subject, Kinds.OBJECTION_RAISED, answer.at(), fields);
    Received.Of received = new Received.Of(id, Right.OBJECTION, answer.at());
    durable &= Received.byAct(subject, received, "");
    HandOver.passOn(subject, id, Right.OBJECTION);
    RaisedObjection raised = new RaisedObjection(subject, id, durable);
    if (marketing) {
      withdraw(subject, purposes, answer);
      raised.erase("objection to direct marketing", raised.own());
    }
    return raised;
  }

  private static void requireObjectable(Engine engine, PurposeId id, boolean marketing) {
    Purpose purpose = engine.declared(id);
    if (marketing && !Standing.advertises(purpose, engine.register())) {
      throw new IllegalArgumentException("the purpose " + id + " is not one of direct marketing");
    }
    if (!marketing && !Standing.weighed(purpose)) {
      throw new IllegalArgumentException(
          "the purpose " + id + " does not rest on Art. 6(1)(e) or (f): no objection bars it");
    }
  }

  /** Who wants no advertising any more consents to none. */
  private static void withdraw(
      SubjectSession subject, Collection<PurposeId> purposes, Answer answer) {
    Register register = subject.engine().register();
    register.purposes().stream()
        .filter(purpose -> purposes.isEmpty() || purposes.contains(purpose.id()))
        .filter(purpose -> Standing.advertises(purpose, register))
        .filter(purpose -> purpose.basis() == LegalBasis.CONSENT)
        .forEach(purpose -> subject.withdraw(purpose.id(), answer));
  }

  /**
   * The objections of a person, the earliest first.
   *
   * @param subject whose
   * @return all, decided ones included
   */
  public static List<Objection> of(SubjectSession subject) {
    return subject.engine().standings().of(subject.id()).objections().values().stream()
        .sorted(Comparator.comparing(Objected::at).thenComparing(Objected::id))
        .<Objection>map(known -> new RaisedObjection(subject, known.id(), true))
        .toList();
  }

  @Override
  public String id() {
    return id;
  }

  private Objected known() {
    Objected known = subject.engine().standings().of(subject.id()).objections().get(id);
    if (known == null) {
      throw new IllegalStateException("the person's data was erased");
    }
    return known;
  }

  @Override
  public Set<PurposeId> bars() {
    Register register = subject.engine().register();
    Objected known = known();
    return register.purposes().stream()
        .filter(purpose -> known.bars(purpose, register))
        .map(Purpose::id)
        .collect(Collectors.toUnmodifiableSet());
  }

  @Override
  public State state() {
    Objected known = known();
    if (known.marketing()) {
      return State.FINAL;
    }
    return known
        .decision(own().controller())
        .map(decision -> decision.overridden() ? State.OVERRIDDEN : State.UPHELD)
        .orElse(State.PENDING);
  }

  @Override
  public boolean recorded() {
    return recorded;
  }

  @Override
  public Step uphold(Cause why, Actor actor) {
    return uphold(why, own(), actor);
  }

  @Override
  public Step uphold(Cause why, String controller, Actor actor) {
    return uphold(why, Behalf.instructed(subject.engine().register(), controller), actor);
  }

  private Step uphold(Cause why, Behalf behalf, Actor actor) {
    Step step = decide("upheld", why, behalf, actor);
    if (step.taken()) {
      erase("objection upheld", behalf);
    }
    return step;
  }

  @Override
  public Step override(Cause grounds, Actor actor) {
    return decide("overridden", grounds, own(), actor);
  }

  @Override
  public Step override(Cause grounds, String controller, Actor actor) {
    Behalf behalf = Behalf.instructed(subject.engine().register(), controller);
    return decide("overridden", grounds, behalf, actor);
  }

  private Behalf own() {
    return Behalf.of(subject.engine().register(), "");
  }

  /** What stands against a decision; an objection to others' purposes alone is theirs to decide. */
  private Optional<StepRefusal> obstacle(Objected known, Behalf behalf) {
    if (known.marketing()) {
      return Optional.of(StepRefusal.MARKETING_IS_FINAL);
    }
    if (known.decision(behalf.controller()).isPresent()) {
      return Optional.of(StepRefusal.ALREADY_DONE);
    }
    return reaches(known, behalf) ? Optional.empty() : Optional.of(StepRefusal.ANOTHER_CONTROLLER);
  }

  private static boolean reaches(Objected known, Behalf behalf) {
    return known.purposes().isEmpty() || known.purposes().stream().anyMatch(behalf::covers);
  }

  private Step decide(String outcome, Cause why, Behalf behalf, Actor actor) {
    Objected known = known();
    new Clearances(subject.engine()).require(subject.entry(), actor, Task.ANSWER_REQUESTS, null);
    Optional<StepRefusal> obstacle = obstacle(known, behalf);
    if (obstacle.isPresent()) {
      return new Step.Refused(obstacle.get());
    }
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("objection", id);
    if (behalf.own() || !reaches(known, own())) {
      // the host's request is carried out when the host has decided, if there is anything for it
      fields.put("request", id);
    }
    fields.put("outcome", outcome);
    fields.put("why", why.name());
    fields.put("actor", actor.id());
    fields.put("role", actor.role());
    fields.put("controller", behalf.controller());
    Engine engine = subject.engine();
    engine.standings().record(subject, Kinds.OBJECTION_DECIDED, engine.clock().instant(), fields);
    return new Step.Taken();
  }

  /** Art. 17(1)(c); what another controller decides on goes when that instructs it. */
  private void erase(String ground, Behalf behalf) {
    Set<PurposeId> barred = bars();
    List<RecordEntry> records =
        subject.records().stream()
            .filter(entry -> barred.contains(entry.what().purpose()))
            .filter(behalf::covers)
            .toList();
    Sweeping.eraseObjected(subject.engine(), records, ground);
  }

  @Override
  public String toString() {
    return "Objection[" + id + "]";
  }
}
