package eu.sotto;

import static eu.sotto.Practice.ACTOR;
import static eu.sotto.Practice.APPOINTMENT;
import static eu.sotto.Practice.IDENTITY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.sotto.permit.ContentPermit;
import eu.sotto.permit.Operation;
import eu.sotto.records.RecordEntry;
import eu.sotto.register.Register;
import eu.sotto.rights.Assessment;
import eu.sotto.rights.ErasureReceipt;
import eu.sotto.rights.Outcome;
import eu.sotto.rights.PortabilityReceiver;
import eu.sotto.rights.RecipientNotice;
import eu.sotto.rights.Request;
import eu.sotto.rights.RequestRefused;
import eu.sotto.rights.RequestState;
import eu.sotto.rights.RequestStatus;
import eu.sotto.rights.RightsException;
import eu.sotto.rights.StepRefusal;
import eu.sotto.rights.ToldRecipient;
import eu.sotto.vocabulary.Answer;
import eu.sotto.vocabulary.Cause;
import eu.sotto.vocabulary.Identity;
import eu.sotto.vocabulary.Party;
import eu.sotto.vocabulary.PurposeId;
import eu.sotto.vocabulary.RecipientId;
import eu.sotto.vocabulary.RestrictionGround;
import eu.sotto.vocabulary.Right;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Requests from their receipt to their answer. */
class RequestTest {
  private static final RecipientId SPEECH = RecipientId.of("speech-service");
  private static final PurposeId FOREIGN = PurposeId.of("foreign");
  private static final PurposeId OFFICE = PurposeId.of("office");
  private static final String SAID = "Ich brauche einen Termin.";
  private static final Identity EID = Identity.verified("eid");

  @TempDir Path folder;

  private Practice practice = ObjectionTest.inMemory(register());

  /** One purpose is a hospital's, another is kept by a statute; erasure needs a document. */
  static Register register() {
    String more =
        """
        "purposes": [
          { "id": "foreign", "role": "processor", "onBehalfOf": "Klinik Nord",
            "legalBasis": "contract", "operations": ["transcribe"],
            "dataCategories": ["conversation"], "recipients": [],
            "retentionClass": "conversation" },
          { "id": "office", "role": "controller", "legalBasis": "contract",
            "operations": ["transcribe"], "dataCategories": ["conversation"],
            "recipients": [], "retentionClass": "books" },
        """;
    String books =
        """
        "retention": [
          { "class": "books", "material": "call", "rules": [
            { "kind": "must-delete-by", "trigger": "call-ended", "backstop": "P8M", "term": "P8M",
              "source": "house rule" },
            { "kind": "must-keep-until", "trigger": "call-ended", "backstop": "P6M", "term": "P6M",
              "source": "HGB 257" } ] },
        """;
    String rights =
        """
        "rights": { "identityMethods": { "call-back": "confirmed", "eid": "proven" },
          "identityLevels": { "erasure": "proven" } }, "timeZone\"""";
    return Practice.register(
        text ->
            text.replace("\"timeZone\"", rights)
                .replace("\"transcribe\", \"analyse\"]", "\"transcribe\", \"disclose\"]")
                .replaceFirst("(?s)\"incidentPlan\".*?(\"assessments\")", "$1")
                .replace("\"retention\": [\n", books)
                .replaceFirst(
                    "\"purposes\": \\[\n", java.util.regex.Matcher.quoteReplacement(more)));
  }

  @AfterEach
  void close() {
    practice.close();
  }

  private Subject caller() {
    return practice.privacy().subject(Party.phone("030 23125012")).orElseThrow();
  }

  private Request requested(Right right) {
    return caller().request(right, practice.now(), ACTOR);
  }

  private static void keep(Call call, PurposeId purpose) {
    ContentPermit permit = Practice.permitted(call.may(Operation.TRANSCRIBE, purpose));
    call.keep(call.redact(Practice.transcript(SAID), permit), permit);
  }

  private Request identified(Right right) {
    Request request = requested(right);
    assertThat(request.identify(EID, ACTOR).taken()).isTrue();
    return request;
  }

