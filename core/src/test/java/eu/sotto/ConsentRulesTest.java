package eu.sotto;

import static eu.sotto.Practice.QUALITY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.sotto.consent.Capacity;
import eu.sotto.consent.ConsentOutcome;
import eu.sotto.permit.Operation;
import eu.sotto.permit.Permit;
import eu.sotto.permit.ReasonCode;
import eu.sotto.register.Register;
import eu.sotto.register.RegisterException;
import eu.sotto.vocabulary.Answer;
import eu.sotto.vocabulary.CallId;
import eu.sotto.vocabulary.PurposeId;
import eu.sotto.vocabulary.Role;
import eu.sotto.vocabulary.Speaker;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a register says of its consents, and what follows from it. */
class ConsentRulesTest {
  private static final PurposeId ADVERTISING = PurposeId.of("advertising");
  private static final PurposeId EXTRA = PurposeId.of("extra");
  private static final Duration SECOND = Duration.ofSeconds(1);
  private static final String QUALITY_KEYS = "\"keys\": { \"1\": \"given\", \"2\": \"refused\" },";

  @TempDir Path folder;

  private static Practice practice(UnaryOperator<String> change) {
    Register register = Practice.register(change);
    var time = new AtomicReference<>(Practice.START);
    return Practice.on(CallPrivacy.inMemory(register, time::get), time);
  }

  /** With a second consent, asked for in the same notice. */
  private static UnaryOperator<String> with(String id, String declared) {
    String question =
        "\"questions\": [ { \"purpose\": \"%s\", \"keys\": { \"5\": \"given\", \"6\": \"refused\" },"
            + " \"refusalRoute\": \"ohne\", \"answerWindow\": \"PT10S\" },";
    String purpose =
        "\"purposes\": [ { \"id\": \"%s\", \"role\": \"controller\", \"legalBasis\": \"consent\","
            + " \"consentValidFor\": \"P2Y\", \"recipients\": [], %s },";
    return text ->
        text.replace("\"questions\": [", question.formatted(id))
            .replace("\"purposes\": [\n", purpose.formatted(id, declared));
  }

  private static ConsentOutcome ask(
      Practice practice, Call call, PurposeId purpose, Answer answer) {
    call.asked(purpose, practice.welcome(), practice.now());
    return call.answered(purpose, answer);
  }

  private static ConsentOutcome press(Practice practice, Call call, PurposeId purpose) {
    return ask(practice, call, purpose, Answer.keyPress('5', practice.now()));
  }

  private String events(Call call) throws IOException {
    Path answer = folder.resolve("answer");
    call.caller().request(Practice.IDENTITY, Practice.ACTOR).access().exportTo(answer);
    return Files.readString(answer.resolve("data.json"));
  }

  @Nested
  class HowSureTheRecogniserIs {
    private Practice sure() {
      return practice(
          text -> text.replace(QUALITY_KEYS, QUALITY_KEYS + " \"leastConfidence\": \"0.8\","));
    }

    @ParameterizedTest
    @CsvSource({"0.799,false", "0.8,true", "1,true", "0,false"})
    @Tag("R11")
    void aSpokenYesOfWhichItIsNotSureEnoughIsUnclear(double confidence, boolean given) {
      try (Practice practice = sure()) {
        Call call = practice.welcomed("c-1");
        ConsentOutcome outcome =
            ask(practice, call, QUALITY, Answer.spoken("ja", confidence, practice.now()));

        assertThat(outcome instanceof ConsentOutcome.Given).isEqualTo(given);
        assertThat(outcome instanceof ConsentOutcome.Unclear).isEqualTo(!given);
        assertThat(call.may(Operation.RECORD, QUALITY).reasons().isEmpty()).isEqualTo(given);
      }
    }

    @Test
    @Tag("R11")
    void aSpokenYesOfWhichItDoesNotTellIsUnclearAndAKeyNeedsNoRecogniser() {
      try (Practice practice = sure()) {
        Call call = practice.welcomed("c-1");

        assertThat(ask(practice, call, QUALITY, Answer.spoken("ja", practice.now())))
            .isInstanceOf(ConsentOutcome.Unclear.class);
        assertThat(ask(practice, call, QUALITY, Answer.keyPress('1', practice.now())))
            .isInstanceOf(ConsentOutcome.Given.class);
      }
    }

    @Test
    @Tag("R14")
    void aNoTakesAStandingConsentBackHoweverUnsureItIs() {
      try (Practice practice = sure()) {
        Call call = practice.consented("c-1");
        Permit permit = Practice.recording(call);

        assertThat(call.answered(QUALITY, Answer.spoken("nein", 0.1, practice.now())))
            .isInstanceOf(ConsentOutcome.Refused.class);
        assertThat(permit.usable()).isFalse();
      }
    }

