package eu.sotto.retention;

import eu.sotto.retention.PolicyChange.Effect;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * What a change of policy does to many records: who becomes due, who stays longer, and where the
 * new rules contradict each other. It changes nothing.
 *
 * @param changes the change of each record, in the order of the records
 * @param <K> the type of the host's ids
 */
public record PolicyComparison<K>(Map<K, PolicyChange> changes) {
  /** Copies the changes. */
  public PolicyComparison {
    changes = Collections.unmodifiableMap(new LinkedHashMap<>(changes));
  }

  /**
   * A record to compare.
   *
   * @param facts what is known of it
   * @param holds the holds that name it
   */
  public record Sample(RecordFacts facts, List<Hold> holds) {
    /** Copies the holds. */
    public Sample {
      holds = List.copyOf(holds);
    }
  }

  /**
   * Compares two policies on real records.
   *
   * @param current the policy that is replaced
   * @param proposed the new policy
   * @param records the records by id
   * @param asOf the instant to decide for
   * @param <K> the type of the host's ids
   * @return what changes
   */
  public static <K> PolicyComparison<K> compare(
      RetentionPolicy current, RetentionPolicy proposed, Map<K, Sample> records, Instant asOf) {
    Map<K, PolicyChange> changes = new LinkedHashMap<>();
    records.forEach(
        (id, record) ->
            changes.put(
                id, PolicyChange.of(current, proposed, record.facts(), record.holds(), asOf)));
    return new PolicyComparison<>(changes);
  }

  /**
   * The records with an effect.
   *
   * @param effect the effect
   * @return their ids, in the order of the records
   */
  public Collection<K> with(Effect effect) {
    return changes.entrySet().stream()
        .filter(entry -> entry.getValue().effect() == effect)
        .map((Function<Map.Entry<K, PolicyChange>, K>) Map.Entry::getKey)
        .toList();
  }

  /**
   * How many records have each effect.
   *
   * @return the numbers; effects without records are absent
   */
  public Map<Effect, Long> counts() {
    Map<Effect, Long> counts = new EnumMap<>(Effect.class);
    changes.values().forEach(change -> counts.merge(change.effect(), 1L, Long::sum));
    return counts;
  }

  /**
   * The numbers; never an id.
   *
   * @return a text without personal data
   */
  @Override
  public String toString() {
    return "PolicyComparison" + counts();
  }
}