  @Nested
  class TheSteps {
    @Test
    @Tag("R71")
    @Tag("R73")
    void eachComesInItsTurnAndIsRefusedOutOfIt() {
      Practice.keep(practice.welcomed("c-1"), SAID);
      Request request = requested(Right.ACCESS);

      assertThat(request.status().state()).isEqualTo(RequestState.RECEIVED);
      assertThat(request.locate(ACTOR).refusal()).contains(StepRefusal.NOT_IDENTIFIED);
      assertThat(request.assess(List.of(), ACTOR).refusal()).contains(StepRefusal.NOT_LOCATED);
      assertThat(request.tellRecipients(ACTOR).refusal()).contains(StepRefusal.NOT_EXECUTED);
      assertThat(request.answer(Locale.GERMAN, ACTOR).refusal()).contains(StepRefusal.NOT_EXECUTED);
      assertThat(request.identify(IDENTITY, ACTOR).taken()).isTrue();
      assertThat(request.identify(IDENTITY, ACTOR).refusal()).contains(StepRefusal.ALREADY_DONE);
      assertThat(request.locate(ACTOR).taken()).isTrue();
      assertThat(request.assess(List.of(), ACTOR).refusal()).contains(StepRefusal.OTHER_RECORDS);
      assertThat(request.assess(request.proposal(), ACTOR).taken()).isTrue();
      assertThat(request.status().state()).isEqualTo(RequestState.ASSESSED);
      request.access().exportTo(folder.resolve("answer"));
      assertThat(request.status().state()).isEqualTo(RequestState.ANSWERED);
      assertThat(request.refuse(Cause.of("too-late"), ACTOR).refusal())
          .contains(StepRefusal.ANSWERED);
    }

    @Test
    @Tag("R71")
    void whatIsNotSureEnoughIsRefusedByItsType() {
      practice.welcomed("c-1");
      Request erasure = requested(Right.ERASURE);

      assertThat(erasure.identify(IDENTITY, ACTOR).refusal())
          .as("confirmed, but a proven one is declared")
          .contains(StepRefusal.IDENTITY_NOT_SUFFICIENT);
      assertThat(erasure.identify(Identity.verified("guess"), ACTOR).refusal())
          .contains(StepRefusal.IDENTITY_NOT_SUFFICIENT);
      assertThatThrownBy(erasure::erase)
          .isInstanceOfSatisfying(
              RequestRefused.class,
              refused -> assertThat(refused.why()).isEqualTo(StepRefusal.NOT_IDENTIFIED));
      assertThatThrownBy(() -> caller().request(IDENTITY, ACTOR).erase())
          .isInstanceOfSatisfying(
              RequestRefused.class,
              refused -> assertThat(refused.why()).isEqualTo(StepRefusal.IDENTITY_NOT_SUFFICIENT));
      assertThat(practice.privacy().subject(Party.phone("030 23125012"))).isPresent();
      assertThat(caller().request(IDENTITY, ACTOR).access()).isNotNull();
      assertThat(erasure.identify(EID, ACTOR).taken()).isTrue();
      assertThat(erasure.erase().statement()).contains("Art. 17");
    }

    @Test
    void aRequestOfOneRightServesNoOther() {
      practice.welcomed("c-1");
      Request access = identified(Right.ACCESS);

      assertThatThrownBy(access::erase)
          .isInstanceOfSatisfying(
              RequestRefused.class,
              refused -> assertThat(refused.why()).isEqualTo(StepRefusal.OTHER_RIGHT));
    }

    @Test
    @Tag("R75")
    void theyOutliveARestart() {
      practice.close();
      practice = files();
      practice.welcomed("c-1");
      Request request = identified(Right.ACCESS);
      request.locate(ACTOR);
      practice.close();
      practice = files();

      assertThat(caller().requests())
          .singleElement()
          .satisfies(
              one -> {
                assertThat(one.id()).isEqualTo(request.id());
                assertThat(one.status().state()).isEqualTo(RequestState.LOCATED);
              });
      assertThat(practice.privacy().requests()).hasSize(1);
    }

    @Test
    @Tag("R72")
    void whatIsWithheldIsNotHandedOutAndTheLetterSaysWhy() throws IOException {
      Call call = practice.welcomed("c-1");
      Practice.keep(call, SAID);
      Request request = identified(Right.ACCESS);
      request.locate(ACTOR);
      RecordEntry kept = call.records().get(0);
      request.assess(List.of(Assessment.of(kept.id(), Outcome.WITHHOLD, "GDPR Art. 15(4)")), ACTOR);

      request.access().exportTo(folder.resolve("answer"));

      try (Stream<Path> files = Files.list(folder.resolve("answer"))) {
        assertThat(files.map(file -> file.getFileName().toString()))
            .noneMatch(name -> name.startsWith("transcript-"));
      }
      assertThat(request.letter(Locale.GERMAN))
          .contains("zurückgehalten", "Art. 15 Abs. 4 DSGVO", "abgelehnt")
          .contains("Ihr Antrag vom 02.11.2026");
    }