    @Test
    @Tag("R13")
    void theEvidenceTellsHowSureItWasAndWhichRulesJudged() throws IOException {
      try (Practice practice = sure()) {
        Call call = practice.welcomed("c-1");
        ask(practice, call, QUALITY, Answer.spoken("ja", 0.93, practice.now()));

        assertThat(events(call)).containsPattern("\"confidence\"\\s*:\\s*\"0.930\"");
        assertThat(Files.readString(folder.resolve("answer/data.json")))
            .containsPattern("\"rule\"\\s*:\\s*\"2\"");
      }
    }
  }

  @Nested
  class CallingForAdvertising {
    private static final String DECLARED =
        "\"consentMarks\": [\"telephone-advertising\"], \"operations\": [\"contact\"],"
            + " \"dataCategories\": [\"contact\"], \"retentionClass\": \"conversation\"";

    private Practice advertising() {
      return practice(with("advertising", DECLARED));
    }

    @Test
    @Tag("R11")
    void anOptInOnTheWebNeverProvesConsentToBeCalled() {
      try (Practice practice = advertising()) {
        Call call = practice.welcomed("c-1");
        Answer optIn = Answer.doubleOptIn(practice.now(), practice.now().plusSeconds(3_600));
        assertThat(ask(practice, call, ADVERTISING, optIn))
            .isInstanceOf(ConsentOutcome.Given.class);
        practice.after(Duration.ofHours(2));

        assertThat(Practice.reasons(call.may(Operation.CONTACT, ADVERTISING)))
            .containsExactly(ReasonCode.OPT_IN_PROVES_NO_CALL);
      }
    }

    @Test
    @Tag("R11")
    void aKeyPressedInTheCallDoes() {
      try (Practice practice = advertising()) {
        Call call = practice.welcomed("c-1");
        press(practice, call, ADVERTISING);

        assertThat(call.may(Operation.CONTACT, ADVERTISING).reasons()).isEmpty();
      }
    }

    @Test
    @Tag("R13")
    void eachUseIsRecordedBeforeThePermitThatAllowsIt() throws IOException {
      try (Practice practice = advertising()) {
        Call call = practice.welcomed("c-1");
        press(practice, call, ADVERTISING);
        Practice.permitted(call.may(Operation.CONTACT, ADVERTISING));
        Practice.permitted(call.may(Operation.CONTACT, ADVERTISING));

        String events = events(call);
        assertThat(events.split("\"consent_used\"", -1)).hasSize(3);
        assertThat(events.indexOf("\"consent_used\""))
            .isLessThan(events.indexOf("\"permit_granted\""));
      }
    }

    @ParameterizedTest
    @CsvSource({"0,0,2031-11-02", "700,1,2033-10-02", "700,0,2031-11-02"})
    void itsProofOutlivesAnErasureForFiveYearsFromTheLatestUse(int days, int uses, String lastDay) {
      try (Practice practice = advertising()) {
        Call call = practice.welcomed("c-1");
        press(practice, call, ADVERTISING);
        practice.after(Duration.ofDays(days));
        for (int i = 0; i < uses; i++) {
          Practice.permitted(call.may(Operation.CONTACT, ADVERTISING));
        }
        String statement =
            call.caller().request(Practice.IDENTITY, Practice.ACTOR).erase().statement();

        assertThat(statement).contains(lastDay);
      }
    }

    @Test
    void otherProofOutlivesItForThree() {
      try (Practice practice = advertising()) {
        Call call = practice.consented("c-1");
        Practice.recording(call);

        assertThat(call.caller().request(Practice.IDENTITY, Practice.ACTOR).erase().statement())
            .contains("2029-11-02");
      }
    }
  }

  @Nested
  class ChildrenOnline {
    private static final String DECLARED =
        "\"consentMarks\": [\"information-society-service\"], \"operations\": [\"transcribe\"],"
            + " \"dataCategories\": [\"conversation\"], \"retentionClass\": \"conversation\"";

    private Call agreed(Practice practice) {
      Call call = practice.welcomed("c-1");
      press(practice, call, EXTRA);
      return call;
    }

