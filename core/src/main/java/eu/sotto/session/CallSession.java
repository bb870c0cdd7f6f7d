package eu.sotto.session;

import eu.sotto.consent.ConsentEvent;
import eu.sotto.ledger.Event;
import eu.sotto.ledger.EventKind;
import eu.sotto.permit.ContentPermit;
import eu.sotto.permit.Decision;
import eu.sotto.permit.Operation;
import eu.sotto.permit.Permit;
import eu.sotto.permit.Reason;
import eu.sotto.permit.ReasonCode;
import eu.sotto.permit.RecordingControl;
import eu.sotto.permit.RecordingGate;
import eu.sotto.permit.RecordingPermit;
import eu.sotto.permit.Redacted;
import eu.sotto.permit.granted.Ending;
import eu.sotto.permit.granted.Grant;
import eu.sotto.purpose.Observation;
import eu.sotto.purpose.Sifted;
import eu.sotto.purpose.Submission;
import eu.sotto.records.Kept;
import eu.sotto.records.Opened;
import eu.sotto.records.RecordEntry;
import eu.sotto.records.RecordId;
import eu.sotto.records.Taken;
import eu.sotto.redaction.PiiType;
import eu.sotto.redaction.Summary;
import eu.sotto.redaction.Transcript;
import eu.sotto.register.Line;
import eu.sotto.retention.EventName;
import eu.sotto.session.Entries.Fields;
import eu.sotto.vocabulary.Actor;
import eu.sotto.vocabulary.CallId;
import eu.sotto.vocabulary.PurposeId;
import eu.sotto.vocabulary.RecipientId;
import eu.sotto.vocabulary.Speaker;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * One call on this node. Steps are taken one at a time under a lock: decide, append, fold. What
 * restricts folds first, without the lock, so that nothing waits for a store that hangs.
 */
public final class CallSession {
  /**
   * What stands from the answer of the call on.
   *
   * @param id the host's identifier
   * @param caller the data subject
   * @param line the line that was called
   * @param party how the caller is reached, in its canonical spelling; empty if nobody knows
   * @param answeredAt when it was answered
   */
  record Facts(CallId id, SubjectSession caller, Line line, String party, Instant answeredAt) {}

  static final EventName CALL_ENDED = EventName.of("call-ended");

  private final Engine engine;
  private final Facts facts;
  private final ReentrantLock lock = new ReentrantLock();
  private final AtomicReference<CallState> state;
  private final Permissions permissions;
  private final Keeper keeper;
  private final Intaking intaking;
  private final Dialogue dialogue;
  private volatile boolean behind;

  CallSession(Engine engine, Facts facts, CallState folded) {
    this.engine = engine;
    this.facts = facts;
    this.state = new AtomicReference<>(folded);
    this.permissions = new Permissions(engine, this);
    this.keeper = new Keeper(engine, this);
    this.intaking = new Intaking(engine, this);
    this.dialogue = new Dialogue(engine, this);
  }

  /**
   * The call's identifier.
   *
   * @return the host's identifier
   */
  public CallId id() {
    return facts.id();
  }

  /**
   * The data subject.
   *
   * @return the caller
   */
  public SubjectSession caller() {
    return facts.caller();
  }

  Line line() {
    return facts.line();
  }

  String party() {
    return facts.party();
  }

  Instant answeredAt() {
    return facts.answeredAt();
  }

  /**
   * What leaves the call in the formats of others.
   *
   * @return the exports
   */
  public Exports exports() {
    return new Exports(engine, this);
  }

  CallState state() {
    return Objects.requireNonNull(state.get());
  }

  ReentrantLock lock() {
    return lock;
  }

  void end(Ending why, Predicate<Grant> which) {
    engine
        .grants()
        .end(caller().id(), why, grant -> grant.terms().call().equals(id()) && which.test(grant));
  }

  /**
   * What is said and done about consent.
   *
   * @return the dialogue
   */
  public Dialogue dialogue() {
    return dialogue;
  }

  /**
   * Somebody joined: permits to take voices end at once.
   *
   * @param speaker who joined
   * @param at when
   */
  public void joined(Speaker speaker, Instant at) {
    var joined = new ConsentEvent.SpeakerJoined(speaker, at);
    fold(joined);
    end(Ending.EXPIRED, grant -> grant.operation().takesVoices());
    recordEffect(joined);
  }

