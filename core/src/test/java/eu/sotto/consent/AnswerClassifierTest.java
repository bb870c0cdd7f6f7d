package eu.sotto.consent;

import static eu.sotto.consent.Story.QUALITY;
import static eu.sotto.consent.Story.WELCOME;
import static eu.sotto.consent.Story.after;
import static eu.sotto.consent.Story.answer;
import static eu.sotto.consent.Story.asked;
import static eu.sotto.consent.Story.given;
import static eu.sotto.consent.Story.played;
import static eu.sotto.consent.Story.refused;
import static eu.sotto.consent.Story.second;
import static org.assertj.core.api.Assertions.assertThat;

import eu.sotto.consent.ConsentEvent.NoticePlayed;
import eu.sotto.consent.ConsentEvent.Unanswered;
import eu.sotto.consent.ConsentEvent.Withdrawn;
import eu.sotto.consent.ConsentOutcome.Given;
import eu.sotto.consent.ConsentOutcome.NotValid;
import eu.sotto.consent.ConsentOutcome.Refused;
import eu.sotto.consent.ConsentOutcome.Unclear;
import eu.sotto.notice.NoticePart;
import eu.sotto.permit.ReasonCode;
import eu.sotto.vocabulary.Answer;
import eu.sotto.vocabulary.PurposeId;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("R11")
class AnswerClassifierTest {
  private static final CallConsents ASKED = after(played(0, 10), asked(10));
  private static final Refused NO = new Refused("without recording");

  @ParameterizedTest
  @CsvFileSource(
      resources = "/consent/utterances.tsv",
      delimiter = '\t',
      numLinesToSkip = 1,
      quoteCharacter = '\u0001')
  void wordsMeanWhatAPersonWouldTakeThemFor(String expected, String words) {
    ConsentOutcome spoken = classify(ASKED, Answer.spoken(words, second(12)));
    ConsentOutcome written = classify(ASKED, Answer.written(words, second(12)));

    ConsentOutcome outcome =
        switch (expected) {
          case "GIVEN" -> new Given();
          case "REFUSED" -> NO;
          default -> new Unclear(1);
        };
    assertThat(spoken).isEqualTo(outcome);
    assertThat(written).isEqualTo(outcome);
  }

  @Test
  void aKeyMeansWhatTheQuestionDeclares() {
    assertThat(press(ASKED, '1', 12)).isEqualTo(new Given());
    assertThat(press(ASKED, '2', 12)).isEqualTo(NO);
  }

  @ParameterizedTest
  @ValueSource(chars = {'0', '3', '9', '*', '#', 'A', 'D'})
  void anyOtherKeyIsUnclear(char key) {
    assertThat(press(ASKED, key, 12)).isEqualTo(new Unclear(1));
  }

  @Nested
  class NeverBeforeTheQuestionWasHeard {
    @Test
    void notBeforeItsEnd() {
      assertThat(press(ASKED, '1', 9.999))
          .isEqualTo(new NotValid(ReasonCode.ANSWERED_BEFORE_QUESTION_ENDED));
      assertThat(press(ASKED, '1', 10)).isEqualTo(new Given());
    }

    @Test
    void notBeforeItWasPut() {
      assertThat(press(after(played(0, 10)), '1', 12))
          .isEqualTo(new NotValid(ReasonCode.CONSENT_NOT_ASKED));
    }

    @Test
    void notIfTheNoticeAsksNothingAboutThePurpose() {
      PurposeId other = PurposeId.of("training");

      assertThat(AnswerClassifier.classify(ASKED, WELCOME, other, Answer.keyPress('1', second(12))))
          .isEqualTo(new NotValid(ReasonCode.CONSENT_NOT_ASKED));
    }

    @Test
    void notIfTheNoticeWasCut() {
      CallConsents cut = after(played(WELCOME, 0, 8, 10), asked(8));

      assertThat(press(cut, '1', 9)).isEqualTo(new NotValid(ReasonCode.NOTICE_NOT_GIVEN));
    }

    @Test
    void notWhileTheRestOfTheNoticeIsStillPlaying() {
      CallConsents rest = after(played(0, 20), asked(10));

      assertThat(press(rest, '1', 12)).isEqualTo(new NotValid(ReasonCode.NOTICE_NOT_GIVEN));
      assertThat(press(rest, '1', 20)).isEqualTo(new Given());
    }

    @Test
    @Tag("R19")
    void notInAnotherWording() {
      ConsentOutcome outcome =
          AnswerClassifier.classify(
              ASKED, Story.welcome("2"), QUALITY, Answer.keyPress('1', second(12)));

      assertThat(outcome).isEqualTo(new NotValid(ReasonCode.NOTICE_WORDING_DIFFERS));
    }

