package eu.sotto.session;

import eu.sotto.permit.Reason;
import eu.sotto.permit.ReasonCode;
import eu.sotto.purpose.Sieve;
import eu.sotto.purpose.Sifted;
import eu.sotto.purpose.Submission;
import eu.sotto.records.Kept;
import eu.sotto.records.NewRecord;
import eu.sotto.records.RecordEntry;
import eu.sotto.records.RecordException;
import eu.sotto.records.RecordId;
import eu.sotto.records.RecordKind;
import eu.sotto.records.SubjectEntry;
import eu.sotto.records.Taken;
import eu.sotto.register.OwnData;
import eu.sotto.register.Purpose;
import eu.sotto.register.Register;
import eu.sotto.retention.EventName;
import eu.sotto.retention.RetentionClass;
import eu.sotto.session.Entries.Fields;
import eu.sotto.vocabulary.Actor;
import eu.sotto.vocabulary.CallId;
import eu.sotto.vocabulary.Party;
import eu.sotto.vocabulary.PurposeId;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Data beside the content of calls: metadata, registration and technical data, each kept for its
 * own purpose under its own retention class, or not at all.
 */
public final class OwnRecords {
  private static final EventName LAST_CONTACT = EventName.of("last-contact");

  private final Engine engine;

  OwnRecords(Engine engine) {
    this.engine = engine;
  }

  /** The class under which call metadata is kept, or empty. */
  static String metadataClass(Register register) {
    return register
        .intake()
        .purpose(OwnData.CALL_METADATA)
        .flatMap(register::purpose)
        .flatMap(Purpose::retentionClass)
        .map(RetentionClass::name)
        .orElse("");
  }

  /** Keeps number, start and duration of a call that ended, once, unless the person bars it. */
  void keepMetadata(CallSession call, Instant ended) {
    Optional<PurposeId> purpose = engine.register().intake().purpose(OwnData.CALL_METADATA);
    boolean known =
        call.records().stream().anyMatch(one -> one.what().kind() == RecordKind.CALL_METADATA);
    if (purpose.isEmpty()
        || known
        || !engine.standings().against(call.caller().id(), purpose.get()).isEmpty()) {
      return;
    }
    Map<String, String> metadata = new LinkedHashMap<>();
    if (!call.party().isEmpty()) {
      metadata.put("number", call.party());
    }
    metadata.put("line", call.line().id().value());
    metadata.put("start", call.answeredAt().toString());
    metadata.put("end", ended.toString());
    metadata.put("seconds", Long.toString(Duration.between(call.answeredAt(), ended).toSeconds()));
    try {
      NewRecord what =
          NewRecord.of(
              call.id(), RecordKind.CALL_METADATA, purpose.get(), metadataClass(engine.register()));
      kept(call.caller().entry(), engine.records().keep(what, Intaking.json(metadata)));
    } catch (RecordException.PastDue e) {
      // Its period is over before it began to be kept: nothing of it is to stay.
      return;
    }
  }

  /**
   * Takes in registration or technical data of a person, filtered as all that is taken in.
   *
   * @param data which kind
   * @param who how the person is reached
   * @param handed what the host hands over
   * @param at when it arose
   * @return what was kept, and how much was left out
   */
  public Taken take(OwnData data, Party who, Submission handed, Instant at) {
    PurposeId purpose = purposeOf(data);
    String canonical =
        who.canonical(engine.register().defaultRegion())
            .orElseThrow(() -> new IllegalArgumentException("nobody is reached by that party"));
    List<Reason> against = against(canonical, purpose);
    if (!against.isEmpty()) {
      return new Taken(new Kept.Refused(against), Map.of());
    }
    Sifted sifted = Sieve.of(engine.register()).sift(purpose, handed, agreed(canonical));
    if (sifted.taken().isEmpty()) {
      return new Taken(Intaking.notNeeded(purpose), sifted.dropped());
    }
    SubjectEntry subject = engine.records().subjects().resolve(canonical);
    engine.contacts().met(canonical, subject);
    if (!sifted.dropped().isEmpty()) {
      Fields fields = Intaking.counts(purpose, sifted, engine.randomId());
      engine
          .journal()
          .recordEffect(
              Entries.ofSubject(subject, Kinds.INTAKE_SIFTED, engine.clock().instant(), fields));
    }
    return new Taken(keep(data, purpose, subject, sifted, at), sifted.dropped());
  }