    @ParameterizedTest
    @CsvSource({"OF_AGE,true", "GUARDIAN_AGREES,true", "CHILD,false"})
    void onlyAChildAloneIsRefused(Capacity capacity, boolean permitted) {
      try (Practice practice = practice(with("extra", DECLARED))) {
        Call call = agreed(practice);
        assertThat(Practice.reasons(call.may(Operation.TRANSCRIBE, EXTRA)))
            .containsExactly(ReasonCode.GUARDIAN_NEEDED);

        call.stated(capacity, practice.after(SECOND));

        assertThat(call.may(Operation.TRANSCRIBE, EXTRA).reasons().isEmpty()).isEqualTo(permitted);
      }
    }

    @Test
    void aChildEndsTheRunningPermitAlsoWhenTheClockWentBack() {
      try (Practice practice = practice(with("extra", DECLARED))) {
        Call call = agreed(practice);
        call.stated(Capacity.OF_AGE, practice.after(SECOND));
        Permit permit = Practice.permitted(call.may(Operation.TRANSCRIBE, EXTRA));

        call.stated(Capacity.CHILD, practice.after(Duration.ofSeconds(-5)));

        assertThat(permit.usable()).isFalse();
        assertThat(Practice.reasons(call.may(Operation.TRANSCRIBE, EXTRA)))
            .containsExactly(ReasonCode.GUARDIAN_NEEDED);
      }
    }

    @Test
    void nobodyIsAskedForAGuardianWhereCounsellingIsOffered() {
      UnaryOperator<String> counselling =
          text -> text.replace("\"ai\": true,", "\"ai\": true, \"counselling\": true,");
      try (Practice practice =
          practice(text -> counselling.apply(with("extra", DECLARED).apply(text)))) {
        Call call = agreed(practice);
        call.stated(Capacity.CHILD, practice.after(SECOND));

        assertThat(call.may(Operation.TRANSCRIBE, EXTRA).reasons()).isEmpty();
      }
    }

    @Test
    void nobodyIsAskedForAGuardianWhereTheRegisterMarksNoOnlineService() {
      try (Practice practice = Practice.inMemory()) {
        Call call = practice.consented("c-1");
        call.stated(Capacity.CHILD, practice.after(SECOND));

        assertThat(call.may(Operation.RECORD, QUALITY).reasons()).isEmpty();
      }
    }
  }

  @Nested
  class ExplicitConsent {
    private static String declared(String marks, String operations, String categories) {
      return "\"consentMarks\": [%s], \"operations\": [%s], \"dataCategories\": [%s],"
              .formatted(marks, operations, categories)
          + " \"retentionClass\": \"conversation\"";
    }

    @Test
    @Tag("R12")
    @Tag("R23")
    void aConsentToRecordNeverCoversBiometricEvaluation() {
      String declared = declared("\"explicit\"", "\"analyse\"", "\"voice\", \"biometric\"");
      try (Practice practice = practice(with("extra", declared))) {
        Call call = practice.consented("c-1");
        assertThat(call.may(Operation.RECORD, QUALITY).reasons()).isEmpty();

        assertThat(Practice.reasons(call.may(Operation.ANALYSE, EXTRA)))
            .containsExactly(ReasonCode.CONSENT_NOT_ASKED);

        press(practice, call, EXTRA);
        assertThat(call.may(Operation.ANALYSE, EXTRA).reasons()).isEmpty();
      }
    }

    @ParameterizedTest
    @CsvSource({"health", "religion", "biometric", "trade-union"})
    @Tag("R23")
    void aRegisterThatTakesSpecialDataOnAnOrdinaryConsentIsRefused(String category) {
      String declared = declared("", "\"analyse\"", '"' + category + '"');
      assertThatThrownBy(() -> practice(with("extra", declared)).close())
          .isInstanceOf(RegisterException.class)
          .hasMessageContaining("explicit consent (GDPR Art. 9(2)(a))");
    }

    @Test
    @Tag("R12")
    void aRegisterThatHidesBiometricEvaluationInAConsentToRecordIsRefused() {
      String declared =
          declared("\"explicit\"", "\"record\", \"analyse\"", "\"voice\", \"biometric\"");
      assertThatThrownBy(() -> practice(with("extra", declared)).close())
          .isInstanceOf(RegisterException.class)
          .hasMessageContaining("a purpose of its own");
    }
  }

  @Nested
  class Staff {
    private static final Speaker AGENT = Speaker.of("agent-1", Role.AGENT);

    private static Practice registered(String since, String purposes) {
      String standing =
          "\"staff\": [ { \"id\": \"agent-1\", \"authority\": \"own-consent\","
              + " \"evidence\": \"file 7\", \"legalBasis\": \"contract\", \"since\": \"%s\","
              + " \"purposes\": [\"%s\"] } ], \"recipients\": [\n    {";
      return practice(
          text -> text.replace("\"recipients\": [\n    {", standing.formatted(since, purposes)));
    }

