package eu.sotto.oversight.running;

import eu.sotto.ledger.IndexTerm;
import eu.sotto.ledger.Recorded;
import eu.sotto.oversight.AiLabel;
import eu.sotto.oversight.AiOutcome;
import eu.sotto.oversight.OutcomeId;
import eu.sotto.records.SubjectEntry;
import eu.sotto.session.CaseEvents;
import eu.sotto.session.Engine;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** Outcomes as they stand now, read from the ledger each time. Thread-safe. */
public final class Cases {
  private final Engine engine;

  /**
   * Outcomes of a store.
   *
   * @param engine what everything runs on
   */
  public Cases(Engine engine) {
    this.engine = engine;
  }

  Engine engine() {
    return engine;
  }

  List<Recorded> found(IndexTerm term) {
    return engine.journal().ledger().events(term).entries();
  }

  Optional<CaseFile> file(OutcomeId id) {
    return CaseFile.of(found(CaseEvents.decision(id.value())));
  }

  /** The verdict that ended a review: of several the one recorded first. */
  Optional<Recorded> verdict(String decision, String review) {
    return found(CaseEvents.decision(decision)).stream()
        .filter(event -> event.kind().equals(CaseEvents.RESOLVED.name()))
        .filter(event -> CaseFile.text(event, "review").equals(review))
        .findFirst();
  }

  /** The keys of whoever an outcome is about; empty if that person's data is being erased. */
  Optional<SubjectEntry> subject(CaseFile file) {
    return engine.records().subjects().entry(file.subject());
  }

  /**
   * An outcome as it stands now.
   *
   * @param id its name
   * @return the outcome; empty if it is not known, never came to count as a correction, or the
   *     person's data was erased
   */
  public Optional<AiOutcome> outcome(OutcomeId id) {
    return file(id).filter(this::tookPlace).map(this::standing);
  }

  /** A correction counts only if the verdict that it was made for did. */
  private boolean tookPlace(CaseFile file) {
    return file.replaces()
        .map(old -> file(old).flatMap(CaseFile::successor).filter(file.id()::equals).isPresent())
        .orElse(true);
  }

  private AiOutcome standing(CaseFile file) {
    Recorded made = file.outcome();
    if (file.superseded()) {
      return new AiOutcome.Superseded(
          file.id(), file.purpose(), made.happenedAt(), file.successor());
    }
    return file.review()
        .<AiOutcome>map(
            review ->
                new AiOutcome.Pending(file.id(), file.purpose(), made.happenedAt(), review.id()))
        .orElseGet(
            () ->
                new AiOutcome.Final(
                    file.id(),
                    file.purpose(),
                    CaseFile.text(made, "result"),
                    label(made),
                    file.replaces()));
  }

  private static AiLabel label(Recorded made) {
    String model = CaseFile.text(made, "model");
    return new AiLabel(!model.isEmpty(), model, made.happenedAt());
  }

  /**
   * The outcomes among some events, as they stand now.
   *
   * @param events what happened
   * @return the outcomes in the order recorded, each once
   */
  public List<AiOutcome> among(List<Recorded> events) {
    Set<String> ids = new LinkedHashSet<>();
    for (Recorded event : events) {
      if (event.kind().equals(CaseEvents.OUTCOME.name())) {
        ids.add(CaseFile.text(event, "decision"));
      }
    }
    return ids.stream().map(OutcomeId::of).map(this::outcome).flatMap(Optional::stream).toList();
  }

  /**
   * What the ledger says of how a review of an outcome ended.
   *
   * @param id the outcome's name
   * @return verdict and role of who decided, or empty if no review has ended
   */
  public Optional<Recorded> resolved(OutcomeId id) {
    return file(Objects.requireNonNull(id, "id")).flatMap(CaseFile::resolved);
  }
}
