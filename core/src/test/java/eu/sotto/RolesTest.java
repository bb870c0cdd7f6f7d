package eu.sotto;

import static eu.sotto.Practice.APPOINTMENT;
import static eu.sotto.Practice.IDENTITY;
import static eu.sotto.Practice.QUALITY;
import static eu.sotto.Practice.permitted;
import static eu.sotto.Practice.reasons;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import eu.sotto.ledger.Recorded;
import eu.sotto.permit.ActorRefused;
import eu.sotto.permit.ContentPermit;
import eu.sotto.permit.Decision;
import eu.sotto.permit.Operation;
import eu.sotto.permit.Reason;
import eu.sotto.permit.ReasonCode;
import eu.sotto.records.Opened;
import eu.sotto.records.RecordEntry;
import eu.sotto.records.RecordKind;
import eu.sotto.register.Register;
import eu.sotto.register.RegisterException;
import eu.sotto.rights.Request;
import eu.sotto.session.Engine;
import eu.sotto.session.Entries;
import eu.sotto.session.Opening;
import eu.sotto.vocabulary.Actor;
import eu.sotto.vocabulary.Answer;
import eu.sotto.vocabulary.Authentication;
import eu.sotto.vocabulary.Party;
import eu.sotto.vocabulary.Playout;
import eu.sotto.vocabulary.PurposeId;
import eu.sotto.vocabulary.RecipientId;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Access only for roles that need it, authenticated and trained; every access is recorded. */
@Tag("R51")
class RolesTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 2);
  private static final RecipientId SPEECH = RecipientId.of("speech-service");

  /** A supervisor listens to recordings, a desk reads texts, an officer answers requests. */
  private static final String ROLES =
      """
      "roles": [
        { "role": "supervisor", "purposes": ["quality"], "tasks": ["open-recording", "disclose"],
          "authentication": "two-factors", "trainedWithin": "P1Y" },
        { "role": "desk", "purposes": ["appointment"], "tasks": ["open-text"],
          "authentication": "one-factor", "trainedWithin": "P2Y" },
        { "role": "listener", "purposes": ["quality"], "tasks": ["open-recording"] },
        { "role": "officer", "tasks": ["answer-requests", "erase", "link-subjects"] }
      ],
      """;

  private final AtomicReference<Instant> time = new AtomicReference<>(Practice.START);
  private Engine engine;
  private Practice practice;

  @BeforeEach
  void open() {
    open(register(text -> text));
  }

  private void open(Register register) {
    engine = Opening.inMemory(register, time::get, Duration.ofSeconds(20), store -> store);
    practice = Practice.on(CallPrivacy.on(engine), time);
  }

  @AfterEach
  void close() {
    practice.close();
  }

  private static Register register(UnaryOperator<String> change) {
    return Practice.register(
        text ->
            change.apply(
                text.replace("\"retention\": [", ROLES + "\"retention\": [")
                    .replace(
                        "\"transcribe\", \"analyse\"],",
                        "\"transcribe\", \"analyse\", \"disclose\"],")
                    .replace(
                        "\"transcribe\", \"summarise\"]",
                        "\"transcribe\", \"summarise\", \"analyse\"]")));
  }

  private static Actor actor(String role) {
    return Actor.of("e-9", role)
        .authenticatedBy(Authentication.TWO_FACTORS)
        .trained(TODAY.minusMonths(3));
  }

  private Call kept() {
    Call call = practice.consented("c-1");
    Practice.keepAudio(call, "RIFF-audio");
    Practice.keep(call, "Ich brauche einen Termin am Montag.");
    return call;
  }

  private static RecordEntry of(Call call, RecordKind kind) {
    return call.records().stream()
        .filter(entry -> entry.what().kind() == kind)
        .findFirst()
        .orElseThrow();
  }

  private static Opened listen(Call call, Actor actor) {
    ContentPermit permit = permitted(call.may(Operation.ANALYSE, QUALITY));
    return call.open(of(call, RecordKind.RECORDING).id(), permit, actor);
  }

  private static List<ReasonCode> refused(Opened opened) {
    return opened.<List<Reason>>fold(open -> List.of(), why -> why).stream()
        .map(Reason::code)
        .toList();
  }

  private static String read(Opened opened) throws IOException {
    Opened.Shown readable = (Opened.Shown) opened;
    try (var content = readable.content()) {
      ByteBuffer bytes = ByteBuffer.allocate(1_000);
      while (content.read(bytes) >= 0 && bytes.hasRemaining()) {
        assertThat(content.isOpen()).isTrue();
      }
      return new String(bytes.array(), 0, bytes.position(), StandardCharsets.UTF_8);
    }
  }

  private List<Recorded> events(String kind, Call call) {
    return engine
        .journal()
        .ledger()
        .events(Entries.subject(call.caller().session().id()))
        .entries()
        .stream()
        .filter(event -> event.kind().equals(kind))
        .toList();
  }

  @Nested
  class OpeningContent {
    @Test
    void whoNeedsItAndIsAuthenticatedAndTrainedMayListenAndThatIsRecordedFirst()
        throws IOException {
      Call call = kept();

      assertThat(read(listen(call, actor("supervisor")))).isEqualTo("RIFF-audio");
      assertThat(events("content_opened", call))
          .singleElement()
          .satisfies(
              event ->
                  assertThat(event.fields().toString())
                      .contains("RECORDING", "quality", "analyse", "supervisor", "TWO_FACTORS"));
      assertThat(events("actor_refused", call)).isEmpty();
    }

    @Test
    void oneFactorIsNotTwo() {
      Call call = kept();
      Actor weak = actor("supervisor").authenticatedBy(Authentication.ONE_FACTOR);

      assertThat(refused(listen(call, weak))).containsExactly(ReasonCode.AUTHENTICATION_TOO_WEAK);
      assertThat(refused(listen(call, Actor.of("e-9", "supervisor").trained(TODAY))))
          .as("what nobody states is not there")
          .containsExactly(ReasonCode.AUTHENTICATION_TOO_WEAK);
      assertThat(events("actor_refused", call))
          .hasSize(2)
          .allSatisfy(
              event ->
                  assertThat(event.fields().toString())
                      .contains("AUTHENTICATION_TOO_WEAK", "open_recording", "supervisor"));
      assertThat(events("content_opened", call)).isEmpty();
    }

    @Test
    void aTrainingEndsAfterItsPeriodAndDoesNotBeginEarly() throws IOException {
      Call call = kept();

      assertThat(refused(listen(call, actor("supervisor").trained(TODAY.minusYears(1)))))
          .containsExactly(ReasonCode.TRAINING_NOT_CURRENT);
      assertThat(refused(listen(call, actor("supervisor").trained(TODAY.plusDays(1)))))
          .containsExactly(ReasonCode.TRAINING_NOT_CURRENT);
      Actor untrained = Actor.of("e-9", "supervisor").authenticatedBy(Authentication.TWO_FACTORS);
      assertThat(refused(listen(call, untrained))).containsExactly(ReasonCode.TRAINING_NOT_CURRENT);
      assertThat(read(listen(call, actor("supervisor").trained(TODAY.minusYears(1).plusDays(1)))))
          .isEqualTo("RIFF-audio");
      assertThat(events("actor_refused", call)).hasSize(3);
    }

    @Test
    void aRoleSeesOnlyWhatItsTasksAndPurposesNeed() throws IOException {
      Call call = kept();
      ContentPermit reading = permitted(call.may(Operation.ANALYSE, APPOINTMENT));
      RecordEntry text = of(call, RecordKind.TRANSCRIPT);

      assertThat(read(call.open(text.id(), reading, actor("desk")))).contains("Termin");
      assertThat(refused(call.open(text.id(), reading, actor("supervisor"))))
          .containsExactly(ReasonCode.ROLE_WITHOUT_TASK, ReasonCode.ROLE_WITHOUT_PURPOSE);
      assertThat(refused(listen(call, actor("desk"))))
          .containsExactly(ReasonCode.ROLE_WITHOUT_TASK, ReasonCode.ROLE_WITHOUT_PURPOSE);
      assertThat(refused(listen(call, actor("visitor"))))
          .containsExactly(ReasonCode.ROLE_NOT_DECLARED);
      assertThat(events("actor_refused", call)).hasSize(3);
    }

    @Test
    void aWithdrawalEndsWhatSomebodyReads() throws IOException {
      Call call = kept();
      ContentPermit permit = permitted(call.may(Operation.ANALYSE, QUALITY));
      Opened open = call.open(of(call, RecordKind.RECORDING).id(), permit, actor("supervisor"));
      var content = ((Opened.Shown) open).content();
      assertThat(content.read(ByteBuffer.allocate(4))).isEqualTo(4);

      call.caller().withdraw(QUALITY, Answer.written("Ich widerrufe.", practice.now()));

      assertThatIOException().isThrownBy(() -> content.read(ByteBuffer.allocate(4)));
      assertThat(content.isOpen()).isFalse();
    }

    @Test
    void whatIsKeptOfAnotherCallIsNotThere() {
      Call call = kept();
      Call other = practice.consented("c-2");
      ContentPermit permit = permitted(other.may(Operation.ANALYSE, QUALITY));

      assertThat(
              refused(other.open(of(call, RecordKind.RECORDING).id(), permit, actor("supervisor"))))
          .contains(ReasonCode.RECORD_NOT_KEPT);
      assertThatIllegalStateException()
          .isThrownBy(
              () -> call.open(of(call, RecordKind.RECORDING).id(), permit, actor("supervisor")));
    }

    @Test
    @Tag("R38")
    void whereNoRoleIsDeclaredNobodyOpensContent() {
      close();
      open(register(text -> text.replace(ROLES, "")));
      Call call = kept();

      assertThat(refused(listen(call, actor("supervisor"))))
          .containsExactly(ReasonCode.ROLE_NOT_DECLARED);
      assertThat(events("actor_refused", call)).hasSize(1);
    }
  }

  @Nested
  class OtherActs {
    @TempDir Path folder;

    @Test
    void onlyWhoIsEntrustedWithItAnswersAndErases() {
      Call call = kept();
      Request received = call.caller().request(IDENTITY, actor("desk"));

      assertThat(refusedBy(received::access)).containsExactly(ReasonCode.ROLE_WITHOUT_TASK);
      assertThat(refusedBy(received::erase)).containsExactly(ReasonCode.ROLE_WITHOUT_TASK);
      assertThat(call.records()).hasSize(2);
      assertThat(events("actor_refused", call)).hasSize(2);

      received.by(actor("officer")).access().exportTo(folder.resolve("access"));
      assertThat(Files.exists(folder.resolve("access").resolve("index.html"))).isTrue();
      Request request = call.caller().request(IDENTITY, actor("officer"));
      assertThat(request.erase().statement()).isNotBlank();
      assertThat(call.records()).isEmpty();
    }

    @Test
    void aRequestIsReceivedWhoeverTakesIt() {
      Call call = kept();
      call.caller().request(IDENTITY, Actor.of("e-1", "visitor"));
      assertThat(events("request_received", call)).hasSize(1);
    }

    @Test
    void aRoleThatSaysNothingMoreDemandsTwoFactorsAndAYearsTraining() {
      Call call = kept();
      Actor weak = actor("officer").authenticatedBy(Authentication.ONE_FACTOR);
      Request request = call.caller().request(IDENTITY, weak.trained(TODAY.minusYears(1)));

      assertThat(refusedBy(request::erase))
          .containsExactly(ReasonCode.AUTHENTICATION_TOO_WEAK, ReasonCode.TRAINING_NOT_CURRENT);
    }

    @Test
    void onlyWhoIsEntrustedWithItDisclosesAndTakesProofsOut() {
      Call call = kept();
      var permit = permitted(call.may(Operation.DISCLOSE, QUALITY, SPEECH));

      assertThat(refusedBy(() -> call.exports().vcon(permit, actor("desk"))))
          .containsExactly(ReasonCode.ROLE_WITHOUT_TASK, ReasonCode.ROLE_WITHOUT_PURPOSE);
      assertThat(refusedBy(() -> call.exports().consentRecord(QUALITY, actor("officer"))))
          .containsExactly(ReasonCode.ROLE_WITHOUT_TASK, ReasonCode.ROLE_WITHOUT_PURPOSE);
      assertThat(events("call_disclosed", call)).isEmpty();
      assertThat(events("consent_exported", call)).isEmpty();

      assertThat(call.exports().vcon(permit, actor("supervisor")).json()).contains("vcon");
      assertThat(call.exports().consentRecord(QUALITY, actor("supervisor"))).isNotNull();
    }

    @Test
    void onlyWhoIsEntrustedWithItLinksSubjects() {
      Call call = kept();
      Call other = practice.answered("c-2", Party.presented("+49 30 23125013"));

      assertThat(
              refusedBy(
                  () ->
                      practice.privacy().link(call.caller(), other.caller(), actor("supervisor"))))
          .containsExactly(ReasonCode.ROLE_WITHOUT_TASK);
      practice.privacy().link(call.caller(), other.caller(), actor("officer"));
      assertThat(events("subjects_linked", call)).hasSize(1);
    }

    private static List<ReasonCode> refusedBy(Runnable act) {
      ActorRefused refused = catchThrowableOfType(ActorRefused.class, act::run);
      assertThat(refused).isNotNull();
      return refused.reasons().stream().map(Reason::code).toList();
    }
  }

  @Nested
  @Tag("R20")
  class FurtherUse {
    private static final String USE =
        """
        "furtherUses": [
          { "from": "appointment", "to": "counting", "notice": "news",
            "assessment": {
              "link": "the same calls, counted", "context": "callers of a practice",
              "nature": "redacted text", "consequences": "none", "safeguards": "counts only",
              "owner": "practice management", "date": "2026-09-01", "review": "2027-09-01" } }
        ],
        """;

    private static Register register(UnaryOperator<String> change) {
      return RolesTest.register(
          text ->
              change.apply(
                  text.replace("\"roles\": [", USE + "\"roles\": [")
                      .replace("[\"appointment\"], \"tasks\"", "[\"counting\"], \"tasks\"")
                      .replace(
                          "\"listener\", \"purposes\": [\"quality\"]",
                          "\"listener\", \"purposes\": [\"counting\"]")
                      .replace(
                          "\"purposes\": [\n",
                          """
                          "purposes": [
                            { "id": "counting", "role": "controller", "legalBasis": "contract",
                              "operations": ["analyse"], "dataCategories": ["conversation"],
                              "recipients": [], "retentionClass": "conversation" },
                          """)
                      .replace(
                          "\"notices\": [\n",
                          """
                          "notices": [
                            { "id": "news", "version": "1", "language": "de",
                              "text": "Wir zählen künftig, worum es in Ihren Anrufen ging.",
                              "parts": ["controller", "purposes", "rights"],
                              "fullText": { "url": "https://praxis.example/neu",
                                "parts": ["controller", "data-protection-officer", "purposes",
                                  "legal-bases", "recipients", "retention-periods", "rights",
                                  "withdrawal", "complaint", "duty-to-provide", "refusal"] } },
                          """)
                      .replace("[\"welcome\"] }", "[\"welcome\", \"news\"] }")));
    }

    private Opened count(Call call) {
      ContentPermit permit = permitted(call.may(Operation.ANALYSE, PurposeId.of("counting")));
      return call.open(of(call, RecordKind.TRANSCRIPT).id(), permit, actor("desk"));
    }

    private void tell(Call call) {
      var news = practice.privacy().notice("news", Locale.GERMAN);
      Duration length = Duration.ofSeconds(5);
      call.announced(news, Playout.of(length, length, practice.after(length)));
    }

    @Test
    void anotherUseWaitsForItsNotice() throws IOException {
      close();
      open(register(text -> text));
      Call call = kept();

      assertThat(refused(count(call))).containsExactly(ReasonCode.FURTHER_USE_NOT_TOLD);
      tell(call);
      assertThat(read(count(call))).contains("Termin");
      assertThat(events("content_opened", call)).hasSize(1);
      assertThat(events("actor_refused", call)).hasSize(1);
    }

    @Test
    void anAssessmentExpiresAndIsNeverSilentlyAssumed() {
      close();
      open(
          register(
              text ->
                  text.replace(
                      "\"review\": \"2027-09-01\" } }", "\"review\": \"2026-11-02\" } }")));
      Call call = kept();
      tell(call);
      assertThat(refused(count(call))).containsExactly(ReasonCode.FURTHER_USE_NOT_CURRENT);

      close();
      open(register(text -> text.replace(USE, "")));
      Call unassessed = kept();
      tell(unassessed);
      assertThat(refused(count(unassessed))).containsExactly(ReasonCode.FURTHER_USE_NOT_ASSESSED);
    }

    @Test
    @Tag("R27")
    void whatRestsOnConsentOrIsSpecialIsNeverOpenedByAnAssessment() {
      assertThat(
              catchThrowableOfType(
                  RegisterException.class,
                  () ->
                      register(
                          t -> t.replace("\"from\": \"appointment\"", "\"from\": \"quality\""))))
          .hasMessageContaining("$.furtherUses[0].from: quality rests on consent");
      assertThat(
              catchThrowableOfType(
                  RegisterException.class,
                  () ->
                      register(
                          t ->
                              t.replace(
                                  "\"contact\", \"appointment\"]", "\"contact\", \"health\"]"))))
          .hasMessageContaining("special categories of data are not opened by an assessment");
      close();
      open(register(text -> text));
      Call call = kept();
      tell(call);
      ContentPermit permit = permitted(call.may(Operation.ANALYSE, PurposeId.of("counting")));
      Actor listener = actor("listener");
      assertThat(refused(call.open(of(call, RecordKind.RECORDING).id(), permit, listener)))
          .containsExactly(
              ReasonCode.FURTHER_USE_NOT_ASSESSED,
              ReasonCode.FURTHER_USE_OF_CONSENT,
              ReasonCode.CONTENT_NOT_REDACTED);
    }
  }

  @Nested
  class Observing {
    @Test
    void anObservationIsRecordedAndGivesNothing() {
      Call call = practice.welcomed("c-1");

      var observed = practice.privacy().observe(call, Operation.RECORD, QUALITY);
      var fine = practice.privacy().observe(call, Operation.TRANSCRIBE, APPOINTMENT);
      var abroad =
          practice
              .privacy()
              .observe(call, Operation.DISCLOSE, QUALITY, RecipientId.of("elsewhere"));

      assertThat(observed.ruling().reasons())
          .extracting(Reason::code)
          .containsExactly(ReasonCode.CONSENT_NOT_ASKED);
      assertThat(observed.recorded()).isTrue();
      assertThat(observed.register()).isEqualTo(practice.privacy().register().version());
      assertThat(fine.ruling().permitted()).isTrue();
      assertThat(abroad.ruling().reasons())
          .extracting(Reason::code)
          .contains(ReasonCode.RECIPIENT_NOT_DECLARED);
      assertThat(events("decision_observed", call)).hasSize(3);
      assertThat(events("permit_granted", call)).isEmpty();
      assertThat(events("permit_denied", call)).isEmpty();
    }

    @Test
    @Tag("R20")
    void aDenialNamesItsRegisterAndWhatWouldHaveToChange() {
      Call call = practice.welcomed("c-1");
      var denied = (Decision.Denied<?>) call.may(Operation.RECORD, QUALITY);

      assertThat(denied.register()).isEqualTo(practice.privacy().register().version());
      assertThat(denied.change(Locale.ENGLISH))
          .isEqualTo("permitted if consent `quality` had been asked for and were active");
      assertThat(denied.change(Locale.GERMAN)).startsWith("erlaubt, wenn um die Einwilligung");
      assertThat(denied.reasons().get(0).article()).isEqualTo("GDPR Art. 6(1)(a)");
      practice.consent(call);
      assertThat(permitted(call.may(Operation.RECORD, QUALITY))).isNotNull();
    }

    @Test
    void whatIsObservedIsWhatWouldBeDecided() {
      for (String way : List.of("nothing", "told", "agreed")) {
        Call call =
            switch (way) {
              case "nothing" -> practice.answered(way, Party.presented(Practice.NUMBER));
              case "told" -> practice.welcomed(way);
              default -> practice.consented(way);
            };
        for (Operation<?> operation : Operation.all()) {
          for (var purpose : List.of(QUALITY, APPOINTMENT, Practice.HINT)) {
            assertThat(
                    practice.privacy().observe(call, operation, purpose).ruling().reasons().stream()
                        .map(Reason::code))
                .as(way + " " + operation + " " + purpose)
                .containsExactlyElementsOf(reasons(call.may(operation, purpose)));
          }
        }
      }
    }
  }
}
