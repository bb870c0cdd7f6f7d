package eu.sotto.records;

import eu.sotto.retention.RetentionClass;
import eu.sotto.retention.RetentionPolicy;
import eu.sotto.retention.RetentionRule;
import eu.sotto.retention.RuleKind;
import eu.sotto.retention.Trigger;
import eu.sotto.vocabulary.CallId;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Why a record was left by an erasure, written on the record: it goes when that is over, since
 * nothing else carries it any more. Immutable and thread-safe. Source: GDPR Art. 17(3).
 *
 * @param ground the rule of law, 1 to 200 characters
 * @param until the last day that was told to the person, or null for none
 * @param by what keeps it
 */
public record Withheld(String ground, @Nullable LocalDate until, By by) {
  private static final String UNDER = "withheld-under";
  private static final String UNTIL = "withheld-until";
  private static final String BY = "withheld-by";
  private static final String ASKED = "its erasure was asked for (GDPR Art. 17(1))";

  /** What keeps a withheld record. */
  public enum By {
    /** A duty or hold: it goes with the last of them. */
    DUTY,
    /** What a person laid down: it goes after the last day, or with its class if there is none. */
    PERSON,
    /** Another controller decides on it; it goes with its class. */
    ANOTHER_CONTROLLER
  }

  /** Refuses missing parts. */
  public Withheld {
    Objects.requireNonNull(ground, "ground");
    Objects.requireNonNull(by, "by");
  }

  /**
   * What a record becomes that is withheld: no consent carries it, and no promise but this bounds
   * it.
   *
   * @param what the record
   * @param call under which call it is kept from now on
   * @return the record to be kept
   */
  public NewRecord of(NewRecord what, CallId call) {
    Map<String, String> labels = new TreeMap<>(Promise.without(what.labels()));
    labels.put(UNDER, ground);
    labels.put(UNTIL, until == null ? "" : until.toString());
    labels.put(BY, by.name());
    return new NewRecord(call, what.kind(), what.purpose(), what.retentionClass(), false, labels);
  }

  /**
   * Why a record was left by an erasure.
   *
   * @param what the record
   * @return empty if no erasure left it
   */
  public static Optional<Withheld> in(NewRecord what) {
    Map<String, String> labels = what.labels();
    String until = labels.getOrDefault(UNTIL, "");
    return Optional.ofNullable(labels.get(BY))
        .map(
            by ->
                new Withheld(
                    labels.getOrDefault(UNDER, ""),
                    until.isEmpty() ? null : LocalDate.parse(until),
                    By.valueOf(by)));
  }

  /**
   * The duties, holds and absolute bounds of the policy and, beside them, nothing but what a person
   * laid down.
   *
   * @return empty if the record goes with its class
   */
  Optional<RetentionPolicy> policy(RetentionPolicy policy, RetentionClass known, LocalDate began) {
    if (by == By.ANOTHER_CONTROLLER || (by == By.PERSON && until == null)) {
      return Optional.empty();
    }
    List<RetentionRule> rules = new ArrayList<>();
    policy.rules().stream()
        .filter(rule -> rule.retentionClass().equals(known))
        .filter(rule -> rule.kind() != RuleKind.MAY_KEEP)
        .filter(rule -> rule.kind() != RuleKind.MUST_DELETE_BY || rule.isAbsolute())
        .forEach(rules::add);
    rules.add(
        RetentionRule.forClass(known)
            .mustDeleteBy()
            .trigger(Trigger.recorded())
            .period(Period.ofDays(Math.toIntExact(daysAfter(began))))
            .source(by == By.PERSON ? ground : ASKED)
            .build());
    return Optional.of(RetentionPolicy.of(rules, policy.zone()));
  }

  /** A duty may last longer; what a person laid down ends on the day that was told. */
  private long daysAfter(LocalDate began) {
    return by == By.PERSON && until != null
        ? Math.max(0, until.toEpochDay() - began.toEpochDay())
        : 0;
  }
}
