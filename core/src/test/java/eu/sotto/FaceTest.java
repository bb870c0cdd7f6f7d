package eu.sotto;

import static eu.sotto.Practice.APPOINTMENT;
import static eu.sotto.Practice.HINT;
import static eu.sotto.Practice.QUALITY;
import static eu.sotto.Practice.RESEARCH;
import static eu.sotto.Practice.permitted;
import static eu.sotto.Practice.reasons;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import eu.sotto.consent.ConsentOutcome;
import eu.sotto.notice.Notice;
import eu.sotto.permit.ContentPermit;
import eu.sotto.permit.Operation;
import eu.sotto.permit.ReasonCode;
import eu.sotto.permit.RecordingPermit;
import eu.sotto.permit.Redacted;
import eu.sotto.records.Kept;
import eu.sotto.redaction.Summary;
import eu.sotto.redaction.Transcript;
import eu.sotto.vocabulary.Answer;
import eu.sotto.vocabulary.CallId;
import eu.sotto.vocabulary.Flow;
import eu.sotto.vocabulary.LineId;
import eu.sotto.vocabulary.Party;
import eu.sotto.vocabulary.Playout;
import eu.sotto.vocabulary.PurposeId;
import eu.sotto.vocabulary.RecipientId;
import eu.sotto.vocabulary.Role;
import eu.sotto.vocabulary.Speaker;
import java.io.Serializable;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What a call promises to a host, from its answer to the hours after its end. */
class FaceTest {
  private static final PurposeId UNKNOWN = PurposeId.of("unknown");
  private static final Party OTHER = Party.presented("+49 30 23125099");

  private final Practice practice = Practice.inMemory();

  @AfterEach
  void close() {
    practice.close();
  }

  @Nested
  class TheAnswer {
    @Test
    void answeringAgainWithTheSamePartyIsTheSameCall() {
      practice.consented("c-1");
      Call again = practice.answered("c-1", Party.presented(Practice.NUMBER));

      assertThat(again.may(Operation.RECORD, QUALITY).reasons()).isEmpty();
    }

    @Test
    void aCallIdBelongsToOneParty() {
      practice.welcomed("c-1");

      assertThatIllegalStateException()
          .isThrownBy(() -> practice.answered("c-1", OTHER))
          .withMessageNotContainingAny("2312", "c-1");
    }

    @Test
    @Tag("R08")
    void aLineThatTheRegisterDoesNotDeclareTakesNoCall() {
      assertThatIllegalArgumentException()
          .isThrownBy(
              () ->
                  practice
                      .privacy()
                      .answer(CallId.of("c-1"), LineId.of("backdoor"), OTHER, practice.now()));
    }

    @Test
    @Tag("R71")
    void oneNumberHoweverItIsWrittenIsOnePerson() {
      Practice.keep(practice.welcomed("c-1"), "Guten Tag");

      assertThat(practice.privacy().subject(Party.phone("030 23125012")))
          .hasValueSatisfying(subject -> assertThat(subject.records()).hasSize(1));
    }

    @Test
    void withoutCallerIdEachCallHasItsOwnPerson() {
      Call one = practice.answered("c-1", Party.presented("anonymous"));
      Call other = practice.answered("c-2", Party.anonymous());
      practice.announce(one, Duration.ofSeconds(40));
      Practice.keep(one, "Guten Tag");

      assertThat(one.caller().records()).hasSize(1);
      assertThat(other.caller().records()).isEmpty();
      assertThat(practice.privacy().subject(Party.anonymous())).isEmpty();
    }

    @Test
    void aShortExtensionIsAPersonToo() {
      practice.answered("c-1", Party.presented("12"));

      assertThat(practice.privacy().subject(Party.presented("12"))).isPresent();
      assertThat(practice.privacy().subject(Party.presented("13"))).isEmpty();
    }

    @Test
    void aNumberThatCannotBeOneIsRefusedAndNotRepeated() {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> practice.privacy().subject(Party.phone("+49 1")))
          .withMessageNotContaining("49 1");
    }

