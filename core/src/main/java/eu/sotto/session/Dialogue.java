package eu.sotto.session;

import eu.sotto.consent.Act;
import eu.sotto.consent.AnswerClassifier;
import eu.sotto.consent.CallConsents;
import eu.sotto.consent.Capacity;
import eu.sotto.consent.ConsentEvent;
import eu.sotto.consent.ConsentEvent.Answered;
import eu.sotto.consent.ConsentEvent.SpeakerAnswered;
import eu.sotto.consent.ConsentOutcome;
import eu.sotto.consent.ConsentTerms;
import eu.sotto.consent.Expiry;
import eu.sotto.consent.Undertaking;
import eu.sotto.consent.Wording;
import eu.sotto.notice.Notice;
import eu.sotto.permit.ReasonCode;
import eu.sotto.permit.granted.Ending;
import eu.sotto.register.Channel;
import eu.sotto.register.ConsentMark;
import eu.sotto.session.Entries.Fields;
import eu.sotto.vocabulary.Actor;
import eu.sotto.vocabulary.Answer;
import eu.sotto.vocabulary.ContractTie;
import eu.sotto.vocabulary.Playout;
import eu.sotto.vocabulary.PurposeId;
import eu.sotto.vocabulary.Speaker;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is said and done about consent in one call: notices, questions, answers. What opens doors is
 * durable before it counts; what closes them counts at once.
 */
public final class Dialogue {
  private final Engine engine;
  private final CallSession session;

  Dialogue(Engine engine, CallSession session) {
    this.engine = engine;
    this.session = session;
  }

  /**
   * A notice was played.
   *
   * @param notice a wording of the register
   * @param playout how much of it was heard
   */
  public void announced(Notice notice, Playout playout) {
    checkDeclared(notice);
    session.take(ConsentEvent.NoticePlayed.of(notice, playout));
  }

  /**
   * A notice was handed over in writing; recorded, and nothing is heard by it.
   *
   * @param notice a wording of the register
   * @param channel by what means
   * @param at when
   */
  public void handedOver(Notice notice, Channel channel, Instant at) {
    checkDeclared(notice);
    if (channel == Channel.VOICE) {
      throw new IllegalArgumentException("what is said is announced, not handed over");
    }
    session.requireNotErased();
    Map<String, Object> fields = ConsentCodec.told(Wording.of(notice), notice.parts());
    fields.put("channel", channel.name());
    Fields all = Fields.of(fields).step("handed over " + engine.randomId());
    engine.journal().record(session.event(Kinds.NOTICE_HANDED_OVER, at, all));
  }

  /**
   * A question was put to the caller.
   *
   * @param purpose the purpose
   * @param notice the wording that holds the question
   * @param at when it had been heard to its end
   */
  public void asked(PurposeId purpose, Notice notice, Instant at) {
    session.take(question(purpose, notice, at));
  }

  /**
   * A question was put to somebody else who speaks.
   *
   * @param speaker who was asked
   * @param purpose the purpose
   * @param notice the wording that holds the question
   * @param at when it had been heard to its end
   */
  public void asked(Speaker speaker, PurposeId purpose, Notice notice, Instant at) {
    session.take(new ConsentEvent.SpeakerAsked(speaker, question(purpose, notice, at)));
  }

  /**
   * The caller answered.
   *
   * @param purpose the purpose asked about
   * @param answer the act
   * @return what it amounts to
   */
  public ConsentOutcome answered(PurposeId purpose, Answer answer) {
    return answered(null, purpose, answer);
  }

  /**
   * Somebody answered.
   *
   * @param speaker who answered; null for the caller
   * @param purpose the purpose asked about
   * @param answer the act
   * @return what it amounts to
   */
  public ConsentOutcome answered(@Nullable Speaker speaker, PurposeId purpose, Answer answer) {
    engine.declared(purpose);
    session.lock().lock();
    try {
      session.foldAnew();
      ConsentOutcome outcome = classify(lived(session.state(), speaker), purpose, answer);
      var event = new Answered(purpose, outcome, Act.of(answer), answer.at());
      ConsentEvent told = speaker == null ? event : new SpeakerAnswered(speaker, event);
      if (outcome instanceof ConsentOutcome.Given) {
        session.append(told);
      } else {
        session.requireNotErased();
        takeBack(session.fold(told), speaker, event);
        session.recordEffect(told);
      }
      return outcome;
    } finally {
      session.lock().unlock();
    }
  }

  private static CallConsents lived(CallState state, @Nullable Speaker speaker) {
    return speaker == null ? state.consents() : state.consents().of(speaker);
  }

