package eu.sotto.oversight.running;

import eu.sotto.ledger.Event;
import eu.sotto.oversight.AiOutcome;
import eu.sotto.oversight.AiResult;
import eu.sotto.oversight.Decided;
import eu.sotto.oversight.OutcomeId;
import eu.sotto.permit.ContentPermit;
import eu.sotto.permit.Decision;
import eu.sotto.permit.Obligation;
import eu.sotto.permit.Operation;
import eu.sotto.permit.Reason;
import eu.sotto.permit.granted.Ending;
import eu.sotto.permit.granted.Grant;
import eu.sotto.records.RecordEntry;
import eu.sotto.records.RecordId;
import eu.sotto.register.AutomatedDecision;
import eu.sotto.session.CallSession;
import eu.sotto.session.CaseEvents;
import eu.sotto.session.Engine;
import eu.sotto.session.Entries.Fields;
import eu.sotto.vocabulary.PurposeId;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Takes outcomes of a call in: what a machine came to is recorded before it counts. */
public final class Intake {
  private final Engine engine;
  private final CallSession session;
  private final Cases cases;

  /**
   * The intake of a call.
   *
   * @param session the call
   */
  public Intake(CallSession session) {
    this.engine = session.caller().engine();
    this.session = session;
    this.cases = new Cases(engine);
  }

  /**
   * The outcomes of the call.
   *
   * @return them as they stand now
   */
  public List<AiOutcome> outcomes() {
    return cases.among(cases.found(CaseEvents.call(session)));
  }

  /**
   * Records an outcome under a permit to decide.
   *
   * @param result what the machine came to
   * @param permit the permit
   * @return the outcome, or why it does not count
   */
  public Decided decided(AiResult result, ContentPermit permit) {
    Grant grant = (Grant) permit;
    if (!grant.terms().call().equals(session.id())) {
      throw new IllegalStateException("the permit belongs to another call");
    }
    if (grant.operation() != Operation.DECIDE) {
      throw new IllegalArgumentException("the permit is not one to decide");
    }
    if (!grant.usable()) {
      return ended(grant);
    }
    OutcomeId id = OutcomeId.of(engine.randomId());
    record(id, result, grant.purpose(), grant.obligations().contains(Obligation.HUMAN_REVIEW));
    if (!grant.usable()) {
      Fields dropped = Fields.of("decision", id.value()).step("dropped " + id.value());
      CaseEvents.recordEffect(
          engine, CaseEvents.ofCall(session, id.value(), CaseEvents.DROPPED, dropped));
      return ended(grant);
    }
    return standing(id);
  }

  /**
   * Hands in what a machine proposes. Where a person has to decide each time it goes to a review;
   * where a permit can be had it is recorded under that; else it is refused.
   *
   * @param result what the machine came to
   * @param purpose what for
   * @return the outcome, or why it does not count
   */
  public Decided proposed(AiResult result, PurposeId purpose) {
    Decision<ContentPermit> decision = session.may(Operation.DECIDE, purpose, null);
    return decision.fold(
        permit -> decided(result, permit),
        Decided.Refused::new,
        review -> {
          OutcomeId id = OutcomeId.of(engine.randomId());
          record(id, result, purpose, true);
          return standing(id);
        });
  }

  private Decided standing(OutcomeId id) {
    return new Decided.Recorded(
        cases
            .outcome(id)
            .orElseThrow(() -> new IllegalStateException("the person's data was erased")));
  }

  private static Decided ended(Grant grant) {
    Ending why = grant.ending().orElse(Ending.EXPIRED);
    return new Decided.Refused(List.of(Reason.of(CallSession.endedReason(why), grant.purpose())));
  }

  private void record(OutcomeId id, AiResult result, PurposeId purpose, boolean review) {
    requireOwn(result.inputs());
    AutomatedDecision declared =
        engine
            .register()
            .automatedDecision(purpose)
            .orElseThrow(() -> new IllegalStateException("no automated decision is declared"));
    boolean special = !engine.declared(purpose).specialCategories().isEmpty();
    Fields fields =
        Fields.of(
            "decision", id.value(),
            "subject", session.caller().id().toString(),
            "purpose", purpose.value(),
            "result", result.text(),
            "inputs",
                result.inputs().stream().map(RecordId::toString).collect(Collectors.joining("\n")),
            "model", result.model(),
            "confidence", result.confidence().toPlainString(),
            "involvement", result.involvement().name(),
            "procedure", declared.logic().procedure(),
            "principles", String.join("\n", declared.logic().principles()),
            "special", special,
            "review", review ? engine.randomId() : "",
            "replaces", "",
            "register", engine.register().version());
    Event event = CaseEvents.ofCall(session, id.value(), CaseEvents.OUTCOME, fields);
    engine.journal().record(review || special ? event.indexed(CaseEvents.open()) : event);
  }

  private void requireOwn(List<RecordId> inputs) {
    Set<RecordId> own =
        session.caller().records().stream().map(RecordEntry::id).collect(Collectors.toSet());
    if (!own.containsAll(inputs)) {
      throw new IllegalArgumentException("an input is not kept of this person");
    }
  }
}
