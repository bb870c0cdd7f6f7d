package eu.sotto.accountability;

import java.time.Instant;
import java.util.Collections;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What happened in a window of time, counted for an impact assessment from what was recorded in it;
 * it names nobody. What was erased since still counts, by its kind. Immutable and thread-safe.
 * Source: GDPR Art. 35(7), 35(11).
 *
 * @param from the first instant
 * @param until the instant after the last
 * @param calls answered calls
 * @param consents per purpose and step: asked, given, refused, unclear, not-valid, unanswered,
 *     withdrawn, found-invalid
 * @param operations per purpose: permitted and denied
 * @param records what was kept per retention class; of erased persons under {@code erased}
 * @param disclosures what was handed out per recipient
 * @param redactions what was removed from texts, per type of data
 * @param endings how data ended: erasures of persons, records disposed of per ground
 */
public record Figures(
    Instant from,
    Instant until,
    long calls,
    SortedMap<String, SortedMap<String, Long>> consents,
    SortedMap<String, SortedMap<String, Long>> operations,
    SortedMap<String, Long> records,
    SortedMap<String, Long> disclosures,
    SortedMap<String, Long> redactions,
    SortedMap<String, Long> endings) {
  /** Copies the maps. */
  public Figures {
    Objects.requireNonNull(from, "from");
    Objects.requireNonNull(until, "until");
    consents = nested(consents);
    operations = nested(operations);
    records = copy(records);
    disclosures = copy(disclosures);
    redactions = copy(redactions);
    endings = copy(endings);
  }

  private static SortedMap<String, Long> copy(SortedMap<String, Long> counts) {
    return Collections.unmodifiableSortedMap(new TreeMap<>(counts));
  }

  private static SortedMap<String, SortedMap<String, Long>> nested(
      SortedMap<String, SortedMap<String, Long>> counts) {
    SortedMap<String, SortedMap<String, Long>> all = new TreeMap<>();
    counts.forEach((name, inner) -> all.put(name, copy(inner)));
    return Collections.unmodifiableSortedMap(all);
  }

  /**
   * How often a step of consent was taken.
   *
   * @param purpose the purpose
   * @param step asked, given, refused, unclear, not-valid, unanswered, withdrawn or found-invalid
   * @return zero or more
   */
  public long consents(String purpose, String step) {
    SortedMap<String, Long> steps = consents.get(purpose);
    return steps == null ? 0 : steps.getOrDefault(step, 0L);
  }
}