  /**
   * An answer after which the consent does not stand ends what it carried, of a speaker's the
   * taking of voices; a no of the caller's also erases it, as a withdrawal does.
   */
  private void takeBack(CallState now, @Nullable Speaker speaker, Answered event) {
    PurposeId purpose = event.purpose();
    if (!stands(lived(now, speaker), purpose)) {
      session.end(
          speaker == null ? Ending.RIGHT_EXERCISED : Ending.EXPIRED,
          grant ->
              grant.purpose().equals(purpose)
                  && (speaker == null || grant.operation().takesVoices()));
    }
    if (speaker == null && event.outcome() instanceof ConsentOutcome.Refused) {
      engine
          .owed()
          .attempt(
              "erasing after a refusal",
              () ->
                  Sweeping.eraseCarried(
                      engine, engine.records().ofCall(session.id()), purpose, "consent refused"));
    }
  }

  /** By all that is recorded, whatever the hosts' clocks said. */
  static boolean stands(CallConsents consents, PurposeId purpose) {
    return consents.status(purpose, Instant.MAX, Expiry.NEVER).given();
  }

  /** By the wording in which the question was put last, as the register declares it now. */
  private ConsentOutcome classify(CallConsents soFar, PurposeId purpose, Answer answer) {
    Optional<ConsentEvent.Asked> question = soFar.question(purpose);
    if (question.isEmpty()) {
      return new ConsentOutcome.NotValid(ReasonCode.CONSENT_NOT_ASKED);
    }
    Wording wording = question.get().wording();
    return engine
        .register()
        .notice(wording.notice(), wording.version(), wording.language())
        .map(notice -> AnswerClassifier.classify(soFar, notice, purpose, answer))
        .orElseGet(() -> new ConsentOutcome.NotValid(ReasonCode.CONSENT_NOT_VALID));
  }

  /**
   * Nothing was answered.
   *
   * @param purpose the purpose asked about
   * @param at when the waiting ended
   */
  public void unanswered(PurposeId purpose, Instant at) {
    engine.declared(purpose);
    var unanswered = new ConsentEvent.Unanswered(purpose, at);
    session.fold(unanswered);
    session.recordEffect(unanswered);
  }

  /**
   * The host stated whether the caller can consent to an online service alone: for a child whose
   * guardian has not agreed the permits of such services end at once.
   *
   * @param capacity what it found out
   * @param at when
   */
  public void stated(Capacity capacity, Instant at) {
    var stated = new ConsentEvent.CapacityStated(capacity, at);
    if (capacity.suffices()) {
      session.take(stated);
      return;
    }
    session.fold(stated);
    if (!session.line().counselling()) {
      session.end(Ending.RIGHT_EXERCISED, grant -> needsGuardian(grant.purpose()));
    }
    session.recordEffect(stated);
  }

  /**
   * The host stated how the caller stands to the contract on which a purpose rests: of somebody who
   * is not party to it the permits of this call for that purpose end at once.
   *
   * @param purpose the purpose
   * @param tie what was found out
   * @param by who found it out
   * @param at when
   */
  public void stated(PurposeId purpose, ContractTie tie, Actor by, Instant at) {
    ContractTies.requireContract(engine, purpose);
    var stated = new ConsentEvent.TieStated(purpose, tie, by, at);
    if (tie != ContractTie.NONE) {
      session.take(stated);
      return;
    }
    session.requireNotErased();
    session.fold(stated);
    session.end(Ending.EXPIRED, grant -> grant.purpose().equals(purpose));
    session.recordEffect(stated);
  }

  private boolean needsGuardian(PurposeId purpose) {
    return engine.declared(purpose).is(ConsentMark.INFORMATION_SOCIETY_SERVICE);
  }

  private void checkDeclared(Notice notice) {
    boolean declared =
        engine
            .register()
            .notice(notice.id(), notice.version(), notice.language())
            .filter(notice::equals)
            .isPresent();
    if (!declared) {
      throw new IllegalArgumentException("notice is not a wording of the register");
    }
  }

  private ConsentEvent.Asked question(PurposeId purpose, Notice notice, Instant at) {
    ConsentTerms terms = engine.terms(purpose);
    checkDeclared(notice);
    if (notice.question(purpose).isEmpty()) {
      throw new IllegalArgumentException("notice does not ask about the purpose " + purpose);
    }
    Undertaking what = Objects.requireNonNull(terms.asked());
    return ConsentEvent.Asked.of(purpose, notice, at).about(what);
  }
}
