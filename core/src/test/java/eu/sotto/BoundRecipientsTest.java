package eu.sotto;

import static eu.sotto.Practice.APPOINTMENT;
import static eu.sotto.Practice.QUALITY;
import static eu.sotto.Practice.permitted;
import static eu.sotto.Practice.reasons;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import eu.sotto.interchange.RegisterJson;
import eu.sotto.permit.Operation;
import eu.sotto.permit.ReasonCode;
import eu.sotto.register.Problem;
import eu.sotto.register.Register;
import eu.sotto.register.RegisterException;
import eu.sotto.vocabulary.Answer;
import eu.sotto.vocabulary.PurposeId;
import eu.sotto.vocabulary.RecipientId;
import eu.sotto.vocabulary.Role;
import eu.sotto.vocabulary.Speaker;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A recipient receives only for the purposes that the register declares for it. */
class BoundRecipientsTest {
  private static final PurposeId FRAUD = PurposeId.of("fraud-prevention");
  private static final RecipientId PLATFORM = RecipientId.of("platform");
  private static final RecipientId MODEL = RecipientId.of("model");
  private static final RecipientId MAKER = RecipientId.of("model-maker");

  private Practice practice;

  @BeforeEach
  void open() {
    var time = new AtomicReference<>(Practice.START);
    practice = Practice.on(CallPrivacy.inMemory(register(text -> text), time::get), time);
  }

  @AfterEach
  void close() {
    practice.close();
  }

  /** A platform that engaged a language model, which prevents fraud on its own account. */
  private static Register register(UnaryOperator<String> change) {
    return Practice.register(
        text ->
            change.apply(
                text.replace(
                        "\"onlyInEea\"",
                        "\"forbiddenRecipients\": [\"model-maker\"], \"onlyInEea\"")
                    .replace(
                        "\"transcribe\", \"summarise\"]",
                        "\"transcribe\", \"summarise\", \"disclose\"]")
                    .replace(
                        "\"appointment\"],\n      \"recipients\": [\"speech-service\"]",
                        "\"appointment\"],\n      \"recipients\": [\"platform\", \"model\"]")
                    .replace(
                        "\"transcribe\", \"analyse\"],",
                        "\"transcribe\", \"analyse\", \"disclose\"],")
                    .replace(
                        "\"purposes\": [\n",
                        """
                        "purposes": [
                          { "id": "fraud-prevention", "role": "controller",
                            "legalBasis": "contract", "operations": ["disclose"],
                            "dataCategories": ["conversation"], "recipients": ["model"],
                            "transientOnly": true },
                        """)
                    .replace(
                        "\"recipients\": [\n",
                        """
                        "recipients": [
                          { "id": "platform", "name": "Platform", "role": "processor",
                            "country": "DE", "contract": "contract of 2026-08-01" },
                          { "id": "model", "name": "Model", "role": "sub-processor",
                            "country": "IE", "contract": "annex 2", "worksFor": "platform",
                            "ownPurposes": ["fraud-prevention"] },
                        """)));
  }

  private static void refused(UnaryOperator<String> change, String problem) {
    RegisterException e = catchThrowableOfType(RegisterException.class, () -> register(change));
    assertThat(e).isNotNull();
    assertThat(e.problems())
        .extracting(Problem::path)
        .as("%s", e.problems())
        .contains(problem.split(": ", 2)[0]);
    assertThat(e).hasMessageContaining(problem.split(": ", 2)[1]);
  }

  @Test
  @Tag("R34")
  void aRecipientReceivesForItsPurposesAndForNoOther() {
    Call call = practice.consented("c-1");

    assertThat(permitted(call.may(Operation.DISCLOSE, APPOINTMENT, PLATFORM)).purpose())
        .isEqualTo(APPOINTMENT);
    assertThat(reasons(call.may(Operation.DISCLOSE, QUALITY, PLATFORM)))
        .containsExactly(ReasonCode.RECIPIENT_NOT_DECLARED);
    assertThat(reasons(call.may(Operation.DISCLOSE, APPOINTMENT, RecipientId.of("speech-service"))))
        .containsExactly(ReasonCode.RECIPIENT_NOT_DECLARED);
  }

