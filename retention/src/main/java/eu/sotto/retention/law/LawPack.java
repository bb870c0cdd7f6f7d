package eu.sotto.retention.law;

import eu.sotto.retention.EventName;
import eu.sotto.retention.Justification;
import eu.sotto.retention.RetentionRule;
import eu.sotto.retention.RuleId;
import eu.sotto.retention.RuleKind;
import eu.sotto.retention.Trigger;
import eu.sotto.retention.calendar.RetentionTerm;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A set of statutes by key. None of them applies to a record until a class is bound to it.
 * Immutable.
 */
public final class LawPack {
  private final Map<RuleId, Statute> byKey;

  private LawPack(Map<RuleId, Statute> byKey) {
    this.byKey = byKey;
  }

  /**
   * The German default pack, with the European law that holds there.
   *
   * @return the pack, read from the module's resource
   */
  public static LawPack german() {
    return of(LawPackReader.read("germany.tsv"));
  }

  /**
   * A pack of the statutes given.
   *
   * @param statutes the statutes
   * @return the pack
   * @throws IllegalArgumentException if two have one key
   */
  public static LawPack of(Collection<Statute> statutes) {
    Map<RuleId, Statute> byKey = new LinkedHashMap<>();
    for (Statute statute : statutes) {
      if (byKey.put(statute.key(), statute) != null) {
        throw new IllegalArgumentException("two statutes have the key " + statute.key());
      }
    }
    return new LawPack(byKey);
  }

  /**
   * All statutes, in the order of the pack.
   *
   * @return the statutes
   */
  public List<Statute> statutes() {
    return List.copyOf(byKey.values());
  }

  /**
   * The statute with a key.
   *
   * @param key the key
   * @return the statute, or empty if the pack has none
   */
  public Optional<Statute> statute(RuleId key) {
    return Optional.ofNullable(byKey.get(key));
  }

  /**
   * Binds a class to a statute and to the ones whose open periods it took over.
   *
   * @param key the statute's key
   * @param binding the class, its backstop, sectors and reason
   * @return the rules, each with the id {@code KEY/class}
   * @throws IllegalArgumentException if the statute is unknown, only quoted, of another sector or
   *     another material (a call is never a business letter), has no period, or is off and the
   *     binding names no reason
   */
  public List<RetentionRule> bind(RuleId key, Binding binding) {
    Statute statute =
        statute(key)
            .orElseThrow(() -> new IllegalArgumentException("no statute has the key " + key));
    check(statute, binding);
    List<RetentionRule> rules = new ArrayList<>();
    rules.add(rule(statute, binding));
    statute.scope().replaces().map(byKey::get).ifPresent(old -> rules.add(rule(old, binding)));
    return List.copyOf(rules);
  }

  private static void check(Statute statute, Binding binding) {
    RuleId key = statute.key();
    if (statute.duty().kind().isEmpty()) {
      throw new IllegalArgumentException(key + " is quoted, not computed");
    }
    if (!statute.scope().holdsFor(binding.sectors())) {
      throw new IllegalArgumentException(key + " does not hold for the controller's sectors");
    }
    if (statute.duty().onRequest() && binding.reason().isEmpty()) {
      throw new IllegalArgumentException(key + " is off: binding it needs a reason");
    }
    statute
        .scope()
        .material()
        .filter(only -> only != binding.retentionClass().material())
        .ifPresent(
            only -> {
              throw new IllegalArgumentException(
                  key + " is about " + only + ", not " + binding.retentionClass().material());
            });
  }

  private static RetentionRule rule(Statute statute, Binding binding) {
    Trigger trigger = binding.trigger().orElseGet(() -> trigger(statute, binding.backstop()));
    RetentionRule.NeedsKind kind = RetentionRule.forClass(binding.retentionClass());
    RetentionRule.Ready ready = sourced(statute, kind, trigger, binding);
    statute.scope().from().ifPresent(ready::inForceFrom);
    statute.scope().through().ifPresent(ready::inForceThrough);
    return ready.id(RuleId.of(statute.key() + "/" + binding.retentionClass().name())).build();
  }

  private static Trigger trigger(Statute statute, RetentionTerm backstop) {
    List<EventName> events = statute.events();
    EventName[] more = events.subList(1, events.size()).toArray(EventName[]::new);
    return Trigger.latestOf(events.get(0), more).backstop(backstop);
  }

  private static RetentionRule.Ready sourced(
      Statute statute, RetentionRule.NeedsKind kind, Trigger trigger, Binding binding) {
    RuleKind wanted = statute.duty().kind().orElseThrow();
    if (wanted == RuleKind.HOLD) {
      return kind.hold().trigger(trigger).source(statute.source());
    }
    RetentionTerm term =
        statute
            .duty()
            .term()
            .orElseThrow(
                () -> new IllegalArgumentException(statute.key() + " has no period to compute"));
    RetentionRule.NeedsPeriod needsPeriod =
        switch (wanted) {
          case MUST_DELETE_BY ->
              (statute.duty().absolute() ? kind.mustDeleteByAbsolutely() : kind.mustDeleteBy())
                  .trigger(trigger);
          case MUST_KEEP_UNTIL -> kind.mustKeepUntil().trigger(trigger);
          case MAY_KEEP -> kind.mayKeep(justification(statute, binding)).trigger(trigger);
          default -> kind.deadline().trigger(trigger);
        };
    return needsPeriod.period(term).source(statute.source());
  }

  private static Justification justification(Statute statute, Binding binding) {
    return new Justification(
        statute.duty().purpose().orElseThrow(),
        binding.reason().orElse(statute.english()),
        statute.duty().onlyForClaims());
  }
}
