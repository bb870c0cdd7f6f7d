package eu.sotto.oversight.running;

import eu.sotto.ledger.Recorded;
import eu.sotto.oversight.DutyId;
import eu.sotto.oversight.OutcomeId;
import eu.sotto.oversight.ReviewId;
import eu.sotto.oversight.Telling;
import eu.sotto.oversight.Telling.About;
import eu.sotto.records.SubjectEntry;
import eu.sotto.records.SubjectId;
import eu.sotto.session.CaseEvents;
import eu.sotto.session.Engine;
import eu.sotto.vocabulary.PurposeId;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What is open, read from every event that was ever made: an oracle that remembers nothing. */
public final class CasesReadWhole {
  private final Engine engine;
  private final Cases cases;

  private CasesReadWhole(Engine engine) {
    this.engine = engine;
    this.cases = new Cases(engine);
  }

  /** The reviews that are to be done, the oldest first. */
  public static List<ReviewId> reviews(Engine engine) {
    return new CasesReadWhole(engine).reviews();
  }

  /** What is still to be told, the oldest first. */
  public static List<Telling> tellings(Engine engine) {
    return new CasesReadWhole(engine).tellings();
  }

  private List<ReviewId> reviews() {
    Set<String> open = new LinkedHashSet<>();
    for (Recorded event : cases.found(CaseEvents.open())) {
      String decision = CaseFile.text(event, "decision");
      if (event.kind().equals("review_resolved")) {
        open.remove(decision);
      } else if (event.kind().equals("ai_outcome_challenged")
          || !CaseFile.text(event, "review").isEmpty()) {
        open.add(decision);
      }
    }
    return open.stream()
        .map(OutcomeId::of)
        .flatMap(id -> cases.file(id).flatMap(CaseFile::review).stream())
        .sorted(Comparator.comparing(CaseReview::since))
        .map(CaseReview::id)
        .toList();
  }

  private List<Telling> tellings() {
    Map<DutyId, Telling> open = new LinkedHashMap<>();
    Set<DutyId> ever = new HashSet<>();
    for (Recorded event : cases.found(CaseEvents.open())) {
      if (event.kind().equals("caller_told")) {
        open.remove(DutyId.of(CaseFile.text(event, "duty")));
      } else if (event.kind().equals("review_resolved")
          && !CaseFile.text(event, "tell").isEmpty()) {
        open(event, "review", About.valueOf(CaseFile.text(event, "tell")), open, ever);
      } else if (event.kind().equals("ai_outcome_recorded")
          && CaseFile.text(event, "special").equals("true")) {
        open(event, "decision", About.SPECIAL_CATEGORY_USED, open, ever);
      } else if (event.kind().equals("effect_stated")) {
        open(event, "duty", About.valueOf(CaseFile.text(event, "effect")), open, ever);
      }
    }
    return List.copyOf(open.values());
  }

  private void open(
      Recorded event, String field, About about, Map<DutyId, Telling> open, Set<DutyId> ever) {
    DutyId id = DutyId.of(CaseFile.text(event, field));
    if (ever.add(id)) {
      purpose(event)
          .ifPresent(
              purpose -> {
                Instant since = event.happenedAt();
                Instant due = since.plus(Tellings.WITHOUT_DELAY);
                boolean overdue = engine.clock().instant().isAfter(due);
                open.put(id, new Telling(id, about, purpose, since, due, overdue));
              });
    }
  }

  /** Empty if the person is not there any more. */
  private Optional<PurposeId> purpose(Recorded event) {
    String decision = CaseFile.text(event, "decision");
    if (decision.isEmpty()) {
      return present(SubjectId.parse(CaseFile.text(event, "subject")))
          .map(entry -> PurposeId.of(CaseFile.text(event, "purpose")));
    }
    return cases
        .file(OutcomeId.of(decision))
        .filter(file -> present(file.subject()).isPresent())
        .map(CaseFile::purpose);
  }

  private Optional<SubjectEntry> present(SubjectId subject) {
    return engine.records().subjects().entry(subject);
  }
}
