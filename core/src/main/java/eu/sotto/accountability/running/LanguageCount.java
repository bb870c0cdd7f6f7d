package eu.sotto.accountability.running;

import eu.sotto.accountability.LanguageFigures;
import eu.sotto.crypto.KeyId;
import eu.sotto.ledger.Ledger;
import eu.sotto.ledger.Recorded;
import eu.sotto.records.SubjectEntry;
import eu.sotto.records.SubjectId;
import eu.sotto.session.Engine;
import eu.sotto.vocabulary.Role;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Sums by the language of the notice heard last, person by person: what is held is one page of keys
 * and one group per language. Used once.
 */
public final class LanguageCount {
  private static final int PAGE = 200;
  private static final int LEAST = 5;
  private static final String LANGUAGE = "language";

  private static final String OUTCOME_OF_AI = "ai_outcome_recorded";

  private final Instant from;
  private final Instant until;
  private final Map<String, LanguageGroup> groups = new HashMap<>();

  private LanguageCount(Instant from, Instant until) {
    this.from = from;
    this.until = until;
  }

  /**
   * Counts.
   *
   * @param engine what everything runs on
   * @param from the first instant
   * @param until the instant after the last
   * @param least how many people a group has at least
   * @return one entry per group
   */
  public static List<LanguageFigures> of(Engine engine, Instant from, Instant until, int least) {
    FigureCount.requireWindow(from, until);
    if (least < LEAST) {
      throw new IllegalArgumentException("a group that is shown has at least 5 people");
    }
    LanguageCount count = new LanguageCount(from, until);
    Optional<SubjectId> last = Optional.empty();
    List<SubjectEntry> page;
    do {
      page = engine.records().subjects().after(last, PAGE);
      for (SubjectEntry subject : page) {
        Ledger ledger = engine.journal().ledger();
        List<Recorded> events = new ArrayList<>(ledger.events(subject.evidenceKey()).entries());
        events.addAll(ledger.events(subject.contentKey(), OUTCOME_OF_AI::equals).entries());
        events.sort(Comparator.comparingLong(event -> event.appended().index()));
        count.person(events);
        last = Optional.of(subject.id());
      }
    } while (!page.isEmpty());
    Optional<KeyId> lastKey = Optional.empty();
    List<KeyId> keys;
    do {
      keys = engine.records().restrictedEvidence().after(lastKey, PAGE);
      for (KeyId key : keys) {
        count.person(engine.journal().ledger().events(key));
        lastKey = Optional.of(key);
      }
    } while (!keys.isEmpty());
    return shown(count.groups, least);
  }

  /** In log order, so that what happens counts for the language that was spoken last. */
  private void person(Iterable<Recorded> events) {
    String language = "und";
    Set<String> counted = new HashSet<>();
    for (Recorded event : events) {
      if (event.fields().get(LANGUAGE) instanceof String heard && !heard.isEmpty()) {
        language = heard;
      }
      Instant at = event.happenedAt();
      if (!at.isBefore(from) && at.isBefore(until)) {
        LanguageGroup group = groups.computeIfAbsent(language, l -> new LanguageGroup());
        group.persons += counted.add(language) ? 1 : 0;
        add(event, group);
      }
    }
  }

  private static void add(Recorded event, LanguageGroup group) {
    switch (event.kind()) {
      case "consent_answered" -> group.answer(text(event, "outcome"), text(event, "confidence"));
      case "permit_denied" -> group.denials++;
      case "speaker_joined" ->
          group.handOvers += text(event, "role").equals(Role.AGENT.name()) ? 1 : 0;
      default -> group.decisions += event.kind().equals(OUTCOME_OF_AI) ? 1 : 0;
    }
  }

  private static String text(Recorded event, String field) {
    return String.valueOf(event.fields().getOrDefault(field, ""));
  }

  /**
   * Small groups are summed up; if their sum is still small the next smallest joins them, so that
   * no small one is left alone.
   */
  private static List<LanguageFigures> shown(Map<String, LanguageGroup> groups, int least) {
    List<Map.Entry<String, LanguageGroup>> bySize = new ArrayList<>(groups.entrySet());
    bySize.sort(
        Comparator.comparingLong(
                (Map.Entry<String, LanguageGroup> entry) -> entry.getValue().persons)
            .thenComparing(Map.Entry::getKey));
    LanguageGroup others = new LanguageGroup();
    TreeMap<String, LanguageFigures> shown = new TreeMap<>();
    for (Map.Entry<String, LanguageGroup> entry : bySize) {
      boolean hides = others.persons > 0 && others.persons < least;
      if (entry.getValue().persons < least || hides) {
        others.add(entry.getValue());
      } else {
        shown.put(entry.getKey(), entry.getValue().figures(entry.getKey()));
      }
    }
    List<LanguageFigures> all = new ArrayList<>(shown.values());
    if (others.persons >= least) {
      all.add(others.figures(LanguageFigures.OTHERS));
    }
    return List.copyOf(all);
  }
}