    @Test
    @Tag("R74")
    @Tag("R76")
    void everyLetterNamesAuthorityControllerAndOfficer() {
      practice.welcomed("c-1");
      for (Right right : Right.values()) {
        Request request = requested(right);
        for (Locale language : List.of(Locale.GERMAN, Locale.ENGLISH)) {
          assertThat(request.letter(language))
              .contains("https://www.datenschutz-berlin.de", "Art. 77")
              .contains("datenschutz@praxis.example", "dsb@praxis.example")
              .doesNotContain("23125012", "c-1");
        }
      }
    }
  }

  private Practice files() {
    return Practice.in(folder.resolve("data"), folder.resolve("keys"), Practice.START, register());
  }

  @Nested
  class TheDeadline {
    @Test
    @Tag("R75")
    void itIsOneMonthWithBothReadings() {
      practice.welcomed("c-1");
      practice.after(Duration.ofDays(3));
      Request request = requested(Right.ACCESS);

      assertThat(request.status().deadline().due()).isEqualTo(LocalDate.of(2026, 12, 5));
      assertThat(request.status().deadline().onWorkingDay())
          .as("5 December 2026 is a Saturday")
          .isEqualTo(LocalDate.of(2026, 12, 7));
    }

    @Test
    @Tag("R75")
    void theHealthViewShowsWhatIsDueAndOverdue() {
      practice.welcomed("c-1");
      requested(Right.ACCESS);
      assertThat(practice.privacy().health().requests()).isEqualTo(new Health.Requests(1, 0, 0, 0));
      practice.after(Duration.ofDays(25));
      assertThat(practice.privacy().health().requests()).isEqualTo(new Health.Requests(1, 0, 1, 0));
      practice.after(Duration.ofDays(6));
      assertThat(practice.privacy().health().requests()).isEqualTo(new Health.Requests(1, 1, 0, 0));
    }

    @Test
    @Tag("R75")
    void itIsExtendedOnceWithAReasonAndInTheFirstMonthOnly() {
      practice.welcomed("c-1");
      Request early = requested(Right.ACCESS);
      Request late = requested(Right.PORTABILITY);

      assertThat(early.extend(Cause.of("complexity"), ACTOR).taken()).isTrue();
      assertThat(early.extend(Cause.of("complexity"), ACTOR).refusal())
          .contains(StepRefusal.ALREADY_DONE);
      assertThat(early.status().deadline().due()).isEqualTo(LocalDate.of(2027, 2, 2));
      assertThat(early.letter(Locale.ENGLISH)).contains("extended by two months");
      practice.after(Duration.ofDays(31));
      assertThat(late.extend(Cause.of("complexity"), ACTOR).refusal())
          .contains(StepRefusal.TOO_LATE_TO_EXTEND);
    }

    @Test
    @Tag("R75")
    void itStandsStillForDoubtAboutTheIdentityAndForNothingElse() {
      practice.welcomed("c-1");
      Request request = requested(Right.ACCESS);
      Request objection = requested(Right.OBJECTION);

      assertThat(objection.doubt(Cause.of("number-only"), ACTOR).refusal())
          .contains(StepRefusal.NO_DOUBT);
      assertThat(request.doubt(Cause.of("two-people-use-it"), ACTOR).taken()).isTrue();
      practice.after(Duration.ofDays(40));
      assertThat(practice.privacy().health().requests().overdue()).as("the objection").isEqualTo(1);
      assertThat(request.identify(IDENTITY, ACTOR).taken()).isTrue();
      assertThat(request.doubt(Cause.of("again"), ACTOR).refusal()).contains(StepRefusal.NO_DOUBT);
      assertThat(request.status().deadline().pausedDays()).isEqualTo(40);
      assertThat(request.status().deadline().due())
          .isEqualTo(LocalDate.of(2026, 12, 2).plusDays(40));
    }
  }

  @Nested
  class Recipients {
    private final List<RecipientNotice> delivered = new ArrayList<>();

    private String deliver(RecipientNotice notice) {
      delivered.add(notice);
      return "ticket-" + delivered.size();
    }

