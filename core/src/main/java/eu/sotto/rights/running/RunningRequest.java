package eu.sotto.rights.running;

import eu.sotto.rights.Access;
import eu.sotto.rights.ErasureReceipt;
import eu.sotto.rights.Request;
import eu.sotto.session.Engine;
import eu.sotto.session.Entries;
import eu.sotto.session.Entries.Fields;
import eu.sotto.session.Kinds;
import eu.sotto.session.SubjectSession;
import eu.sotto.vocabulary.Actor;
import eu.sotto.vocabulary.Identity;

/** A recorded request of one person. */
public final class RunningRequest implements Request {
  private final SubjectSession subject;
  private final String id;

  private RunningRequest(SubjectSession subject, String id) {
    this.subject = subject;
    this.id = id;
  }

  /**
   * Records that a request was received.
   *
   * @param subject whose data it is about
   * @param identity how the identity was verified
   * @param actor who handles it
   * @return the request
   */
  public static RunningRequest receive(SubjectSession subject, Identity identity, Actor actor) {
    subject.requirePresent();
    Engine engine = subject.engine();
    String id = engine.randomId();
    Fields fields =
        Fields.of(
            "request", id,
            "identity", identity.method(),
            "actor", actor.id(),
            "role", actor.role());
    engine
        .journal()
        .record(
            Entries.ofSubject(
                subject.entry(), Kinds.REQUEST_RECEIVED, engine.clock().instant(), fields));
    return new RunningRequest(subject, id);
  }

  @Override
  public Access access() {
    subject.requirePresent();
    return new AccessExport(subject, id);
  }

  @Override
  public ErasureReceipt erase() {
    subject.requirePresent();
    return new Erasure(subject.engine()).of(subject);
  }

  @Override
  public String toString() {
    return "Request[" + id + "]";
  }
}
