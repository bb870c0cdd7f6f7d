package eu.sotto;

import static eu.sotto.Casework.CLERK;
import static eu.sotto.Casework.COLLEAGUE;
import static eu.sotto.Casework.GRANTED;
import static eu.sotto.Casework.LOAN;
import static eu.sotto.Casework.PRINCIPLE;
import static eu.sotto.Casework.QUEUE;
import static eu.sotto.Casework.REFUSED;
import static eu.sotto.Casework.REVIEWER;
import static eu.sotto.Casework.SCORE;
import static eu.sotto.Casework.input;
import static eu.sotto.Casework.look;
import static eu.sotto.Casework.permit;
import static eu.sotto.Casework.result;
import static eu.sotto.Practice.ACTOR;
import static eu.sotto.Practice.IDENTITY;
import static eu.sotto.Practice.reasons;
import static eu.sotto.register.RecurringReview.Topic.COMPATIBILITY;
import static eu.sotto.register.RecurringReview.Topic.IMPACT_ASSESSMENT;
import static eu.sotto.register.RecurringReview.Topic.LEGAL_ASSUMPTIONS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.tuple;

import eu.sotto.oversight.AiOutcome;
import eu.sotto.oversight.CallerMessage;
import eu.sotto.oversight.Decided;
import eu.sotto.oversight.OutcomeId;
import eu.sotto.oversight.Review;
import eu.sotto.oversight.ReviewDue;
import eu.sotto.oversight.SideEffect;
import eu.sotto.oversight.Telling;
import eu.sotto.oversight.TellingReport;
import eu.sotto.oversight.Verdict;
import eu.sotto.permit.ContentPermit;
import eu.sotto.permit.Operation;
import eu.sotto.permit.Reason;
import eu.sotto.permit.ReasonCode;
import eu.sotto.records.RecordId;
import eu.sotto.redaction.Summary;
import eu.sotto.register.RecurringReview;
import eu.sotto.vocabulary.Party;
import eu.sotto.vocabulary.PurposeId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OversightTest {
  private static final String WHY = "Einkommen falsch gelesen";

  @TempDir private Path folder;
  private Practice practice;
  private Oversight oversight;

  @BeforeEach
  void open() {
    practice =
        Practice.in(
            folder.resolve("data"), folder.resolve("keys"), Practice.START, Casework.register());
    oversight = practice.privacy().oversight();
  }

  @AfterEach
  void close() {
    practice.close();
  }

  private static OutcomeId id(Decided decided) {
    return decided.recorded().orElseThrow().id();
  }

  private static List<ReasonCode> codes(Decided decided) {
    return decided.reasons().stream().map(Reason::code).toList();
  }

  private OutcomeId queued(Call call) {
    return id(call.decided(result("Warteplatz 3", input(call)), permit(call, QUEUE)));
  }

  private AiOutcome now(OutcomeId id) {
    return oversight.outcome(id).orElseThrow();
  }

  private String finalResult(OutcomeId id) {
    return now(id)
        .fold(
            pending -> {
              throw new AssertionError("still pending");
            },
            AiOutcome.Final::result,
            superseded -> {
              throw new AssertionError("superseded");
            });
  }

  @Nested
  @Tag("R28")
  class ADecision {
    @Test
    void thatWeighsIsDeniedWithoutADoorAndWithoutADeclaration() {
      Call call = practice.welcomed("c-1");
      assertThat(reasons(call.may(Operation.DECIDE, Casework.PREMIUM)))
          .containsExactly(ReasonCode.AUTOMATED_DECISION_WITHOUT_DOOR);
      assertThat(reasons(call.may(Operation.DECIDE, Casework.BONUS)))
          .containsExactly(ReasonCode.AUTOMATED_DECISION_NOT_DECLARED);
      assertThat(reasons(call.may(Operation.DECIDE, PurposeId.of("therapy"))))
          .containsExactly(ReasonCode.AUTOMATED_DECISION_ON_SPECIAL_DATA);
      assertThat(reasons(call.may(Operation.DECIDE, PurposeId.of("triage")))).isEmpty();
      assertThat(codes(call.proposed(result(REFUSED, input(call)), Casework.PREMIUM)))
          .containsExactly(ReasonCode.AUTOMATED_DECISION_WITHOUT_DOOR);
      assertThat(call.outcomes()).isEmpty();
    }

    @Test
    void hasNoResultUntilSomebodyWhoSawTheInputsHasResolvedIt() {
      Call call = practice.welcomed("c-1");
      OutcomeId id = id(call.decided(result(REFUSED, input(call)), permit(call, LOAN)));

      assertThat(now(id)).isInstanceOf(AiOutcome.Pending.class);
      Review review = practice.privacy().reviews().get(0);
      assertThat(review.outcome()).isEqualTo(id);
      assertThat(review.cause()).isEqualTo(Review.Cause.REQUIRED);
      assertThat(codes(review.resolve(REVIEWER, Verdict.upheld(), WHY)))
          .containsExactly(ReasonCode.INPUTS_NOT_SEEN);
      look(review, COLLEAGUE);
      assertThat(codes(review.resolve(REVIEWER, Verdict.upheld(), WHY)))
          .containsExactly(ReasonCode.INPUTS_NOT_SEEN);
      assertThat(now(id)).isInstanceOf(AiOutcome.Pending.class);

      look(review, REVIEWER);
      assertThat(review.proposal(REVIEWER)).isEqualTo(REFUSED);
      Decided upheld = review.resolve(REVIEWER, Verdict.upheld(), WHY);

      assertThat(id(upheld)).isEqualTo(id);
      assertThat(finalResult(id)).isEqualTo(REFUSED);
      assertThat(practice.privacy().reviews()).isEmpty();
      assertThat(codes(review.resolve(REVIEWER, Verdict.setAside(), WHY)))
          .containsExactly(ReasonCode.REVIEW_ENDED);
    }

    @Test
    void isNotReviewedByWhoCannotDecideOtherwise() {
      Call call = practice.welcomed("c-1");
      call.decided(result(REFUSED, input(call)), permit(call, LOAN));
      Review review = practice.privacy().reviews().get(0);

      assertThatIllegalArgumentException().isThrownBy(() -> look(review, CLERK));
      assertThatIllegalArgumentException().isThrownBy(() -> review.proposal(CLERK));
      assertThat(codes(review.resolve(CLERK, Verdict.upheld(), WHY)))
          .contains(ReasonCode.REVIEWER_CANNOT_CHANGE);
      assertThatIllegalArgumentException()
          .isThrownBy(() -> review.resolve(REVIEWER, Verdict.upheld(), " "));
      assertThat(practice.privacy().reviews()).hasSize(1);
    }

    @Test
    void thatAPersonTakesEachTimeIsOnlyProposed() {
      Call call = practice.welcomed("c-1");
      assertThat(reasons(call.may(Operation.DECIDE, Casework.ADVICE)))
          .containsExactly(ReasonCode.HUMAN_DECISION_REQUIRED);
      OutcomeId proposal = id(call.proposed(result(REFUSED, input(call)), Casework.ADVICE));
      Review review = practice.privacy().reviews().get(0);
      look(review, REVIEWER);

      OutcomeId taken = id(review.resolve(REVIEWER, Verdict.changed(GRANTED), WHY));

      assertThat(finalResult(taken)).isEqualTo(GRANTED);
      assertThat(now(proposal)).isInstanceOf(AiOutcome.Superseded.class);
      assertThat(oversight.tellings()).isEmpty();
    }

    @Test
    void needsAPermitOfItsCallToDecideAndInputsOfItsCaller() {
      Call call = practice.welcomed("c-1");
      Call other = practice.answered("c-2", Party.presented("+49 30 23125099"));
      practice.announce(other, Duration.ofSeconds(40));
      RecordId own = input(call);
      ContentPermit permit = permit(call, LOAN);

      assertThatIllegalStateException()
          .isThrownBy(() -> other.decided(result(REFUSED, input(other)), permit));
      assertThatIllegalArgumentException()
          .isThrownBy(() -> call.decided(result(REFUSED, own), Practice.transcribing(call)));
      assertThatIllegalArgumentException()
          .isThrownBy(() -> call.decided(result(REFUSED, input(other)), permit));
      assertThatIllegalArgumentException().isThrownBy(() -> result(REFUSED));
      call.ended(practice.now());
      assertThat(codes(call.decided(result(REFUSED, own), permit)))
          .containsExactly(ReasonCode.CALL_ENDED);
    }

    @Test
    void whoseInputsAreGoneCannotBeUpheldUnseen() {
      Call call = practice.welcomed("c-1");
      call.decided(result(REFUSED, input(call)), permit(call, LOAN));
      call.ended(practice.now());
      practice.after(Duration.ofDays(200));
      practice.privacy().retention().sweep(practice.privacy().retention().plan());
      Review review = practice.privacy().reviews().get(0);

      assertThat(review.inputs()).isEmpty();
      assertThat(codes(review.resolve(REVIEWER, Verdict.upheld(), WHY)))
          .containsExactly(ReasonCode.INPUTS_NOT_SEEN);
      assertThat(review.resolve(REVIEWER, Verdict.setAside(), WHY).recorded())
          .containsInstanceOf(AiOutcome.Superseded.class);
    }

    @Test
    void survivesARestartAndIsGoneWithThePerson() {
      Call call = practice.welcomed("c-1");
      OutcomeId id = id(call.decided(result(REFUSED, input(call)), permit(call, LOAN)));
      look(practice.privacy().reviews().get(0), REVIEWER);
      practice.close();
      practice =
          Practice.in(
              folder.resolve("data"),
              folder.resolve("keys"),
              Practice.START.plusSeconds(300),
              Casework.register());
      oversight = practice.privacy().oversight();

      Review review = practice.privacy().reviews().get(0);
      assertThat(oversight.review(review.id())).isPresent();
      review.resolve(REVIEWER, Verdict.upheld(), WHY);
      assertThat(finalResult(id)).isEqualTo(REFUSED);

      practice
          .privacy()
          .subject(Party.presented(Practice.NUMBER))
          .orElseThrow()
          .request(IDENTITY, ACTOR)
          .erase();
      assertThat(oversight.outcome(id)).isEmpty();
      assertThat(practice.privacy().reviews()).isEmpty();
      assertThat(practice.privacy().health().oversight().overdue()).isTrue();
      assertThat(practice.privacy().verify().intact()).isTrue();
    }
  }

  @Nested
  @Tag("R54")
  class AWrongOutcome {
    @Test
    void isContestedByTheCallerCorrectedAndTold() {
      Call call = practice.welcomed("c-1");
      OutcomeId id = queued(call);
      assertThat(finalResult(id)).isEqualTo("Warteplatz 3");

      Review review = call.caller().challenge(id, "Ich war vorher da");

      assertThat(now(id).counts()).isFalse();
      assertThat(review.cause()).isEqualTo(Review.Cause.CHALLENGED);
      assertThat(review.proposal(REVIEWER)).contains("Warteplatz 3", "Ich war vorher da");
      look(review, REVIEWER);
      OutcomeId corrected = id(review.resolve(REVIEWER, Verdict.changed("Warteplatz 1"), WHY));

      assertThat(finalResult(corrected)).isEqualTo("Warteplatz 1");
      assertThat(now(corrected))
          .isInstanceOfSatisfying(
              AiOutcome.Final.class,
              f -> {
                assertThat(f.corrects()).contains(id);
                assertThat(f.label().aiGenerated()).isFalse();
              });
      assertThat(now(id))
          .isInstanceOfSatisfying(
              AiOutcome.Superseded.class, s -> assertThat(s.by()).contains(corrected));
      assertThatIllegalStateException()
          .isThrownBy(() -> call.caller().challenge(id, "noch einmal"));
      assertThat(told()).singleElement().satisfies(OversightTest::saysTheCorrection);
      assertThat(oversight.tellings()).isEmpty();
      assertThat(call.outcomes()).hasSize(1);
      assertThat(call.caller().outcomes()).hasSize(2);
    }

    @Test
    void isFlaggedByStaffAndTheCallerIsToldOnlyIfItWasWrong() {
      Call call = practice.welcomed("c-1");
      OutcomeId right = queued(call);
      Review review = oversight.flag(right, CLERK, "sieht falsch aus");
      assertThat(now(right)).isInstanceOf(AiOutcome.Pending.class);
      look(review, REVIEWER);
      review.resolve(REVIEWER, Verdict.upheld(), WHY);
      assertThat(finalResult(right)).isEqualTo("Warteplatz 3");
      assertThat(oversight.tellings()).isEmpty();

      OutcomeId wrong = queued(call);
      Review second = oversight.flag(wrong, CLERK, "ist falsch");
      look(second, REVIEWER);
      second.resolve(REVIEWER, Verdict.setAside(), WHY);
      assertThat(oversight.tellings())
          .singleElement()
          .satisfies(t -> assertThat(t.about()).isEqualTo(Telling.About.CORRECTED));
    }

    @Test
    void thatTurnsOutRightIsToldToWhoContestedIt() {
      Call call = practice.welcomed("c-1");
      Review review = call.caller().challenge(queued(call), "nein");
      look(review, REVIEWER);
      review.resolve(REVIEWER, Verdict.upheld(), WHY);

      assertThat(told())
          .singleElement()
          .satisfies(m -> assertThat(m.telling().about()).isEqualTo(Telling.About.UPHELD));
    }

    @Test
    void isNotContestedByStrangersNorAgainInAReviewOfItsOwn() {
      Call call = practice.welcomed("c-1");
      Call other = practice.answered("c-2", Party.presented("+49 30 23125099"));
      OutcomeId id = queued(call);

      assertThatIllegalArgumentException()
          .isThrownBy(() -> other.caller().challenge(id, "nicht meins"));
      assertThatIllegalArgumentException()
          .isThrownBy(() -> call.caller().challenge(OutcomeId.of("0".repeat(32)), "welches"));
      assertThatIllegalArgumentException().isThrownBy(() -> call.caller().challenge(id, " "));
      Review first = call.caller().challenge(id, "eins");
      assertThat(oversight.flag(id, CLERK, "zwei").id()).isEqualTo(first.id());
      assertThat(practice.privacy().reviews()).hasSize(1);
    }

    @Test
    void isOverdueToBeToldAfterThreeDaysAndThenInHealth() {
      Call call = practice.welcomed("c-1");
      Review review = call.caller().challenge(queued(call), "nein");
      assertThat(practice.privacy().health().oversight().reviews()).isEqualTo(1);
      look(review, REVIEWER);
      review.resolve(REVIEWER, Verdict.setAside(), WHY);

      assertThat(oversight.tell(message -> false)).isEqualTo(new TellingReport(0, 1));
      TellingReport failed =
          oversight.tell(
              message -> {
                throw new IllegalStateException("no line");
              });
      assertThat(failed).isEqualTo(new TellingReport(0, 1));
      assertThat(practice.privacy().health().oversight().toTellOverdue()).isZero();
      practice.after(Duration.ofHours(73));
      assertThat(oversight.tellings()).allMatch(Telling::overdue).hasSize(1);
      assertThat(practice.privacy().health().oversight().toTellOverdue()).isEqualTo(1);

      Telling telling = oversight.tellings().get(0);
      assertThatIllegalArgumentException()
          .isThrownBy(() -> oversight.told(telling.id(), ACTOR, ""));
      oversight.told(telling.id(), ACTOR, "letter");
      assertThat(practice.privacy().health().oversight().toTell()).isZero();
      assertThatIllegalArgumentException()
          .isThrownBy(() -> oversight.told(telling.id(), ACTOR, "letter"));
    }
  }

  private static void saysTheCorrection(CallerMessage message) {
    assertThat(message.text())
        .contains("berichtigt", "Warteplatz 1", "Kreditstelle", "datenschutz@praxis.example")
        .contains("https://www.datenschutz-berlin.de");
    assertThat(message.party()).isEqualTo("tel:+493023125012");
    assertThat(message.language()).isEqualTo(Locale.GERMAN);
    assertThat(message.toString()).doesNotContain("Warteplatz", "23125012");
  }

  private List<CallerMessage> told() {
    List<CallerMessage> told = new ArrayList<>();
    oversight.tell(told::add);
    return told;
  }

  @Nested
  @Tag("R55")
  class AnEffect {
    @Test
    void ofSpecialCategoriesIsToldOnceTheyWereUsedInADecision() {
      Call call = practice.welcomed("c-1");
      PurposeId triage = PurposeId.of("triage");
      call.decided(result("dringend", input(call)), permit(call, triage));

      assertThat(told())
          .singleElement()
          .satisfies(
              m -> {
                assertThat(m.telling().about()).isEqualTo(Telling.About.SPECIAL_CATEGORY_USED);
                assertThat(m.text()).contains("besondere Kategorien", "health", "anfechten");
              });
      assertThat(told()).isEmpty();
    }

    @Test
    void thatNobodyForesawIsInHealthUntilTheCallerWasToldWhatCanBeDone() {
      Call call = practice.welcomed("c-1");
      SideEffect effect =
          new SideEffect(
              SideEffect.Kind.UNFORESEEN_EFFECT,
              Practice.APPOINTMENT,
              "Der Termin wurde doppelt vergeben.",
              "Rufen Sie uns an.");

      Telling telling = call.caller().affected(effect, ACTOR);

      assertThat(telling.due()).isEqualTo(practice.now().plus(Duration.ofDays(3)));
      assertThat(practice.privacy().health().oversight().toTell()).isEqualTo(1);
      assertThat(told())
          .singleElement()
          .satisfies(m -> assertThat(m.text()).contains("doppelt vergeben", "Rufen Sie uns an."));
      assertThat(practice.privacy().health().oversight().toTell()).isZero();
      assertThatIllegalArgumentException()
          .isThrownBy(
              () ->
                  call.caller()
                      .affected(
                          new SideEffect(effect.kind(), PurposeId.of("unknown"), "x", "y"), ACTOR));
    }
  }

  @Test
  @Tag("R07")
  void accessShowsWhichProceduresAndPrinciplesWereApplied() throws IOException {
    Call call = practice.welcomed("c-1");
    RecordId input = input(call);
    call.decided(result(REFUSED, input), permit(call, LOAN));
    Review review = practice.privacy().reviews().get(0);
    look(review, REVIEWER);
    review.resolve(REVIEWER, Verdict.changed(GRANTED), WHY);
    call.decided(result("noch offen", input), permit(call, LOAN));
    Path answer = folder.resolve("auskunft");

    call.caller().request(IDENTITY, ACTOR).access().exportTo(answer);

    String page = Files.readString(answer.resolve("index.html")).replace("<wbr/>", "");
    assertThat(page)
        .contains("Entscheidungen, an denen künstliche Intelligenz beteiligt war")
        .contains(SCORE, PRINCIPLE, REFUSED, GRANTED, "scorer-7", "83 %", input.toString())
        .contains("wurde berichtigt", "geprüft durch: credit-desk", "Menschen: keiner")
        .contains("entschieden", "wird von einem Menschen geprüft")
        .doesNotContain("e-1");
    assertThat(Files.readString(answer.resolve("data.json")))
        .contains("\"aiDecisions\"", "\"principles\"", "\"aiGenerated\" : false")
        .contains("\"standing\" : \"replaced\"", "\"standing\" : \"pending\"");
  }

  @Test
  @Tag("R06")
  void aSummaryAndAnOutcomeSayThatAiMadeThemWithModelAndTime() {
    Call call = practice.welcomed("c-1");
    ContentPermit permit = Practice.permitted(call.may(Operation.SUMMARISE, Practice.APPOINTMENT));
    call.keep(Summary.of("Es geht um einen Termin.", "model-x/3"), permit);
    assertThat(call.records().get(0).what().labels())
        .containsEntry("aiGenerated", "true")
        .containsEntry("model", "model-x/3")
        .containsEntry("at", practice.now().toString());

    assertThat(now(queued(call)))
        .isInstanceOfSatisfying(
            AiOutcome.Final.class,
            f -> {
              assertThat(f.label().aiGenerated()).isTrue();
              assertThat(f.label().at()).isEqualTo(practice.now());
              assertThat(f.label().sentence(Locale.GERMAN))
                  .isEqualTo("Mit künstlicher Intelligenz erstellt (scorer-7).");
              assertThat(f.label().sentence(Locale.ENGLISH)).contains("artificial", "scorer-7");
            });
  }

  @Test
  @Tag("R07")
  void accessSaysSoWhereNothingWasDecided() throws IOException {
    Call call = practice.welcomed("c-1");
    Path answer = folder.resolve("auskunft");
    call.caller().request(IDENTITY, ACTOR).access().exportTo(answer);
    assertThat(Files.readString(answer.resolve("access.txt")))
        .contains("Es gab keine solche Entscheidung.");
  }

  @Nested
  @Tag("R59")
  class ARecurringReview {
    private ReviewDue of(String id) {
      return oversight.reviewsDue().stream()
          .filter(one -> one.id().equals(id))
          .findFirst()
          .orElseThrow();
    }

    @Test
    void isDoneDueAndOverdueByItsInterval() {
      assertThat(of("notices").status()).isEqualTo(ReviewDue.Status.DONE);
      assertThat(of("bias").status()).isEqualTo(ReviewDue.Status.OVERDUE);
      assertThat(of("bias").due()).isEqualTo("2026-04-01");
      assertThat(practice.privacy().health().oversight().recurringOverdue()).isEqualTo(1);

      oversight.reviewed("bias", ACTOR);

      assertThat(of("bias").status()).isEqualTo(ReviewDue.Status.DONE);
      assertThat(of("bias").due()).isEqualTo("2027-02-02");
      assertThat(of("bias").doneAt()).contains(practice.now());
      practice.after(Duration.ofDays(61));
      assertThat(of("notices").status()).isEqualTo(ReviewDue.Status.OVERDUE);
      assertThat(of("bias").status()).isEqualTo(ReviewDue.Status.DONE);
      practice.after(Duration.ofDays(20));
      assertThat(of("bias").status()).isEqualTo(ReviewDue.Status.DUE);
    }

    @Test
    void isDoneByTheFunctionThatIsResponsibleOnly() {
      assertThatIllegalArgumentException().isThrownBy(() -> oversight.reviewed("bias", CLERK));
      assertThatIllegalArgumentException().isThrownBy(() -> oversight.reviewed("other", ACTOR));
      assertThat(of("bias").doneAt()).isEmpty();
    }

    @Test
    void standsBesideTheDatesOfTheRegister() {
      try (Practice weighed =
          Practice.in(
              folder.resolve("weighed"),
              folder.resolve("weighed-keys"),
              Practice.START,
              Practice.register(
                  text ->
                      text.replace(
                              "\"id\": \"hint\", \"role\": \"controller\", \"legalBasis\":"
                                  + " \"contract\",",
                              "\"id\": \"hint\", \"role\": \"controller\", \"legalBasis\":"
                                  + " \"legitimate-interests\", \"balancing\": { \"interest\":"
                                  + " \"i\", \"outcome\": \"o\", \"owner\": \"legal\","
                                  + " \"date\": \"2026-01-01\", \"review\": \"2026-11-10\" },")
                          .replace(
                              "\"duty-to-provide\"",
                              "\"duty-to-provide\", \"legitimate-interests\"")))) {
        assertThat(weighed.privacy().oversight().reviewsDue())
            .filteredOn(one -> one.topic() == RecurringReview.Topic.BALANCING)
            .singleElement()
            .satisfies(
                one -> {
                  assertThat(one.id()).isEqualTo("balancing of hint");
                  assertThat(one.responsible()).isEqualTo("legal");
                  assertThat(one.due()).isEqualTo("2026-11-09");
                  assertThat(one.status()).isEqualTo(ReviewDue.Status.DUE);
                });
      }
    }

    @Test
    @Tag("R58")
    void standsBesideImpactAssessmentsFurtherUsesAndAssumptionsDueOrOverdue() {
      String findings =
          """
          "assumptions": [
            { "field": "purposes/hint", "text": "a hint is no advice",
              "check": { "owner": "legal", "review": "2026-11-03" } },
            { "field": "purposes/quality", "text": "nobody is named to look at it" }
          ],
          "furtherUses": [
            { "from": "hint", "to": "appointment", "notice": "welcome",
              "assessment": {
                "link": "the same call", "context": "callers of a practice", "nature": "words",
                "consequences": "none", "safeguards": "redacted", "owner": "officer",
                "date": "2026-01-01", "review": "2026-11-02" } }
          ],
          "purposes": [
          """;
      try (Practice dated =
          Practice.in(
              folder.resolve("dated"),
              folder.resolve("dated-keys"),
              Practice.START,
              Practice.register(text -> text.replace("\"purposes\": [\n", findings)))) {
        assertThat(dated.privacy().oversight().reviewsDue())
            .extracting(
                ReviewDue::id,
                ReviewDue::topic,
                ReviewDue::responsible,
                one -> one.due().toString())
            .containsExactly(
                tuple("use of hint for appointment", COMPATIBILITY, "officer", "2026-11-01"),
                tuple("assumption about purposes/hint", LEGAL_ASSUMPTIONS, "legal", "2026-11-02"),
                tuple(
                    "impact assessment DSFA Telefonassistent, Fassung 2",
                    IMPACT_ASSESSMENT,
                    "Praxisleitung",
                    "2027-08-19"));
        assertThat(dated.privacy().oversight().reviewsDue())
            .extracting(ReviewDue::status)
            .containsExactly(ReviewDue.Status.OVERDUE, ReviewDue.Status.DUE, ReviewDue.Status.DONE);
        assertThat(dated.privacy().health().oversight().recurringOverdue()).isEqualTo(1);

        dated.after(Duration.ofDays(300));

        assertThat(dated.privacy().oversight().reviewsDue())
            .extracting(ReviewDue::status)
            .containsOnly(ReviewDue.Status.OVERDUE);
        assertThat(dated.privacy().health().oversight().recurringOverdue()).isEqualTo(3);
        assertThat(dated.privacy().health().oversight().overdue()).isTrue();
      }
    }
  }
}
