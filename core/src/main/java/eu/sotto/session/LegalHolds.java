package eu.sotto.session;

import eu.sotto.ledger.Event;
import eu.sotto.ledger.IndexTerm;
import eu.sotto.ledger.Recorded;
import eu.sotto.records.LegalHold;
import eu.sotto.records.RecordEntry;
import eu.sotto.records.RecordException;
import eu.sotto.records.RecordId;
import eu.sotto.records.SubjectEntry;
import eu.sotto.register.Task;
import eu.sotto.retention.Hold;
import eu.sotto.retention.HoldGround;
import eu.sotto.session.Entries.Fields;
import eu.sotto.session.Standing.Effect;
import eu.sotto.session.Standing.Held;
import eu.sotto.vocabulary.Actor;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Orders to preserve data. A hold acts on this node first and is then recorded; before it is told,
 * every disposal that was being decided is over, so that whatever is there then stays. A release is
 * recorded first. Thread-safe.
 */
public final class LegalHolds {
  private static final String HOLD = "hold";

  private final Engine engine;
  private final Set<String> released = ConcurrentHashMap.newKeySet();

  LegalHolds(Engine engine) {
    this.engine = engine;
  }

  /**
   * Holds all that is kept of a person, and what comes to be kept.
   *
   * @param person whose data
   * @param reference the case's file reference
   * @param actor who orders it
   * @return the hold
   * @throws IllegalStateException if the person's data was erased or is being erased
   */
  public LegalHold hold(SubjectSession person, String reference, Actor actor) {
    person.requirePresent();
    return hold(person, null, reference, actor);
  }

  /**
   * Holds one record.
   *
   * @param record which
   * @param reference the case's file reference
   * @param actor who orders it
   * @return the hold
   * @throws RecordException.NotKept if it is not kept any more
   */
  public LegalHold hold(RecordId record, String reference, Actor actor) {
    SubjectEntry subject =
        engine
            .records()
            .entry(record)
            .flatMap(entry -> engine.records().subjects().entry(entry.subject()))
            .orElseThrow(() -> new RecordException.NotKept(record));
    LegalHold hold = hold(new SubjectSession(engine, List.of(subject)), record, reference, actor);
    if (engine.records().entry(record).isEmpty()) {
      release(hold.id(), actor);
      throw new RecordException.NotKept(record);
    }
    return hold;
  }

  private LegalHold hold(
      SubjectSession person, @Nullable RecordId record, String reference, Actor actor) {
    Instant now = engine.clock().instant();
    LegalHold wanted = new LegalHold(engine.randomId(), reference, now, record, false);
    new Clearances(engine).require(person.entry(), actor, Task.HOLD, null);
    Map<String, Object> fields = fields(wanted);
    fields.put("actor", actor.id());
    fields.put("role", actor.role());
    boolean durable = engine.standings().act(person, Kinds.LEGAL_HOLD_SET, now, fields);
    engine.records().lifetimes().betweenDecisions(() -> {});
    requireNotErasing(person);
    return new LegalHold(wanted.id(), reference, now, record, durable);
  }

  private void requireNotErasing(SubjectSession person) {
    boolean erasing =
        engine.records().openErasures().list().stream()
            .flatMap(erasure -> erasure.subjects().stream())
            .anyMatch(person.entry()::equals);
    if (erasing || person.entries().isEmpty()) {
      throw new IllegalStateException("the person's data was erased or is being erased");
    }
  }

  private static Map<String, Object> fields(LegalHold hold) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put(HOLD, hold.id());
    fields.put("record", hold.only().map(RecordId::toString).orElse(""));
    fields.put("reference", hold.reference());
    return fields;
  }

  /**
   * Ends a hold; what no other hold and no duty keeps is due from then on. Ending it again changes
   * nothing.
   *
   * @param hold its id
   * @param actor who decides it
   * @throws IllegalArgumentException if no hold has that id
   */
  public void release(String hold, Actor actor) {
    new Clearances(engine).require(actor, Task.HOLD);
    if (events(Entries.legalHold(hold)).isEmpty()) {
      throw new IllegalArgumentException("no hold has that id");
    }
    Fields fields =
        Fields.of(HOLD, hold, "actor", actor.id(), "role", actor.role())
            .step(Kinds.LEGAL_HOLD_RELEASED.name() + " " + hold);
    Event event =
        Entries.ofNobody(Kinds.LEGAL_HOLD_RELEASED, engine.clock().instant(), fields)
            .indexed(Entries.legalHold(hold))
            .indexed(Entries.legalHolds());
    engine.journal().record(event);
  }

  /**
   * The holds that are in force, the earliest first.
   *
   * @return the holds; one whose recording is still tried is not among them
   */
  public List<LegalHold> inForce() {
    Map<String, LegalHold> holds = new LinkedHashMap<>();
    for (Recorded recorded : events(Entries.legalHolds())) {
      if (recorded.kind().equals(Kinds.LEGAL_HOLD_RELEASED.name())) {
        holds.remove(ConsentCodec.text(recorded.fields(), HOLD));
      } else {
        LegalHold hold = Held.of(Effect.of(recorded)).told();
        holds.merge(hold.id(), hold, (one, next) -> one.record() == null ? one : next);
      }
    }
    return List.copyOf(holds.values());
  }

  /**
   * The holds in force that name a record.
   *
   * @param entry the record
   * @return them, as retention knows them; in force at any time, so that no earlier plan escapes
   */
  public List<Hold> on(RecordEntry entry) {
    return naming(entry)
        .map(held -> Hold.since(held.reference(), HoldGround.LEGAL_HOLD, Instant.EPOCH))
        .distinct()
        .toList();
  }

  private Stream<Held> naming(RecordEntry entry) {
    return engine.standings().held(entry.subject()).stream()
        .filter(held -> held.names(entry.id()) && !isReleased(held.hold()));
  }

  private boolean isReleased(String hold) {
    if (!released.contains(hold)
        && events(Entries.legalHold(hold)).stream()
            .anyMatch(one -> one.kind().equals(Kinds.LEGAL_HOLD_RELEASED.name()))) {
      released.add(hold);
    }
    return released.contains(hold);
  }

  /**
   * Lets the holds on a record name its copy too, which an erasure leaves under another subject.
   *
   * @param entry the record
   * @param copy the copy's id
   * @param holder whose the copy is going to be
   */
  public void carry(RecordEntry entry, RecordId copy, SubjectEntry holder) {
    List<Held> holds = naming(entry).toList();
    for (Held held : holds) {
      Map<String, Object> fields = new LinkedHashMap<>();
      fields.put(HOLD, held.hold());
      fields.put("record", copy.toString());
      fields.put("reference", held.reference());
      fields.put("actor", "");
      fields.put("role", "");
      Fields all = Fields.of(fields).step("carried " + held.hold() + " " + copy);
      engine.journal().record(Entries.ofRights(holder, Kinds.LEGAL_HOLD_SET, held.since(), all));
    }
    if (!holds.isEmpty()) {
      engine.standings().changed();
    }
  }

  private List<Recorded> events(IndexTerm term) {
    return engine.journal().ledger().events(term).entries();
  }
}