  @Test
  @Tag("R34")
  void aSubProcessorReceivesOnlyWhatItsProcessorMayHave() {
    assertThat(permitted(practice.welcomed("c-2").may(Operation.DISCLOSE, APPOINTMENT, MODEL)))
        .isNotNull();

    var without = register(t -> t.replace("[\"platform\", \"model\"]", "[\"model\"]"));
    try (Practice other = Practice.on(CallPrivacy.inMemory(without, practice.clock()), time())) {
      assertThat(other.welcomed("c-3").may(Operation.DISCLOSE, APPOINTMENT, MODEL).reasons())
          .singleElement()
          .satisfies(r -> assertThat(r.code()).isEqualTo(ReasonCode.RECIPIENT_NOT_DECLARED))
          .satisfies(r -> assertThat(r.about()).isEqualTo("platform"));
    }
    var unengaged = register(t -> t.replace("\"worksFor\": \"platform\",", ""));
    assertThat(unengaged.warnings())
        .extracting(Problem::toString)
        .anyMatch(w -> w.contains("no processor that engaged it: disclosure is denied"));
    try (Practice other = Practice.on(CallPrivacy.inMemory(unengaged, practice.clock()), time())) {
      assertThat(reasons(other.welcomed("c-3").may(Operation.DISCLOSE, APPOINTMENT, MODEL)))
          .containsExactly(ReasonCode.SUB_PROCESSOR_NOT_ENGAGED);
    }
  }

  @Test
  @Tag("R34")
  void whatARecipientDoesForItselfIsDeclaredWithABasisOfItsOwn() {
    Call call = practice.welcomed("c-4");

    assertThat(permitted(call.may(Operation.DISCLOSE, FRAUD, MODEL)).purpose()).isEqualTo(FRAUD);
    assertThat(reasons(call.may(Operation.DISCLOSE, FRAUD, PLATFORM)))
        .containsExactly(ReasonCode.RECIPIENT_NOT_DECLARED);
    assertThat(reasons(call.may(Operation.DISCLOSE, PurposeId.of("model-improvement"), MODEL)))
        .contains(ReasonCode.PURPOSE_NOT_DECLARED);
  }

  @Test
  @Tag("R34")
  @Tag("R32")
  void aContradictoryRecipientIsRefusedAtLoad() {
    refused(
        t -> t.replace("\"worksFor\": \"platform\"", "\"worksFor\": \"nobody\""),
        "$.recipients[1].worksFor: unknown recipient nobody");
    refused(
        t -> t.replace("\"worksFor\": \"platform\"", "\"worksFor\": \"model\""),
        "$.recipients[1].worksFor: works for itself in the end");
    refused(
        t -> t.replace("\"role\": \"sub-processor\"", "\"role\": \"controller\""),
        "$.recipients[1]: only a sub-processor works for a processor");
    refused(
        t -> t.replace("\"operations\": [\"disclose\"]", "\"operations\": [\"analyse\"]"),
        "$.recipients[1].ownPurposes: the controller can only disclose for it");
    refused(
        t -> t.replace("\"recipients\": [\"model\"]", "\"recipients\": [\"model\", \"platform\"]"),
        "$.recipients[1].ownPurposes: fraud-prevention is not a purpose of platform");
    refused(
        t -> t.replace("[\"fraud-prevention\"]", "[\"profit\"]"),
        "$.recipients[1].ownPurposes: unknown purpose profit");
  }

  @Test
  @Tag("R34")
  void aRecipientForbiddenByNameReceivesNothingAndCannotBeDeclaredForAnything() {
    Call call = practice.consented("c-5");

    assertThat(reasons(call.may(Operation.DISCLOSE, QUALITY, MAKER)))
        .contains(ReasonCode.RECIPIENT_FORBIDDEN);
    assertThat(reasons(call.may(Operation.TRANSCRIBE, APPOINTMENT, MAKER)))
        .contains(ReasonCode.RECIPIENT_FORBIDDEN);
    refused(
        t ->
            t.replace(
                "\"forbiddenRecipients\": [\"model-maker\"]",
                "\"forbiddenRecipients\": [\"model\"]"),
        "$.purposes[4].recipients: model is forbidden by this register");
  }

  private AtomicReference<Instant> time() {
    return new AtomicReference<>(practice.now());
  }