    @Test
    @Tag("R73")
    void theyAreToldOfAnErasureThroughAQueueThatRetriesAndSurvives() {
      practice.close();
      practice = files();
      Call call = practice.consented("c-1");
      Practice.keepAudio(call, "audio");
      call.exports()
          .vcon(Practice.permitted(call.may(Operation.DISCLOSE, PurposeId.of("quality"), SPEECH)));
      ErasureReceipt receipt = identified(Right.ERASURE).erase();
      assertThat(receipt.statement()).contains("Dienst für Spracherkennung, Frankfurt am Main");
      practice.close();
      practice = files();

      assertThat(practice.privacy().health().requests().recipientsToTell()).isEqualTo(1);
      assertThat(
              practice
                  .privacy()
                  .tellRecipients(
                      notice -> {
                        throw new IOException("no line");
                      }))
          .isEqualTo(1);
      assertThat(practice.privacy().tellRecipients(this::deliver)).isZero();
      assertThat(practice.privacy().tellRecipients(this::deliver)).isZero();

      assertThat(delivered)
          .singleElement()
          .satisfies(
              notice -> {
                assertThat(notice.to()).isEqualTo("speech-service");
                assertThat(notice.right()).isEqualTo(Right.ERASURE);
                assertThat(notice.documents()).singleElement().asString().hasSize(64);
              });
      assertThat(practice.privacy().verify().intact()).isTrue();
    }

    @Test
    @Tag("R32")
    void aRequestForAnotherControllersDataIsPassedOnToIt() {
      Call call = practice.welcomed("c-1");
      keep(call, FOREIGN);
      Request request = identified(Right.RECTIFICATION);
      Practice.keep(call, SAID);
      RecordEntry own = record(call, APPOINTMENT);
      request.rectify(own.id(), "Termin am Montag", ACTOR);
      assertThat(request.tellRecipients(ACTOR).taken()).isTrue();

      assertThat(request.proposal())
          .filteredOn(one -> one.outcome() == Outcome.PASS_ON)
          .singleElement()
          .satisfies(one -> assertThat(one.ground()).contains("Klinik Nord"));
      practice.privacy().tellRecipients(this::deliver);
      assertThat(delivered)
          .singleElement()
          .satisfies(
              notice -> {
                assertThat(notice.addressee()).isEqualTo(RecipientNotice.Addressee.CONTROLLER);
                assertThat(notice.to()).isEqualTo("Klinik Nord");
              });
      assertThat(request.recipients()).containsExactly(new ToldRecipient("Klinik Nord", true));
      assertThat(request.letter(Locale.GERMAN)).contains("Klinik Nord (bestätigt)");
      assertThat(request.answer(Locale.GERMAN, ACTOR).taken()).isTrue();
    }
  }

  private static RecordEntry record(Call call, PurposeId purpose) {
    return call.records().stream()
        .filter(entry -> entry.what().purpose().equals(purpose))
        .findFirst()
        .orElseThrow();
  }

  @Nested
  class AnErasure {
    @Test
    @Tag("R70")
    @Tag("R73")
    void whatAStatuteKeepsIsWithheldUnderKeysOfItsOwnUntilItsLastDay() {
      practice.close();
      practice = files();
      Call call = practice.welcomed("c-1");
      keep(call, OFFICE);
      Practice.keep(call, SAID);
      call.ended(practice.now());

      Request request = identified(Right.ERASURE);
      ErasureReceipt receipt = request.erase();

      assertThat(receipt.statement())
          .contains("records removed: 1\n")
          .contains("1 (GDPR Art. 17(3)(b); HGB 257, until and including")
          .contains("2027-05-03")
          .contains("Insoweit ist der Antrag abgelehnt");
      assertThat(receipt.statement().substring(0, receipt.statement().indexOf("For programs")))
          .contains("Entfernte Stücke: 1.", "Records that were removed: 1.")
          .contains("- 1 bis einschließlich 03.05.2027 (Art. 17 Abs. 3 Buchst. b DSGVO; HGB 257)")
          .contains("- 1 up to and including 3 May 2027 (GDPR Art. 17(3)(b); HGB 257)")
          .doesNotContainPattern("\\d{4}-\\d{2}-\\d{2}|MUST_KEEP|[A-Z]{3,}_[A-Z]{3,}");
      assertThat(receipt.verify(practice.privacy().verifierKey()).intact()).isTrue();
      assertThat(practice.privacy().subject(Party.phone("030 23125012"))).isEmpty();
      assertThat(practice.privacy().requests()).as("answered").isEmpty();
      practice.after(Duration.ofDays(182));
      assertThat(practice.privacy().retention().plan().due()).isEmpty();
      practice.after(Duration.ofDays(1));
      assertThat(
              practice
                  .privacy()
                  .retention()
                  .sweep(practice.privacy().retention().plan())
                  .disposed())
          .hasSize(1);
      assertThat(practice.privacy().verify().intact()).isTrue();
    }

