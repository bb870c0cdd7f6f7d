package eu.sotto.records;

import eu.sotto.retention.EventName;
import eu.sotto.retention.RetentionClass;
import eu.sotto.retention.RetentionPolicy;
import eu.sotto.retention.RetentionRule;
import eu.sotto.retention.RuleKind;
import eu.sotto.retention.Trigger;
import eu.sotto.retention.calendar.RetentionTerm;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * The upper bounds under which a record was kept, written on the record: what was promised to
 * somebody who consented stays, though the register lengthens the class later. GDPR Art. 4(11),
 * 5(1)(a).
 */
final class Promise {
  private static final String LABEL = "promised-";
  private static final String SOURCE = "what was promised when the record was kept";
  private static final String NONE = "-";

  private Promise() {}

  /** The record with the upper bounds of its class, if consent alone carries it. */
  static NewRecord write(NewRecord what, RetentionPolicy policy) {
    if (!what.consentOnly()) {
      return what;
    }
    NewRecord promising = what;
    List<String> bounds = bounds(policy, what.retentionClass());
    for (int i = 0; i < bounds.size(); i++) {
      promising = promising.labelled(LABEL + i, bounds.get(i));
    }
    return promising;
  }

  /** The labels but for the promise. */
  static Map<String, String> without(Map<String, String> labels) {
    Map<String, String> others = new TreeMap<>(labels);
    others.keySet().removeIf(name -> name.startsWith(LABEL));
    return others;
  }

  /**
   * The policy with the bounds that were promised in place of those declared now.
   *
   * @return empty if none were promised, or they are still the same
   */
  static Optional<RetentionPolicy> read(
      NewRecord what, RetentionPolicy policy, RetentionClass known) {
    List<String> promised =
        new TreeMap<>(what.labels())
            .entrySet().stream()
                .filter(label -> label.getKey().startsWith(LABEL))
                .map(Map.Entry::getValue)
                .toList();
    if (promised.isEmpty() || promised.equals(bounds(policy, known.name()))) {
      return Optional.empty();
    }
    List<RetentionRule> rules = new ArrayList<>();
    policy.rules().stream()
        .filter(rule -> rule.retentionClass().equals(known))
        .filter(rule -> rule.kind() != RuleKind.MUST_DELETE_BY)
        .forEach(rules::add);
    promised.forEach(bound -> rules.add(rule(known, bound)));
    return Optional.of(RetentionPolicy.of(rules, policy.zone()));
  }

  private static List<String> bounds(RetentionPolicy policy, String retentionClass) {
    return policy.rules().stream()
        .filter(rule -> rule.kind() == RuleKind.MUST_DELETE_BY)
        .filter(rule -> rule.retentionClass().name().equals(retentionClass))
        .flatMap(rule -> rule.term().map(term -> bound(rule, term)).stream())
        .sorted()
        .toList();
  }

  private static String bound(RetentionRule rule, RetentionTerm term) {
    Trigger trigger = rule.trigger();
    String events =
        String.join("+", trigger.events().stream().map(EventName::name).sorted().toList());
    return String.join(
        " ",
        rule.isAbsolute() ? "absolute" : "bound",
        trigger.isEarliest() ? "earliest" : "latest",
        events.isEmpty() ? NONE : events,
        trigger.backstop().map(RetentionTerm::toString).orElse(NONE),
        term.toString());
  }

  private static RetentionRule rule(RetentionClass known, String bound) {
    String[] part = bound.split(" ");
    var kind = RetentionRule.forClass(known);
    return (part[0].equals("absolute") ? kind.mustDeleteByAbsolutely() : kind.mustDeleteBy())
        .trigger(trigger(part))
        .period(RetentionTerm.parse(part[4]))
        .source(SOURCE)
        .build();
  }

  private static Trigger trigger(String[] part) {
    if (part[2].equals(NONE)) {
      return Trigger.recorded();
    }
    EventName[] events =
        Arrays.stream(part[2].split("\\+")).map(EventName::of).toArray(EventName[]::new);
    EventName[] more =
        IntStream.range(1, events.length).mapToObj(i -> events[i]).toArray(EventName[]::new);
    Trigger.Awaiting awaiting =
        part[1].equals("earliest")
            ? Trigger.earliestOf(events[0], more)
            : Trigger.latestOf(events[0], more);
    return awaiting.backstop(RetentionTerm.parse(part[3]));
  }
}
