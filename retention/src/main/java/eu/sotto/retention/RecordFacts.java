package eu.sotto.retention;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What is known of one record: its class, its beginning, its events, purposes and claims.
 *
 * <p>No content and no identifier of a person. Immutable.
 */
public final class RecordFacts {
  private static final Instant FIRST = Instant.parse("1900-01-01T00:00:00Z");
  private static final Instant LAST = Instant.parse("9000-01-01T00:00:00Z");

  private final RetentionClass retentionClass;
  private final Instant recordedAt;
  private final EventName[] names;
  private final Instant[] earliest;
  private final Instant[] latest;
  private final Map<EventName, List<Instant>> events;
  private final Set<Claim> claims;
  private final Map<PurposeName, Optional<Instant>> purposes;
  private final @Nullable Instant purposesGone;

  private RecordFacts(Builder from) {
    this.retentionClass = from.retentionClass;
    this.recordedAt = from.recordedAt;
    this.claims = Set.copyOf(from.claims);
    this.purposes = Map.copyOf(from.purposes);
    this.purposesGone = lastEnd(purposes.values());
    Map<EventName, List<Instant>> sorted = new LinkedHashMap<>();
    from.events.forEach((name, times) -> sorted.put(name, times.stream().sorted().toList()));
    this.events = Collections.unmodifiableMap(sorted);
    this.names = sorted.keySet().toArray(EventName[]::new);
    this.earliest = sorted.values().stream().map(times -> times.get(0)).toArray(Instant[]::new);
    this.latest =
        sorted.values().stream().map(times -> times.get(times.size() - 1)).toArray(Instant[]::new);
  }

  private static Instant inBounds(Instant instant, String name) {
    if (instant.isBefore(FIRST) || instant.isAfter(LAST)) {
      throw new IllegalArgumentException(name + " must lie between the years 1900 and 9000");
    }
    return instant;
  }

  private static @Nullable Instant lastEnd(Collection<Optional<Instant>> ends) {
    Instant last = null;
    for (Optional<Instant> end : ends) {
      if (end.isEmpty()) {
        return null;
      }
      last = last == null || end.get().isAfter(last) ? end.get() : last;
    }
    return last;
  }

  /**
   * Begins the facts of a record.
   *
   * @param retentionClass its class
   * @param recordedAt its own beginning, from which backstops count
   * @return a builder
   */
  public static Builder of(RetentionClass retentionClass, Instant recordedAt) {
    return new Builder(retentionClass, recordedAt);
  }

  /** Gathers the facts of one record. Used by one thread. */
  public static final class Builder {
    private final RetentionClass retentionClass;
    private final Instant recordedAt;
    private final Map<EventName, List<Instant>> events = new TreeMap<>();
    private final List<Claim> claims = new ArrayList<>();
    private final Map<PurposeName, Optional<Instant>> purposes = new LinkedHashMap<>();

    private Builder(RetentionClass retentionClass, Instant recordedAt) {
      this.retentionClass = Objects.requireNonNull(retentionClass, "retentionClass");
      this.recordedAt = inBounds(recordedAt, "recordedAt");
    }

    /**
     * Adds one occurrence of an event; every occurrence is kept.
     *
     * @param name the event
     * @param at when it happened
     * @return this builder
     */
    public Builder event(EventName name, Instant at) {
      events
          .computeIfAbsent(Objects.requireNonNull(name, "name"), any -> new ArrayList<>())
          .add(inBounds(at, "at"));
      return this;
    }

    /**
     * Adds occurrences of events.
     *
     * @param occurrences the times of each event
     * @return this builder
     */
    public Builder events(Map<EventName, ? extends Collection<Instant>> occurrences) {
      occurrences.forEach((name, times) -> times.forEach(at -> event(name, at)));
      return this;
    }

    /**
     * Adds a claim for which the record is kept.
     *
     * @param claim the claim
     * @return this builder
     */
    public Builder claim(Claim claim) {
      claims.add(Objects.requireNonNull(claim, "claim"));
      return this;
    }

    /**
     * Adds a purpose that the record serves and that has not ended.
     *
     * @param purpose the purpose
     * @return this builder
     */
    public Builder purpose(PurposeName purpose) {
      purposes.put(Objects.requireNonNull(purpose, "purpose"), Optional.empty());
      return this;
    }

    /**
     * Adds a purpose that the record served until it ended.
     *
     * @param purpose the purpose
     * @param at when it ended
     * @return this builder
     */
    public Builder purposeEnded(PurposeName purpose, Instant at) {
      purposes.put(Objects.requireNonNull(purpose, "purpose"), Optional.of(inBounds(at, "at")));
      return this;
    }

    /**
     * Makes the facts.
     *
     * @return the facts
     */
    public RecordFacts build() {
      return new RecordFacts(this);
    }
  }

  /**
   * The record's class.
   *
   * @return the class
   */
  public RetentionClass retentionClass() {
    return retentionClass;
  }

  /**
   * The record's own beginning.
   *
   * @return the instant
   */
  public Instant recordedAt() {
    return recordedAt;
  }

  /**
   * Every occurrence of every event, each in order of time.
   *
   * @return the events by name
   */
  public Map<EventName, List<Instant>> events() {
    return events;
  }

  /**
   * The claims for which the record is kept.
   *
   * @return the claims
   */
  public Set<Claim> claims() {
    return claims;
  }

  /**
   * The purposes that the record serves or served, with their end where it is known.
   *
   * @return the purposes
   */
  public Map<PurposeName, Optional<Instant>> purposes() {
    return purposes;
  }

  /** When the last of the declared purposes ended; null if one lives or none is declared. */
  @Nullable Instant purposesGone() {
    return purposesGone;
  }

  /** When the purpose given ended; null if it did not or is not declared. */
  @Nullable Instant purposeEnd(PurposeName purpose) {
    Optional<Instant> end = purposes.get(purpose);
    return end == null ? null : end.orElse(null);
  }

  boolean hasClaimUnder(RuleId rule) {
    for (Claim claim : claims) {
      if (claim.rule().equals(rule)) {
        return true;
      }
    }
    return false;
  }

  /** When the trigger happened, by what is known; null while it has not. */
  @Nullable Instant timeOf(Trigger trigger) {
    if (trigger.isRecorded()) {
      return recordedAt;
    }
    List<EventName> wanted = trigger.events();
    Instant chosen = null;
    for (int i = 0; i < wanted.size(); i++) {
      chosen = better(trigger.isEarliest(), chosen, occurrence(wanted.get(i), trigger));
    }
    return chosen;
  }

  private @Nullable Instant occurrence(EventName name, Trigger trigger) {
    for (int i = 0; i < names.length; i++) {
      if (names[i].equals(name)) {
        return trigger.isEarliest() ? earliest[i] : latest[i];
      }
    }
    return null;
  }

  private static @Nullable Instant better(
      boolean wantsEarliest, @Nullable Instant chosen, @Nullable Instant other) {
    if (chosen == null || other == null) {
      return chosen == null ? other : chosen;
    }
    return wantsEarliest == other.isBefore(chosen) ? other : chosen;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof RecordFacts that
        && retentionClass.equals(that.retentionClass)
        && recordedAt.equals(that.recordedAt)
        && events.equals(that.events)
        && claims.equals(that.claims)
        && purposes.equals(that.purposes);
  }

  @Override
  public int hashCode() {
    return Objects.hash(retentionClass, recordedAt, events, claims, purposes);
  }

  /**
   * The class and the number of events; never a time.
   *
   * @return a text without personal data
   */
  @Override
  public String toString() {
    return "RecordFacts[" + retentionClass + ", " + names.length + " events]";
  }
}