    @Test
    void aCallIsResumedByItsIdInAnyThread() throws InterruptedException {
      practice.consented("c-1");
      var usable = new AtomicBoolean();
      Thread other =
          new Thread(
              () -> {
                Call call = practice.privacy().resume(CallId.of("c-1")).orElseThrow();
                usable.set(Practice.recording(call).usable());
              });
      other.start();
      other.join();

      assertThat(usable).isTrue();
      assertThat(practice.privacy().resume(CallId.of("c-2"))).isEmpty();
    }

    @Test
    void callsThatNobodyEndedAreAbandoned() {
      practice.welcomed("c-1");
      practice.welcomed("c-2").ended(practice.now());
      practice.after(Duration.ofHours(2));
      practice.welcomed("c-3");

      assertThat(practice.privacy().abandoned(Duration.ofHours(1)))
          .extracting(Call::id)
          .containsExactly(CallId.of("c-1"));
    }
  }

  @Nested
  class TheAnnouncement {
    @Test
    @Tag("R01")
    void nothingIsTranscribedBeforeTheDisclosureWasHeardToItsEnd() {
      Call call = practice.answered("c-1", OTHER);
      assertThat(reasons(call.may(Operation.TRANSCRIBE, APPOINTMENT)))
          .contains(ReasonCode.AI_NOT_DISCLOSED);

      practice.announce(call, Duration.ofSeconds(39));
      assertThat(reasons(call.may(Operation.TRANSCRIBE, APPOINTMENT)))
          .contains(ReasonCode.AI_NOT_DISCLOSED);

      practice.announce(call, Duration.ofSeconds(40));
      assertThat(reasons(call.may(Operation.TRANSCRIBE, APPOINTMENT))).isEmpty();
    }

    @Test
    @Tag("R02")
    void nothingIsRecordedOnAConsentWhoseNoticeWasCutOff() {
      Call call = practice.answered("c-1", OTHER);
      practice.announce(call, Duration.ofSeconds(20));
      practice.consent(call);

      assertThat(reasons(call.may(Operation.RECORD, QUALITY)))
          .contains(ReasonCode.RECORDING_NOT_ANNOUNCED);
    }

    @Test
    void aWordingThatTheRegisterDoesNotDeclareIsRefused() {
      Call call = practice.answered("c-1", OTHER);
      Notice made =
          new Notice(
              practice.welcome().id(),
              practice.welcome().version(),
              practice.welcome().language(),
              "Guten Tag.",
              practice.welcome().fullText(),
              practice.welcome().parts(),
              practice.welcome().questions());

      assertThatIllegalArgumentException()
          .isThrownBy(
              () ->
                  call.announced(
                      made,
                      Playout.of(Duration.ofSeconds(3), Duration.ofSeconds(3), practice.now())));
    }

    @Test
    void aNoticeIsServedInTheCallersLanguageOrTheRegisters() {
      CallPrivacy privacy = practice.privacy();

      assertThat(privacy.notice("welcome", Locale.ENGLISH).language()).isEqualTo(Locale.ENGLISH);
      assertThat(privacy.notice("welcome", Locale.FRENCH).language()).isEqualTo(Locale.GERMAN);
      assertThatIllegalArgumentException()
          .isThrownBy(() -> privacy.notice("farewell", Locale.GERMAN));
    }
  }

  @Nested
  class TheConsent {
    @Test
    @Tag("R10")
    void whatRestsOnConsentIsDeniedUntilItIsGiven() {
      Call call = practice.welcomed("c-1");
      assertThat(reasons(call.may(Operation.RECORD, QUALITY)))
          .containsExactly(ReasonCode.CONSENT_NOT_ASKED);

      call.asked(QUALITY, practice.welcome(), practice.now());
      assertThat(reasons(call.may(Operation.RECORD, QUALITY)))
          .containsExactly(ReasonCode.CONSENT_NOT_ANSWERED);

      Answer yes = Answer.keyPress('1', practice.after(Duration.ofSeconds(1)));
      assertThat(call.answered(QUALITY, yes)).isEqualTo(new ConsentOutcome.Given());
      assertThat(reasons(call.may(Operation.RECORD, QUALITY))).isEmpty();
    }

    @Test
    @Tag("R11")
    void silenceIsNoConsent() {
      Call call = practice.welcomed("c-1");
      call.asked(QUALITY, practice.welcome(), practice.now());
      call.unanswered(QUALITY, practice.after(Duration.ofSeconds(10)));

      assertThat(reasons(call.may(Operation.RECORD, QUALITY)))
          .containsExactly(ReasonCode.CONSENT_NOT_ANSWERED);
    }

    @Test
    @Tag("R11")
    void aYesBeforeTheQuestionsEndOrAfterItsWindowDoesNotCount() {
      Call call = practice.welcomed("c-1");
      call.asked(QUALITY, practice.welcome(), practice.now());

      assertThat(call.answered(QUALITY, Answer.keyPress('1', practice.now().minusMillis(1))))
          .isEqualTo(new ConsentOutcome.NotValid(ReasonCode.ANSWERED_BEFORE_QUESTION_ENDED));
      assertThat(
              call.answered(QUALITY, Answer.spoken("ja", practice.after(Duration.ofSeconds(11)))))
          .isEqualTo(new ConsentOutcome.NotValid(ReasonCode.ANSWERED_TOO_LATE));
      assertThat(call.may(Operation.RECORD, QUALITY).reasons()).isNotEmpty();
    }

    @Test
    void anAnswerToNoQuestionDoesNotCount() {
      Call call = practice.welcomed("c-1");

      assertThat(call.answered(QUALITY, Answer.keyPress('1', practice.now())))
          .isEqualTo(new ConsentOutcome.NotValid(ReasonCode.CONSENT_NOT_ASKED));
    }

    @Test
    @Tag("R04")
    void whoRefusesIsToldHowItGoesOnAndItDoes() {
      Call call = practice.welcomed("c-1");
      call.asked(QUALITY, practice.welcome(), practice.now());
      Answer no = Answer.spoken("Nein danke", practice.after(Duration.ofSeconds(1)));

      assertThat(call.answered(QUALITY, no))
          .isEqualTo(new ConsentOutcome.Refused("Das Gespräch geht ohne Aufzeichnung weiter."));
      assertThat(reasons(call.may(Operation.RECORD, QUALITY)))
          .containsExactly(ReasonCode.CONSENT_REFUSED);
      assertThat(reasons(call.may(Operation.TRANSCRIBE, APPOINTMENT))).isEmpty();
    }

    @Test
    void anUnclearAnswerMayBeAskedForOnceMore() {
      Call call = practice.welcomed("c-1");
      call.asked(QUALITY, practice.welcome(), practice.now());
      Answer perhaps = Answer.spoken("vielleicht", practice.after(Duration.ofSeconds(1)));

      assertThat(call.answered(QUALITY, perhaps)).isEqualTo(new ConsentOutcome.Unclear(1));
      practice.after(Duration.ofSeconds(5));
      practice.consent(call);
      assertThat(reasons(call.may(Operation.RECORD, QUALITY))).isEmpty();
    }

    @Test
    @Tag("R12")
    void aConsentCountsForItsOwnPurposeOnly() {
      Call call = practice.consented("c-1");

      assertThat(reasons(call.may(Operation.RECORD, RESEARCH)))
          .containsExactly(ReasonCode.CONSENT_NOT_ASKED);
    }

    @Test
    void aPurposeThatIsNotDeclaredIsNotAskedAbout() {
      Call call = practice.welcomed("c-1");

      assertThatIllegalArgumentException()
          .isThrownBy(() -> call.asked(UNKNOWN, practice.welcome(), practice.now()));
      assertThatIllegalArgumentException()
          .isThrownBy(() -> call.asked(APPOINTMENT, practice.welcome(), practice.now()));
      assertThatIllegalArgumentException()
          .isThrownBy(() -> call.answered(UNKNOWN, Answer.keyPress('1', practice.now())));
      assertThatIllegalArgumentException()
          .isThrownBy(() -> call.unanswered(UNKNOWN, practice.now()));
    }

    @Test
    @Tag("R33")
    void whoJoinsARecordingStopsItUntilToldAndAgreed() {
      Call call = practice.consented("c-1");
      Speaker interpreter = Speaker.of("i-1", Role.INTERPRETER);
      try (Recording recording = call.record(Practice.recording(call))) {
        assertThat(recording.write(Practice.bytes("before"))).isEqualTo(Flow.OPEN);
        call.joined(interpreter, practice.after(Duration.ofSeconds(1)));
        assertThat(recording.write(Practice.bytes("after"))).isEqualTo(Flow.STOPPED);
        assertThat(recording.finish()).isInstanceOf(Kept.Sealed.class);
      }
      assertThat(reasons(call.may(Operation.RECORD, QUALITY)))
          .containsExactly(ReasonCode.SPEAKER_NOT_INFORMED);

      practice.announce(call, Duration.ofSeconds(40));
      call.asked(interpreter, QUALITY, practice.welcome(), practice.now());
      Answer yes = Answer.spoken("ja", practice.after(Duration.ofSeconds(1)));
      assertThat(call.answered(interpreter, QUALITY, yes)).isEqualTo(new ConsentOutcome.Given());
      assertThat(reasons(call.may(Operation.RECORD, QUALITY))).isEmpty();
    }
  }

  @Nested
  class TheDecision {
    @Test
    @Tag("R20")
    @Tag("R38")
    void whatTheRegisterDoesNotDeclareIsDenied() {
      Call call = practice.consented("c-1");

      assertThat(reasons(call.may(Operation.RECORD, UNKNOWN)))
          .contains(ReasonCode.PURPOSE_NOT_DECLARED);
      assertThat(reasons(call.may(Operation.RECORD, APPOINTMENT)))
          .contains(ReasonCode.OPERATION_NOT_DECLARED);
    }

    @Test
    @Tag("R24")
    void trainingIsForbiddenEvenWithAConsent() {
      Call call = practice.consented("c-1");

      assertThat(reasons(call.may(Operation.TRAIN, QUALITY)))
          .contains(ReasonCode.OPERATION_FORBIDDEN);
    }

    @Test
    @Tag("R29")
    void onlyADeclaredRecipientIsServed() {
      Call call = practice.welcomed("c-1");

      assertThat(
              reasons(
                  call.may(Operation.TRANSCRIBE, APPOINTMENT, RecipientId.of("speech-service"))))
          .isEmpty();
      assertThat(reasons(call.may(Operation.TRANSCRIBE, APPOINTMENT, RecipientId.of("stranger"))))
          .contains(ReasonCode.RECIPIENT_NOT_DECLARED);
    }

    @Test
    @Tag("R21")
    void everyDenialNamesTheArticleThatItRestsOn() {
      Call call = practice.welcomed("c-1");

      assertThat(call.may(Operation.RECORD, QUALITY).reasons())
          .allSatisfy(reason -> assertThat(reason.article()).startsWith("GDPR Art. "));
    }
  }

  @Nested
  class ThePermit {
    @Test
    void aPermitGivenInTheCallEndsWithIt() {
      Call call = practice.consented("c-1");
      ContentPermit permit = Practice.transcribing(call);
      var ended = new AtomicBoolean();
      permit.onEnd(() -> ended.set(true));
      assertThat(permit.usable()).isTrue();

      call.ended(practice.now());

      assertThat(permit.usable()).isFalse();
      assertThat(ended).isTrue();
      assertThat(call.keep(Summary.of("Termin", "m-1"), permit)).isInstanceOf(Kept.Refused.class);
    }

    @Test
    void aPermitGivenAfterTheCallLastsFifteenMinutes() {
      Call call = practice.welcomed("c-1");
      call.ended(practice.now());
      ContentPermit permit = permitted(call.may(Operation.SUMMARISE, APPOINTMENT));

      practice.after(Duration.ofMinutes(15).minusNanos(1));
      assertThat(permit.usable()).isTrue();
      practice.after(Duration.ofNanos(1));
      assertThat(permit.usable()).isFalse();
      assertThat(permitted(call.may(Operation.SUMMARISE, APPOINTMENT)).usable()).isTrue();
    }

    @Test
    void aPermitOfAnotherCallIsRefused() {
      Call mine = practice.consented("c-1");
      Call other = practice.consented("c-2");
      ContentPermit foreign = Practice.transcribing(other);
      ContentPermit own = Practice.transcribing(mine);
      RecordingPermit foreignRecording = Practice.recording(other);
      Transcript said = Practice.transcript("Guten Tag");
      Redacted<Transcript> foreignText = other.redact(said, foreign);

      assertThatIllegalStateException().isThrownBy(() -> mine.redact(said, foreign));
      assertThatIllegalStateException().isThrownBy(() -> mine.keep(foreignText, own));
      assertThatIllegalStateException()
          .isThrownBy(() -> mine.keep(Summary.of("Termin", "m-1"), foreign));
      assertThatIllegalStateException().isThrownBy(() -> mine.record(foreignRecording));
      assertThat(mine.records()).isEmpty();
    }

    @Test
    void nothingIsRecordedOnAPermitThatHasEnded() {
      Call call = practice.consented("c-1");
      RecordingPermit permit = Practice.recording(call);
      call.ended(practice.now());

      assertThatIllegalStateException().isThrownBy(() -> call.record(permit));
    }

    @Test
    void aPermitCannotBeCarriedAwayAndTellsNothing() {
      ContentPermit permit = Practice.transcribing(practice.welcomed("c-1"));

      assertThat(permit).isNotInstanceOf(Serializable.class);
      assertThat(permit.toString()).doesNotContain("c-1");
    }

    @Test
    void closingEndsEveryPermit() {
      Practice other = Practice.inMemory();
      ContentPermit permit = Practice.transcribing(other.welcomed("c-1"));
      other.close();

      assertThat(permit.usable()).isFalse();
    }

    @Test
    @Tag("R25")
    void aPurposeThatIsTransientKeepsNothing() {
      Call call = practice.welcomed("c-1");
      ContentPermit permit = permitted(call.may(Operation.TRANSCRIBE, HINT));
      Redacted<Transcript> said = call.redact(Practice.transcript("Guten Tag"), permit);

      assertThat(call.keep(said, permit))
          .isInstanceOfSatisfying(
              Kept.Refused.class,
              refused ->
                  assertThat(refused.reasons())
                      .extracting(reason -> reason.code())
                      .containsExactly(ReasonCode.TRANSIENT_ONLY));
      assertThat(call.records()).isEmpty();
    }

    @Test
    void aRecordingThatIsNotFinishedLeavesNothing() {
      Call call = practice.consented("c-1");
      try (Recording recording = call.record(Practice.recording(call))) {
        recording.write(Practice.bytes("audio"));
      }

      assertThat(call.records()).isEmpty();
    }

    @Test
    void whatWasRecordedUntilTheEndOfTheCallIsKept() {
      Call call = practice.consented("c-1");
      try (Recording recording = call.record(Practice.recording(call))) {
        recording.write(Practice.bytes("audio"));
        call.ended(practice.now());
        assertThat(recording.write(Practice.bytes("more"))).isEqualTo(Flow.STOPPED);
        assertThat(recording.finish()).isInstanceOf(Kept.Sealed.class);
        assertThatIllegalStateException().isThrownBy(recording::finish);
      }

      assertThat(call.records()).hasSize(1);
    }
  }
}
