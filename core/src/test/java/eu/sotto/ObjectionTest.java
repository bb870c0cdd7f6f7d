package eu.sotto;

import static eu.sotto.Practice.ACTOR;
import static eu.sotto.Practice.APPOINTMENT;
import static eu.sotto.Practice.QUALITY;
import static eu.sotto.Practice.reasons;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.sotto.permit.ContentPermit;
import eu.sotto.permit.Operation;
import eu.sotto.permit.ReasonCode;
import eu.sotto.permit.RecordingPermit;
import eu.sotto.records.Kept;
import eu.sotto.register.Register;
import eu.sotto.rights.Objection;
import eu.sotto.rights.Request;
import eu.sotto.rights.RequestRefused;
import eu.sotto.rights.Restriction;
import eu.sotto.rights.StepRefusal;
import eu.sotto.vocabulary.Answer;
import eu.sotto.vocabulary.CallId;
import eu.sotto.vocabulary.Cause;
import eu.sotto.vocabulary.Identity;
import eu.sotto.vocabulary.Party;
import eu.sotto.vocabulary.PurposeId;
import eu.sotto.vocabulary.RestrictionGround;
import eu.sotto.vocabulary.Right;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Objection and restriction, as a caller exercises them. */
class ObjectionTest {
  static final PurposeId STATISTICS = PurposeId.of("statistics");
  static final PurposeId OFFERS = PurposeId.of("offers");
  static final PurposeId CLAIMS = PurposeId.of("claims");

  @TempDir Path folder;

  private Practice practice = inMemory(register());

  static Practice inMemory(Register register) {
    var time = new AtomicReference<>(Practice.START);
    return Practice.on(CallPrivacy.inMemory(register, time::get), time);
  }

  /** Two purposes weigh interests, one of them advertises; a third serves claims. */
  static Register register() {
    String balancing =
        """
        "role": "controller", "legalBasis": "legitimate-interests",
        "balancing": { "interest": "service", "outcome": "prevails", "owner": "DPO",
          "date": "2026-01-01", "review": "2030-01-01" },
        "operations": ["transcribe", "record", "analyse"],
        "dataCategories": ["voice", "conversation"], "recipients": [],
        "retentionClass": "conversation", "redact": false },
        """;
    String more =
        "\"purposes\": [ { \"id\": \"statistics\", "
            + balancing
            + "{ \"id\": \"offers\", "
            + balancing
            + "{ \"id\": \"claims\", "
            + balancing;
    String rights =
        """
        "rights": { "directMarketing": ["offers"], "despiteRestriction": { "claims": "claims" },
          "identityMethods": { "call-back": "confirmed", "eid": "proven" },
          "identityLevels": { "erasure": "proven" } },
        """;
    return Practice.register(
        text ->
            text.replace("\"legal-bases\",", "\"legal-bases\", \"legitimate-interests\",")
                .replaceFirst("\"purposes\": \\[", java.util.regex.Matcher.quoteReplacement(more))
                .replaceFirst("\"timeZone\"", rights + "\"timeZone\""));
  }

  @AfterEach
  void close() {
    practice.close();
  }

  private Subject caller() {
    return practice.privacy().subject(Party.phone("030 23125012")).orElseThrow();
  }

  private Answer words() {
    return Answer.spoken("Ich widerspreche", practice.now());
  }

  private ContentPermit counting(Call call, PurposeId purpose) {
    return Practice.permitted(call.may(Operation.TRANSCRIBE, purpose));
  }

  @Nested
  class AnObjection {
    @Test
    @Tag("R31")
    @Tag("R71")
    void itEndsThePermitsOfWeighedPurposesAtOnceAndNoOthers() {
      Call call = practice.consented("c-1");
      ContentPermit weighed = counting(call, STATISTICS);
      ContentPermit contract = Practice.transcribing(call);
      RecordingPermit consent = Practice.recording(call);

      Objection objection = caller().object(Set.of(), words());

      assertThat(objection.recorded()).isTrue();
      assertThat(weighed.usable()).isFalse();
      assertThat(contract.usable()).isTrue();
      assertThat(consent.usable()).isTrue();
      assertThat(objection.bars()).containsExactlyInAnyOrder(STATISTICS, OFFERS, CLAIMS);
      assertThat(reasons(call.may(Operation.TRANSCRIBE, STATISTICS)))
          .containsExactly(ReasonCode.OBJECTED);
      assertThat(reasons(call.may(Operation.TRANSCRIBE, APPOINTMENT))).isEmpty();
      assertThat(reasons(call.may(Operation.RECORD, QUALITY))).isEmpty();
    }