  @Test
  @Tag("R35")
  @Tag("R24")
  void whatTheRegisterForbidsNoConsentOpens() {
    for (Operation<?> operation : List.of(Operation.TRAIN, Operation.INFER_EMOTION)) {
      assertThat(reasons(practice.consented("f-" + operation).may(operation, QUALITY)))
          .contains(ReasonCode.OPERATION_FORBIDDEN);
    }
  }

  @Test
  @Tag("R35")
  void profilingAndPersonalisationHappenOnlyAsDeclaredPurposes() {
    Call call = practice.consented("c-6");
    assertThat(reasons(call.may(Operation.PROFILE, QUALITY)))
        .containsExactly(ReasonCode.OPERATION_NOT_DECLARED);
    assertThat(reasons(call.may(Operation.PERSONALISE, APPOINTMENT)))
        .containsExactly(ReasonCode.OPERATION_NOT_DECLARED);

    UnaryOperator<String> declares =
        t -> t.replace("\"summarise\", \"disclose\"]", "\"summarise\", \"personalise\"]");
    try (Practice other =
        Practice.on(CallPrivacy.inMemory(register(declares), practice.clock()), time())) {
      assertThat(permitted(other.welcomed("c-7").may(Operation.PERSONALISE, APPOINTMENT)))
          .isNotNull();
    }
    refused(
        t ->
            declares
                .apply(t)
                .replace("\"forbidden\": [\"train\"", "\"forbidden\": [\"personalise\""),
        "$.purposes[4].operations: personalise is forbidden by this register");
    refused(
        t -> t.replace("\"summarise\", \"disclose\"]", "\"summarise\", \"profile\"]"),
        "$.notices[0].fullText: neither the text nor the full text tells [AUTOMATED_DECISIONS]");
  }

  @Test
  @Tag("R36")
  void nobodyIsIdentifiedByVoiceWithoutADeclaredPurposeAndAnExplicitConsent() {
    assertThat(reasons(practice.consented("c-8").may(Operation.IDENTIFY_BY_VOICE, QUALITY)))
        .containsExactly(ReasonCode.OPERATION_NOT_DECLARED);
    refused(
        t -> t.replace("\"summarise\", \"disclose\"]", "\"summarise\", \"identify-by-voice\"]"),
        "$.purposes[4].operations: identifying somebody by voice needs explicit consent");
    refused(
        t -> t.replace("\"analyse\", \"disclose\"],", "\"analyse\", \"identify-by-voice\"],"),
        "$.purposes[3].operations: a consent to record covers no biometric evaluation");
  }

  @Test
  @Tag("R36")
  void nobodyOfTheStaffIsIdentifiedByVoiceWhateverIsDeclared() {
    UnaryOperator<String> declares =
        t ->
            t.replace(
                "\"operations\": [\"record\", \"transcribe\"],",
                "\"consentMarks\": [\"explicit\"], \"operations\": [\"identify-by-voice\"],");
    Register register = register(declares);
    try (Practice other = Practice.on(CallPrivacy.inMemory(register, practice.clock()), time())) {
      Call call = other.welcomed("c-9");
      call.asked(Practice.RESEARCH, other.welcome(), other.now());
      call.answered(Practice.RESEARCH, Answer.keyPress('3', other.after(Duration.ofSeconds(2))));
      assertThat(permitted(call.may(Operation.IDENTIFY_BY_VOICE, Practice.RESEARCH))).isNotNull();
      call.joined(Speaker.of("ann", Role.AGENT), other.now());
      assertThat(reasons(call.may(Operation.IDENTIFY_BY_VOICE, Practice.RESEARCH)))
          .containsExactlyInAnyOrder(
              ReasonCode.IDENTIFICATION_OF_STAFF, ReasonCode.SPEAKER_NOT_INFORMED);
    }
  }

  @Test
  void aRegisterWithAllOfThisIsWrittenAndReadAgain() {
    Register register = register(text -> text);
    String written = RegisterJson.write(register);
    assertThat(
            RegisterJson.read(
                new ByteArrayInputStream(written.getBytes(StandardCharsets.UTF_8)), "register"))
        .isEqualTo(register);
    assertThat(written).contains("\"forbiddenRecipients\" : [ \"model-maker\" ]");
  }
}