    @Test
    @Tag("R70")
    void withNothingToKeepNothingIsLeft() {
      Call call = practice.welcomed("c-1");
      Practice.keep(call, SAID);

      ErasureReceipt receipt = identified(Right.ERASURE).erase();

      assertThat(receipt.statement()).contains("records removed: 1").doesNotContain("withheld");
      practice.after(Duration.ofDays(1_000));
      assertThat(practice.privacy().retention().plan().due()).isEmpty();
    }
  }

  @Nested
  class ARectification {
    @Test
    @Tag("R73")
    void aNewVersionTakesThePlaceOfTheOldOneAndNamesIt() throws IOException {
      Call call = practice.welcomed("c-1");
      Practice.keep(call, SAID);
      RecordEntry old = call.records().get(0);
      Request request = identified(Right.RECTIFICATION);

      RecordEntry right =
          request.rectify(old.id(), "Ich brauche keinen Termin, Tel. 030 23125098.", ACTOR);

      assertThat(call.records()).extracting(RecordEntry::id).containsExactly(right.id());
      assertThat(right.what().labels()).containsEntry("rectifies", old.id().toString());
      assertThat(right.due()).isEqualTo(old.due());
      caller().request(IDENTITY, ACTOR).access().exportTo(folder.resolve("answer"));
      assertThat(
              Files.readString(
                  folder.resolve("answer").resolve("transcript-" + right.id() + ".txt")))
          .contains("keinen Termin")
          .doesNotContain("23125098");
      assertThat(request.answer(Locale.GERMAN, ACTOR).refusal())
          .contains(StepRefusal.RECIPIENTS_NOT_TOLD);
      assertThat(request.tellRecipients(ACTOR).taken()).isTrue();
      assertThat(request.answer(Locale.GERMAN, ACTOR).taken()).isTrue();
    }

    @Test
    void aRecordOfSomebodyElseOrARecordingIsNotTouched() {
      Call call = practice.consented("c-1");
      Practice.keepAudio(call, "audio");
      Call other = practice.answered("c-2", Party.presented("+49 30 23125099"));
      practice.announce(other, Duration.ofSeconds(40));
      Practice.keep(other, SAID);
      Request request = identified(Right.RECTIFICATION);

      assertThatIllegalArgumentException()
          .isThrownBy(() -> request.rectify(other.records().get(0).id(), "x", ACTOR));
      assertThatIllegalArgumentException()
          .isThrownBy(() -> request.rectify(call.records().get(0).id(), "x", ACTOR));
      assertThat(other.records()).hasSize(1);
    }
  }

  @Nested
  class Portability {
    private JsonNode data(Path from) throws IOException {
      return JsonMapper.shared().readTree(Files.readString(from.resolve("data.json")));
    }

    @Test
    @Tag("R73")
    void onlyWhatThePersonProvidedOnConsentOrContractIsHandedOver() throws IOException {
      Call call = practice.consented("c-1");
      Practice.keepAudio(call, "the caller's voice");
      Practice.keep(call, SAID);
      keep(call, FOREIGN);
      Path taken = folder.resolve("taken");

      identified(Right.PORTABILITY).portability().exportTo(taken);

      JsonNode records = data(taken).get("records");
      assertThat(records.size()).isEqualTo(2);
      assertThat(records.valueStream().map(one -> one.get("purpose").asString()))
          .containsExactlyInAnyOrder("quality", "appointment");
      assertThat(data(taken).get("provided").toString())
          .contains("consent_answered", "+493023125012");
      assertThat(Files.readString(taken.resolve("manifest.json"))).contains("data.json");
    }

    @Test
    @Tag("R73")
    void itGoesStraightToAnotherControllerAndIsRecordedOnlyWhenThatHasIt() {
      Practice.keep(practice.welcomed("c-1"), SAID);
      Request request = identified(Right.PORTABILITY);
      List<String> received = new ArrayList<>();

      assertThatThrownBy(() -> request.portability().sendTo(receiver(received, true)))
          .isInstanceOf(RightsException.class);
      assertThat(request.status().state()).isEqualTo(RequestState.ASSESSED);
      request.portability().sendTo(receiver(received, false));

      assertThat(received).contains("data.json", "manifest.json").hasSize(3);
      assertThat(request.status().state()).isEqualTo(RequestState.EXECUTED);
      assertThat(request.answer(Locale.ENGLISH, ACTOR).taken()).isTrue();
    }

