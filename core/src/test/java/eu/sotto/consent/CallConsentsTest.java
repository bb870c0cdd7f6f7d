package eu.sotto.consent;

import static eu.sotto.consent.Story.QUALITY;
import static eu.sotto.consent.Story.after;
import static eu.sotto.consent.Story.answer;
import static eu.sotto.consent.Story.asked;
import static eu.sotto.consent.Story.given;
import static eu.sotto.consent.Story.played;
import static eu.sotto.consent.Story.refused;
import static eu.sotto.consent.Story.second;
import static eu.sotto.consent.Story.status;
import static eu.sotto.consent.Story.unclear;
import static org.assertj.core.api.Assertions.assertThat;

import eu.sotto.consent.ConsentEvent.Asked;
import eu.sotto.consent.ConsentEvent.FoundInvalid;
import eu.sotto.consent.ConsentEvent.Unanswered;
import eu.sotto.consent.ConsentEvent.Withdrawn;
import eu.sotto.notice.NoticePart;
import eu.sotto.permit.ReasonCode;
import eu.sotto.vocabulary.Answer;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneId;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class CallConsentsTest {
  private static final CallConsents GIVEN = after(played(0, 10), asked(10), given(12));

  @Nested
  @Tag("R11")
  class OnlyAnAffirmativeAct {
    @Test
    void nothingIsKnownBeforeAnythingHappened() {
      ConsentStatus status = status(CallConsents.none(), 5);

      assertThat(status.state()).isEqualTo(ConsentState.UNKNOWN);
      assertThat(status.obstacle()).contains(ReasonCode.CONSENT_NOT_ASKED);
      assertThat(status.since()).isEqualTo(Instant.MIN);
    }

    @Test
    void aQuestionAloneGivesNothing() {
      ConsentStatus status = status(after(played(0, 10), asked(10)), 60);

      assertThat(status.state()).isEqualTo(ConsentState.REQUESTED);
      assertThat(status.obstacle()).contains(ReasonCode.CONSENT_NOT_ANSWERED);
    }

    @Test
    void silenceGivesNothing() {
      CallConsents silent = after(played(0, 10), asked(10), new Unanswered(QUALITY, second(20)));

      assertThat(status(silent, 3600).state()).isEqualTo(ConsentState.REQUESTED);
    }

    @Test
    void anAnswerAfterTheHostStoppedWaitingGivesNothing() {
      CallConsents late =
          after(played(0, 10), asked(10), new Unanswered(QUALITY, second(14)), given(15));

      assertThat(status(late, 20).state()).isEqualTo(ConsentState.REQUESTED);
    }

    @Test
    void aYesInTheWindowAfterTheWholeNoticeGives() {
      ConsentStatus status = status(GIVEN, 13);

      assertThat(status)
          .isEqualTo(new ConsentStatus(ConsentState.GIVEN, second(12), Instant.MAX, null));
      assertThat(status(GIVEN, 11.999).state()).isEqualTo(ConsentState.REQUESTED);
    }

    @Test
    void aYesThatNobodyAskedForGivesNothing() {
      ConsentStatus status = status(after(played(0, 10), given(12)), 13);

      assertThat(status.state()).isEqualTo(ConsentState.NOT_VALID);
      assertThat(status.obstacle()).contains(ReasonCode.CONSENT_NOT_ASKED);
    }

    @Test
    void aYesAfterACutNoticeGivesNothing() {
      CallConsents cut = after(played(Story.WELCOME, 0, 9, 10), asked(9), given(12));

      assertThat(status(cut, 13).obstacle()).contains(ReasonCode.NOTICE_NOT_GIVEN);
    }

    @Test
    void aYesToAnotherWordingThanTheOnePlayedGivesNothing() {
      CallConsents other =
          after(
              played(Story.welcome("2"), 0, 10, 10),
              Asked.of(QUALITY, Story.WELCOME, second(10)),
              given(12));

      assertThat(status(other, 13).obstacle()).contains(ReasonCode.NOTICE_WORDING_DIFFERS);
    }

    @Test
    @Tag("R44")
    void anUnclearAnswerIsOpenAgainOnlyAfterANewQuestion() {
      CallConsents unclear = after(played(0, 10), asked(10), unclear(12), given(14));

      assertThat(status(unclear, 15).state()).isEqualTo(ConsentState.UNCLEAR);
      assertThat(status(unclear.with(asked(20)).with(given(21)), 22).given()).isTrue();
    }
  }

  @Nested
  @Tag("R14")
  class Withdrawal {
    @Test
    void worksForTheFutureOnly() {
      CallConsents withdrawn = GIVEN.with(withdrawal(100));

      assertThat(status(withdrawn, 99.999).given()).isTrue();
      assertThat(status(withdrawn, 99.999).until()).isEqualTo(second(100));
      assertThat(status(withdrawn, 100).obstacle()).contains(ReasonCode.CONSENT_WITHDRAWN);
    }

    @Test
    void winsOverAYesOfTheSameInstant() {
      CallConsents both = after(withdrawal(12), played(0, 10), asked(10), given(12));

      assertThat(status(both, 12).state()).isEqualTo(ConsentState.WITHDRAWN);
    }

    @Test
    void isNotUndoneByAnEarlierYesThatIsRecordedLater() {
      CallConsents late = after(played(0, 10), asked(10), withdrawal(13), given(12));

      assertThat(status(late, 20).state()).isEqualTo(ConsentState.WITHDRAWN);
    }

    @Test
    void endsWithANewQuestionAndANewYesOnly() {
      CallConsents withdrawn = GIVEN.with(withdrawal(100));

      assertThat(status(withdrawn.with(given(105)), 110).given()).isFalse();
      assertThat(status(withdrawn.with(asked(104)).with(given(105)), 110).given()).isTrue();
    }

    @Test
    void aLaterNoInTheSameCallCountsLikeOne() {
      CallConsents refused = GIVEN.with(refused(300));

      assertThat(status(refused, 299).given()).isTrue();
      assertThat(status(refused, 300).state()).isEqualTo(ConsentState.REFUSED);
    }

    private Withdrawn withdrawal(double at) {
      return new Withdrawn(QUALITY, Method.SPOKEN, second(at));
    }
  }

  @Nested
  @Tag("R11")
  class WithinOneInstant {
    private final CallConsents again = GIVEN.with(asked(12));

    @Test
    void aDoubtAfterTheSecondQuestionEndsTheYesBeforeIt() {
      assertThat(status(again.with(unclear(12)), 12).state()).isEqualTo(ConsentState.UNCLEAR);
    }

    @Test
    void aQuestionAloneLeavesTheYesBeforeItStanding() {
      assertThat(status(again, 12).given()).isTrue();
    }

    @Test
    void theDialogueIsTakenAsItWasRecordedHoweverOftenItTurns() {
      CallConsents turned = again.with(unclear(12)).with(asked(12)).with(given(12));

      assertThat(status(turned, 12).given()).isTrue();
      assertThat(status(turned.with(asked(12)).with(unclear(12)), 12).given()).isFalse();
    }

    @Test
    void aNoHasTheLastWord() {
      CallConsents refused = after(played(0, 10), asked(12), refused(12), given(12));

      assertThat(status(refused, 12).state()).isEqualTo(ConsentState.REFUSED);
    }

    @Test
    void aRepeatedStepChangesNothing() {
      assertThat(again.with(asked(12))).isSameAs(again);
    }
  }

  @Nested
  @Tag("R16")
  class ValidityOfAConsent {
    private final Expiry year = Expiry.after(Period.ofYears(1), ZoneId.of("Europe/Berlin"));

    @Test
    void itEndsWithItsPeriod() {
      ConsentStatus before = GIVEN.status(QUALITY, second(13), year);
      Instant end = Instant.parse("2027-11-21T09:00:12Z");

      assertThat(before.until()).isEqualTo(end);
      assertThat(GIVEN.status(QUALITY, end.minusNanos(1), year).given()).isTrue();
      assertThat(GIVEN.status(QUALITY, end, year))
          .isEqualTo(
              new ConsentStatus(
                  ConsentState.EXPIRED, end, Instant.MAX, ReasonCode.CONSENT_EXPIRED));
    }

    @Test
    void aRenewalCountsFromItsOwnTime() {
      Expiry minute = given -> given.plusSeconds(60);
      CallConsents renewed = GIVEN.with(asked(100)).with(given(101));

      assertThat(renewed.status(QUALITY, second(90), minute).state())
          .isEqualTo(ConsentState.EXPIRED);
      assertThat(renewed.status(QUALITY, second(102), minute).until()).isEqualTo(second(161));
    }

    @Test
    void aPeriodBeyondTheCalendarNeverEnds() {
      Expiry ages = Expiry.after(Period.ofYears(Integer.MAX_VALUE), ZoneId.of("UTC"));

      assertThat(GIVEN.status(QUALITY, second(13), ages).until()).isEqualTo(Instant.MAX);
    }
  }

  @Nested
  @Tag("R19")
  class FoundInvalidLater {
    private final FoundInvalid found =
        new FoundInvalid(QUALITY, ReasonCode.CONSENT_NOT_VALID, second(1000));

    @Test
    void countsAsNeverGiven() {
      ConsentStatus status = status(GIVEN.with(found), 500);

      assertThat(status.state()).isEqualTo(ConsentState.NOT_VALID);
      assertThat(status.obstacle()).contains(ReasonCode.CONSENT_NOT_VALID);
    }

    @Test
    void doesNotTouchAConsentGivenAfterwards() {
      CallConsents again = GIVEN.with(found).with(asked(1001)).with(given(1002));

      assertThat(status(again, 1003).given()).isTrue();
    }
  }

  @Nested
  @Tag("R12")
  class OnePurposeAtATime {
    @Test
    void aYesToOneSaysNothingAboutAnother() {
      assertThat(GIVEN.status(Story.ADVERTISING, second(13), Expiry.NEVER).state())
          .isEqualTo(ConsentState.UNKNOWN);
    }
  }

  @Test
  @Tag("R13")
  void whatWasToldAndAskedAndWhenCanBeSaid() {
    assertThat(GIVEN.played(NoticePart.WITHDRAWAL)).contains(second(10));
    assertThat(GIVEN.played(NoticePart.COMPLAINT)).isEmpty();
    assertThat(GIVEN.question(QUALITY)).contains(asked(10));
    assertThat(GIVEN.question(Story.ADVERTISING)).isEmpty();
  }

  @Test
  void aRepeatedEventChangesNothing() {
    assertThat(GIVEN.with(asked(10))).isSameAs(GIVEN);
  }

  @Test
  void aNoticeCountsAsHeardOnlyToItsEnd() {
    CallConsents cut = after(played(Story.WELCOME, 0, 9, 10), played(20, 30));

    assertThat(cut.heard(second(29))).isEmpty();
    assertThat(cut.heard(second(30))).containsExactly(played(20, 30));
  }

  @Test
  @Tag("R11")
  void aKeyPressedDuringThePromptAnswersThatPromptAndOnlyANewQuestionReopensIt() {
    CallConsents early =
        answer(after(played(0, 10), asked(10)), Answer.keyPress('1', second(7.345)));

    assertThat(status(early, 11).obstacle()).contains(ReasonCode.ANSWERED_BEFORE_QUESTION_ENDED);
    CallConsents pressedAgain = answer(early, Answer.keyPress('1', second(12)));
    assertThat(status(pressedAgain, 13).obstacle())
        .contains(ReasonCode.ANSWERED_BEFORE_QUESTION_ENDED);
    CallConsents askedAgain = pressedAgain.with(asked(20));
    assertThat(status(askedAgain, 20).state()).isEqualTo(ConsentState.REQUESTED);
    assertThat(status(answer(askedAgain, Answer.keyPress('1', second(21))), 22).given()).isTrue();
  }
}
