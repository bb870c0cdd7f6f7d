package eu.sotto.rights.running;

import eu.sotto.ledger.EventKind;
import eu.sotto.register.Task;
import eu.sotto.rights.Restriction;
import eu.sotto.rights.Step;
import eu.sotto.rights.StepRefusal;
import eu.sotto.session.Clearances;
import eu.sotto.session.Engine;
import eu.sotto.session.Kinds;
import eu.sotto.session.Standing.Restricted;
import eu.sotto.session.SubjectSession;
import eu.sotto.vocabulary.Actor;
import eu.sotto.vocabulary.Cause;
import eu.sotto.vocabulary.RestrictionGround;
import eu.sotto.vocabulary.Right;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A restriction of one person's data, as the ledger has it. */
public final class SetRestriction implements Restriction {
  private final SubjectSession subject;
  private final Restricted first;
  private final boolean recorded;

  private SetRestriction(SubjectSession subject, Restricted first, boolean recorded) {
    this.subject = subject;
    this.first = first;
    this.recorded = recorded;
  }

  /**
   * Restricts: it takes effect, then it is recorded.
   *
   * @param subject whose data
   * @param ground why
   * @param actor who received the request
   * @return the restriction
   */
  public static Restriction set(SubjectSession subject, RestrictionGround ground, Actor actor) {
    Restriction set = set(subject, ground, Behalf.of(subject.engine().register(), ""), actor);
    HandOver.passOn(subject, set.id(), Right.RESTRICTION);
    return set;
  }

  /**
   * Restricts what another controller decides on, as it instructs.
   *
   * @param subject whose data
   * @param ground why
   * @param controller who instructs the host
   * @param actor who received the instruction
   * @return the restriction
   * @throws IllegalArgumentException if the host does not process for that controller
   */
  public static Restriction instructed(
      SubjectSession subject, RestrictionGround ground, String controller, Actor actor) {
    return set(subject, ground, Behalf.instructed(subject.engine().register(), controller), actor);
  }

  private static Restriction set(
      SubjectSession subject, RestrictionGround ground, Behalf behalf, Actor actor) {
    subject.requirePresent();
    Engine engine = subject.engine();
    String id = engine.randomId();
    Instant now = engine.clock().instant();
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("restriction", id);
    fields.put("request", id);
    fields.put("ground", ground.name());
    Received.by(actor, fields);
    fields.put("controller", behalf.controller());
    boolean durable = engine.standings().act(subject, Kinds.RESTRICTION_SET, now, fields);
    Received.Of received = new Received.Of(id, Right.RESTRICTION, now);
    durable &= Received.byAct(subject, received, behalf.own() ? "" : behalf.controller());
    Restricted known = new Restricted(id, ground, behalf.controller(), now, null, null);
    return new SetRestriction(subject, known, durable);
  }

  /**
   * The restrictions of a person, the earliest first.
   *
   * @param subject whose
   * @return all, lifted ones included
   */
  public static List<Restriction> of(SubjectSession subject) {
    return subject.engine().standings().of(subject.id()).restrictions().values().stream()
        .sorted(Comparator.comparing(Restricted::since).thenComparing(Restricted::id))
        .<Restriction>map(known -> new SetRestriction(subject, known, true))
        .toList();
  }

  private Restricted known() {
    return subject
        .engine()
        .standings()
        .of(subject.id())
        .restrictions()
        .getOrDefault(first.id(), first);
  }

  @Override
  public String id() {
    return first.id();
  }

  @Override
  public RestrictionGround ground() {
    return first.ground();
  }

  @Override
  public String controller() {
    return first.controller().isEmpty()
        ? subject.engine().register().controller().name()
        : first.controller();
  }

  @Override
  public boolean inForce() {
    return known().inForce();
  }

  @Override
  public boolean recorded() {
    return recorded;
  }

  @Override
  public Step announceLift(Cause why, Actor actor) {
    require(actor);
    Restricted known = known();
    if (!known.inForce() || known.announced() != null) {
      return new Step.Refused(StepRefusal.ALREADY_DONE);
    }
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("restriction", id());
    fields.put("why", why.name());
    return record(Kinds.LIFT_ANNOUNCED, fields, actor);
  }

  @Override
  public String announcement(Locale language) {
    return language.getLanguage().equals(Locale.GERMAN.getLanguage())
        ? "Die Einschränkung der Verarbeitung Ihrer Daten ("
            + ground().article()
            + ") wird aufgehoben. Danach werden die Daten wieder wie vorher verarbeitet."
        : "The restriction of the processing of your data ("
            + ground().article()
            + ") is going to be lifted. After that the data is processed as before.";
  }

  @Override
  public Step lift(Actor actor) {
    require(actor);
    Restricted known = known();
    if (!known.inForce()) {
      return new Step.Refused(StepRefusal.ALREADY_DONE);
    }
    if (known.announced() == null) {
      return new Step.Refused(StepRefusal.LIFT_NOT_ANNOUNCED);
    }
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("restriction", id());
    return record(Kinds.RESTRICTION_LIFTED, fields, actor);
  }

  /** To set a restriction is anybody's, to end one is not. */
  private void require(Actor actor) {
    subject.requirePresent();
    new Clearances(subject.engine()).require(subject.entry(), actor, Task.ANSWER_REQUESTS, null);
  }

  private Step record(EventKind kind, Map<String, Object> fields, Actor actor) {
    Received.by(actor, fields);
    Engine engine = subject.engine();
    subject.requirePresent();
    engine.standings().record(subject, kind, engine.clock().instant(), fields);
    return new Step.Taken();
  }

  @Override
  public String toString() {
    return "Restriction[" + id() + "]";
  }
}
