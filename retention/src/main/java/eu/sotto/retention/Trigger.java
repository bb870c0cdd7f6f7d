package eu.sotto.retention;

import eu.sotto.retention.calendar.RetentionTerm;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What starts a rule's period: the record's own beginning, or events with a mandatory backstop.
 *
 * <p>An event may never come. Therefore a trigger that waits for one is complete only with a
 * backstop: a term from the record's beginning after which the rule no longer waits. Immutable.
 */
public final class Trigger {
  private enum Choice {
    RECORDED,
    LATEST,
    EARLIEST
  }

  private final Choice choice;
  private final List<EventName> events;
  private final EventName[] wanted;
  private final int[] hashes;
  private final String text;
  private final @Nullable RetentionTerm backstop;

  private Trigger(Choice choice, List<EventName> events, @Nullable RetentionTerm backstop) {
    this.choice = choice;
    this.events = events;
    this.wanted = events.toArray(EventName[]::new);
    this.hashes = events.stream().mapToInt(EventName::hashCode).toArray();
    this.backstop = backstop;
    this.text = text(choice, events);
  }

  private static String text(Choice choice, List<EventName> events) {
    String names = events.stream().map(EventName::name).collect(Collectors.joining("+"));
    return switch (choice) {
      case RECORDED -> "recorded";
      case LATEST -> events.size() == 1 ? names : "latest:" + names;
      case EARLIEST -> "earliest:" + names;
    };
  }

  /**
   * The beginning of the record itself, which is always known.
   *
   * @return the trigger
   */
  public static Trigger recorded() {
    return new Trigger(Choice.RECORDED, List.of(), null);
  }

  /**
   * The latest occurrence of one event.
   *
   * @param event the event
   * @return a trigger that still needs its backstop
   */
  public static Awaiting event(EventName event) {
    return latestOf(event);
  }

  /**
   * The latest occurrence of any of several events, such as every use of a consent.
   *
   * @param first an event
   * @param more further events
   * @return a trigger that still needs its backstop
   */
  public static Awaiting latestOf(EventName first, EventName... more) {
    return new Awaiting(Choice.LATEST, sorted(first, more));
  }

  /**
   * The earliest occurrence of any of several events.
   *
   * @param first an event
   * @param more further events
   * @return a trigger that still needs its backstop
   */
  public static Awaiting earliestOf(EventName first, EventName... more) {
    return new Awaiting(Choice.EARLIEST, sorted(first, more));
  }

  private static List<EventName> sorted(EventName first, EventName... more) {
    return Stream.concat(Stream.of(first), Arrays.stream(more)).distinct().sorted().toList();
  }

  /** A trigger that waits for events and is complete only with a backstop. */
  public static final class Awaiting {
    private final Choice choice;
    private final List<EventName> events;

    private Awaiting(Choice choice, List<EventName> events) {
      this.choice = choice;
      this.events = events;
    }

    /**
     * Ends the waiting: while no event is known, the rule ends with this term.
     *
     * @param fromRecorded a term counted from the record's beginning
     * @return the complete trigger
     */
    public Trigger backstop(RetentionTerm fromRecorded) {
      return new Trigger(choice, events, Objects.requireNonNull(fromRecorded, "fromRecorded"));
    }
  }

  /**
   * The events it waits for, in the order of their names.
   *
   * @return the events; none for the record's own beginning
   */
  public List<EventName> events() {
    return events;
  }

  /**
   * The term, from the record's beginning, after which the rule no longer waits.
   *
   * @return the backstop; empty for the record's own beginning
   */
  public Optional<RetentionTerm> backstop() {
    return Optional.ofNullable(backstop);
  }

  /**
   * Says whether the first occurrence counts rather than the last.
   *
   * @return whether it is an earliest-of trigger
   */
  public boolean isEarliest() {
    return choice == Choice.EARLIEST;
  }

  @Nullable RetentionTerm backstopOrNull() {
    return backstop;
  }

  /** Of two times of its events the one that counts; the first may be unknown. */
  long choose(long known, long other) {
    return isEarliest() && known != EpochNanos.UNKNOWN
        ? Math.min(known, other)
        : Math.max(known, other);
  }

  /** Whether it may wait for an event with that hash; most names differ in it. */
  boolean awaitsHash(int hash) {
    for (int known : hashes) {
      if (known == hash) {
        return true;
      }
    }
    return false;
  }

  boolean awaits(EventName name) {
    for (EventName event : wanted) {
      if (event.equals(name)) {
        return true;
      }
    }
    return false;
  }

  /** Whether it starts with the other one; their backstops may differ. */
  boolean startsWith(Trigger other) {
    return choice == other.choice && events.equals(other.events);
  }

  boolean isRecorded() {
    return choice == Choice.RECORDED;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Trigger that
        && choice == that.choice
        && events.equals(that.events)
        && Objects.equals(backstop, that.backstop);
  }

  @Override
  public int hashCode() {
    return Objects.hash(choice, events, backstop);
  }

  /**
   * A short text form, such as {@code call-ended} or {@code latest(contact+use)}.
   *
   * @return the text
   */
  @Override
  public String toString() {
    return text;
  }
}
