package eu.sotto;

import static eu.sotto.Outreach.ADVERTISING;
import static eu.sotto.Outreach.ANSWER;
import static eu.sotto.Outreach.CALLS;
import static eu.sotto.Outreach.MOVED;
import static eu.sotto.Outreach.RECALL;
import static eu.sotto.Outreach.ROBOT;
import static eu.sotto.Outreach.SILENT;
import static eu.sotto.Outreach.SOMEBODY;
import static eu.sotto.Outreach.SURVEY;
import static eu.sotto.Outreach.WIN_BACK;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.sotto.permit.ActorRefused;
import eu.sotto.permit.ContactPermit;
import eu.sotto.permit.Decision;
import eu.sotto.permit.ReasonCode;
import eu.sotto.register.Register;
import eu.sotto.vocabulary.Actor;
import eu.sotto.vocabulary.Answer;
import eu.sotto.vocabulary.Authentication;
import eu.sotto.vocabulary.CallId;
import eu.sotto.vocabulary.Callee;
import eu.sotto.vocabulary.ContactScope;
import eu.sotto.vocabulary.ContractTie;
import eu.sotto.vocabulary.LineId;
import eu.sotto.vocabulary.Party;
import eu.sotto.vocabulary.PurposeId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who may be called, asked at the moment of dialling. UWG § 7(2). */
class DialTest {
  @TempDir Path folder;

  private Practice practice;

  @BeforeEach
  void open() {
    var time = new AtomicReference<>(Practice.START);
    practice = Practice.on(CallPrivacy.inMemory(Outreach.register(), time::get), time);
  }

  @AfterEach
  void close() {
    practice.close();
  }

  private Decision<ContactPermit> dial(LineId line, PurposeId purpose, Callee callee) {
    return Outreach.dial(practice, line, SOMEBODY, purpose, callee);
  }

  @Test
  @Tag("R12")
  void aConsumerIsCalledForAdvertisingOnlyWithPriorConsent() {
    assertThat(Outreach.reasons(practice, ADVERTISING))
        .containsExactly(ReasonCode.CONSENT_NOT_ASKED);
    assertThat(Outreach.reasons(practice, WIN_BACK)).containsExactly(ReasonCode.CALL_NEEDS_CONSENT);

    Outreach.agree(practice, SOMEBODY, ADVERTISING);

    assertThat(Practice.permitted(Outreach.dial(practice, SOMEBODY, ADVERTISING)).usable())
        .isTrue();
  }

  @Test
  @Tag("R71")
  void aConsentStandsForLaterCallsOnlyOnceItIsKnownWhoseItWas() {
    Call call = Outreach.unsure(practice, SOMEBODY, SURVEY);
    assertThat(Outreach.reasons(practice, SURVEY))
        .containsExactly(ReasonCode.IDENTITY_NOT_CONFIRMED);

    call.caller().identified(SURVEY, Practice.IDENTITY, Practice.ACTOR);
    Practice.permitted(Outreach.dial(practice, SOMEBODY, SURVEY));

    Outreach.unsure(practice, SOMEBODY, SURVEY);
    assertThat(Outreach.reasons(practice, SURVEY))
        .containsExactly(ReasonCode.IDENTITY_NOT_CONFIRMED);
  }