  /**
   * Somebody left.
   *
   * @param speaker who left
   * @param at when
   */
  public void left(Speaker speaker, Instant at) {
    take(new ConsentEvent.SpeakerLeft(speaker, at));
  }

  /**
   * The call ended: its permits end, its retention periods begin.
   *
   * @param at when
   */
  public void ended(Instant at) {
    CallState before = state.getAndUpdate(s -> s.withEnd(at));
    if (before.ended() != null || before.erased()) {
      return;
    }
    engine.grants().end(caller().id(), Ending.CALL_ENDED, id());
    engine.journal().recordEffect(event(Kinds.CALL_ENDED, at, Fields.of().step("ended")));
    noteEnd(at);
  }

  /**
   * Begins the retention periods; tried again until it succeeds. The metadata first: once the end
   * is noted, nobody looks whether they were kept.
   */
  void noteEnd(Instant at) {
    engine
        .owed()
        .attempt(
            "noting the end of a call",
            () -> {
              if (engine.records().calls().find(id()).isPresent()) {
                engine.ownRecords().keepMetadata(this, at);
                engine.records().triggered(id(), CALL_ENDED, at);
              }
            });
  }

  /**
   * Decides.
   *
   * @param operation what is to be done
   * @param purpose for which purpose
   * @param recipient who receives data, or null
   * @param <P> the permit's type
   * @return the decision
   */
  public <P extends Permit> Decision<P> may(
      Operation<P> operation, PurposeId purpose, @Nullable RecipientId recipient) {
    return permissions.may(operation, purpose, recipient);
  }

  /**
   * Decides without giving a permit.
   *
   * @param operation what would be done
   * @param purpose for which purpose
   * @param recipient who would receive data, or null
   * @return what the decision would have been
   */
  public Observation observe(
      Operation<?> operation, PurposeId purpose, @Nullable RecipientId recipient) {
    return permissions.observe(operation, purpose, recipient);
  }

  /**
   * Shows a kept content to somebody.
   *
   * @param id which
   * @param permit a permit of this call
   * @param actor who sees it
   * @return the content, or why not
   */
  public Opened open(RecordId id, ContentPermit permit, Actor actor) {
    return new Viewing(engine, this).open(id, permit, actor);
  }

  /** What stands against using what was collected for one purpose under a permit for another. */
  List<Reason> furtherUse(Grant grant, PurposeId collectedFor) {
    return permissions.furtherUse(grant, collectedFor);
  }

  /**
   * Removes personal data.
   *
   * @param transcript what was said
   * @param permit a permit of this call
   * @return the redacted transcript
   */
  public Redacted<Transcript> redact(Transcript transcript, ContentPermit permit) {
    return keeper.redact(transcript, permit);
  }

  /**
   * Keeps a redacted transcript.
   *
   * @param transcript the transcript
   * @param permit a permit of this call
   * @return what was kept, or why not
   */
  public Kept keep(Redacted<Transcript> transcript, ContentPermit permit) {
    return keeper.keep(transcript, permit);
  }

  /**
   * Keeps a summary.
   *
   * @param summary the summary
   * @param permit a permit of this call
   * @return what was kept, or why not
   */
  public Kept keep(Summary summary, ContentPermit permit) {
    return keeper.keep(summary, permit);
  }

  /**
   * Takes in the fields that the permit's purpose needs.
   *
   * @param handed what the host hands over
   * @param permit a permit of this call
   * @return what was kept, and how much was left out
   */
  public Taken take(Submission handed, ContentPermit permit) {
    return intaking.take(handed, permit, keeper);
  }

  /**
   * Whether a question asks for more than a purpose needs.
   *
   * @param purpose the purpose
   * @param question the question
   * @return the kinds of data that it asks for without need
   */
  public Set<PiiType> asking(PurposeId purpose, String question) {
    return intaking.asking(purpose, question);
  }

  Set<Integer> answersWithoutNeed(PurposeId purpose, Transcript transcript) {
    return intaking.answers(purpose, transcript);
  }

  void recordDropped(PurposeId purpose, Sifted sifted) {
    if (!sifted.dropped().isEmpty()) {
      Fields fields = Intaking.counts(purpose, sifted, engine.randomId());
      engine.journal().recordEffect(event(Kinds.INTAKE_SIFTED, engine.clock().instant(), fields));
    }
  }

