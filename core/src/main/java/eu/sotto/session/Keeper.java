package eu.sotto.session;

import eu.sotto.consent.CallConsents;
import eu.sotto.consent.ConsentStatus;
import eu.sotto.consent.Expiry;
import eu.sotto.notice.NoticePart;
import eu.sotto.permit.ContentPermit;
import eu.sotto.permit.Obligation;
import eu.sotto.permit.Permit;
import eu.sotto.permit.Reason;
import eu.sotto.permit.ReasonCode;
import eu.sotto.permit.RecordingPermit;
import eu.sotto.permit.Redacted;
import eu.sotto.permit.granted.BoundRedacted;
import eu.sotto.permit.granted.Ending;
import eu.sotto.permit.granted.Grant;
import eu.sotto.records.Kept;
import eu.sotto.records.NewRecord;
import eu.sotto.records.RecordEntry;
import eu.sotto.records.RecordException;
import eu.sotto.records.RecordId;
import eu.sotto.records.RecordKind;
import eu.sotto.redaction.AudioRanges;
import eu.sotto.redaction.PiiType;
import eu.sotto.redaction.Redaction;
import eu.sotto.redaction.Summary;
import eu.sotto.redaction.Transcript;
import eu.sotto.redaction.WavSilencer;
import eu.sotto.register.KeepGround;
import eu.sotto.register.LegalBasis;
import eu.sotto.register.Purpose;
import eu.sotto.retention.RetentionClass;
import eu.sotto.session.Entries.Fields;
import eu.sotto.vocabulary.PurposeId;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Keeps what a call's permits allow to be kept: redacted, sealed, with a due date. */
final class Keeper {
  private final Engine engine;
  private final CallSession session;

  Keeper(Engine engine, CallSession session) {
    this.engine = engine;
    this.session = session;
  }

  Redacted<Transcript> redact(Transcript transcript, ContentPermit permit) {
    PurposeId purpose = own(permit).purpose();
    Redaction redaction =
        engine
            .redactor()
            .redact(transcript)
            .without(session.answersWithoutNeed(purpose, transcript));
    noteCounts(purpose, redaction.counts());
    return new BoundRedacted<>(
        session.id(),
        redaction.transcript(),
        redaction.counts(),
        redaction.audio(),
        redaction.values(engine.register().defaultRegion()));
  }

  /** For the figures of an impact assessment; nobody waits for it. */
  private void noteCounts(PurposeId purpose, Map<PiiType, Integer> counts) {
    String found =
        counts.entrySet().stream()
            .map(entry -> entry.getKey().name() + "=" + entry.getValue())
            .sorted()
            .collect(Collectors.joining(" "));
    if (!found.isEmpty() && !session.state().erased()) {
      Fields fields = Fields.of("purpose", purpose.value(), "found", found);
      engine.journal().note(session.event(Kinds.TEXT_REDACTED, engine.clock().instant(), fields));
    }
  }

  Kept keep(Redacted<Transcript> transcript, ContentPermit permit) {
    session.checkOwn(bound(transcript).call());
    Kept kept =
        keep(
            permit,
            RecordKind.TRANSCRIPT,
            Map.of("language", transcript.value().language().toLanguageTag()),
            TranscriptText.of(transcript.value()));
    if (kept instanceof Kept.Sealed) {
      engine.finder().heard(session.caller().entry(), bound(transcript).heard());
    }
    return kept;
  }

  Kept keep(Summary summary, ContentPermit permit) {
    Transcript asText = Transcript.ofText(engine.register().defaultLanguage(), summary.text());
    String redacted = engine.redactor().redact(asText).transcript().text();
    return keep(
        permit,
        RecordKind.SUMMARY,
        Map.of(
            "aiGenerated", "true",
            "model", summary.model(),
            "at", engine.clock().instant().toString()),
        redacted);
  }

  private Kept keep(
      ContentPermit permit, RecordKind kind, Map<String, String> labels, String content) {
    return keep(permit, kind, labels, content.getBytes(StandardCharsets.UTF_8));
  }

  Kept keep(ContentPermit permit, RecordKind kind, Map<String, String> labels, byte[] bytes) {
    Grant grant = own(permit);
    Optional<Kept> refusal = refusal(grant);
    if (refusal.isPresent()) {
      return refusal.get();
    }
    NewRecord what = description(grant.purpose(), kind, labels);
    try {
      return settle(engine.records().keep(what, bytes), grant);
    } catch (RecordException.PastDue e) {
      return refused(ReasonCode.RETENTION_OVER, grant.purpose());
    }
  }

