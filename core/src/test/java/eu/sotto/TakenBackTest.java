package eu.sotto;

import static eu.sotto.Practice.QUALITY;
import static org.assertj.core.api.Assertions.assertThat;

import eu.sotto.consent.ConsentOutcome;
import eu.sotto.permit.Operation;
import eu.sotto.permit.ReasonCode;
import eu.sotto.permit.RecordingPermit;
import eu.sotto.records.Kept;
import eu.sotto.vocabulary.Answer;
import eu.sotto.vocabulary.Role;
import eu.sotto.vocabulary.Speaker;
import java.time.Duration;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A consent that is taken back in the same call, by answering the question again. */
class TakenBackTest {
  private final Practice practice = Practice.inMemory();

  @AfterEach
  void close() {
    practice.close();
  }

  private ConsentOutcome askAgain(Call call, String answer) {
    call.asked(QUALITY, practice.privacy().notice("welcome", Locale.GERMAN), practice.now());
    return call.answered(QUALITY, Answer.spoken(answer, practice.now()));
  }

  @Test
  @Tag("R14")
  @Tag("R15")
  void aLaterNoEndsWhatTheYesCarried() {
    Call call = practice.consented("c-1");
    RecordingPermit permit = Practice.recording(call);

    assertThat(askAgain(call, "nein")).isInstanceOf(ConsentOutcome.Refused.class);
    assertThat(permit.usable()).isFalse();
  }

  @Test
  @Tag("R11")
  void aDoubtfulAnswerEndsItToo() {
    Call call = practice.consented("c-1");
    RecordingPermit permit = Practice.recording(call);

    assertThat(askAgain(call, "wie bitte")).isInstanceOf(ConsentOutcome.Unclear.class);
    assertThat(permit.usable()).isFalse();
  }

  @Test
  void anotherYesLeavesItStanding() {
    Call call = practice.consented("c-1");
    RecordingPermit permit = Practice.recording(call);

    assertThat(askAgain(call, "ja")).isInstanceOf(ConsentOutcome.Given.class);
    assertThat(permit.usable()).isTrue();
  }

  @Test
  @Tag("R11")
  void anUnaskedDoubtfulWordChangesNothing() {
    Call call = practice.consented("c-1");
    RecordingPermit permit = Practice.recording(call);

    assertThat(call.answered(QUALITY, Answer.spoken("und jetzt", practice.now())))
        .isInstanceOf(ConsentOutcome.Unclear.class);
    assertThat(permit.usable()).isTrue();
    assertThat(Practice.recording(call).usable()).isTrue();
  }

  @Test
  @Tag("R14")
  void anUnaskedNoEndsItAtAnyTime() {
    Call call = practice.consented("c-1");
    RecordingPermit permit = Practice.recording(call);
    practice.after(Duration.ofMinutes(20));

    assertThat(call.answered(QUALITY, Answer.spoken("nein", practice.now())))
        .isInstanceOf(ConsentOutcome.Refused.class);
    assertThat(permit.usable()).isFalse();
  }

  @Test
  @Tag("R33")
  void whoJoinedMayTakeItBackForTheirOwnVoice() {
    Call call = practice.consented("c-1");
    Speaker interpreter = Speaker.of("i-1", Role.INTERPRETER);
    call.joined(interpreter, practice.now());
    practice.announce(call, Duration.ofSeconds(40));
    call.asked(interpreter, QUALITY, practice.welcome(), practice.now());
    call.answered(interpreter, QUALITY, Answer.spoken("ja", practice.now()));
    RecordingPermit permit = Practice.recording(call);

    call.answered(interpreter, QUALITY, Answer.spoken("nein", practice.now()));

    assertThat(permit.usable()).isFalse();
    assertThat(Practice.reasons(call.may(Operation.RECORD, QUALITY)))
        .containsExactly(ReasonCode.SPEAKER_NOT_INFORMED);
  }

  @Test
  @Tag("R33")
  void whoJoinsAgainIsThereThoughTheClockWentBackSinceTheyLeft() {
    Call call = practice.consented("c-1");
    Speaker interpreter = Speaker.of("i-1", Role.INTERPRETER);
    call.left(interpreter, practice.now());
    call.joined(interpreter, practice.after(Duration.ofSeconds(-5)));

    assertThat(Practice.reasons(call.may(Operation.RECORD, QUALITY)))
        .containsExactly(ReasonCode.SPEAKER_NOT_INFORMED);
  }

  @Test
  @Tag("R17")
  void whatWasRecordedBeforeSomebodyJoinedGoesWithTheWithdrawal() {
    Call call = practice.consented("c-1");
    try (Recording recording = call.record(Practice.recording(call))) {
      recording.write(Practice.bytes("audio"));
      call.joined(Speaker.of("i-1", Role.INTERPRETER), practice.now());
      call.caller().withdraw(QUALITY, Answer.spoken("aufhören", practice.now()));

      assertThat(recording.finish()).isInstanceOf(Kept.Refused.class);
    }
    assertThat(call.records()).isEmpty();
  }

  @Test
  @Tag("R17")
  void whatWasRecordedUntilTheEndGoesWithTheWithdrawalAfterIt() {
    Call call = practice.consented("c-1");
    try (Recording recording = call.record(Practice.recording(call))) {
      recording.write(Practice.bytes("audio"));
      call.ended(practice.now());
      call.caller().withdraw(QUALITY, Answer.spoken("aufhören", practice.now()));

      assertThat(recording.finish()).isInstanceOf(Kept.Refused.class);
    }
    assertThat(call.records()).isEmpty();
  }

  @Test
  @Tag("R33")
  void anAssistantNeedsNoLeaveButMustBeDisclosed() {
    Call call = practice.consented("c-1");
    call.joined(Speaker.of("ai-1", Role.ASSISTANT), practice.now());

    assertThat(Practice.reasons(call.may(Operation.RECORD, QUALITY))).isEmpty();
  }

  @Test
  @Tag("R14")
  void aNoTakesBackTheYesBeforeItThoughTheClockWentBackInBetween() {
    Call call = practice.consented("c-1");
    RecordingPermit permit = Practice.recording(call);
    practice.after(Duration.ofSeconds(-5));

    call.answered(QUALITY, Answer.keyPress('2', practice.now()));

    assertThat(permit.usable()).isFalse();
    assertThat(Practice.reasons(call.may(Operation.RECORD, QUALITY)))
        .containsExactly(ReasonCode.CONSENT_REFUSED);
  }

  @Test
  @Tag("R16")
  void aPermitEndsWithTheValidityOfItsConsent() {
    Call call = practice.consented("c-1");
    RecordingPermit permit = Practice.recording(call);

    practice.after(Duration.ofDays(365).minusMillis(1));
    assertThat(permit.usable()).isTrue();
    practice.after(Duration.ofMillis(1));
    assertThat(permit.usable()).isFalse();
    assertThat(Practice.reasons(call.may(Operation.RECORD, QUALITY)))
        .containsExactly(ReasonCode.CONSENT_EXPIRED);
  }
}
