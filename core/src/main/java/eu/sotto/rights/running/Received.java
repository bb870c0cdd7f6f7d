package eu.sotto.rights.running;

import eu.sotto.session.Kinds;
import eu.sotto.session.SubjectSession;
import eu.sotto.vocabulary.Actor;
import eu.sotto.vocabulary.Identity;
import eu.sotto.vocabulary.Right;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** How the receipt of a request is recorded. */
final class Received {
  static final String NUMBER = "number";

  /**
   * What was received.
   *
   * @param id the request's random id
   * @param right of which right
   * @param at when
   */
  record Of(String id, Right right, Instant at) {}

  private Received() {}

  /**
   * What acts on the number given: it has taken effect, so that it is received is recorded after.
   */
  static boolean byAct(SubjectSession subject, Of what, String controller) {
    return subject
        .engine()
        .standings()
        .act(subject, Kinds.RIGHT_REQUESTED, what.at(), fields(what, controller));
  }

  /** What has to be looked at first: durable when this returns. */
  static void byHost(SubjectSession subject, Of what, String controller, Actor actor) {
    Map<String, Object> fields = fields(what, controller);
    by(actor, fields);
    subject.engine().standings().record(subject, Kinds.RIGHT_REQUESTED, what.at(), fields);
  }

  /** What was asked by somebody whose identity was verified, of a right that is not stated yet. */
  static void verified(SubjectSession subject, String id, Identity identity, Actor actor) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("request", id);
    fields.put("right", "");
    fields.put("identity", identity.method());
    by(actor, fields);
    fields.put("controller", "");
    Instant now = subject.engine().clock().instant();
    subject.engine().standings().record(subject, Kinds.RIGHT_REQUESTED, now, fields);
  }

  /** How the identity behind a request was verified. */
  static Map<String, Object> identified(
      SubjectSession subject, RequestFacts facts, Identity identity, Actor actor) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("request", facts.id());
    fields.put("right", facts.right().map(Right::name).orElse(""));
    fields.put("method", identity.method());
    fields.put("level", Identities.level(subject, Optional.of(identity)).name());
    by(actor, fields);
    return fields;
  }

  /** The controller is named only where it gave an instruction. */
  private static Map<String, Object> fields(Of what, String controller) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("request", what.id());
    fields.put("right", what.right().name());
    fields.put("identity", NUMBER);
    fields.put("actor", "");
    fields.put("role", "");
    fields.put("controller", controller);
    return fields;
  }

  static void by(Actor actor, Map<String, Object> fields) {
    fields.put("actor", actor.id());
    fields.put("role", actor.role());
  }
}
