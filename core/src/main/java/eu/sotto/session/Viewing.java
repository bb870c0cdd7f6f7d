package eu.sotto.session;

import eu.sotto.permit.ContentPermit;
import eu.sotto.permit.Obligation;
import eu.sotto.permit.Reason;
import eu.sotto.permit.ReasonCode;
import eu.sotto.permit.granted.Grant;
import eu.sotto.records.Opened;
import eu.sotto.records.RecordEntry;
import eu.sotto.records.RecordId;
import eu.sotto.records.RecordKind;
import eu.sotto.register.Purpose;
import eu.sotto.register.Task;
import eu.sotto.session.Entries.Fields;
import eu.sotto.vocabulary.Actor;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Shows what is kept of a call to somebody; recorded before anything is shown. */
final class Viewing {
  private final Engine engine;
  private final CallSession session;

  Viewing(Engine engine, CallSession session) {
    this.engine = engine;
    this.session = session;
  }

  Opened open(RecordId id, ContentPermit permit, Actor actor) {
    Grant grant = (Grant) permit;
    session.checkOwn(grant.terms().call());
    Optional<RecordEntry> kept =
        engine.records().entry(id).filter(e -> e.what().call().equals(session.id()));
    Task task = kept.map(Viewing::task).orElse(Task.OPEN_TEXT);
    Clearances clearances = new Clearances(engine);
    List<Reason> against = new ArrayList<>(clearances.against(actor, task, grant.purpose()));
    if (!grant.usable()) {
      against.add(Reason.of(ended(grant), grant.purpose()));
    }
    kept.ifPresentOrElse(
        entry -> {
          against.addAll(session.furtherUse(grant, entry.what().purpose()));
          if (isRaw(entry) && grant.obligations().contains(Obligation.REDACT)) {
            against.add(Reason.of(ReasonCode.CONTENT_NOT_REDACTED, entry.what().purpose()));
          }
        },
        () -> against.add(Reason.of(ReasonCode.RECORD_NOT_KEPT, grant.purpose())));
    if (!against.isEmpty()) {
      clearances.refused(
          session.caller().entry(), new Clearances.Act(actor, task, grant.purpose()), against);
      return new Opened.Refused(against);
    }
    RecordEntry entry = kept.orElseThrow();
    record(entry, grant, actor);
    if (!grant.usable()) {
      return new Opened.Refused(List.of(Reason.of(ended(grant), grant.purpose())));
    }
    return new Opened.Shown(entry, new PermittedChannel(engine.records().open(id), grant));
  }

  private static Task task(RecordEntry entry) {
    return entry.what().kind() == RecordKind.RECORDING ? Task.OPEN_RECORDING : Task.OPEN_TEXT;
  }

  /** Text is always redacted before it is kept; sound only where its purpose says so. */
  private boolean isRaw(RecordEntry entry) {
    return entry.what().kind() == RecordKind.RECORDING
        && engine.register().purpose(entry.what().purpose()).filter(Purpose::redact).isEmpty();
  }

  private static ReasonCode ended(Grant grant) {
    return grant.ending().map(CallSession::endedReason).orElse(ReasonCode.CALL_ENDED);
  }

  private void record(RecordEntry entry, Grant grant, Actor actor) {
    Fields fields =
        Fields.of(
            "record",
            entry.id().toString(),
            "kind",
            entry.what().kind().name(),
            "operation",
            grant.operation().name(),
            "purpose",
            grant.purpose().value(),
            "actor",
            actor.id(),
            "role",
            actor.role(),
            "authentication",
            Clearances.authentication(actor));
    engine.journal().record(session.event(Kinds.CONTENT_OPENED, engine.clock().instant(), fields));
  }
}