    private PortabilityReceiver receiver(List<String> received, boolean fails) {
      return new PortabilityReceiver() {
        @Override
        public String controller() {
          return "Praxis Süd";
        }

        @Override
        public void receive(Path given) throws IOException {
          if (fails) {
            throw new IOException("refused");
          }
          try (Stream<Path> files = Files.list(given)) {
            files.forEach(file -> received.add(file.getFileName().toString()));
          }
        }
      };
    }
  }

  @Nested
  class OpenRequests {
    @Test
    @Tag("R66")
    void whatAnUnansweredAccessIsAboutIsNotSwept() {
      Call call = practice.welcomed("c-1");
      Practice.keep(call, SAID);
      call.ended(practice.now());
      Request request = identified(Right.ACCESS);
      practice.after(Duration.ofDays(400));
      practice.privacy().retention().sweep(practice.privacy().retention().plan());
      assertThat(call.records()).hasSize(1);

      request.access().exportTo(folder.resolve("answer"));
      practice.privacy().retention().sweep(practice.privacy().retention().plan());
      assertThat(call.records()).isEmpty();
    }

    @Test
    @Tag("R17")
    void whatAWithdrawalHadToLeaveGoesWhenTheAccessIsAnswered() {
      Call call = practice.consented("c-1");
      Practice.keepAudio(call, "audio");
      Request request = identified(Right.ACCESS);
      caller().withdraw(PurposeId.of("quality"), Answer.spoken("bitte nicht mehr", practice.now()));
      assertThat(call.records()).as("the person is to have the copy first").hasSize(1);

      request.access().exportTo(folder.resolve("answer"));

      assertThat(call.records()).isEmpty();
    }

    @Test
    @Tag("R17")
    void itGoesAlsoWhereThePersonHasAgreedAnewMeanwhile() {
      Call call = practice.consented("c-1");
      Practice.keepAudio(call, "audio");
      Request request = identified(Right.ACCESS);
      caller().withdraw(PurposeId.of("quality"), Answer.spoken("bitte nicht mehr", practice.now()));
      Call later = practice.consented("c-2");
      Practice.keepAudio(later, "audio");

      request.access().exportTo(folder.resolve("answer"));

      assertThat(call.records()).as("carried by what was taken back").isEmpty();
      assertThat(later.records()).as("carried by the new consent").hasSize(1);
    }

    @Test
    @Tag("R31")
    @Tag("R73")
    void anErasureEndsWhatElseThePersonAskedForAndSaysSo() {
      practice.welcomed("c-1");
      Request access = identified(Right.ACCESS);
      caller().restrict(RestrictionGround.ACCURACY_CONTESTED, Optional.empty(), ACTOR);
      Call other = practice.answered("c-2", Party.phone("030 23125099"));
      Request others = other.caller().request(Right.ACCESS, practice.now(), ACTOR);

      String statement = identified(Right.ERASURE).erase().statement();

      assertThat(practice.privacy().requests())
          .extracting(RequestStatus::id)
          .as("nobody could answer the rest any more")
          .containsExactly(others.id());
      assertThat(practice.privacy().health().requests().open()).isEqualTo(1);
      assertThat(statement)
          .contains("Was Sie noch beantragt hatten, ist damit erledigt: Auskunft, Einschränkung.")
          .contains("What else you asked for ends with it: access, restriction.")
          .contains("request ended: " + access.id() + "\n")
          .doesNotContain(others.id());
    }

    @Test
    @Tag("R31")
    void anObjectionIsARequestThatIsAnsweredWhenItIsDecided() {
      try (Practice own = ObjectionTest.inMemory(ObjectionTest.register())) {
        Call call = own.welcomed("c-1");
        var objection =
            call.caller().object(Set.of(), Answer.spoken("Ich widerspreche", own.now()));
        Request request = call.caller().requests().get(0);
        assertThat(request.id()).isEqualTo(objection.id());
        assertThat(request.answer(Locale.GERMAN, ACTOR).refusal())
            .contains(StepRefusal.NOT_EXECUTED);

        objection.uphold(Cause.of("no-grounds"), ACTOR);

        assertThat(request.answer(Locale.GERMAN, ACTOR).taken()).isTrue();
        assertThat(own.privacy().requests()).isEmpty();
      }
    }
  }
}
