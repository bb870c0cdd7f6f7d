package eu.sotto;

import static eu.sotto.Practice.ACTOR;
import static eu.sotto.Practice.APPOINTMENT;
import static eu.sotto.Practice.IDENTITY;
import static eu.sotto.Practice.QUALITY;
import static eu.sotto.Practice.RESEARCH;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.sotto.consent.ConsentState;
import eu.sotto.consent.Withdrawal;
import eu.sotto.permit.RecordingPermit;
import eu.sotto.rights.Request;
import eu.sotto.rights.RequestRefused;
import eu.sotto.rights.RequestState;
import eu.sotto.rights.StepRefusal;
import eu.sotto.vocabulary.Answer;
import eu.sotto.vocabulary.Right;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A withdrawal that comes as a request, by letter say, ends what one on the telephone ends. */
@Tag("R14")
class WithdrawalRequestTest {
  private final Practice practice = Practice.inMemory();

  @AfterEach
  void close() {
    practice.close();
  }

  private Answer letter() {
    return Answer.written("Ich widerrufe.", practice.now());
  }

  private Request requested(Call call) {
    return call.caller().request(Right.WITHDRAWAL, practice.now(), ACTOR);
  }

  private void research(Call call) {
    call.asked(RESEARCH, practice.welcome(), practice.now());
    call.answered(RESEARCH, Answer.keyPress('3', practice.after(Duration.ofSeconds(2))));
  }

  @Test
  void itEndsTheNamedConsentAtOnceOnTheNumberAloneAndErasesWhatOnlyItCarried() {
    Call call = practice.consented("c-1");
    research(call);
    Practice.keepAudio(call, "audio");
    Practice.keep(call, "Ich brauche einen Termin.");
    RecordingPermit permit = Practice.recording(call);
    Request request = requested(call);

    List<Withdrawal> done = request.withdraw(Set.of(QUALITY), letter());

    assertThat(done)
        .singleElement()
        .satisfies(
            one -> {
              assertThat(one.purpose()).isEqualTo(QUALITY);
              assertThat(one.recorded()).isTrue();
              assertThat(one.recordsErased()).isEqualTo(1);
            });
    assertThat(permit.usable()).isFalse();
    assertThat(call.records())
        .singleElement()
        .satisfies(left -> assertThat(left.what().purpose()).isEqualTo(APPOINTMENT));
    assertThat(call.caller().consent(QUALITY).state()).isEqualTo(ConsentState.WITHDRAWN);
    assertThat(call.caller().consent(RESEARCH).given()).isTrue();
    assertThat(request.status().state()).isEqualTo(RequestState.EXECUTED);
  }

  @Test
  void theAnswerNamesWhatEnds() {
    Call call = practice.consented("c-1");
    Request request = requested(call);
    assertThat(request.answer(Locale.GERMAN, ACTOR).refusal()).contains(StepRefusal.NOT_EXECUTED);

    request.withdraw(Set.of(QUALITY), letter());

    assertThat(request.letter(Locale.GERMAN))
        .contains("Widerruf (Art. 7 Abs. 3 DSGVO)", "Widerrufen ist Ihre Einwilligung zu: quality.")
        .contains("Was vorher geschah, bleibt rechtmäßig");
    assertThat(request.letter(Locale.ENGLISH)).contains("Your consent is withdrawn to: quality.");
    assertThat(request.answer(Locale.GERMAN, ACTOR).taken()).isTrue();
    assertThat(practice.privacy().requests()).isEmpty();
    assertThatThrownBy(() -> request.withdraw(Set.of(), letter()))
        .isInstanceOfSatisfying(
            RequestRefused.class,
            refused -> assertThat(refused.why()).isEqualTo(StepRefusal.ALREADY_DONE));
  }

  @Test
  void whoNamesNoneWithdrawsEveryOneThatWasAskedFor() {
    Call first = practice.consented("c-1");
    research(first);
    Call second = practice.welcomed("c-2");
    second.asked(QUALITY, practice.welcome(), practice.now());
    second.answered(QUALITY, Answer.keyPress('2', practice.after(Duration.ofSeconds(2))));
    Practice.keepAudio(first, "audio");

    List<Withdrawal> done = requested(second).withdraw(Set.of(), letter());

    assertThat(done).extracting(Withdrawal::purpose).containsExactly(QUALITY, RESEARCH);
    assertThat(first.records()).as("a refusal in a later call ended nothing of this").isEmpty();
    assertThat(first.caller().consents().values())
        .allSatisfy(state -> assertThat(state.state()).isEqualTo(ConsentState.WITHDRAWN));
  }

  @Test
  void whereThereIsNoConsentTheAnswerSaysSo() {
    Request request = requested(practice.welcomed("c-1"));

    assertThat(request.withdraw(Set.of(), letter())).isEmpty();

    assertThat(request.letter(Locale.GERMAN)).contains("Es bestand keine Einwilligung.");
  }

  @Test
  void whatDoesNotRestOnConsentOrIsAnotherRightIsRefusedAndEndsNothing() {
    Call call = practice.consented("c-1");
    Request request = requested(call);

    assertThatIllegalArgumentException()
        .isThrownBy(() -> request.withdraw(Set.of(QUALITY, APPOINTMENT), letter()));
    Request access = call.caller().request(Right.ACCESS, practice.now(), ACTOR);
    assertThatThrownBy(() -> access.withdraw(Set.of(QUALITY), letter()))
        .isInstanceOfSatisfying(
            RequestRefused.class,
            refused -> assertThat(refused.why()).isEqualTo(StepRefusal.OTHER_RIGHT));
    assertThat(call.caller().consent(QUALITY).given()).isTrue();
    assertThat(request.status().state()).isEqualTo(RequestState.RECEIVED);
  }

  @Test
  void aRequestWhoseRightIsNotStatedYetBecomesOne() {
    Call call = practice.consented("c-1");
    Request request = call.caller().request(IDENTITY, ACTOR);

    request.withdraw(Set.of(), letter());

    assertThat(request.status().right()).isEqualTo(Right.WITHDRAWAL);
    assertThat(call.caller().consent(QUALITY).state()).isEqualTo(ConsentState.WITHDRAWN);
  }
}
