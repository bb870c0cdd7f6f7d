package eu.sotto.consent;

import eu.sotto.notice.Notice;
import eu.sotto.notice.NoticePart;
import eu.sotto.permit.ReasonCode;
import eu.sotto.vocabulary.Actor;
import eu.sotto.vocabulary.ContractTie;
import eu.sotto.vocabulary.Playout;
import eu.sotto.vocabulary.PurposeId;
import eu.sotto.vocabulary.Speaker;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened in a call and bears on consent. There is no event for silence that gives
 * anything. Immutable and thread-safe; no event holds what somebody said. Source: GDPR Art. 7(1).
 */
public sealed interface ConsentEvent {
  /**
   * When it happened.
   *
   * @return the time of the event, not of its recording
   */
  Instant at();

  /** Something that happened to one purpose's consent of the caller. */
  sealed interface OfPurpose extends ConsentEvent {
    /**
     * The purpose.
     *
     * @return whose consent it bears on
     */
    PurposeId purpose();
  }

  /** Something that a speaker other than the caller did or was subject to. */
  sealed interface OfSpeaker extends ConsentEvent {
    /**
     * The speaker.
     *
     * @return who it was
     */
    Speaker speaker();
  }

  /**
   * A notice was played, to its end or not.
   *
   * @param wording which wording
   * @param parts what its text tells, unmodifiable
   * @param playout how much was heard, and when playing stopped
   */
  record NoticePlayed(Wording wording, Set<NoticePart> parts, Playout playout)
      implements ConsentEvent {
    /** Copies the parts. */
    public NoticePlayed {
      Objects.requireNonNull(wording, "wording");
      Objects.requireNonNull(playout, "playout");
      Set<NoticePart> ordered = EnumSet.noneOf(NoticePart.class);
      ordered.addAll(parts);
      parts = Collections.unmodifiableSet(ordered);
    }

    /**
     * The event of playing a declared notice.
     *
     * @param notice the notice
     * @param playout how much was heard
     * @return the event
     */
    public static NoticePlayed of(Notice notice, Playout playout) {
      return new NoticePlayed(Wording.of(notice), notice.parts(), playout);
    }

    @Override
    public Instant at() {
      return playout.at();
    }

    /**
     * When playing began, as its duration tells.
     *
     * @return the time at which the first word was heard
     */
    public Instant began() {
      try {
        return playout.at().minus(playout.played());
      } catch (DateTimeException | ArithmeticException longerThanTime) {
        return Instant.MIN;
      }
    }
  }

  /**
   * The caller was asked for consent to one purpose.
   *
   * @param purpose the purpose
   * @param wording the wording in which it was asked
   * @param what what a yes consents to, or null where that was not recorded
   * @param at when the question had been heard to its end
   */
  record Asked(PurposeId purpose, Wording wording, @Nullable Undertaking what, Instant at)
      implements OfPurpose {
    /** Checks that every part is there. */
    public Asked {
      Objects.requireNonNull(purpose, "purpose");
      Objects.requireNonNull(wording, "wording");
      Objects.requireNonNull(at, "at");
    }

    /**
     * A question of which is not known what a yes to it consents to.
     *
     * @param purpose the purpose
     * @param wording the wording in which it was asked
     * @param at when the question had been heard to its end
     */
    public Asked(PurposeId purpose, Wording wording, Instant at) {
      this(purpose, wording, null, at);
    }

    /**
     * The event of asking in the wording of a declared notice.
     *
     * @param purpose the purpose
     * @param notice the notice that puts the question
     * @param at when the question had been heard to its end
     * @return the event
     */
    public static Asked of(PurposeId purpose, Notice notice, Instant at) {
      return new Asked(purpose, Wording.of(notice), at);
    }

    /**
     * The same question with what a yes to it consents to.
     *
     * @param what who does what with which data
     * @return a copy
     */
    public Asked about(Undertaking what) {
      return new Asked(purpose, wording, what, at);
    }
  }

  /**
   * The caller answered, and {@link AnswerClassifier} said what that amounts to.
   *
   * @param purpose the purpose
   * @param outcome what the answer amounts to
   * @param act how it was answered, and by which rules it was judged
   * @param at when the act began
   */
  record Answered(PurposeId purpose, ConsentOutcome outcome, Act act, Instant at)
      implements OfPurpose {
    /** Checks that every part is there. */
    public Answered {
      Objects.requireNonNull(purpose, "purpose");
      Objects.requireNonNull(outcome, "outcome");
      Objects.requireNonNull(act, "act");
      Objects.requireNonNull(at, "at");
    }

    /**
     * An answer of which nothing but the kind of act is known.
     *
     * @param purpose the purpose
     * @param outcome what the answer amounts to
     * @param method the kind of act
     * @param at when the act began
     */
    public Answered(PurposeId purpose, ConsentOutcome outcome, Method method, Instant at) {
      this(purpose, outcome, Act.of(method), at);
    }

    /**
     * The kind of act.
     *
     * @return the method
     */
    public Method method() {
      return act.method();
    }
  }

