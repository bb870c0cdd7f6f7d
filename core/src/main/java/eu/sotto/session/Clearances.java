package eu.sotto.session;

import eu.sotto.permit.ActorRefused;
import eu.sotto.permit.Reason;
import eu.sotto.purpose.Clearance;
import eu.sotto.records.SubjectEntry;
import eu.sotto.register.Task;
import eu.sotto.session.Entries.Fields;
import eu.sotto.vocabulary.Actor;
import eu.sotto.vocabulary.Authentication;
import eu.sotto.vocabulary.PurposeId;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Who may do what in the controller's name; every refusal is recorded. Thread-safe. */
public final class Clearances {
  private final Engine engine;

  /**
   * The clearances of a store.
   *
   * @param engine what everything runs on
   */
  public Clearances(Engine engine) {
    this.engine = engine;
  }

  /**
   * Refuses and records what somebody may not do.
   *
   * @param about whose data it is about
   * @param actor who acts
   * @param task what is done
   * @param purpose for which purpose, or null for none in particular
   * @throws ActorRefused if anything stands against it
   */
  public void require(SubjectEntry about, Actor actor, Task task, @Nullable PurposeId purpose) {
    List<Reason> against = against(actor, task, purpose);
    if (!against.isEmpty()) {
      refused(about, new Act(actor, task, purpose), against);
      throw new ActorRefused(against);
    }
  }

  /**
   * Refuses and records what somebody may not do that is about nobody in particular.
   *
   * @param actor who acts
   * @param task what is done
   * @throws ActorRefused if anything stands against it
   */
  public void require(Actor actor, Task task) {
    List<Reason> against = against(actor, task, null);
    if (!against.isEmpty()) {
      Fields fields =
          Fields.of(
                  "task",
                  task.name().toLowerCase(Locale.ROOT),
                  "reasons",
                  codes(against),
                  "actor",
                  actor.id(),
                  "role",
                  actor.role(),
                  "authentication",
                  authentication(actor),
                  "register",
                  engine.register().version())
              .step("refused " + engine.randomId());
      engine
          .journal()
          .recordEffect(Entries.ofNobody(Kinds.ACT_REFUSED, engine.clock().instant(), fields));
      throw new ActorRefused(against);
    }
  }

  /** An act in the controller's name. */
  record Act(Actor actor, Task task, @Nullable PurposeId purpose) {}

  List<Reason> against(Actor actor, Task task, @Nullable PurposeId purpose) {
    LocalDate day = engine.today();
    return Clearance.of(engine.register(), day).against(actor, task, purpose);
  }

  void refused(SubjectEntry about, Act act, List<Reason> reasons) {
    Fields fields =
        Fields.of(
                "task",
                act.task().name().toLowerCase(Locale.ROOT),
                "purpose",
                act.purpose() == null ? "" : act.purpose().value(),
                "reasons",
                codes(reasons),
                "actor",
                act.actor().id(),
                "role",
                act.actor().role(),
                "authentication",
                authentication(act.actor()),
                "register",
                engine.register().version())
            .step("refused " + engine.randomId());
    engine
        .journal()
        .recordEffect(
            Entries.ofSubject(about, Kinds.ACTOR_REFUSED, engine.clock().instant(), fields));
  }

  static String codes(List<Reason> reasons) {
    return reasons.stream().map(r -> r.code().name()).distinct().collect(Collectors.joining(" "));
  }

  static String authentication(Actor actor) {
    Authentication how = actor.authenticated();
    return how == null ? "" : how.name();
  }
}