  @Test
  void whoConsentedToNothingCannotBeTheIdentifiedPersonOfAConsent() {
    Subject subject = Outreach.unsure(practice, SOMEBODY, SURVEY).caller();
    assertThatThrownBy(() -> subject.identified(ADVERTISING, Practice.IDENTITY, Practice.ACTOR))
        .isInstanceOf(IllegalStateException.class);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> subject.identified(MOVED, Practice.IDENTITY, Practice.ACTOR));
  }

  @Test
  void aCompanysConsentMayBePresumedAfterReviewIfAPersonCalls() {
    assertThat(dial(CALLS, WIN_BACK, Callee.COMPANY)).isInstanceOf(Decision.NeedsReview.class);
    assertThat(Practice.reasons(dial(CALLS, WIN_BACK, Callee.COMPANY)))
        .containsExactly(ReasonCode.PRESUMED_CONSENT);
    assertThat(Practice.reasons(dial(CALLS, ADVERTISING, Callee.COMPANY)))
        .containsExactly(ReasonCode.CONSENT_NOT_ASKED);
  }

  @Test
  @Tag("R26")
  void whatAPersonPresumedWithAReasonCarriesAHumanVoiceForItsTime() {
    dial(CALLS, WIN_BACK, Callee.COMPANY);
    dial(CALLS, WIN_BACK, Callee.COMPANY);
    PresumedConsent question = onlyQuestion();
    assertThat(practice.privacy().health().presumedConsents()).isEqualTo(1);
    assertThat(question.purpose()).isEqualTo(WIN_BACK);
    LocalDate day = LocalDate.ofInstant(practice.now(), ZoneId.of("Europe/Berlin"));

    assertThatIllegalArgumentException()
        .isThrownBy(() -> question.presume(Practice.ACTOR, day, " "));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> question.presume(Practice.ACTOR, day.minusDays(1), "a supplier"));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> question.presume(Practice.ACTOR, day.plusYears(1).plusDays(1), "ever"));
    assertThat(Practice.reasons(dial(CALLS, WIN_BACK, Callee.COMPANY)))
        .containsExactly(ReasonCode.PRESUMED_CONSENT);
    question.presume(Practice.ACTOR, day.plusDays(1), "a supplier who asked for offers");

    assertThat(practice.privacy().contact().presumedConsents()).isEmpty();
    assertThat(practice.privacy().health().presumedConsents()).isZero();
    assertThat(dial(CALLS, WIN_BACK, Callee.COMPANY)).isInstanceOf(Decision.Permitted.class);
    assertThat(Practice.reasons(dial(ROBOT, WIN_BACK, Callee.COMPANY)))
        .containsExactly(ReasonCode.MACHINE_CALL_NEEDS_CONSENT);
    assertThat(Practice.reasons(dial(CALLS, WIN_BACK, Callee.CONSUMER)))
        .containsExactly(ReasonCode.CALL_NEEDS_CONSENT);
    assertThatIllegalStateException()
        .isThrownBy(() -> question.presume(Practice.ACTOR, day, "once more"));

    practice.after(Duration.ofDays(2));
    assertThat(Practice.reasons(dial(CALLS, WIN_BACK, Callee.COMPANY)))
        .containsExactly(ReasonCode.PRESUMED_CONSENT);
    assertThat(onlyQuestion().id()).isNotEqualTo(question.id());
  }

  @Test
  @Tag("R26")
  void whatAPersonRejectedStaysDeniedAndTheListBarsWhatWasPresumed() {
    LocalDate day = LocalDate.ofInstant(practice.now(), ZoneId.of("Europe/Berlin"));
    dial(CALLS, WIN_BACK, Callee.COMPANY);
    onlyQuestion().reject(Practice.ACTOR, day.plusDays(1), "nothing but an address list");
    assertThat(Practice.reasons(dial(CALLS, WIN_BACK, Callee.COMPANY)))
        .containsExactly(ReasonCode.CALL_NEEDS_CONSENT);
    assertThat(practice.privacy().contact().presumedConsents()).isEmpty();

    practice.after(Duration.ofDays(2));
    dial(CALLS, WIN_BACK, Callee.COMPANY);
    onlyQuestion().presume(Practice.ACTOR, day.plusDays(9), "an order is running");
    ContactPermit permit = Practice.permitted(dial(CALLS, WIN_BACK, Callee.COMPANY));
    practice.privacy().contact().bar(SOMEBODY, ContactScope.ADVERTISING, Practice.ACTOR);
    assertThat(permit.usable()).isFalse();
    assertThat(Practice.reasons(dial(CALLS, WIN_BACK, Callee.COMPANY)))
        .containsExactly(ReasonCode.DO_NOT_CONTACT);
  }

  @Test
  @Tag("R51")
  void onlyARoleThatReviewsForThePurposeDecidesAboutAPresumption() {
    String roles =
        """
        "roles": [
          { "role": "sales-lead", "purposes": ["win-back"], "tasks": ["review"] },
          { "role": "desk", "purposes": ["win-back"], "tasks": ["open-text"] },
          { "role": "survey-lead", "purposes": ["survey"], "tasks": ["review"] }
        ],
        "retention": [
        """;
    var time = new AtomicReference<>(Practice.START);
    LocalDate day = LocalDate.ofInstant(Practice.START, ZoneId.of("Europe/Berlin"));
    Register register = Outreach.register(text -> text.replace("\"retention\": [", roles));
    try (Practice asked = Practice.on(CallPrivacy.inMemory(register, time::get), time)) {
      Outreach.dial(asked, CALLS, SOMEBODY, WIN_BACK, Callee.COMPANY);
      PresumedConsent question = asked.privacy().contact().presumedConsents().get(0);

      for (String role : List.of("desk", "survey-lead", "nobody")) {
        assertThatThrownBy(() -> question.presume(sure(role, day), day, "a standing order"))
            .isInstanceOf(ActorRefused.class);
      }
      assertThat(asked.privacy().contact().presumedConsents()).hasSize(1);
      question.presume(sure("sales-lead", day), day, "a standing order");

      assertThat(Outreach.dial(asked, CALLS, SOMEBODY, WIN_BACK, Callee.COMPANY))
          .isInstanceOf(Decision.Permitted.class);
    }
  }

  private static Actor sure(String role, LocalDate trained) {
    return Actor.of("e-1", role).authenticatedBy(Authentication.TWO_FACTORS).trained(trained);
  }

  private PresumedConsent onlyQuestion() {
    List<PresumedConsent> open = practice.privacy().contact().presumedConsents();
    assertThat(open).hasSize(1);
    return open.get(0);
  }

  @Test
  void aMachineVoiceDialsOutOnlyWithExpressConsent() {
    for (Callee callee : Callee.values()) {
      assertThat(Practice.reasons(dial(ROBOT, WIN_BACK, callee)))
          .contains(ReasonCode.MACHINE_CALL_NEEDS_CONSENT);
      assertThat(Practice.reasons(dial(ROBOT, MOVED, callee)))
          .containsExactly(ReasonCode.MACHINE_CALL_NEEDS_CONSENT);
      assertThat(Practice.reasons(dial(ROBOT, ADVERTISING, callee)))
          .containsExactly(ReasonCode.CONSENT_NOT_ASKED);
    }
    assertThat(ReasonCode.MACHINE_CALL_NEEDS_CONSENT.article()).isEqualTo("UWG § 7(2) no. 2");

    Outreach.agree(practice, SOMEBODY, ADVERTISING);

    Practice.permitted(dial(ROBOT, ADVERTISING, Callee.CONSUMER));
    Practice.permitted(dial(ROBOT, RECALL, Callee.CONSUMER));
  }

  @Test
  @Tag("R11")
  void anOptInOnTheWebNeverAllowsACall() {
    practice.after(Duration.ofMinutes(1));
    Call call =
        practice.privacy().answer(CallId.of("web"), Outreach.MAIN, SOMEBODY, practice.now());
    practice.announce(call, Duration.ofSeconds(40));
    call.asked(ADVERTISING, practice.welcome(), practice.now());
    call.answered(
        ADVERTISING, Answer.doubleOptIn(practice.now(), practice.now().plusSeconds(3_600)));
    practice.after(Duration.ofHours(2));
    call.caller().identified(ADVERTISING, Practice.IDENTITY, Practice.ACTOR);

    assertThat(Outreach.reasons(practice, ADVERTISING))
        .containsExactly(ReasonCode.OPT_IN_PROVES_NO_CALL);
  }

  @Test
  @Tag("R08")
  void aLineWithoutItsOwnNoticeOrForOthersCallsDialsNobody() {
    assertThat(Practice.reasons(dial(SILENT, RECALL, Callee.CONSUMER)))
        .containsExactly(ReasonCode.LINE_WITHOUT_NOTICE);
    assertThat(Practice.reasons(dial(LineId.of("unknown"), RECALL, Callee.CONSUMER)))
        .containsExactly(ReasonCode.LINE_WITHOUT_NOTICE);
    assertThat(Practice.reasons(dial(Outreach.MAIN, RECALL, Callee.CONSUMER)))
        .containsExactly(ReasonCode.LINE_NOT_OUTGOING);
    Practice.permitted(dial(CALLS, RECALL, Callee.CONSUMER));
  }

  @Test
  @Tag("R26")
  void anAnswerThatWasAskedForNeedsThatToBeRecorded() {
    assertThat(Outreach.reasons(practice, ANSWER))
        .containsExactly(ReasonCode.CONTACT_NOT_REQUESTED);
    Call call = practice.privacy().answer(CallId.of("c"), Outreach.MAIN, SOMEBODY, practice.now());
    call.caller().asksForContact(ANSWER, Practice.ACTOR);

    Practice.permitted(Outreach.dial(practice, SOMEBODY, ANSWER));
    assertThat(Practice.reasons(Outreach.dial(practice, Party.phone("+493023125013"), ANSWER)))
        .containsExactly(ReasonCode.CONTACT_NOT_REQUESTED);
  }

  @Test
  void aPurposeThatIsNotDeclaredDialsNobody() {
    assertThat(Outreach.reasons(practice, PurposeId.of("unknown")))
        .contains(ReasonCode.PURPOSE_NOT_DECLARED);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Outreach.dial(practice, Party.anonymous(), RECALL));
  }

  @Test
  @Tag("R14")
  void aWithdrawalEndsThePermitToDialAndEveryLaterOne() {
    Outreach.agree(practice, SOMEBODY, ADVERTISING);
    ContactPermit permit = Practice.permitted(Outreach.dial(practice, SOMEBODY, ADVERTISING));

    practice
        .privacy()
        .subject(SOMEBODY)
        .orElseThrow()
        .withdraw(ADVERTISING, Answer.spoken("keine Anrufe mehr", practice.now()));

    assertThat(permit.usable()).isFalse();
    assertThat(Outreach.reasons(practice, ADVERTISING))
        .containsExactly(ReasonCode.CONSENT_WITHDRAWN);
  }

  @Test
  @Tag("R22")
  @Tag("R38")
  void nobodyBecomesKnownBySomebodysAskingToDial() {
    for (PurposeId purpose : List.of(MOVED, RECALL, ADVERTISING, ANSWER)) {
      dial(CALLS, purpose, Callee.CONSUMER);
    }
    ContactPermit unused = Practice.permitted(dial(CALLS, MOVED, Callee.CONSUMER));
    assertThat(practice.privacy().subject(SOMEBODY)).isEmpty();

    practice.after(Duration.ofMinutes(2));
    assertThat(unused.usable()).isFalse();
    assertThat(practice.privacy().subject(SOMEBODY)).isEmpty();
    assertThat(practice.privacy().verify().intact()).isTrue();
  }

  @Test
  @Tag("R21")
  void whoIsMetMeanwhileEndsThePermitByWhatIsFoundOut() {
    ContactPermit permit = Practice.permitted(dial(CALLS, MOVED, Callee.CONSUMER));
    Call call = practice.privacy().answer(CallId.of("c"), Outreach.MAIN, SOMEBODY, practice.now());
    assertThat(permit.usable()).isTrue();

    call.caller().stated(MOVED, ContractTie.NONE, Practice.ACTOR);

    assertThat(permit.usable()).isFalse();
    assertThat(Outreach.reasons(practice, MOVED)).containsExactly(ReasonCode.NOT_PARTY_TO_CONTRACT);
  }

  @Test
  @Tag("R51")
  void thePermitStandsInThePersonsOwnRecordOnceThereIsOne() throws IOException {
    Practice.permitted(dial(CALLS, MOVED, Callee.CONSUMER));
    for (int again = 0; again < 2; again++) {
      practice.privacy().answer(CallId.of("dialled"), CALLS, SOMEBODY, practice.now());
    }

    assertThat(told().split("\"permit_granted\"", -1)).hasSize(2);
  }

  @Test
  void aPermitToDialIsForTheDiallingAtHand() {
    ContactPermit permit = Practice.permitted(Outreach.dial(practice, SOMEBODY, RECALL));
    practice.after(Duration.ofSeconds(59));
    assertThat(permit.usable()).isTrue();
    practice.after(Duration.ofSeconds(1));
    assertThat(permit.usable()).isFalse();
  }

  @Test
  @Tag("R13")
  void eachUseOfAnAdvertisingConsentIsRecordedBeforeItsPermit() throws IOException {
    Outreach.agree(practice, SOMEBODY, ADVERTISING);
    Practice.permitted(Outreach.dial(practice, SOMEBODY, ADVERTISING));
    String events = told();

    assertThat(events).contains("\"consent_used\"", "\"identified_consent\"");
    assertThat(events.indexOf("\"consent_used\"")).isLessThan(events.indexOf("\"permit_granted\""));
  }

  /** What somebody is told who asks for a copy. */
  private String told() throws IOException {
    Path answer = folder.resolve("answer");
    practice
        .privacy()
        .subject(SOMEBODY)
        .orElseThrow()
        .request(Practice.IDENTITY, Practice.ACTOR)
        .access()
        .exportTo(answer);
    return Files.readString(answer.resolve("data.json"));
  }
}
