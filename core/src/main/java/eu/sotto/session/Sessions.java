package eu.sotto.session;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import eu.sotto.consent.ConsentEvent;
import eu.sotto.crypto.KeyId;
import eu.sotto.ledger.EventRefused;
import eu.sotto.ledger.Recorded;
import eu.sotto.records.Calls;
import eu.sotto.records.KnownCall;
import eu.sotto.records.SubjectEntry;
import eu.sotto.records.SubjectId;
import eu.sotto.register.Line;
import eu.sotto.session.CallSession.Facts;
import eu.sotto.session.Entries.Fields;
import eu.sotto.vocabulary.CallId;
import eu.sotto.vocabulary.LineId;
import eu.sotto.vocabulary.Party;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The calls on this node: one session per call as long as anybody holds it, folded anew from the
 * ledger after that. Thread-safe.
 */
public final class Sessions {
  private static final System.Logger LOG = System.getLogger("eu.sotto.session");
  private static final String LINE = "line";
  private static final String PARTY = Calls.NUMBER;

  private final Engine engine;
  private final Cache<CallId, CallSession> live = Caffeine.newBuilder().weakValues().build();
  private final ConsentEndings endings = new ConsentEndings();

  Sessions(Engine engine) {
    this.engine = engine;
  }

  /**
   * Begins a call, or finds it if it was begun before.
   *
   * @param id the host's identifier
   * @param line the line that was called
   * @param party who is at the other end
   * @param at when it was answered
   * @return the session
   * @throws IllegalStateException if the call is known with another party
   */
  public CallSession answer(CallId id, Line line, Party party, Instant at) {
    String canonical = party.canonical(engine.register().defaultRegion()).orElse("");
    catchUp();
    Optional<KnownCall> known = engine.records().calls().find(id);
    if (known.isEmpty()) {
      begin(id, line, canonical, at);
      known = engine.records().calls().find(id);
    }
    KnownCall call = known.orElseThrow(() -> new IllegalStateException("the call was erased"));
    if (!isOf(call, canonical)) {
      throw new IllegalStateException("the call id is in use for another party");
    }
    return session(call);
  }

  /** By the blind token: the number goes with the call's metadata, the subject stays. */
  private boolean isOf(KnownCall call, String party) {
    return engine.records().subjects().find(name(call.id(), party)).stream()
        .findFirst()
        .filter(call.subject()::equals)
        .isPresent();
  }

  private static String name(CallId id, String party) {
    return party.isEmpty() ? "call:" + id.value() : party;
  }

  private void begin(CallId id, Line line, String party, Instant at) {
    SubjectEntry subject = engine.records().subjects().resolve(name(id, party));
    if (!party.isEmpty()) {
      engine.contacts().met(party, subject);
    }
    Fields fields =
        Fields.of(
            "call",
            id.value(),
            LINE,
            line.id().value(),
            "register",
            engine.register().version(),
            "node",
            engine.records().node());
    try {
      engine
          .journal()
          .record(Entries.ofCall(subject, id, Kinds.CALL_ANSWERED, at, fields.step("answered")));
    } catch (EventRefused e) {
      // by another opening of the store, which went down or is about to say so in the index too
      LOG.log(System.Logger.Level.DEBUG, "The call was recorded before");
    }
    engine
        .records()
        .calls()
        .answered(id, subject, at, Map.of(LINE, line.id().value(), PARTY, party));
    engine.ownRecords().contacted(engine.records().subjects().union(subject.id()), at);
  }

  /**
   * Finds a call again, in any thread, after any time.
   *
   * @param id the host's identifier
   * @return the session, or empty if the call is not known or was erased
   */
  public Optional<CallSession> resume(CallId id) {
    catchUp();
    return engine.records().calls().find(id).map(this::session);
  }

  /** Without it a decision denies; other steps are taken on what is known. */
  private void catchUp() {
    if (!engine.nodes().catchUp(engine.journal().deadline())) {
      LOG.log(System.Logger.Level.DEBUG, "This node has not heard of the others in time");
    }
  }

  /**
   * Calls that were answered long ago and have not ended.
   *
   * @param age how long ago at least
   * @return the sessions
   */
  public List<CallSession> abandoned(Duration age) {
    Instant before = engine.clock().instant().minus(age);
    return engine.records().calls().running().stream()
        .filter(call -> !call.answeredAt().isAfter(before))
        .map(this::session)
        .filter(session -> session.state().ended() == null)
        .toList();
  }