    @Test
    @Tag("R14")
    void notWithoutBeingToldOfTheRightToWithdraw() {
      NoticePlayed whole = played(0, 10);
      NoticePlayed silent =
          new NoticePlayed(whole.wording(), EnumSet.of(NoticePart.RECORDING), whole.playout());

      assertThat(press(after(silent, asked(10)), '1', 12))
          .isEqualTo(new NotValid(ReasonCode.WITHDRAWAL_RIGHT_NOT_TOLD));
    }
  }

  @Test
  @Tag("R18")
  void nothingIsHeardAfterTheAnswerWindow() {
    assertThat(press(ASKED, '1', 20)).isEqualTo(new Given());
    assertThat(press(ASKED, '1', 20.001)).isEqualTo(new NotValid(ReasonCode.ANSWERED_TOO_LATE));
  }

  @Nested
  class EveryAnswerClosesItsQuestion {
    @Test
    void afterAnUnclearAnswerItIsPutOnceMoreAndThenAPersonTakesOver() {
      CallConsents first = answer(ASKED, Answer.spoken("Ja, hallo?", second(12)));
      assertThat(press(first, '1', 13)).isEqualTo(new Unclear(1));
      assertThat(new Unclear(1).askAgain()).isTrue();

      CallConsents second = first.with(asked(15));
      assertThat(press(second, '1', 16)).isEqualTo(new Given());
      ConsentOutcome again = classify(second, Answer.spoken("was denn", Story.second(16)));
      assertThat(again).isEqualTo(new Unclear(2));
      assertThat(new Unclear(2).askAgain()).isFalse();
    }

    @Test
    void afterANoAYesNeedsANewQuestion() {
      CallConsents no = ASKED.with(refused(12));

      assertThat(press(no, '1', 13)).isEqualTo(new NotValid(ReasonCode.QUESTION_CLOSED));
      assertThat(press(no, '2', 13)).isEqualTo(NO);
      assertThat(press(no.with(asked(14)), '1', 15)).isEqualTo(new Given());
    }

    @Test
    void afterTheHostStoppedWaiting() {
      CallConsents silent = ASKED.with(new Unanswered(QUALITY, second(15)));

      assertThat(press(silent, '1', 16)).isEqualTo(new NotValid(ReasonCode.QUESTION_CLOSED));
    }

    @Test
    @Tag("R14")
    void afterAWithdrawal() {
      CallConsents withdrawn =
          ASKED.with(given(11)).with(new Withdrawn(QUALITY, Method.SPOKEN, second(12)));

      assertThat(press(withdrawn, '1', 13)).isEqualTo(new NotValid(ReasonCode.QUESTION_CLOSED));
    }
  }

  @Test
  @Tag("R14")
  void aPlainNoTakesAStandingConsentBackAtAnyTime() {
    CallConsents standing = ASKED.with(given(11));

    assertThat(classify(standing, Answer.spoken("Nein, bitte nicht mehr", second(3000))))
        .isEqualTo(NO);
    assertThat(press(standing, '2', 3000)).isEqualTo(NO);
    assertThat(press(standing, '5', 12)).isEqualTo(new Unclear(1));
  }

  @Test
  void anUnclearWordAfterAStandingConsentChangesNothing() {
    CallConsents standing = ASKED.with(given(11));
    CallConsents after = answer(standing, Answer.spoken("und jetzt", second(13)));

    assertThat(Story.status(after, 14).given()).isTrue();
  }

  @Test
  void phrasesOfBothKindsThatFallTogetherSayNothing() {
    Lexicon lexicon = new Lexicon(List.of("Möchte"), List.of("moechte!"));

    assertThat(Reading.of("möchte", lexicon)).isEqualTo(Reading.UNCLEAR);
  }

  @Test
  void theMethodIsTheKindOfAct() {
    assertThat(Method.of(Answer.keyPress('1', second(1)))).isEqualTo(Method.KEY_PRESS);
    assertThat(Method.of(Answer.spoken("ja", second(1)))).isEqualTo(Method.SPOKEN);
    assertThat(Method.of(Answer.written("ja", second(1)))).isEqualTo(Method.WRITTEN);
  }

  private static ConsentOutcome press(CallConsents soFar, char key, double at) {
    return classify(soFar, Answer.keyPress(key, second(at)));
  }

  private static ConsentOutcome classify(CallConsents soFar, Answer answer) {
    return AnswerClassifier.classify(soFar, WELCOME, QUALITY, answer);
  }
}
