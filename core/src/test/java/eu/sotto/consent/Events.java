package eu.sotto.consent;

import static eu.sotto.consent.Story.QUALITY;
import static eu.sotto.consent.Story.second;

import eu.sotto.consent.ConsentEvent.Answered;
import eu.sotto.consent.ConsentEvent.Asked;
import eu.sotto.consent.ConsentEvent.FoundInvalid;
import eu.sotto.consent.ConsentEvent.SpeakerAnswered;
import eu.sotto.consent.ConsentEvent.SpeakerAsked;
import eu.sotto.consent.ConsentEvent.SpeakerJoined;
import eu.sotto.consent.ConsentEvent.SpeakerLeft;
import eu.sotto.consent.ConsentEvent.Unanswered;
import eu.sotto.consent.ConsentEvent.Withdrawn;
import eu.sotto.notice.Notice;
import eu.sotto.permit.ReasonCode;
import eu.sotto.vocabulary.Role;
import eu.sotto.vocabulary.Speaker;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** Random calls: parts of a lawful course, disturbed by anything, in any order of recording. */
public final class Events {
  static final int LAST_SECOND = 40;

  private static final List<Speaker> SPEAKERS =
      List.of(
          Speaker.of("ivo", Role.INTERPRETER),
          Speaker.of("ann", Role.AGENT),
          Speaker.of("cleo", Role.CALLER));

  private Events() {}

  /** Events of one call as they were recorded. */
  public static Arbitrary<List<ConsentEvent>> calls() {
    return Combinators.combine(course(), any().list().ofMaxSize(6))
        .as(
            (course, more) -> {
              List<ConsentEvent> all = new ArrayList<>(course);
              all.addAll(more);
              return all;
            })
        .flatMap(Arbitraries::shuffle);
  }

  private static Arbitrary<List<ConsentEvent>> course() {
    List<ConsentEvent> whole = List.of(Story.played(0, 10), Story.asked(10), Story.given(12));
    // every part may be missing, but most calls run as they should
    return Arbitraries.frequencyOf(
        Tuple.of(3, Arbitraries.just(whole)),
        Tuple.of(1, Arbitraries.subsetOf(whole).map(List::copyOf)));
  }

  private static Arbitrary<ConsentEvent> any() {
    return Arbitraries.oneOf(
        List.of(notices(), questions(), answers(), endings(), speakers(), speakersAnswers()));
  }

  private static Arbitrary<ConsentEvent> notices() {
    return Combinators.combine(wordings(), seconds(), seconds(), Arbitraries.of(5, 10))
        .as((notice, a, b, full) -> Story.played(notice, Math.min(a, b), Math.max(a, b), full));
  }

  private static Arbitrary<ConsentEvent> questions() {
    return Combinators.combine(wordings(), seconds())
        .as((notice, at) -> Asked.of(QUALITY, notice, second(at)));
  }

  private static Arbitrary<ConsentEvent> answers() {
    return answered().map(answered -> answered);
  }

  private static Arbitrary<Answered> answered() {
    Arbitrary<ConsentOutcome> outcomes =
        Arbitraries.of(
            new ConsentOutcome.Given(),
            new ConsentOutcome.Given(),
            new ConsentOutcome.Refused("without recording"),
            new ConsentOutcome.Unclear(1),
            new ConsentOutcome.NotValid(ReasonCode.ANSWERED_BEFORE_QUESTION_ENDED),
            new ConsentOutcome.NotValid(ReasonCode.ANSWERED_TOO_LATE));
    return Combinators.combine(outcomes, Arbitraries.of(Method.class), seconds())
        .as((outcome, method, at) -> new Answered(QUALITY, outcome, method, second(at)));
  }

  private static Arbitrary<ConsentEvent> endings() {
    return seconds()
        .flatMap(
            at ->
                Arbitraries.of(
                    new Unanswered(QUALITY, second(at)),
                    new Withdrawn(QUALITY, Method.SPOKEN, second(at)),
                    new FoundInvalid(QUALITY, ReasonCode.CONSENT_NOT_VALID, second(at))));
  }

  private static Arbitrary<ConsentEvent> speakers() {
    return Combinators.combine(Arbitraries.of(SPEAKERS), seconds(), Arbitraries.of(true, false))
        .as(
            (who, at, joins) ->
                joins ? new SpeakerJoined(who, second(at)) : new SpeakerLeft(who, second(at)));
  }

  private static Arbitrary<ConsentEvent> speakersAnswers() {
    return Combinators.combine(Arbitraries.of(SPEAKERS), answered(), Arbitraries.of(true, false))
        .as(
            (who, answer, asks) ->
                asks
                    ? new SpeakerAsked(who, new Asked(QUALITY, wording(), answer.at()))
                    : new SpeakerAnswered(who, answer));
  }

  private static Wording wording() {
    return Wording.of(Story.WELCOME);
  }

  private static Arbitrary<Notice> wordings() {
    return Arbitraries.frequency(Tuple.of(4, Story.WELCOME), Tuple.of(1, Story.welcome("2")));
  }

  static Arbitrary<Integer> seconds() {
    return Arbitraries.integers().between(0, LAST_SECOND);
  }
}