  /**
   * The caller did not answer; the question is closed and nothing is given.
   *
   * @param purpose the purpose
   * @param at when the host stopped waiting
   */
  record Unanswered(PurposeId purpose, Instant at) implements OfPurpose {
    /** Checks that every part is there. */
    public Unanswered {
      Objects.requireNonNull(purpose, "purpose");
      Objects.requireNonNull(at, "at");
    }
  }

  /**
   * The caller withdrew a consent, for the future.
   *
   * @param purpose the purpose
   * @param method the kind of act
   * @param at when
   */
  record Withdrawn(PurposeId purpose, Method method, Instant at) implements OfPurpose {
    /** Checks that every part is there. */
    public Withdrawn {
      Objects.requireNonNull(purpose, "purpose");
      Objects.requireNonNull(method, "method");
      Objects.requireNonNull(at, "at");
    }
  }

  /**
   * The consent was found invalid: whatever was given up to now counts as never given.
   *
   * @param purpose the purpose
   * @param why what was wrong with it
   * @param at when it was found; consents given later are not touched
   */
  record FoundInvalid(PurposeId purpose, ReasonCode why, Instant at) implements OfPurpose {
    /** Checks that every part is there. */
    public FoundInvalid {
      Objects.requireNonNull(purpose, "purpose");
      Objects.requireNonNull(why, "why");
      Objects.requireNonNull(at, "at");
    }
  }

  /**
   * The host stated whether the caller can consent to an online service alone.
   *
   * @param capacity what it found out
   * @param at when
   */
  record CapacityStated(Capacity capacity, Instant at) implements ConsentEvent {
    /** Checks that every part is there. */
    public CapacityStated {
      Objects.requireNonNull(capacity, "capacity");
      Objects.requireNonNull(at, "at");
    }
  }

  /**
   * The host stated how the caller stands to the contract on which a purpose rests.
   *
   * @param purpose the purpose
   * @param tie what was found out
   * @param by who found it out; only id and role are held
   * @param at when
   */
  record TieStated(PurposeId purpose, ContractTie tie, Actor by, Instant at)
      implements ConsentEvent {
    /** Checks that every part is there. */
    public TieStated {
      Objects.requireNonNull(purpose, "purpose");
      Objects.requireNonNull(tie, "tie");
      Objects.requireNonNull(at, "at");
      by = Actor.of(by.id(), by.role());
    }
  }

  /**
   * Somebody joined the call.
   *
   * @param speaker who
   * @param at when
   */
  record SpeakerJoined(Speaker speaker, Instant at) implements OfSpeaker {
    /** Checks that every part is there. */
    public SpeakerJoined {
      Objects.requireNonNull(speaker, "speaker");
      Objects.requireNonNull(at, "at");
    }
  }

  /**
   * Somebody left the call.
   *
   * @param speaker who
   * @param at when
   */
  record SpeakerLeft(Speaker speaker, Instant at) implements OfSpeaker {
    /** Checks that every part is there. */
    public SpeakerLeft {
      Objects.requireNonNull(speaker, "speaker");
      Objects.requireNonNull(at, "at");
    }
  }

  /**
   * Somebody who joined was asked for consent to one purpose.
   *
   * @param speaker who
   * @param question what was asked, in which wording, and when it had been heard to its end
   */
  record SpeakerAsked(Speaker speaker, Asked question) implements OfSpeaker {
    /** Checks that every part is there. */
    public SpeakerAsked {
      Objects.requireNonNull(speaker, "speaker");
      Objects.requireNonNull(question, "question");
    }

    @Override
    public Instant at() {
      return question.at();
    }
  }

  /**
   * Somebody who joined answered for themselves.
   *
   * @param speaker who
   * @param answer to which purpose, what it amounts to, how and when
   */
  record SpeakerAnswered(Speaker speaker, Answered answer) implements OfSpeaker {
    /** Checks that every part is there. */
    public SpeakerAnswered {
      Objects.requireNonNull(speaker, "speaker");
      Objects.requireNonNull(answer, "answer");
    }

    @Override
    public Instant at() {
      return answer.at();
    }
  }
}
