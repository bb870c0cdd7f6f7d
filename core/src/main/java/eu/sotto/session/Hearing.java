package eu.sotto.session;

import eu.sotto.consent.Capacity;
import eu.sotto.consent.ConsentEvent;
import eu.sotto.consent.ConsentOutcome;
import eu.sotto.crypto.KeyId;
import eu.sotto.ledger.Recorded;
import eu.sotto.ledger.Tail;
import eu.sotto.permit.granted.Ending;
import eu.sotto.permit.granted.Grant;
import eu.sotto.records.OpenErasure;
import eu.sotto.records.SubjectEntry;
import eu.sotto.records.SubjectId;
import eu.sotto.register.ConsentMark;
import eu.sotto.vocabulary.CallId;
import eu.sotto.vocabulary.ContractTie;
import eu.sotto.vocabulary.PurposeId;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;

/**
 * What this node does when it hears what another one recorded: what restricts ends its permits at
 * once, what was begun elsewhere is folded anew before the next step, what is destroyed elsewhere
 * is refused here. It hears its own events too, and late: before a permit is granted everything
 * before it was heard, so what ends a permit is always younger than what it rests on.
 */
final class Hearing implements Tail.Listener {
  private static final Set<String> DESTROYED =
      Set.of(Kinds.RECORDS_DISPOSED.name(), Kinds.EVIDENCE_ENDED.name());

  private static final Set<String> RESTRICTING =
      Set.of(
          Kinds.OBJECTION_RAISED.name(),
          Kinds.RESTRICTION_SET.name(),
          Kinds.CONTRACT_TIE_NOTED.name());

  private final Engine engine;
  private final Map<String, List<KeyId>> erasures = new ConcurrentHashMap<>();
  private volatile boolean owesAnswer = true;

  Hearing(Engine engine) {
    this.engine = engine;
  }

  @Override
  public void heard(Recorded recorded, KeyId key) {
    String kind = recorded.kind();
    if (kind.equals(Kinds.ERASURE_ORDERED.name())) {
      ordered(
          ConsentCodec.text(recorded.fields(), "order"),
          Arrays.stream(ConsentCodec.text(recorded.fields(), "keys").split(" ", -1))
              .map(KeyId::parse)
              .toList());
      owesAnswer = true;
    } else if (kind.equals(Kinds.ERASURE_COMPLETED.name())) {
      completed(ConsentCodec.text(recorded.fields(), "order"));
    } else if (kind.equals(Kinds.CONTACT_BARRED.name())) {
      engine.contacts().barredElsewhere();
    } else if (DESTROYED.contains(kind)) {
      engine.forgetKeys();
    } else {
      engine.sessions().changedElsewhere(key);
      Optional<SubjectId> live = engine.grants().subject(key);
      if (Standing.bearsOn(kind) || kind.equals(Kinds.SUBJECTS_LINKED.name())) {
        engine.standings().heard(recorded, live);
      }
      live.ifPresent(subject -> restrict(subject, recorded));
      if (live.isEmpty() && RESTRICTING.contains(kind)) {
        engine.grants().endUnmet();
      }
    }
  }

  /** Erasures that were under way before this node began to hear. */
  void underWay(List<OpenErasure> open) {
    open.forEach(
        erasure ->
            ordered(
                erasure.order(),
                erasure.subjects().stream().map(SubjectEntry::contentKey).toList()));
  }

  private void ordered(String order, List<KeyId> keys) {
    erasures.put(order, keys);
    for (KeyId key : keys) {
      engine
          .grants()
          .subject(key)
          .ifPresent(subject -> engine.grants().end(subject, Ending.RIGHT_EXERCISED, all -> true));
      engine.sessions().erasedElsewhere(key);
    }
    engine.refuseKeys(order, keys);
  }

  /** The store tells from now on that they are destroyed. */
  private void completed(String order) {
    Optional.ofNullable(erasures.remove(order)).ifPresent(engine::forgetKeys);
    engine.forgetKeys();
  }

  private void restrict(SubjectId subject, Recorded recorded) {
    if (recorded.kind().equals(Kinds.CALL_ENDED.name())) {
      inCalls(subject, state -> state.ended() != null, Ending.CALL_ENDED, grant -> true);
      return;
    }
    ConsentCodec.decode(recorded.kind(), recorded.happenedAt(), recorded.fields())
        .ifPresent(event -> restrict(subject, event, ConsentCodec.ending(recorded)));
  }

  private void restrict(SubjectId subject, ConsentEvent event, Optional<String> ending) {
    if (ending.isPresent() && event instanceof ConsentEvent.OfPurpose ended) {
      engine.sessions().ended(new ConsentEndings.Entry(ending.get(), subject, ended));
      engine
          .grants()
          .end(subject, Ending.RIGHT_EXERCISED, grant -> grant.purpose().equals(ended.purpose()));
    } else if (event instanceof ConsentEvent.Answered answered) {
      inCalls(
          subject,
          state -> !Dialogue.stands(state.consents(), answered.purpose()),
          Ending.RIGHT_EXERCISED,
          grant -> grant.purpose().equals(answered.purpose()));
    } else if (event instanceof ConsentEvent.TieStated stated) {
      inCalls(
          subject,
          state -> outside(state, stated.purpose()),
          Ending.EXPIRED,
          grant -> grant.purpose().equals(stated.purpose()));
    } else if (event instanceof ConsentEvent.CapacityStated) {
      inCalls(
          subject,
          state -> !state.consents().capacity(Instant.MAX).map(Capacity::suffices).orElse(true),
          Ending.RIGHT_EXERCISED,
          grant -> engine.declared(grant.purpose()).is(ConsentMark.INFORMATION_SOCIETY_SERVICE));
    } else if (event instanceof ConsentEvent.SpeakerJoined
        || (event instanceof ConsentEvent.SpeakerAnswered speaker
            && !(speaker.answer().outcome() instanceof ConsentOutcome.Given))) {
      engine.grants().end(subject, Ending.EXPIRED, grant -> grant.operation().takesVoices());
    }
  }

  private static boolean outside(CallState state, PurposeId purpose) {
    return state
        .consents()
        .tie(purpose, Instant.MAX)
        .filter(stated -> stated.tie() == ContractTie.NONE)
        .isPresent();
  }

  /** Which call an entry is of only the call's own entries say. */
  private void inCalls(
      SubjectId subject, Predicate<CallState> when, Ending why, Predicate<Grant> which) {
    for (CallId call : engine.grants().calls(subject)) {
      if (engine.sessions().folded(call).filter(when.negate()).isEmpty()) {
        engine
            .grants()
            .end(subject, why, grant -> grant.terms().call().equals(call) && which.test(grant));
      }
    }
  }

  @Override
  public void reached(long end) {
    if (owesAnswer) {
      engine.nodes().acted(end);
      owesAnswer = false;
    }
  }
}