  /**
   * Begins a recording.
   *
   * @param permit a permit of this call
   * @param heard the redacted transcript by which words are silenced, or null
   * @return the running recording
   */
  public RunningRecording record(RecordingPermit permit, @Nullable Redacted<Transcript> heard) {
    return keeper.record(permit, heard);
  }

  /**
   * A gate before the host's own recorder.
   *
   * @param control the recorder
   * @param gap what stands in the recording where it was paused
   * @return the gate, closed
   */
  public RecordingGate gate(RecordingControl control, RecordingControl.Gap gap) {
    return engine.grants().gate(caller().entry(), control, gap);
  }

  /** Whether the caller's consent stands by all that is recorded, whatever the clocks said. */
  boolean stands(PurposeId purpose) {
    return Dialogue.stands(state().consents(), purpose);
  }

  /**
   * What is kept of the call.
   *
   * @return the records
   */
  public List<RecordEntry> records() {
    return engine.records().ofCall(id());
  }

  /** Folds the end of a consent in; called for every call of the subject on this node. */
  void ended(ConsentEndings.Entry ending) {
    state.updateAndGet(s -> s.ended(ending.id(), ending.event()));
  }

  /** Another node took a step in a call of the subject. */
  void changedElsewhere() {
    behind = true;
  }

  /** Folds the call anew if another node took a step since; under the lock. */
  void foldAnew() {
    if (behind) {
      behind = false;
      CallState folded;
      try {
        folded = engine.sessions().folded(id()).orElse(CallState.NONE.withErasure());
      } catch (RuntimeException e) {
        behind = true;
        throw e;
      }
      state.updateAndGet(s -> s.erased() ? s : folded);
      engine.sessions().latestEndings(caller().id()).forEach(this::ended);
    }
  }

  /** Another node erases the caller's data: no step follows. */
  void erasedElsewhere() {
    state.updateAndGet(CallState::withErasure);
  }

  /** Takes no more steps from here on; waits for the one that is being taken. */
  void erased() {
    state.updateAndGet(CallState::withErasure);
    lock.lock();
    try {
      permissions.forget();
    } finally {
      lock.unlock();
    }
  }

  /** Durable first, then folded: what opens doors. */
  void take(ConsentEvent event) {
    lock.lock();
    try {
      append(event);
    } finally {
      lock.unlock();
    }
  }

  void append(ConsentEvent event) {
    requireNotErased();
    ConsentCodec.Encoded encoded = ConsentCodec.encode(event, answeredAt());
    engine.journal().record(event(encoded.kind(), event.at(), Fields.of(encoded.fields())));
    state.updateAndGet(s -> s.with(event));
    engine.questions().changed(caller().id());
  }

  void requireNotErased() {
    if (state().erased()) {
      throw new IllegalStateException("the caller's data was erased");
    }
  }

  /** Folds what closes doors; {@link #recordEffect} follows when it has taken effect. */
  CallState fold(ConsentEvent event) {
    return Objects.requireNonNull(state.updateAndGet(s -> s.with(event)));
  }

  void recordEffect(ConsentEvent event) {
    if (state().erased()) {
      return;
    }
    ConsentCodec.Encoded encoded = ConsentCodec.encode(event, answeredAt());
    Fields fields = Fields.of(encoded.fields()).step(engine.randomId());
    engine.journal().recordEffect(event(encoded.kind(), event.at(), fields));
    engine.questions().changed(caller().id());
  }

  Event event(EventKind kind, Instant at, Fields fields) {
    return Entries.ofCall(caller().entry(), id(), kind, at, fields);
  }

  void checkOwn(CallId other) {
    if (!other.equals(id())) {
      throw new IllegalStateException("the permit or content belongs to another call");
    }
  }

  /**
   * What the end of a permit means to whoever wants to use it.
   *
   * @param why why it ended
   * @return the reason
   */
  public static ReasonCode endedReason(Ending why) {
    return switch (why) {
      case CALL_ENDED, EXPIRED, NOT_DELIVERED, CLOSED -> ReasonCode.CALL_ENDED;
      case OBJECTED -> ReasonCode.OBJECTED;
      case RESTRICTED -> ReasonCode.RESTRICTED;
      case RIGHT_EXERCISED -> ReasonCode.CONSENT_WITHDRAWN;
    };
  }
}
