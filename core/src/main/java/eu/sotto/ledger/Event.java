package eu.sotto.ledger;

import eu.sotto.crypto.KeyId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Something that happened, about to be recorded. Immutable and thread-safe. */
public final class Event {
  /** The greatest number of index terms of an event. */
  public static final int MAX_TERMS = 16;

  private final EventKind kind;
  private final Instant happenedAt;
  private final @Nullable EventKeys keys;
  private final Map<String, Object> fields;
  private final List<IndexTerm> index;
  private final @Nullable String idempotencyKey;

  private Event(
      EventKind kind,
      Instant happenedAt,
      @Nullable EventKeys keys,
      Map<String, Object> fields,
      Retrieval retrieval) {
    this.kind = kind;
    this.happenedAt = happenedAt;
    this.keys = keys;
    this.fields = fields;
    this.index = retrieval.index;
    this.idempotencyKey = retrieval.idempotencyKey;
  }

  private record Retrieval(List<IndexTerm> index, @Nullable String idempotencyKey) {}

  /**
   * An event without a subject; its kind must name the proof key, unless {@link #about} follows.
   *
   * @param kind its kind
   * @param happenedAt when it happened, which may be long before it is recorded
   * @return the event, without fields
   */
  public static Event of(EventKind kind, Instant happenedAt) {
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(happenedAt, "happenedAt");
    return new Event(kind, happenedAt, null, Map.of(), new Retrieval(List.of(), null));
  }

  /**
   * With the keys of the subject that it is about.
   *
   * @param subjectKeys the subject's keys
   * @return the event
   */
  public Event about(EventKeys subjectKeys) {
    Objects.requireNonNull(subjectKeys, "subject keys");
    return new Event(kind, happenedAt, subjectKeys, fields, retrieval());
  }

  /**
   * With a field; fields that an event lacks are simply not there.
   *
   * @param name a field of the kind
   * @param value a {@link String} without unpaired surrogates, a {@link Boolean}, or a {@link Long}
   *     or {@link Integer} between −2^53 and 2^53
   * @return the event
   * @throws IllegalArgumentException if the kind has no such field or the value is another one
   */
  public Event with(String name, Object value) {
    if (!kind.fields().contains(name)) {
      throw new IllegalArgumentException(kind.label() + " has no field " + name);
    }
    Map<String, Object> extended = new LinkedHashMap<>(fields);
    extended.put(name, checked(value));
    return new Event(kind, happenedAt, keys, Collections.unmodifiableMap(extended), retrieval());
  }

  private static Object checked(Object value) {
    if (value instanceof Long || value instanceof Integer) {
      long number = ((Number) value).longValue();
      Jcs.requireExact(number);
      return number;
    }
    if (value instanceof String text) {
      Jcs.bytes(text);
      return text;
    }
    if (value instanceof Boolean) {
      return value;
    }
    throw new IllegalArgumentException("a field is a string, a whole number or a boolean");
  }

  /**
   * With a term by which it is found again.
   *
   * @param term the term
   * @return the event
   * @throws IllegalArgumentException if there are {@value #MAX_TERMS} already
   */
  public Event indexed(IndexTerm term) {
    List<IndexTerm> extended = new ArrayList<>(index);
    if (!extended.contains(term)) {
      extended.add(term);
    }
    if (extended.size() > MAX_TERMS) {
      throw new IllegalArgumentException("an event has up to " + MAX_TERMS + " index terms");
    }
    Retrieval retrieval = new Retrieval(List.copyOf(extended), idempotencyKey);
    return new Event(kind, happenedAt, keys, fields, retrieval);
  }

  /**
   * With a key under which it is recorded once, however often it is appended.
   *
   * @param key unique for this step; it may be personal and is stored as a keyed token only
   * @return the event
   */
  public Event once(String key) {
    Objects.requireNonNull(key, "idempotency key");
    return new Event(kind, happenedAt, keys, fields, new Retrieval(index, key));
  }

  private Retrieval retrieval() {
    return new Retrieval(index, idempotencyKey);
  }

  /**
   * Its kind.
   *
   * @return the kind
   */
  public EventKind kind() {
    return kind;
  }

  /**
   * When it happened.
   *
   * @return the time
   */
  public Instant happenedAt() {
    return happenedAt;
  }

  /**
   * Its fields.
   *
   * @return values by name: strings, longs and booleans
   */
  public Map<String, Object> fields() {
    return fields;
  }

  /**
   * By what it is found again.
   *
   * @return its terms
   */
  public List<IndexTerm> index() {
    return index;
  }

  /**
   * The key under which it is recorded once.
   *
   * @return the key, if it has one
   */
  public Optional<String> idempotencyKey() {
    return Optional.ofNullable(idempotencyKey);
  }

  /** The keys of the subject that it is about. */
  Optional<EventKeys> keys() {
    return Optional.ofNullable(keys);
  }

  /** The key that seals it; the proof key is the log's own. */
  KeyId key(KeyId proof) {
    if (kind.keyClass() == KeyClass.PROOF) {
      return proof;
    }
    EventKeys subject = keys;
    if (subject == null) {
      throw new IllegalArgumentException(kind.label() + " needs the keys of its subject");
    }
    return kind.keyClass() == KeyClass.CONTENT ? subject.content() : subject.evidence();
  }

  /** The kind only: fields may be personal. */
  @Override
  public String toString() {
    return "Event[" + kind.label() + "]";
  }
}
