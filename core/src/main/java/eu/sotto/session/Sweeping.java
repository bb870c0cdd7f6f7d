package eu.sotto.session;

import eu.sotto.crypto.KeyId;
import eu.sotto.ledger.EventKind;
import eu.sotto.records.RecordEntry;
import eu.sotto.records.RecordId;
import eu.sotto.records.SubjectEntry;
import eu.sotto.records.SweepPlan;
import eu.sotto.records.SweepReport;
import eu.sotto.retention.Ground;
import eu.sotto.session.Entries.Fields;
import eu.sotto.vocabulary.PurposeId;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Lets records go when their time has come, and says so in the ledger. */
public final class Sweeping {
  private static final String PERIOD_OVER = "retention period over";
  private static final String HOLD_ENDED = "asked for before, held no more";

  private Sweeping() {}

  /**
   * What is due now.
   *
   * @param engine what everything runs on
   * @return the plan
   */
  public static SweepPlan plan(Engine engine) {
    return engine.records().lifetimes().plan(engine.clock().instant());
  }

  /**
   * Disposes of what the plan names and may still go.
   *
   * @param engine what everything runs on
   * @param plan the plan
   * @return what was done
   */
  public static SweepReport execute(Engine engine, SweepPlan plan) {
    SweepReport report = engine.records().lifetimes().execute(plan);
    Set<RecordId> asked = asked(plan);
    int over = (int) report.disposed().stream().filter(id -> !asked.contains(id)).count();
    record(engine, over, PERIOD_OVER);
    record(engine, report.disposed().size() - over, HOLD_ENDED);
    Certifying.certify(engine);
    endEvidence(engine);
    return report;
  }

  private static Set<RecordId> asked(SweepPlan plan) {
    return plan.items().stream()
        .filter(item -> item.disposition().because().ground() == Ground.PURPOSE_ENDED)
        .map(item -> item.entry().id())
        .collect(Collectors.toSet());
  }

  /** Destroys the keys of evidence whose last day is over. */
  private static void endEvidence(Engine engine) {
    LocalDate today = engine.today();
    List<KeyId> over = engine.records().restrictedEvidence().over(today);
    if (!over.isEmpty()) {
      engine.destroy(over);
      engine.journal().ledger().erase(over, List.of());
      engine.records().restrictedEvidence().remove(over);
      record(engine, Kinds.EVIDENCE_ENDED, Fields.of("keys", (long) over.size()));
    }
  }

  /**
   * Erases what only a consent to the purpose carried; what a hold names stays until it ends.
   *
   * @param engine what everything runs on
   * @param records among which
   * @param purpose the purpose
   * @param ground why
   */
  public static void eraseCarried(
      Engine engine, List<RecordEntry> records, PurposeId purpose, String ground) {
    List<RecordId> carried =
        records.stream()
            .filter(entry -> entry.what().consentOnly() && entry.what().purpose().equals(purpose))
            .map(RecordEntry::id)
            .toList();
    dispose(engine, carried, ground);
  }

  /**
   * Erases what had to go before, and had to stay for a hold that has ended.
   *
   * @param engine what everything runs on
   * @param subjects whose
   */
  public static void eraseAsked(Engine engine, List<SubjectEntry> subjects) {
    List<RecordId> asked =
        subjects.stream()
            .flatMap(subject -> engine.records().lifetimes().asked(subject.id()).stream())
            .toList();
    dispose(engine, asked, HOLD_ENDED);
  }

  /**
   * Erases what an objection bars; what a hold names stays. Tried again if the store errs.
   *
   * @param engine what everything runs on
   * @param records which
   * @param ground why
   * @return whether it is done
   */
  public static boolean eraseObjected(Engine engine, List<RecordEntry> records, String ground) {
    List<RecordId> ids = records.stream().map(RecordEntry::id).toList();
    return engine.owed().attempt("erasing after an objection", () -> dispose(engine, ids, ground));
  }

  private static void dispose(Engine engine, List<RecordId> ids, String ground) {
    if (!ids.isEmpty()) {
      record(engine, engine.records().lifetimes().dispose(ids).disposed().size(), ground);
    }
  }

  /** Records that records were disposed of: how many and why, never whose. */
  static void record(Engine engine, int count, String ground) {
    if (count > 0) {
      record(engine, Kinds.RECORDS_DISPOSED, Fields.of("records", (long) count, "ground", ground));
    }
  }

  private static void record(Engine engine, EventKind kind, Fields fields) {
    engine
        .journal()
        .recordEffect(
            Entries.ofNobody(
                kind, engine.clock().instant(), fields.step("disposed " + engine.randomId())));
  }
}
