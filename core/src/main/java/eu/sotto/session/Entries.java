package eu.sotto.session;

import eu.sotto.ledger.Event;
import eu.sotto.ledger.EventKeys;
import eu.sotto.ledger.EventKind;
import eu.sotto.ledger.IndexTerm;
import eu.sotto.ledger.Recorded;
import eu.sotto.records.SubjectEntry;
import eu.sotto.records.SubjectId;
import eu.sotto.vocabulary.CallId;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Makes ledger events with the keys and index terms under which they are found again. */
public final class Entries {
  private static final String CALL = "call";
  private static final String SUBJECT = "subject";
  private static final String ENDINGS = "withdrawals";
  private static final String RIGHTS = "rights";

  private Entries() {}

  /**
   * Under which term all events of a call are found.
   *
   * @param call the host's identifier
   * @return the term
   */
  public static IndexTerm call(CallId call) {
    return new IndexTerm(CALL, call.value());
  }

  /**
   * Under which term all events of a subject are found.
   *
   * @param subject the subject
   * @return the term
   */
  public static IndexTerm subject(SubjectId subject) {
    return new IndexTerm(SUBJECT, subject.toString());
  }

  /**
   * Under which term the withdrawals of a subject, and what was found invalid, are found.
   *
   * @param subject the subject
   * @return the term
   */
  public static IndexTerm endings(SubjectId subject) {
    return new IndexTerm(ENDINGS, subject.toString());
  }

  /**
   * Under which term a subject's requests, objections and restrictions are found.
   *
   * @param subject the subject
   * @return the term
   */
  public static IndexTerm rights(SubjectId subject) {
    return new IndexTerm(RIGHTS, subject.toString());
  }

  /**
   * Under which term the requests of all subjects are found.
   *
   * @return the term
   */
  public static IndexTerm requests() {
    return new IndexTerm("requests", "all");
  }

  /**
   * Under which term what became of a request is found.
   *
   * @param id the request's id
   * @return the term
   */
  public static IndexTerm request(String id) {
    return new IndexTerm("request", id);
  }

  /** Under which term all legal holds are found. */
  static IndexTerm legalHolds() {
    return new IndexTerm("legal-holds", "all");
  }

  /** Under which term what became of a legal hold is found. */
  static IndexTerm legalHold(String id) {
    return new IndexTerm("legal-hold", id);
  }

  /**
   * Under which term the notices that are owed to others are found.
   *
   * @return the term
   */
  public static IndexTerm notices() {
    return new IndexTerm("notices", "all");
  }

  /**
   * Under which term the notices are found that are owed to others because of a request.
   *
   * @param request the request's id
   * @return the term
   */
  public static IndexTerm notices(String request) {
    return new IndexTerm("notices-because-of", request);
  }

  /**
   * Under which term the events of the call are found that an entry began.
   *
   * @param recorded an entry
   * @return the term, or empty if it did not begin a call
   */
  public static Optional<IndexTerm> callOf(Recorded recorded) {
    return callIdOf(recorded).map(Entries::call);
  }

  /**
   * The host's identifier of the call that an entry began.
   *
   * @param recorded an entry
   * @return the identifier, or empty if it did not begin a call
   */
  public static Optional<CallId> callIdOf(Recorded recorded) {
    return recorded.kind().equals(Kinds.CALL_ANSWERED.name())
        ? Optional.of(CallId.of(ConsentCodec.text(recorded.fields(), CALL)))
        : Optional.empty();
  }

  /** An event of a call; its step, if it has one, makes an idempotency key with the call. */
  static Event ofCall(
      SubjectEntry subject, CallId call, EventKind kind, Instant at, Fields fields) {
    String step = fields.step();
    Event event =
        write(kind, at, fields)
            .about(keys(subject))
            .indexed(call(call))
            .indexed(subject(subject.id()));
    return step == null ? event : event.once(call.value() + "\n" + step);
  }

  /**
   * An event of a subject.
   *
   * @param subject the subject
   * @param kind the kind
   * @param at when it happened
   * @param fields its fields
   * @return the event
   */
  public static Event ofSubject(SubjectEntry subject, EventKind kind, Instant at, Fields fields) {
    Event event = write(kind, at, fields).about(keys(subject)).indexed(subject(subject.id()));
    return once(event, fields);
  }

  /** The end of a consent in all calls of a subject. */
  static Event ending(SubjectEntry subject, EventKind kind, Instant at, Fields fields) {
    return ofSubject(subject, kind, at, fields).indexed(endings(subject.id()));
  }

  /**
   * What became of a request whose subject was erased: found by no term of the subject's.
   *
   * @param subject whose evidence key it is under
   * @param kind the kind
   * @param at when it happened
   * @param fields its fields
   * @return the event
   */
  public static Event ofRequest(SubjectEntry subject, EventKind kind, Instant at, Fields fields) {
    return once(ofRequest(write(kind, at, fields).about(keys(subject)), fields), fields);
  }

  /** What a subject asked for; requests and holds are found under terms of their own too. */
  static Event ofRights(SubjectEntry subject, EventKind kind, Instant at, Fields fields) {
    Event event = ofSubject(subject, kind, at, fields).indexed(rights(subject.id()));
    Object hold = fields.values().get("hold");
    if (hold != null) {
      return event.indexed(legalHolds()).indexed(legalHold(hold.toString()));
    }
    return ofRequest(event, fields);
  }

  private static Event ofRequest(Event event, Fields fields) {
    Object request = fields.values().get("request");
    return request == null ? event : event.indexed(requests()).indexed(request(request.toString()));
  }

  /**
   * An event that names nobody.
   *
   * @param kind a kind under the proof key
   * @param at when it happened
   * @param fields its fields
   * @return the event
   */
  public static Event ofNobody(EventKind kind, Instant at, Fields fields) {
    return once(write(kind, at, fields), fields);
  }

  private static Event write(EventKind kind, Instant at, Fields fields) {
    Event event = Event.of(kind, at);
    for (Map.Entry<String, Object> field : fields.values().entrySet()) {
      event = event.with(field.getKey(), field.getValue());
    }
    return event;
  }

  private static Event once(Event event, Fields fields) {
    String step = fields.step();
    return step == null ? event : event.once(step);
  }

  private static EventKeys keys(SubjectEntry subject) {
    return new EventKeys(subject.contentKey(), subject.evidenceKey());
  }

  /**
   * The fields of an event in schema order, and the step that makes it idempotent.
   *
   * @param values text, whole numbers and truth values by field name
   * @param step what tells this event from others in a retry, or null
   */
  public record Fields(LinkedHashMap<String, Object> values, @Nullable String step) {
    /**
     * Fields without a step.
     *
     * @param pairs names and values in turn
     * @return the fields
     */
    public static Fields of(Object... pairs) {
      var values = new LinkedHashMap<String, Object>();
      for (int i = 0; i < pairs.length; i += 2) {
        values.put((String) pairs[i], pairs[i + 1]);
      }
      return new Fields(values, null);
    }

    /**
     * Fields without a step.
     *
     * @param values by name
     * @return the fields
     */
    public static Fields of(Map<String, Object> values) {
      return new Fields(new LinkedHashMap<>(values), null);
    }

    /**
     * The same fields with a step.
     *
     * @param name what tells this event from others in a retry
     * @return a copy
     */
    public Fields step(String name) {
      return new Fields(values, name);
    }
  }
}
