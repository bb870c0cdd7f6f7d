package eu.sotto.retention;

import eu.sotto.retention.calendar.GermanHolidays;
import eu.sotto.retention.calendar.HolidayCalendar;
import eu.sotto.retention.calendar.RetentionTerm;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A set of rules in one time zone; decides what happens to a record.
 *
 * <p>In this order of force: a hold or restriction; a duty to keep; a claim; an upper bound; any
 * other reason to keep. The order in which rules are given, and duplicates, do not matter. The same
 * function answers dry runs, explanations and sweeps. Immutable.
 */
public final class RetentionPolicy {
  private final Map<RuleId, RetentionRule> byId;
  private final Map<RetentionClass, ClassRules> byClass;
  private final PolicyZone place;

  private RetentionPolicy(
      Map<RuleId, RetentionRule> byId, Map<RetentionClass, ClassRules> byClass, PolicyZone place) {
    this.byId = byId;
    this.byClass = byClass;
    this.place = place;
  }

  /**
   * A policy with the nationwide German holidays.
   *
   * @param rules the rules, in any order
   * @param zone the controller's time zone, in which days are counted
   * @return the policy
   * @throws IllegalArgumentException if two different rules have one id
   */
  public static RetentionPolicy of(Collection<RetentionRule> rules, ZoneId zone) {
    return of(rules, zone, GermanHolidays.nationwide());
  }

  /**
   * A policy with the holidays given.
   *
   * @param rules the rules, in any order
   * @param zone the controller's time zone, in which days are counted
   * @param holidays the holidays that rolling periods avoid
   * @return the policy
   * @throws IllegalArgumentException if two different rules have one id
   */
  public static RetentionPolicy of(
      Collection<RetentionRule> rules, ZoneId zone, HolidayCalendar holidays) {
    PolicyZone place = PolicyZone.of(zone, Objects.requireNonNull(holidays, "holidays"));
    Map<RuleId, RetentionRule> byId = new TreeMap<>();
    for (RetentionRule rule : rules) {
      RetentionRule same = byId.putIfAbsent(rule.id(), rule);
      if (same != null && !same.equals(rule)) {
        throw new IllegalArgumentException("two different rules have the id " + rule.id());
      }
    }
    Map<RetentionClass, List<RetentionRule>> grouped = new TreeMap<>();
    byId.values()
        .forEach(
            rule ->
                grouped.computeIfAbsent(rule.retentionClass(), any -> new ArrayList<>()).add(rule));
    Map<RetentionClass, ClassRules> byClass = new TreeMap<>();
    grouped.forEach((name, list) -> byClass.put(name, new ClassRules(list, place)));
    return new RetentionPolicy(Map.copyOf(byId), Map.copyOf(byClass), place);
  }

  /**
   * Decides what happens to a record.
   *
   * @param facts the record
   * @param holds the holds that name the record, in any order, released ones included
   * @param asOf the instant to decide for
   * @return what happens to it
   */
  public Disposition decide(RecordFacts facts, Collection<Hold> holds, Instant asOf) {
    return at(asOf).decide(facts, holds);
  }

  /**
   * Explains the decision on a record; the decision is that of {@link #decide}.
   *
   * @param facts the record
   * @param holds the holds that name the record
   * @param asOf the instant to explain for
   * @return why it stays or goes, as a value that tells itself in German and English
   */
  public Explanation explain(RecordFacts facts, Collection<Hold> holds, Instant asOf) {
    return at(asOf).explain(facts, holds);
  }

  /**
   * This policy at one instant, to decide many records.
   *
   * @param asOf the instant to decide for
   * @return the policy at that instant
   */
  public DatedPolicy at(Instant asOf) {
    return new DatedPolicy(this, Objects.requireNonNull(asOf, "asOf"));
  }

  /**
   * From when a record is due by what is known, holds aside.
   *
   * @param facts the record
   * @return the date and its rule; empty if no rule could end the record
   */
  public Optional<DueDate> due(RecordFacts facts) {
    return due(weigh(facts));
  }

  Optional<DueDate> due(@Nullable Weighing weighing) {
    if (weighing == null || weighing.limit == null) {
      return Optional.empty();
    }
    return Optional.of(dueDate(weighing.settled(weighing.limit)));
  }

  private DueDate dueDate(End end) {
    Instant from =
        end.exact() != EpochNanos.UNKNOWN
            ? EpochNanos.instant(end.exact())
            : place.days().startOf(end.day());
    Because because = end.rule() == null ? end.onceEnded() : end.whileActive();
    return new DueDate(end.firstFreeDay(), from, because);
  }

  /**
   * What we owe by when, for each DEADLINE rule whose event is known.
   *
   * @param facts the record, such as a request
   * @return the deadlines by rule, in the order of rule ids
   */
  public SortedMap<RuleId, Deadline> deadlines(RecordFacts facts) {
    SortedMap<RuleId, Deadline> deadlines = new TreeMap<>();
    for (RetentionRule rule : byId.values()) {
      long event = facts.timeOf(rule.trigger());
      RetentionTerm term = rule.term().orElse(null);
      if (rule.kind() == RuleKind.DEADLINE
          && rule.retentionClass().equals(facts.retentionClass())
          && event != EpochNanos.UNKNOWN
          && term != null) {
        Instant happened = EpochNanos.instant(event);
        deadlines.put(
            rule.id(), Deadline.of(term, rule.source(), happened, zone(), place.holidays()));
      }
    }
    return deadlines;
  }

  /**
   * Turns each rule of a class round: the latest trigger whose period is over at an instant.
   *
   * @param retentionClass the class
   * @param asOf the instant
   * @return the cut-offs; none is ever due for a class without rules
   */
  public CutOffs cutOffs(RetentionClass retentionClass, Instant asOf) {
    return new CutOffs(rulesOf(Objects.requireNonNull(retentionClass, "class")), place, asOf);
  }

  /**
   * The rules, in the order of their ids.
   *
   * @return the rules
   */
  public List<RetentionRule> rules() {
    return byId.values().stream().sorted((a, b) -> a.id().compareTo(b.id())).toList();
  }

  /**
   * The rule with an id.
   *
   * @param id the id
   * @return the rule, or empty if there is none
   */
  public Optional<RetentionRule> rule(RuleId id) {
    return Optional.ofNullable(byId.get(id));
  }

  /**
   * The zone in which days are counted.
   *
   * @return the zone
   */
  public ZoneId zone() {
    return place.zone();
  }

  /** Weighs the rules of a record's class; null if the policy does not know the class. */
  @Nullable Weighing weigh(RecordFacts facts) {
    ClassRules rules = rulesOf(facts.retentionClass());
    return rules == null ? null : new Weighing(rules, place, facts);
  }

  PolicyZone place() {
    return place;
  }

  @Nullable ClassRules rulesOf(RetentionClass retentionClass) {
    return byClass.get(retentionClass);
  }
}