    @Test
    @Tag("R31")
    void whatWasKeptUntilThenStaysUntilSomebodyDecides() {
      Call call = practice.welcomed("c-1");
      ContentPermit permit = counting(call, STATISTICS);
      call.keep(call.redact(Practice.transcript("Ich brauche einen Termin."), permit), permit);

      Objection objection = caller().object(Set.of(STATISTICS), words());

      assertThat(call.keep(call.redact(Practice.transcript("Und noch etwas."), permit), permit))
          .isInstanceOfSatisfying(
              Kept.Refused.class,
              refused ->
                  assertThat(refused.reasons())
                      .extracting(reason -> reason.code())
                      .containsExactly(ReasonCode.OBJECTED));
      assertThat(call.records()).as("stored only").hasSize(1);
      assertThat(objection.state()).isEqualTo(Objection.State.PENDING);
      assertThat(objection.uphold(Cause.of("no-compelling-grounds"), ACTOR).taken()).isTrue();
      assertThat(call.records()).as("Art. 17(1)(c)").isEmpty();
      assertThat(objection.override(Cause.of("claims"), ACTOR).refusal())
          .contains(StepRefusal.ALREADY_DONE);
    }

    @Test
    @Tag("R31")
    void onlyAPersonOverridesItAndThenItMayGoOn() {
      Call call = practice.welcomed("c-1");
      Objection objection = caller().object(Set.of(STATISTICS), words());

      assertThat(objection.override(Cause.of("fraud-prevention"), ACTOR).taken()).isTrue();

      assertThat(objection.state()).isEqualTo(Objection.State.OVERRIDDEN);
      assertThat(objection.bars()).isEmpty();
      assertThat(counting(call, STATISTICS).usable()).isTrue();
      assertThat(caller().objections())
          .extracting(Objection::state)
          .containsExactly(Objection.State.OVERRIDDEN);
    }

    @Test
    @Tag("R31")
    void againstDirectMarketingItIsFinal() {
      Call call = practice.welcomed("c-1");
      ContentPermit offers = counting(call, OFFERS);

      Objection objection = caller().objectToMarketing(Set.of(), words());

      assertThat(offers.usable()).isFalse();
      assertThat(objection.state()).isEqualTo(Objection.State.FINAL);
      assertThat(objection.override(Cause.of("compelling"), ACTOR).refusal())
          .contains(StepRefusal.MARKETING_IS_FINAL);
      assertThat(reasons(call.may(Operation.TRANSCRIBE, OFFERS)))
          .containsExactly(ReasonCode.OBJECTED);
      assertThat(counting(call, STATISTICS).usable()).isTrue();
    }

    @Test
    void aPurposeOfAnotherBasisCannotBeObjectedTo() {
      practice.welcomed("c-1");
      assertThatIllegalArgumentException()
          .isThrownBy(() -> caller().object(Set.of(APPOINTMENT), words()));
      assertThatIllegalArgumentException()
          .isThrownBy(() -> caller().objectToMarketing(Set.of(STATISTICS), words()));
    }

    @Test
    @Tag("R31")
    void itOutlivesARestart() {
      practice.close();
      practice = files();
      practice.welcomed("c-1");
      caller().object(Set.of(STATISTICS), words());
      practice.close();
      practice = files();

      Call again = practice.privacy().resume(CallId.of("c-1")).orElseThrow();

      assertThat(reasons(again.may(Operation.TRANSCRIBE, STATISTICS)))
          .containsExactly(ReasonCode.OBJECTED);
      assertThat(caller().objections()).hasSize(1);
    }

    @Test
    @Tag("R31")
    void itHoldsForWhoIsLinkedWithThePerson() {
      Call one = practice.welcomed("c-1");
      Call other = practice.answered("c-2", Party.presented("sip:anna@voip.example"));
      practice.announce(other, Duration.ofSeconds(40));
      one.caller().object(Set.of(STATISTICS), words());
      practice.privacy().link(one.caller(), other.caller(), ACTOR);

      assertThat(reasons(other.may(Operation.TRANSCRIBE, STATISTICS)))
          .containsExactly(ReasonCode.OBJECTED);
    }
  }

  private Practice files() {
    return Practice.in(folder.resolve("data"), folder.resolve("keys"), Practice.START, register());
  }

  @Nested
  class ARestriction {
    private Restriction restrict(RestrictionGround ground) {
      return caller().restrict(ground, Optional.empty(), ACTOR);
    }