  private CallSession session(KnownCall call) {
    CallSession session =
        live.get(call.id(), id -> new CallSession(engine, facts(call), fold(call)));
    session.lock().lock();
    try {
      session.foldAnew();
    } finally {
      session.lock().unlock();
    }
    Instant ended = session.state().ended();
    if (ended != null && call.endedAt().isEmpty()) {
      session.noteEnd(ended);
    }
    endings.of(session.caller().id()).forEach(session::ended);
    return session;
  }

  private Facts facts(KnownCall call) {
    LineId line = LineId.of(call.details().getOrDefault(LINE, ""));
    return new Facts(
        call.id(),
        new SubjectSession(engine, List.of(call.subject())),
        engine
            .register()
            .line(line)
            .orElseThrow(
                () -> new IllegalStateException("the register no longer declares line " + line)),
        call.details().getOrDefault(PARTY, ""),
        call.answeredAt());
  }

  /**
   * A call as the ledger has it now, whatever this node's session says; empty if it is not known.
   */
  Optional<CallState> folded(CallId id) {
    return engine.records().calls().find(id).map(this::fold);
  }

  /** Another node may have taken a step in these calls. */
  void changedElsewhere(KeyId key) {
    under(key, CallSession::changedElsewhere);
  }

  /** Another node erases the data of whoever has this content key. */
  void erasedElsewhere(KeyId contentKey) {
    under(
        contentKey,
        session -> {
          session.erasedElsewhere();
          live.invalidate(session.id());
        });
  }

  private void under(KeyId key, Consumer<CallSession> action) {
    live.asMap().values().stream()
        .filter(
            session ->
                session.caller().entry().contentKey().equals(key)
                    || session.caller().entry().evidenceKey().equals(key))
        .forEach(action);
  }

  private CallState fold(KnownCall call) {
    SubjectId subject = call.subject().id();
    List<Recorded> events =
        new ArrayList<>(engine.journal().ledger().events(Entries.call(call.id())).entries());
    events.addAll(engine.journal().ledger().events(Entries.endings(subject)).entries());
    events.sort(Comparator.comparingLong(recorded -> recorded.appended().index()));
    CallState state = CallState.NONE;
    for (Recorded recorded : events) {
      state = fold(state, recorded);
    }
    return call.endedAt().map(state::withEnd).orElse(state);
  }

  static CallState fold(CallState state, Recorded recorded) {
    String kind = recorded.kind();
    if (kind.equals(Kinds.CALL_ENDED.name())) {
      return state.withEnd(recorded.happenedAt());
    }
    Optional<ConsentEvent> event =
        ConsentCodec.decode(kind, recorded.happenedAt(), recorded.fields());
    if (event.isEmpty()) {
      return state;
    }
    return ConsentCodec.ending(recorded)
        .map(id -> state.ended(id, (ConsentEvent.OfPurpose) event.get()))
        .orElseGet(() -> state.with(event.get()));
  }

  /** Tells every call of the subject on this node of a consent's end, also those being read. */
  void ended(ConsentEndings.Entry ending) {
    endings.add(ending);
    ofSubject(ending.subject(), session -> session.ended(ending));
  }

  /** The ends of consents that the ledger may not hold yet. */
  List<ConsentEndings.Entry> latestEndings(SubjectId subject) {
    return endings.of(subject);
  }

  /**
   * Tells every call of the subject on this node that its data is gone.
   *
   * @param subject whose data
   */
  public void erased(SubjectId subject) {
    engine.questions().changed(subject);
    engine.standings().erased(subject);
    ofSubject(
        subject,
        session -> {
          session.erased();
          live.invalidate(session.id());
        });
  }

  /**
   * Ends the session of one call that nothing leads to any more.
   *
   * @param call the host's identifier
   */
  public void forgotten(CallId call) {
    Optional.ofNullable(live.getIfPresent(call)).ifPresent(CallSession::erased);
    live.invalidate(call);
  }

  private void ofSubject(SubjectId subject, Consumer<CallSession> action) {
    live.asMap().values().stream()
        .filter(session -> session.caller().id().equals(subject))
        .forEach(action);
  }
}
