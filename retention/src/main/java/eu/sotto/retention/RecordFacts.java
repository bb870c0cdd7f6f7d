package eu.sotto.retention;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is known of one record: its class, its beginning, its events, purposes and claims.
 *
 * <p>No content and no identifier of a person. Immutable.
 */
public final class RecordFacts {
  private static final Instant FIRST = Instant.parse("1900-01-01T00:00:00Z");
  private static final Instant LAST = Instant.parse("2200-01-01T00:00:00Z");

  private final RetentionClass retentionClass;
  private final long recorded;

  /** The name of each occurrence, in the order of names and times. */
  private final EventName[] names;

  /** The hash of each occurrence's name and its time, side by side since they are read together. */
  private final long[] told;

  private final Set<Claim> claims;
  private final Map<PurposeName, Optional<Instant>> purposes;
  private final long purposesGone;

  private RecordFacts(Builder from) {
    this.retentionClass = from.retentionClass;
    this.recorded = EpochNanos.of(from.recordedAt);
    this.claims = Set.copyOf(from.claims);
    this.purposes = Map.copyOf(from.purposes);
    this.purposesGone = lastEnd(purposes.values());
    Collections.sort(from.occurrences);
    this.names = from.occurrences.stream().map(Occurrence::name).toArray(EventName[]::new);
    this.told = new long[2 * names.length];
    for (int i = 0; i < names.length; i++) {
      told[2 * i] = names[i].hashCode();
      told[2 * i + 1] = from.occurrences.get(i).time();
    }
  }

  private record Occurrence(EventName name, long time) implements Comparable<Occurrence> {
    @Override
    public int compareTo(Occurrence other) {
      int byName = name.compareTo(other.name);
      return byName != 0 ? byName : Long.compare(time, other.time);
    }
  }

  private static Instant inBounds(Instant instant, String name) {
    if (instant.isBefore(FIRST) || instant.isAfter(LAST)) {
      throw new IllegalArgumentException(name + " must lie between the years 1900 and 2200");
    }
    return instant;
  }

  private static long lastEnd(Collection<Optional<Instant>> ends) {
    long last = EpochNanos.UNKNOWN;
    for (Optional<Instant> end : ends) {
      last = end.isEmpty() ? EpochNanos.NEVER : Math.max(last, EpochNanos.of(end.get()));
    }
    return ends.isEmpty() ? EpochNanos.NEVER : last;
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
    private final List<Occurrence> occurrences = new ArrayList<>();
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
      Objects.requireNonNull(name, "name");
      occurrences.add(new Occurrence(name, EpochNanos.of(inBounds(at, "at"))));
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
    return EpochNanos.instant(recorded);
  }

  /**
   * Every occurrence of every event, each in order of time.
   *
   * @return the events by name
   */
  public Map<EventName, List<Instant>> events() {
    Map<EventName, List<Instant>> events = new LinkedHashMap<>();
    for (int i = 0; i < names.length; i++) {
      events
          .computeIfAbsent(names[i], any -> new ArrayList<>())
          .add(EpochNanos.instant(told[2 * i + 1]));
    }
    events.replaceAll((name, all) -> Collections.unmodifiableList(all));
    return Collections.unmodifiableMap(events);
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

  /** When the last of the declared purposes ended; never if one lives or none is declared. */
  long purposesGone() {
    return purposesGone;
  }

  /** When the purpose given ended; never if it did not or is not declared. */
  long purposeEnd(PurposeName purpose) {
    Optional<Instant> end = purposes.get(purpose);
    return end == null || end.isEmpty() ? EpochNanos.NEVER : EpochNanos.of(end.get());
  }

  boolean hasClaimUnder(RuleId rule) {
    if (claims.isEmpty()) {
      return false;
    }
    for (Claim claim : claims) {
      if (claim.rule().equals(rule)) {
        return true;
      }
    }
    return false;
  }

  /** The record's own beginning. */
  long recorded() {
    return recorded;
  }

  /** When the trigger happened, by what is known; unknown while it has not. */
  long timeOf(Trigger trigger) {
    if (trigger.isRecorded()) {
      return recorded;
    }
    long chosen = EpochNanos.UNKNOWN;
    for (int i = 0; i < told.length; i += 2) {
      if (trigger.awaitsHash((int) told[i]) && trigger.awaits(names[i >> 1])) {
        chosen = trigger.choose(chosen, told[i + 1]);
      }
    }
    return chosen;
  }

  /** Tells when each trigger happened, by what is known; unknown while it has not. */
  void timesOf(Awaited awaited, long[] chosen) {
    Trigger[] triggers = awaited.triggers;
    for (int i = 0; i < triggers.length; i++) {
      chosen[i] = triggers[i].isRecorded() ? recorded : EpochNanos.UNKNOWN;
    }
    for (int i = 0; i < names.length; i++) {
      for (int trigger : awaited.waitingFor(names[i], (int) told[2 * i])) {
        chosen[trigger] = triggers[trigger].choose(chosen[trigger], told[2 * i + 1]);
      }
    }
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof RecordFacts that
        && retentionClass.equals(that.retentionClass)
        && recorded == that.recorded
        && Arrays.equals(names, that.names)
        && Arrays.equals(told, that.told)
        && claims.equals(that.claims)
        && purposes.equals(that.purposes);
  }

  @Override
  public int hashCode() {
    return Objects.hash(retentionClass, recorded, Arrays.hashCode(told), claims, purposes);
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
