package eu.sotto.session;

import eu.sotto.register.Task;
import eu.sotto.session.Entries.Fields;
import eu.sotto.vocabulary.Actor;

/** The recorded act of stating that two subjects are one person. */
public final class Linking {
  private Linking() {}

  /**
   * Records the act under both, then links.
   *
   * @param engine what everything runs on
   * @param one a subject
   * @param other another subject
   * @param actor who found it out
   */
  public static void link(Engine engine, SubjectSession one, SubjectSession other, Actor actor) {
    new Clearances(engine).require(one.entry(), actor, Task.LINK_SUBJECTS, null);
    record(engine, one, other, actor);
    record(engine, other, one, actor);
    engine.records().subjects().link(one.id(), other.id());
    engine.standings().changed();
    engine.questions().changed(one.id());
    engine.questions().changed(other.id());
  }

  private static void record(
      Engine engine, SubjectSession subject, SubjectSession linked, Actor actor) {
    Fields fields =
        Fields.of("subject", linked.id().toString(), "actor", actor.id(), "role", actor.role());
    engine
        .journal()
        .record(
            Entries.ofSubject(
                subject.entry(), Kinds.SUBJECTS_LINKED, engine.clock().instant(), fields));
  }
}
