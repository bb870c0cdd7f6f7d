package eu.sotto.rights.running;

import eu.sotto.crypto.Destruction;
import eu.sotto.crypto.KeyId;
import eu.sotto.ledger.Appended;
import eu.sotto.ledger.Event;
import eu.sotto.ledger.EventKind;
import eu.sotto.ledger.EventRefused;
import eu.sotto.ledger.Evidence;
import eu.sotto.ledger.IndexTerm;
import eu.sotto.ledger.Recorded;
import eu.sotto.permit.granted.Ending;
import eu.sotto.records.OpenErasure;
import eu.sotto.records.SubjectEntry;
import eu.sotto.records.Withheld;
import eu.sotto.rights.ErasureReceipt;
import eu.sotto.session.Engine;
import eu.sotto.session.Entries;
import eu.sotto.session.Entries.Fields;
import eu.sotto.session.Kinds;
import eu.sotto.session.SubjectSession;
import eu.sotto.store.StoreException;
import eu.sotto.store.StoreException.Fault;
import eu.sotto.vocabulary.PrivacyException;
import eu.sotto.vocabulary.Right;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Erases a person: noted, ordered (durable), permits ended, keys destroyed, contents and index
 * entries removed, completed. Each step can be repeated, so what a crash interrupts is finished at
 * the next opening.
 */
public final class Erasure {
  private final Engine engine;
  private final boolean resumed;

  Erasure(Engine engine) {
    this(engine, false);
  }

  private Erasure(Engine engine, boolean resumed) {
    this.engine = engine;
    this.resumed = resumed;
  }

  ErasureReceipt of(SubjectSession subject, String request) {
    OwedNotices.owe(subject, request, Right.ERASURE);
    OpenErasure erasure = new OpenErasure(request, engine.clock().instant(), subject.entries());
    engine.records().openErasures().add(erasure);
    return carriedOut(erasure)
        .orElseThrow(() -> new IllegalStateException("completed by somebody else"));
  }

  /**
   * Finishes the erasures that an earlier process or a node that is gone left open.
   *
   * @param engine what everything runs on
   */
  public static void resume(Engine engine) {
    engine.records().openErasures().takeOver().forEach(new Erasure(engine, true)::carriedOut);
  }

  /**
   * One that fails is left to whoever takes it over: a node that looks for them, or the next
   * opening.
   */
  private Optional<ErasureReceipt> carriedOut(OpenErasure erasure) {
    try {
      return engine.erasing(erasure.order(), contentKeys(erasure), () -> carryOut(erasure));
    } catch (PrivacyException e) {
      letGo(erasure, e);
      throw e;
    }
  }

  private void letGo(OpenErasure erasure, PrivacyException fault) {
    try {
      engine.records().openErasures().letGo(erasure.order());
    } catch (PrivacyException e) {
      fault.addSuppressed(e);
    }
  }

  /** Without a receipt if all of it was recorded before. */
  private Optional<ErasureReceipt> carryOut(OpenErasure erasure) {
    Appended ordered = order(erasure);
    for (SubjectEntry entry : erasure.subjects()) {
      engine.sessions().erased(entry.id());
      engine.grants().end(entry.id(), Ending.RIGHT_EXERCISED, grant -> true);
    }
    List<String> silent = engine.nodes().awaitOthers(ordered.index() + 1);
    Withholding withholding = new Withholding(engine, erasure, behalf(erasure));
    var unused = withholding.keepApart(entry -> true);
    Set<IndexTerm> terms = terms(erasure);
    engine.journal().ledger().erase(List.of(), terms);
    Destruction destruction = engine.destroy(contentKeys(erasure));
    int removed = removed(withholding, removeContents(erasure, terms));
    LocalDate evidenceUntil = EvidencePeriod.lastDay(engine, erasure);
    engine.records().restrictedEvidence().keep(evidenceKeys(erasure), evidenceUntil);
    erasure
        .subjects()
        .forEach(entry -> requireScrubbed(engine.records().subjects().forget(entry.id())));
    List<Withheld> left = withholding.left();
    List<RequestFacts> ended = ended(erasure);
    String statement =
        Statement.of(
            new Statement.Facts(
                erasure,
                destruction,
                removed - left.size(),
                evidenceUntil,
                silent,
                engine.register().zone()),
            new Statement.Rest(left, ended, OwedNotices.of(engine, erasure.order())));
    Optional<Appended> completed = complete(erasure, removed, statement);
    answered(erasure, left.size(), removed, statement);
    ended.forEach(facts -> answer(erasure, facts.id(), "ended", statement));
    Optional<Evidence> evidence =
        completed.map(Appended::id).flatMap(engine.journal().ledger()::evidence);
    if (resumed) {
      engine.records().rewriteIndex();
    }
    engine.records().openErasures().remove(erasure.order());
    return evidence.map(proof -> new ErasureReceipt(statement, proof));
  }

