package eu.sotto.rights.running;

import eu.sotto.consent.ConsentStatus;
import eu.sotto.ledger.Appended;
import eu.sotto.ledger.IndexTerm;
import eu.sotto.permit.granted.Ending;
import eu.sotto.records.OpenErasure;
import eu.sotto.records.RecordEntry;
import eu.sotto.records.RecordId;
import eu.sotto.records.SubjectEntry;
import eu.sotto.records.Withheld;
import eu.sotto.rights.ErasureReceipt;
import eu.sotto.rights.RequestRefused;
import eu.sotto.rights.RequestState;
import eu.sotto.rights.StepRefusal;
import eu.sotto.session.Engine;
import eu.sotto.session.Entries;
import eu.sotto.session.Entries.Fields;
import eu.sotto.session.Kinds;
import eu.sotto.session.SubjectSession;
import eu.sotto.vocabulary.Actor;
import eu.sotto.vocabulary.Answer;
import eu.sotto.vocabulary.CallId;
import eu.sotto.vocabulary.PurposeId;
import eu.sotto.vocabulary.Right;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Erases what one controller decides on where others decide on more of the same person: the
 * person's keys seal both, so the records' own keys go instead of the person's. Each step can be
 * repeated. Source: GDPR Art. 17(1), 28(3)(a), (e).
 */
final class ErasureInPart {
  private final SubjectSession subject;
  private final Engine engine;
  private final RunningRequest request;
  private final Actor actor;
  private final RequestFacts facts;
  private final Behalf behalf;

  ErasureInPart(SubjectSession subject, RunningRequest request, Actor actor) {
    this.subject = subject;
    this.engine = subject.engine();
    this.request = request;
    this.actor = actor;
    this.facts = request.facts();
    this.behalf = facts.behalf(engine.register());
  }

  ErasureReceipt erase() {
    if (facts.done(RequestState.ANSWERED)) {
      throw new RequestRefused(StepRefusal.ALREADY_DONE);
    }
    Instant ordered = engine.clock().instant();
    OwedNotices.owe(subject, request.id(), Right.ERASURE);
    for (SubjectEntry entry : subject.entries()) {
      engine
          .grants()
          .end(entry.id(), Ending.RIGHT_EXERCISED, grant -> behalf.covers(grant.purpose()));
    }
    OpenErasure order = new OpenErasure(request.id(), ordered, subject.entries());
    Withholding withholding = new Withholding(engine, order, behalf);
    engine.records().lifetimes().clearAway(withholding.keepApart(behalf::covers));
    int removed = removeRecords();
    Concerned concerned = Concerned.of(subject, behalf);
    int calls = forgetCalls(concerned.onlyHere());
    endConsents();
    liftReplaced();
    List<Withheld> left = withholding.left();
    String statement =
        Statement.inPart(
            new Statement.Part(order, behalf, removed, calls, others(concerned)),
            left,
            OwedNotices.of(engine, request.id()));
    return completed(statement, removed, left.size());
  }

  /** An instructing controller is not told for whom else the host processes. */
  private Set<String> others(Concerned concerned) {
    return behalf.own() ? concerned.others() : Set.of();
  }

  /** What only an unanswered request or a replaced restriction shields goes as well. */
  private int removeRecords() {
    List<RecordId> ids = covered().stream().map(RecordEntry::id).toList();
    engine.records().lifetimes().dispose(ids);
    engine
        .records()
        .lifetimes()
        .clearAway(
            covered().stream()
                .filter(entry -> engine.legalHolds().on(entry).isEmpty())
                .map(RecordEntry::id)
                .toList());
    return ids.size() - covered().size();
  }

  private List<RecordEntry> covered() {
    return subject.records().stream().filter(behalf::covers).toList();
  }

  /** Nothing leads to these calls any more, neither by the host's identifier nor by the number. */
  private int forgetCalls(List<CallId> calls) {
    List<IndexTerm> terms = new ArrayList<>();
    for (CallId call : calls) {
      terms.add(Entries.call(call));
      engine.sessions().forgotten(call);
    }
    Erasure.requireScrubbed(engine.journal().ledger().erase(List.of(), terms).scrubbed());
    calls.forEach(engine.records().calls()::forget);
    return calls.size();
  }

  /** Who wants everything erased agrees to nothing any more. */
  private void endConsents() {
    Answer asked = Answer.written(Right.ERASURE.article(), engine.clock().instant());
    for (Map.Entry<PurposeId, ConsentStatus> consent : subject.consents().entrySet()) {
      if (consent.getValue().given() && behalf.covers(consent.getKey())) {
        subject.withdraw(consent.getKey(), asked);
      }
    }
  }

  private void liftReplaced() {
    for (String restriction : facts.replaced()) {
      Map<String, Object> fields = Fields.of("restriction", restriction).values();
      Received.by(actor, fields);
      request.record(Kinds.RESTRICTION_LIFTED, fields);
    }
  }

  private ErasureReceipt completed(String statement, int removed, int left) {
    String digest = ErasureReceipt.digest(statement);
    Fields completion =
        Fields.of("order", request.id(), "records", (long) removed, "statement", digest)
            .step("erasure in part " + engine.randomId());
    Appended appended =
        engine
            .journal()
            .record(
                Entries.ofNobody(Kinds.ERASURE_COMPLETED, engine.clock().instant(), completion));
    Map<String, Object> executed = request.fields();
    executed.put("records", (long) removed);
    executed.put("withheld", (long) left);
    request.record(Kinds.REQUEST_EXECUTED, executed);
    Map<String, Object> answer = request.fields();
    answer.put("outcome", left == 0 ? "granted" : "partly");
    answer.put("statement", digest);
    Received.by(actor, answer);
    request.record(Kinds.REQUEST_ANSWERED, answer);
    return engine
        .journal()
        .ledger()
        .evidence(appended.id())
        .map(proof -> new ErasureReceipt(statement, proof))
        .orElseThrow(() -> new IllegalStateException("the entry was recorded just now"));
  }
}