  private List<Reason> against(String canonical, PurposeId purpose) {
    return engine.records().subjects().find(canonical).stream()
        .findFirst()
        .map(subject -> engine.standings().against(subject.id(), purpose))
        .orElse(List.of());
  }

  private PurposeId purposeOf(OwnData data) {
    if (data == OwnData.CALL_METADATA) {
      throw new IllegalArgumentException("metadata of calls is kept by their end, not handed over");
    }
    return engine
        .register()
        .intake()
        .purpose(data)
        .orElseThrow(
            () -> new IllegalArgumentException("no purpose is declared for " + data.category()));
  }

  private Predicate<PurposeId> agreed(String canonical) {
    return purpose ->
        engine.records().subjects().find(canonical).stream()
            .findFirst()
            .filter(subject -> engine.questions().now(subject.id(), purpose).given())
            .isPresent();
  }

  private Kept keep(
      OwnData data, PurposeId purpose, SubjectEntry subject, Sifted sifted, Instant at) {
    Purpose declared = engine.declared(purpose);
    String retentionClass = declared.retentionClass().orElseThrow().name();
    CallId encounter = CallId.of(data.category() + ":" + engine.randomId());
    engine.records().encountered(encounter, subject, at);
    RecordKind kind = data == OwnData.REGISTRATION ? RecordKind.REGISTRATION : RecordKind.TECHNICAL;
    NewRecord what =
        new NewRecord(
            encounter,
            kind,
            purpose,
            retentionClass,
            false,
            Intaking.labels(engine.register(), purpose, sifted));
    try {
      return new Kept.Sealed(
          kept(subject, engine.records().keep(what, Intaking.json(sifted.taken()))));
    } catch (RecordException.PastDue e) {
      return new Kept.Refused(List.of(Reason.of(ReasonCode.RETENTION_OVER, purpose)));
    }
  }

  private RecordEntry kept(SubjectEntry subject, RecordId id) {
    RecordEntry entry =
        engine.records().entry(id).orElseThrow(() -> new RecordException.NotKept(id));
    Fields fields =
        Fields.of(
                "record", id.toString(),
                "kind", entry.what().kind().name(),
                "purpose", entry.what().purpose().value(),
                "retention_class", entry.what().retentionClass())
            .step("kept " + id);
    engine
        .journal()
        .recordEffect(Entries.ofSubject(subject, Kinds.RECORD_KEPT, entry.keptAt(), fields));
    return entry;
  }

  /** Notes a contact on what is kept until so long after the last one. */
  void contacted(List<SubjectEntry> person, Instant at) {
    noted(person, LAST_CONTACT, at);
  }

  private void noted(List<SubjectEntry> person, EventName event, Instant at) {
    engine
        .owed()
        .attempt(
            "noting an event",
            () -> person.forEach(one -> engine.records().triggered(one.id(), event, at)));
  }

  /** Notes an event that somebody states, and who did. */
  void happened(List<SubjectEntry> person, EventName event, Instant at, Actor actor) {
    Register register = engine.register();
    boolean awaited =
        register.retentionPolicy().rules().stream()
            .anyMatch(rule -> rule.trigger().events().contains(event));
    if (!awaited || event.equals(CallSession.CALL_ENDED)) {
      throw new IllegalArgumentException("no period is begun by stating this event");
    }
    noted(person, event, at);
    person.forEach(subject -> stated(subject, event, at, actor));
  }

  private void stated(SubjectEntry subject, EventName event, Instant at, Actor actor) {
    Fields fields =
        Fields.of(
                "event", event.name(),
                "day", LocalDate.ofInstant(at, engine.register().zone()).toString(),
                "actor", actor.id(),
                "role", actor.role())
            .step("event " + engine.randomId());
    engine
        .journal()
        .recordEffect(
            Entries.ofSubject(subject, Kinds.EVENT_STATED, engine.clock().instant(), fields));
  }
}
