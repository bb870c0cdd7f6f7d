package eu.sotto.session;

import eu.sotto.ledger.Event;
import eu.sotto.ledger.EventKind;
import eu.sotto.ledger.IndexTerm;
import eu.sotto.ledger.KeyClass;
import eu.sotto.records.SubjectEntry;
import eu.sotto.session.Entries.Fields;
import java.time.Instant;
import java.util.List;

/**
 * The events about outcomes of AI and their review, each with the key that seals it and its fields
 * in schema order. What says something about the person goes with the content key; who looked and
 * decided is evidence.
 */
public final class CaseEvents {
  /** A machine, or the person who corrected it, came to an outcome. */
  public static final EventKind OUTCOME =
      of(
          "ai_outcome_recorded",
          KeyClass.CONTENT,
          "decision",
          "subject",
          "purpose",
          "result",
          "inputs",
          "model",
          "confidence",
          "involvement",
          "procedure",
          "principles",
          "special",
          "review",
          "replaces",
          "register");

  /** The right to an outcome ended before it was handed out. */
  public static final EventKind DROPPED = of("ai_outcome_dropped", KeyClass.EVIDENCE, "decision");

  /** Somebody holds an outcome for wrong. */
  public static final EventKind CHALLENGED =
      of(
          "ai_outcome_challenged",
          KeyClass.CONTENT,
          "review",
          "decision",
          "cause",
          "words",
          "actor",
          "role");

  /** A reviewer opened what an outcome rests on. */
  public static final EventKind INPUT_SEEN =
      of("review_input_seen", KeyClass.EVIDENCE, "review", "decision", "record", "actor", "role");

  /** Why a review ended as it did. */
  public static final EventKind REASONED =
      of("review_reasoned", KeyClass.CONTENT, "review", "decision", "resolution", "reason");

  /** A review ended. */
  public static final EventKind RESOLVED =
      of(
          "review_resolved",
          KeyClass.EVIDENCE,
          "review",
          "decision",
          "resolution",
          "verdict",
          "successor",
          "tell",
          "actor",
          "role");

  /** Something happened that the caller has to be told. */
  public static final EventKind EFFECT =
      of(
          "effect_stated",
          KeyClass.CONTENT,
          "duty",
          "subject",
          "effect",
          "purpose",
          "what",
          "remedy",
          "actor",
          "role");

  /** The caller was told. */
  public static final EventKind TOLD =
      of("caller_told", KeyClass.EVIDENCE, "duty", "about", "method", "actor", "role");

  /** A recurring review was done. */
  public static final EventKind REVIEWED =
      of("recurring_review_done", KeyClass.PROOF, "name", "actor", "role", "register");

  private CaseEvents() {}

  private static EventKind of(String name, KeyClass keyClass, String... fields) {
    return new EventKind(name, 1, keyClass, List.of(fields));
  }

  /**
   * Under which term every review and everything to be told is found.
   *
   * @return the term
   */
  public static IndexTerm open() {
    return new IndexTerm("oversight", "all");
  }

  /**
   * Under which term all that happened to an outcome is found.
   *
   * @param decision its id
   * @return the term
   */
  public static IndexTerm decision(String decision) {
    return new IndexTerm("ai outcome", decision);
  }

  /**
   * Under which term a recurring review is found.
   *
   * @param name its name in the register
   * @return the term
   */
  public static IndexTerm recurring(String name) {
    return new IndexTerm("recurring review", name);
  }

  /**
   * An event about an outcome of a call, found under the call too.
   *
   * @param call the call
   * @param decision the outcome's id
   * @param kind the kind
   * @param fields its fields
   * @return the event
   */
  public static Event ofCall(CallSession call, String decision, EventKind kind, Fields fields) {
    return call.event(kind, call.caller().engine().clock().instant(), fields)
        .indexed(decision(decision));
  }

  /**
   * The correction of an outcome.
   *
   * @param subject whose
   * @param decision the correction's id
   * @param at when it was made
   * @param fields its fields
   * @return the event
   */
  public static Event outcome(SubjectEntry subject, String decision, Instant at, Fields fields) {
    return Entries.ofSubject(subject, OUTCOME, at, fields).indexed(decision(decision));
  }

  /**
   * An event about a person that is to be found with all reviews.
   *
   * @param subject whose
   * @param kind the kind
   * @param at when it happened
   * @param fields its fields
   * @return the event
   */
  public static Event ofSubject(SubjectEntry subject, EventKind kind, Instant at, Fields fields) {
    Event event = Entries.ofSubject(subject, kind, at, fields).indexed(open());
    Object decision = fields.values().get("decision");
    return decision == null ? event : event.indexed(decision(decision.toString()));
  }

  /**
   * Records what has already acted; tried again until it is stored.
   *
   * @param engine what everything runs on
   * @param event the event; it needs an idempotency key
   */
  public static void recordEffect(Engine engine, Event event) {
    var unused = engine.journal().recordEffect(event);
  }

  /**
   * What happened in a call.
   *
   * @param call the call
   * @return the term under which it is found
   */
  public static IndexTerm call(CallSession call) {
    return Entries.call(call.id());
  }
}