    @Test
    @Tag("R31")
    void nothingButStoringGoesOnExceptForClaims() {
      Call call = practice.consented("c-1");
      ContentPermit contract = Practice.transcribing(call);
      RecordingPermit consent = Practice.recording(call);
      ContentPermit claims = counting(call, CLAIMS);
      Practice.keep(call, "Ich brauche einen Termin.");

      Restriction restriction = restrict(RestrictionGround.ACCURACY_CONTESTED);

      assertThat(restriction.recorded()).isTrue();
      assertThat(contract.usable()).isFalse();
      assertThat(consent.usable()).as("given before it").isFalse();
      assertThat(claims.usable()).isTrue();
      assertThat(reasons(call.may(Operation.TRANSCRIBE, APPOINTMENT)))
          .containsExactly(ReasonCode.RESTRICTED);
      assertThat(reasons(call.may(Operation.RECORD, QUALITY)))
          .containsExactly(ReasonCode.RESTRICTED);
      assertThat(counting(call, CLAIMS).usable()).isTrue();
      assertThat(call.records()).hasSize(1);
    }

    @Test
    @Tag("R31")
    void aConsentGivenAfterItCarriesAgain() {
      Call call = practice.consented("c-1");
      restrict(RestrictionGround.UNLAWFUL);
      practice.after(Duration.ofSeconds(5));
      practice.consent(call);

      assertThat(reasons(call.may(Operation.RECORD, QUALITY))).isEmpty();
    }

    @Test
    @Tag("R31")
    void itIsLiftedOnlyAfterThePersonWasTold() {
      Call call = practice.welcomed("c-1");
      Restriction restriction = restrict(RestrictionGround.ACCURACY_CONTESTED);

      assertThat(restriction.lift(ACTOR).refusal()).contains(StepRefusal.LIFT_NOT_ANNOUNCED);
      assertThat(restriction.announceLift(Cause.of("accuracy-verified"), ACTOR).taken()).isTrue();
      assertThat(restriction.announcement(Locale.GERMAN)).contains("Art. 18(1)(a)");
      assertThat(reasons(call.may(Operation.TRANSCRIBE, APPOINTMENT)))
          .containsExactly(ReasonCode.RESTRICTED);
      assertThat(restriction.lift(ACTOR).taken()).isTrue();

      assertThat(restriction.inForce()).isFalse();
      assertThat(reasons(call.may(Operation.TRANSCRIBE, APPOINTMENT))).isEmpty();
      assertThat(restriction.lift(ACTOR).refusal()).contains(StepRefusal.ALREADY_DONE);
    }

    @Test
    @Tag("R31")
    @Tag("R66")
    void whatThePersonWantsToStayIsNotSweptAtItsMaximumUntilItIsLifted() {
      for (RestrictionGround ground : RestrictionGround.values()) {
        try (Practice own = Practice.inMemory()) {
          Call call = own.welcomed("c-1");
          Practice.keep(call, "Ich brauche einen Termin.");
          call.ended(own.now());
          Restriction restriction =
              call.caller().restrict(ground, Optional.of(Practice.IDENTITY), ACTOR);
          call.caller()
              .requests()
              .forEach(
                  request -> {
                    request.tellRecipients(ACTOR);
                    assertThat(request.answer(Locale.GERMAN, ACTOR).taken()).isTrue();
                  });
          own.after(Duration.ofDays(400));
          own.privacy().retention().sweep(own.privacy().retention().plan());

          assertThat(call.records()).as(ground.name()).hasSize(ground.keeps() ? 1 : 0);

          restriction.announceLift(Cause.of("claim-settled"), ACTOR);
          restriction.lift(ACTOR);
          own.privacy().retention().sweep(own.privacy().retention().plan());
          assertThat(call.records()).isEmpty();
        }
      }
    }

    private Request erasure() {
      Request request = caller().request(Right.ERASURE, practice.now(), ACTOR);
      assertThat(request.identify(Identity.verified("eid"), ACTOR).taken()).isTrue();
      return request;
    }

    private Answer instead() {
      return Answer.written("Doch lieber löschen.", practice.now());
    }

    private static StepRefusal refusal(Request request) {
      try {
        request.erase();
      } catch (RequestRefused e) {
        return e.why();
      }
      throw new AssertionError("it was erased");
    }

    @Test
    @Tag("R31")
    @Tag("R70")
    void whatThePersonWantsToStayIsErasedOnlyWhenTheySayThatTheyWantThisInstead() {
      for (RestrictionGround ground : RestrictionGround.values()) {
        practice.close();
        practice = inMemory(register());
        Call call = practice.welcomed("c-1");
        Practice.keep(call, "Ich brauche einen Termin.");
        restrict(ground);
        Request request = erasure();
        if (ground.keeps()) {
          assertThat(refusal(request)).isEqualTo(StepRefusal.RESTRICTION_STANDS);
          assertThat(StepRefusal.RESTRICTION_STANDS.article()).startsWith("GDPR Art. 18(1)(b)");
          assertThat(call.records()).hasSize(1);
          assertThat(request.insteadOfRestriction(instead(), ACTOR).taken()).isTrue();
          assertThat(caller().restrictions().get(0).inForce()).as("until it is erased").isTrue();
        }
        assertThat(request.erase().statement()).contains("records removed: 1\n");
        assertThat(practice.privacy().subject(Party.presented(Practice.NUMBER))).isEmpty();
      }
    }

