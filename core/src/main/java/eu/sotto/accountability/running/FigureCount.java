package eu.sotto.accountability.running;

import eu.sotto.accountability.Figures;
import eu.sotto.ledger.Recorded;
import eu.sotto.session.Engine;
import java.time.Instant;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** Counts in one pass over the ledger; holds figures and names of the register only. Used once. */
public final class FigureCount {
  private static final Set<String> KINDS =
      Set.of(
          "call_answered",
          "consent_asked",
          "consent_answered",
          "consent_unanswered",
          "consent_withdrawn",
          "consent_found_invalid",
          "permit_granted",
          "permit_denied",
          "record_kept",
          "call_disclosed",
          "text_redacted",
          "records_disposed",
          "erasure_completed");

  private static final String ERASED = "erased";

  private final Instant from;
  private final Instant until;
  private final SortedMap<String, SortedMap<String, Long>> consents = new TreeMap<>();
  private final SortedMap<String, SortedMap<String, Long>> operations = new TreeMap<>();
  private final SortedMap<String, Long> records = new TreeMap<>();
  private final SortedMap<String, Long> disclosures = new TreeMap<>();
  private final SortedMap<String, Long> redactions = new TreeMap<>();
  private final SortedMap<String, Long> endings = new TreeMap<>();
  private long calls;
  private boolean inside;

  private FigureCount(Instant from, Instant until) {
    this.from = from;
    this.until = until;
    this.inside = !Instant.EPOCH.isBefore(from);
  }

  /**
   * Counts.
   *
   * @param engine what everything runs on
   * @param from the first instant
   * @param until the instant after the last
   * @return the figures
   */
  public static Figures of(Engine engine, Instant from, Instant until) {
    requireWindow(from, until);
    FigureCount count = new FigureCount(from, until);
    engine.journal().ledger().each(KINDS::contains, count::add, count::erased);
    return new Figures(
        from,
        until,
        count.calls,
        count.consents,
        count.operations,
        count.records,
        count.disclosures,
        count.redactions,
        count.endings);
  }

  static void requireWindow(Instant from, Instant until) {
    if (!from.isBefore(until)) {
      throw new IllegalArgumentException("a window ends after it begins");
    }
  }

  private void add(Recorded event) {
    Instant at = event.appended().recordedAt();
    inside = !at.isBefore(from) && at.isBefore(until);
    if (!inside) {
      return;
    }
    String purpose = text(event, "purpose");
    switch (event.kind()) {
      case "call_answered" -> calls++;
      case "consent_asked" -> add(consents, purpose, "asked");
      case "consent_answered" -> add(consents, purpose, text(event, "outcome"));
      case "consent_unanswered" -> add(consents, purpose, "unanswered");
      case "consent_withdrawn" -> add(consents, purpose, "withdrawn");
      case "consent_found_invalid" -> add(consents, purpose, "found-invalid");
      case "permit_granted" -> add(operations, purpose, "permitted");
      case "permit_denied" -> add(operations, purpose, "denied");
      case "record_kept" -> add(records, text(event, "retention_class"), 1);
      case "call_disclosed" -> add(disclosures, text(event, "recipient"), 1);
      case "text_redacted" -> redacted(text(event, "found"));
      case "records_disposed" -> add(endings, text(event, "ground"), number(event, "records"));
      default -> add(endings, "erasures", 1);
    }
  }

  /** When it was is known no more: as long ago as what stands before it. */
  private void erased(String kind) {
    if (!inside) {
      return;
    }
    if (kind.equals("call_answered")) {
      calls++;
    } else if (kind.equals("record_kept")) {
      add(records, ERASED, 1);
    }
  }

  private void redacted(String found) {
    for (String one : found.split(" ", -1)) {
      int equals = one.indexOf('=');
      add(redactions, one.substring(0, equals), Long.parseLong(one.substring(equals + 1)));
    }
  }

  private static void add(
      SortedMap<String, SortedMap<String, Long>> counts, String purpose, String step) {
    add(counts.computeIfAbsent(purpose, p -> new TreeMap<>()), step, 1);
  }

  private static void add(SortedMap<String, Long> counts, String name, long more) {
    counts.merge(name.isEmpty() ? "-" : name, more, Long::sum);
  }

  private static String text(Recorded event, String field) {
    return String.valueOf(event.fields().getOrDefault(field, ""));
  }

  private static long number(Recorded event, String field) {
    return (Long) event.fields().getOrDefault(field, 0L);
  }
}