  private Behalf behalf(OpenErasure erasure) {
    Behalf own = Behalf.of(engine.register(), "");
    return RequestList.facts(engine, erasure.order())
        .map(facts -> facts.behalf(engine.register()))
        .orElse(own);
  }

  /** What went before a crash is not counted again; what was assessed says how much it was. */
  private int removed(Withholding withholding, int now) {
    return resumed ? Math.max(now, withholding.assessed().size()) : now;
  }

  private Appended order(OpenErasure erasure) {
    Fields fields =
        Fields.of(
                "order",
                erasure.order(),
                "keys",
                contentKeys(erasure).stream().map(KeyId::toString).collect(Collectors.joining(" ")))
            .step("erasure ordered " + erasure.order());
    return engine
        .journal()
        .record(Entries.ofNobody(Kinds.ERASURE_ORDERED, erasure.orderedAt(), fields));
  }

  /**
   * Every index term by which something of these subjects could be found. They are read and removed
   * before the keys are destroyed, because the calls' ids are in what the keys seal.
   */
  private Set<IndexTerm> terms(OpenErasure erasure) {
    Set<IndexTerm> terms = new HashSet<>();
    for (SubjectEntry entry : erasure.subjects()) {
      terms.add(Entries.subject(entry.id()));
      terms.add(Entries.endings(entry.id()));
      terms.add(Entries.rights(entry.id()));
      for (Recorded recorded : engine.journal().ledger().events(entry.contentKey())) {
        Entries.callOf(recorded).ifPresent(terms::add);
      }
    }
    return terms;
  }

  /** Removes what the keys sealed, and once more the terms, for steps that were under way. */
  private int removeContents(OpenErasure erasure, Set<IndexTerm> terms) {
    int removed = 0;
    for (SubjectEntry entry : erasure.subjects()) {
      removed += engine.records().removeContents(entry.id());
    }
    engine.scrubKeys();
    requireScrubbed(engine.journal().ledger().erase(contentKeys(erasure), terms).scrubbed());
    return removed;
  }

  /** What was deleted may lie in a file's gaps as long as a foreign reader stands in the way. */
  static void requireScrubbed(boolean done) {
    if (!done) {
      throw new StoreException(Fault.BUSY, "the store", null);
    }
  }

  private Optional<Appended> complete(OpenErasure erasure, int removed, String statement) {
    Instant now = engine.clock().instant();
    Fields fields =
        Fields.of(
                "order", erasure.order(),
                "records", (long) removed,
                "statement", ErasureReceipt.digest(statement))
            .step("erasure completed " + erasure.order());
    return once(Entries.ofNobody(Kinds.ERASURE_COMPLETED, now, fields));
  }

  /** What was recorded right before a crash stays, since its statement cannot be made again. */
  private Optional<Appended> once(Event event) {
    try {
      return Optional.of(engine.journal().record(event));
    } catch (EventRefused e) {
      if (!resumed) {
        throw e;
      }
      return Optional.empty();
    }
  }

  /** The record of the request and its answer outlives it, under no term of the person's. */
  private void answered(OpenErasure erasure, int left, int removed, String statement) {
    Map<String, Object> executed = new LinkedHashMap<>();
    executed.put("request", erasure.order());
    executed.put("records", (long) removed);
    executed.put("withheld", (long) left);
    record(erasure, Kinds.REQUEST_EXECUTED, erasure.order(), executed);
    answer(erasure, erasure.order(), left == 0 ? "granted" : "partly", statement);
  }

  /** What else the person asked for can be carried out no more; the receipt is its answer too. */
  private List<RequestFacts> ended(OpenErasure erasure) {
    return RequestList.openOf(engine, erasure.subjects()).stream()
        .filter(facts -> !facts.id().equals(erasure.order()))
        .toList();
  }

  private void answer(OpenErasure erasure, String request, String outcome, String statement) {
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("request", request);
    answer.put("outcome", outcome);
    answer.put("statement", ErasureReceipt.digest(statement));
    answer.put("actor", "");
    answer.put("role", "");
    record(erasure, Kinds.REQUEST_ANSWERED, request, answer);
  }

  private void record(
      OpenErasure erasure, EventKind kind, String request, Map<String, Object> fields) {
    Fields all = Fields.of(fields).step(kind.name() + " " + request);
    SubjectEntry first = erasure.subjects().get(0);
    var unused = once(Entries.ofRequest(first, kind, engine.clock().instant(), all));
  }

  private static List<KeyId> contentKeys(OpenErasure erasure) {
    return erasure.subjects().stream().map(SubjectEntry::contentKey).toList();
  }

  private static List<KeyId> evidenceKeys(OpenErasure erasure) {
    return erasure.subjects().stream().map(SubjectEntry::evidenceKey).toList();
  }
}