    @Test
    @Tag("R31")
    void theWordCountsForWhatStoodThenAndForOneErasure() {
      Call call = practice.welcomed("c-1");
      Practice.keep(call, "Ich brauche einen Termin.");
      restrict(RestrictionGround.UNLAWFUL);
      Request request = erasure();
      assertThat(request.insteadOfRestriction(instead(), ACTOR).taken()).isTrue();
      assertThat(request.insteadOfRestriction(instead(), ACTOR).refusal())
          .contains(StepRefusal.ALREADY_DONE);
      assertThat(refusal(erasure())).as("another one").isEqualTo(StepRefusal.RESTRICTION_STANDS);

      restrict(RestrictionGround.NEEDED_FOR_CLAIMS);

      assertThat(refusal(request)).as("asked for since").isEqualTo(StepRefusal.RESTRICTION_STANDS);
      assertThat(request.insteadOfRestriction(instead(), ACTOR).taken()).isTrue();
      assertThat(request.erase()).isNotNull();
    }

    @Test
    void theWordIsRefusedWhereThereIsNothingToReplaceOrNobodyToSayIt() {
      practice.welcomed("c-1");
      restrict(RestrictionGround.ACCURACY_CONTESTED);
      assertThat(erasure().insteadOfRestriction(instead(), ACTOR).refusal())
          .contains(StepRefusal.NOTHING_RESTRICTED);
      restrict(RestrictionGround.UNLAWFUL);
      Request unknown = caller().request(Right.ERASURE, practice.now(), ACTOR);
      assertThat(unknown.insteadOfRestriction(instead(), ACTOR).refusal())
          .contains(StepRefusal.NOT_IDENTIFIED);
      Request access = caller().request(Right.ACCESS, practice.now(), ACTOR);
      access.identify(Practice.IDENTITY, ACTOR);
      assertThat(access.insteadOfRestriction(instead(), ACTOR).refusal())
          .contains(StepRefusal.OTHER_RIGHT);
      Request refused = erasure();
      refused.refuse(Cause.of("excessive"), ACTOR);
      assertThat(refused.insteadOfRestriction(instead(), ACTOR).refusal())
          .contains(StepRefusal.ANSWERED);
      assertThatThrownBy(() -> erasure().insteadOfRestriction(null, ACTOR))
          .isInstanceOf(NullPointerException.class);
    }

    @Test
    @Tag("R31")
    @Tag("R17")
    void neitherAWithdrawalNorAnObjectionTakesWhatThePersonWantsToStay() {
      Call call = practice.consented("c-1");
      Practice.keepAudio(call, "audio");
      ContentPermit permit = counting(call, OFFERS);
      call.keep(call.redact(Practice.transcript("Ein Angebot."), permit), permit);
      Restriction restriction = restrict(RestrictionGround.NEEDED_FOR_CLAIMS);
      Request asked = caller().requests().get(0);
      asked.tellRecipients(ACTOR);
      assertThat(asked.answer(Locale.GERMAN, ACTOR).taken()).isTrue();

      caller().withdraw(QUALITY, words());
      caller().objectToMarketing(Set.of(), words());

      assertThat(call.records()).hasSize(2);
      restriction.announceLift(Cause.of("claim-settled"), ACTOR);
      assertThat(restriction.lift(ACTOR).taken()).isTrue();
    }

    @Test
    void aRegisterMayDemandMoreThanTheNumber() {
      Register strict =
          Practice.register(
              text ->
                  text.replaceFirst(
                      "\"timeZone\"",
                      "\"rights\": { \"identityLevels\": { \"restriction\": \"confirmed\" } },"
                          + " \"timeZone\""));
      try (Practice own = inMemory(strict)) {
        Call call = own.welcomed("c-1");

        assertThatThrownBy(
                () -> call.caller().restrict(RestrictionGround.UNLAWFUL, Optional.empty(), ACTOR))
            .isInstanceOfSatisfying(
                RequestRefused.class,
                refused ->
                    assertThat(refused.why()).isEqualTo(StepRefusal.IDENTITY_NOT_SUFFICIENT));
        assertThat(
                call.caller()
                    .restrict(
                        RestrictionGround.UNLAWFUL, Optional.of(Identity.verified("eid")), ACTOR)
                    .inForce())
            .isTrue();
      }
    }
  }
}