    @ParameterizedTest
    @CsvSource({
      "2026-11-02,quality,agent-1,AGENT,true",
      "2026-11-03,quality,agent-1,AGENT,false",
      "2026-11-02,research,agent-1,AGENT,false",
      "2026-11-02,quality,agent-2,AGENT,false",
      "2026-11-02,quality,agent-1,INTERPRETER,false"
    })
    @Tag("R33")
    void onlyAStandingOnRecordSparesTheQuestion(
        String since, String purpose, String id, Role role, boolean spared) {
      try (Practice practice = registered(since, purpose)) {
        Call call = practice.consented("c-1");
        call.joined(Speaker.of(id, role), practice.after(SECOND));

        assertThat(call.may(Operation.RECORD, QUALITY).reasons().isEmpty()).isEqualTo(spared);
      }
    }

    @Test
    @Tag("R33")
    void withoutOneTheirOwnAnswerDoes() {
      try (Practice practice = Practice.inMemory()) {
        Call call = practice.consented("c-1");
        call.joined(AGENT, practice.after(SECOND));
        assertThat(Practice.reasons(call.may(Operation.RECORD, QUALITY)))
            .containsExactly(ReasonCode.SPEAKER_NOT_INFORMED);

        practice.announce(call, Duration.ofSeconds(40));
        call.asked(AGENT, QUALITY, practice.welcome(), practice.now());
        call.answered(AGENT, QUALITY, Answer.spoken("ja", practice.now()));

        assertThat(call.may(Operation.RECORD, QUALITY).reasons()).isEmpty();
      }
    }
  }

  @Nested
  class WhatStaysAfterAWithdrawal {
    private static final String KEPT = "\"id\": \"quality\", \"onWithdrawal\": \"keep-until-due\",";

    private static UnaryOperator<String> keptOn(String ground, boolean told) {
      return text ->
          text.replace("\"id\": \"quality\",", KEPT + " \"keptOn\": \"" + ground + "\",")
              .replace(
                  "\"withdrawal\", \"refusal\"],\n      \"fullText\"",
                  told
                      ? "\"withdrawal\", \"refusal\", \"second-basis\"],\n      \"fullText\""
                      : "\"withdrawal\", \"refusal\"],\n      \"fullText\"");
    }

    private static int recordsLeft(Practice practice) {
      Call call = practice.consented("c-1");
      Practice.keepAudio(call, "audio");
      call.caller().withdraw(QUALITY, Answer.spoken("aufhören", practice.after(SECOND)));
      return call.records().size();
    }

    @ParameterizedTest
    @CsvSource({"claims", "legal-duty"})
    @Tag("R17")
    void whatANamedGroundKeepsStays(String ground) {
      try (Practice practice = practice(keptOn(ground, false))) {
        assertThat(recordsLeft(practice)).isEqualTo(1);
      }
    }

    @Test
    @Tag("R17")
    void whatASecondBasisKeepsStaysIfTheNoticeNamedItBefore() {
      try (Practice practice = practice(keptOn("second-basis", true))) {
        assertThat(recordsLeft(practice)).isEqualTo(1);
      }
    }

    @Test
    @Tag("R17")
    void aSecondBasisThatTheNoticeDoesNotNameIsRefused() {
      assertThatThrownBy(() -> practice(keptOn("second-basis", false)).close())
          .isInstanceOf(RegisterException.class)
          .hasMessageContaining("does not tell SECOND_BASIS");
    }

    @Test
    @Tag("R17")
    void keepingWithoutAGroundIsRefused() {
      assertThatThrownBy(() -> practice(text -> text.replace("\"id\": \"quality\",", KEPT)).close())
          .isInstanceOf(RegisterException.class)
          .hasMessageContaining("Art. 17(3)");
    }

    @Test
    @Tag("R17")
    void whoseConsentIsOlderThanTheNoticeLosesWhatItCarried() {
      Path data = folder.resolve("data");
      Path keys = folder.resolve("keys");
      try (Practice before = Practice.in(data, keys, Practice.START)) {
        before.consented("c-1");
      }
      Register later = Practice.register(keptOn("second-basis", true));
      try (Practice after = Practice.in(data, keys, Practice.START.plusSeconds(90), later)) {
        Call call = after.privacy().resume(CallId.of("c-1")).orElseThrow();
        Practice.keepAudio(call, "audio");
        assertThat(call.records()).hasSize(1);

        call.caller().withdraw(QUALITY, Answer.spoken("aufhören", after.after(SECOND)));

        assertThat(call.records()).isEmpty();
      }
    }
  }
}