  RunningRecording record(RecordingPermit permit, @Nullable Redacted<Transcript> heard) {
    Grant grant = own(permit);
    AudioRanges silenced = AudioRanges.none();
    if (heard != null) {
      BoundRedacted<Transcript> bound = bound(heard);
      session.checkOwn(bound.call());
      silenced = bound.audio();
    } else if (grant.obligations().contains(Obligation.REDACT)) {
      throw new IllegalStateException(
          "the purpose obliges to redact: record with the redacted transcript");
    }
    if (!grant.usable()) {
      throw new IllegalStateException("the permit has ended");
    }
    NewRecord what = description(grant.purpose(), RecordKind.RECORDING, Map.of());
    WavSilencer silencer = heard == null ? null : WavSilencer.of(silenced, Map.of());
    return RunningRecording.begin(this, grant, engine.records().begin(what), silencer);
  }

  /**
   * The end of keeping: recorded, or taken back if the right to it ended meanwhile.
   *
   * @param id what was sealed
   * @param grant the permit under which it was
   * @return what became of it
   */
  Kept settle(RecordId id, Grant grant) {
    Optional<Kept> refusal = taken(grant);
    if (refusal.isPresent()) {
      engine.owed().attempt("discarding", () -> engine.records().lifetimes().dispose(List.of(id)));
      return refusal.get();
    }
    RecordEntry entry =
        engine.records().entry(id).orElseThrow(() -> new RecordException.NotKept(id));
    Fields fields =
        Fields.of(
            "record", id.toString(),
            "kind", entry.what().kind().name(),
            "purpose", entry.what().purpose().value(),
            "retention_class", entry.what().retentionClass());
    engine
        .journal()
        .recordEffect(session.event(Kinds.RECORD_KEPT, entry.keptAt(), fields.step("kept " + id)));
    return new Kept.Sealed(entry);
  }

  /** A consent may also have ended after the permit did, before anything was kept. */
  private Optional<Kept> taken(Grant grant) {
    if (carriedByConsentOnly(grant.purpose()) && !session.stands(grant.purpose())) {
      return Optional.of(refused(ReasonCode.CONSENT_WITHDRAWN, grant.purpose()));
    }
    boolean keeps = grant.ending().filter(Ending::keepsThePast).isPresent();
    return keeps ? Optional.empty() : refusal(grant);
  }

  /** Says that a recording was stopped from outside. */
  void stopped(Grant grant, boolean kept) {
    Fields fields =
        Fields.of(
            "purpose", grant.purpose().value(),
            "kept", kept,
            "why", grant.ending().map(Enum::name).orElse(""));
    engine.journal().note(session.event(Kinds.RECORDING_STOPPED, engine.clock().instant(), fields));
  }

  Optional<Kept> refusal(Grant grant) {
    if (grant.obligations().contains(Obligation.TRANSIENT_ONLY)) {
      return Optional.of(refused(ReasonCode.TRANSIENT_ONLY, grant.purpose()));
    }
    if (!grant.usable()) {
      return grant.ending().map(why -> refused(CallSession.endedReason(why), grant.purpose()));
    }
    return Optional.empty();
  }

  private static Kept refused(ReasonCode code, PurposeId purpose) {
    return new Kept.Refused(List.of(Reason.of(code, purpose)));
  }

  private NewRecord description(PurposeId purposeId, RecordKind kind, Map<String, String> labels) {
    Purpose purpose =
        engine
            .register()
            .purpose(purposeId)
            .orElseThrow(() -> new IllegalStateException("purpose is not declared"));
    String retentionClass =
        purpose
            .retentionClass()
            .map(RetentionClass::name)
            .orElseThrow(() -> new IllegalStateException("the purpose keeps nothing"));
    return new NewRecord(
        session.id(), kind, purposeId, retentionClass, carriedByConsentOnly(purposeId), labels);
  }

  private boolean carriedByConsentOnly(PurposeId id) {
    Purpose purpose = engine.declared(id);
    return purpose.basis() == LegalBasis.CONSENT && !staysWithout(purpose);
  }

  /** A second basis carries only those who were told of it before they consented. */
  private boolean staysWithout(Purpose purpose) {
    KeepGround ground = purpose.keptOn().orElse(null);
    if (ground != KeepGround.SECOND_BASIS) {
      return ground != null;
    }
    CallConsents consents = session.state().consents();
    ConsentStatus status = consents.status(purpose.id(), Instant.MAX, Expiry.NEVER);
    return status.given()
        && consents.heard(status.since()).stream()
            .anyMatch(notice -> notice.parts().contains(NoticePart.SECOND_BASIS));
  }

  Grant own(Permit permit) {
    Grant grant = (Grant) permit;
    session.checkOwn(grant.terms().call());
    return grant;
  }

  private static <T> BoundRedacted<T> bound(Redacted<T> redacted) {
    return (BoundRedacted<T>) redacted;
  }
}
