package eu.sotto;

import static eu.sotto.Practice.IDENTITY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import eu.sotto.ledger.Recorded;
import eu.sotto.oversight.Review;
import eu.sotto.oversight.SideEffect;
import eu.sotto.oversight.Verdict;
import eu.sotto.permit.ActorRefused;
import eu.sotto.permit.Reason;
import eu.sotto.permit.ReasonCode;
import eu.sotto.records.Named;
import eu.sotto.register.Register;
import eu.sotto.rights.Objection;
import eu.sotto.rights.Request;
import eu.sotto.rights.RequestState;
import eu.sotto.rights.Restriction;
import eu.sotto.session.Engine;
import eu.sotto.session.Opening;
import eu.sotto.vocabulary.Actor;
import eu.sotto.vocabulary.Answer;
import eu.sotto.vocabulary.Authentication;
import eu.sotto.vocabulary.Cause;
import eu.sotto.vocabulary.RestrictionGround;
import eu.sotto.vocabulary.Right;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Tag;
import net.jqwik.api.lifecycle.AfterTry;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where roles are declared, every step of a request and every door of a review is somebody's. */
@Tag("R51")
class RequestRolesTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 2);
  private static final String ROLES =
      """
      "roles": [
        { "role": "officer", "tasks": ["answer-requests"] },
        { "role": "eraser", "tasks": ["erase"] },
        { "role": "desk", "purposes": ["appointment"], "tasks": ["open-text"] },
        { "role": "credit-desk", "purposes": ["loan"], "tasks": ["review"] } ],
      """;

  @TempDir @Nullable Path folder;

  private final AtomicReference<Instant> time = new AtomicReference<>(Practice.START);
  private @Nullable Engine engine;
  private @Nullable Practice opened;

  enum Who {
    OFFICER("officer", true),
    OFFICER_WITH_ONE_FACTOR("officer", false),
    ERASER("eraser", true),
    DESK("desk", true),
    VISITOR("visitor", true);

    private final String role;
    private final boolean strong;

    Who(String role, boolean strong) {
      this.role = role;
      this.strong = strong;
    }

    Actor actor() {
      return Actor.of("e-9", role)
          .authenticatedBy(strong ? Authentication.TWO_FACTORS : Authentication.ONE_FACTOR)
          .trained(TODAY.minusMonths(3));
    }
  }

  enum Step {
    IDENTIFY,
    DOUBT,
    EXTEND,
    LOCATE,
    ASSESS,
    ACCESS,
    PORTABILITY,
    RECTIFY,
    ERASE,
    TELL,
    ANSWER,
    REFUSE,
    DECIDE_OBJECTION,
    ANNOUNCE_LIFT,
    LIFT,
    FIND
  }

  private Practice practice(Register register) {
    engine = Opening.inMemory(register, time::get, Duration.ofSeconds(20), store -> store);
    opened = Practice.on(CallPrivacy.on(engine), time);
    return opened;
  }

  private static Register roles() {
    return Practice.register(
        json ->
            json.replace(
                "\"retention\": [", ROLES.replace("loan", "quality") + "\"retention\": ["));
  }

  @AfterTry
  @AfterEach
  void close() {
    if (opened != null) {
      opened.close();
      opened = null;
    }
  }

  private List<Recorded> recorded(String kind) {
    List<Recorded> found = new ArrayList<>();
    engine.journal().ledger().each(kind::equals, found::add, erased -> {});
    return found;
  }

  private static void take(Practice practice, Call call, Step step, Actor actor) {
    Subject caller = call.caller();
    Actor officer = Who.OFFICER.actor();
    Request request = caller.request(right(step), practice.now(), officer);
    switch (step) {
      case IDENTIFY -> request.identify(IDENTITY, actor);
      case DOUBT -> request.doubt(Cause.of("two-people-use-it"), actor);
      case EXTEND -> request.extend(Cause.of("complexity"), actor);
      case LOCATE -> request.locate(actor);
      case ASSESS -> request.assess(List.of(), actor);
      case ACCESS -> caller.request(IDENTITY, officer).by(actor).access();
      case PORTABILITY -> caller.request(IDENTITY, officer).by(actor).portability();
      case RECTIFY ->
          caller.request(IDENTITY, officer).rectify(call.records().get(0).id(), "Neu.", actor);
      case ERASE -> caller.request(IDENTITY, officer).by(actor).erase();
      case TELL -> request.tellRecipients(actor);
      case ANSWER -> request.answer(Locale.GERMAN, actor);
      case REFUSE -> request.refuse(Cause.of("unfounded"), actor);
      case DECIDE_OBJECTION -> {
        Objection raised = caller.object(Set.of(), Answer.spoken("nein", practice.now()));
        raised.uphold(Cause.of("right"), actor);
      }
      case ANNOUNCE_LIFT -> restriction(caller).announceLift(Cause.of("verified"), actor);
      case LIFT -> restriction(caller).lift(actor);
      case FIND -> practice.privacy().find(Named.email("a@b.example"), actor);
    }
  }

  private static Right right(Step step) {
    return step == Step.PORTABILITY ? Right.PORTABILITY : Right.ACCESS;
  }

  private static Restriction restriction(Subject caller) {
    return caller.restrict(
        RestrictionGround.ACCURACY_CONTESTED, Optional.empty(), Who.VISITOR.actor());
  }

  @Property(tries = 60)
  @Tag("R71")
  void aStepIsTakenByWhoIsEntrustedWithItAndByNobodyElse(@ForAll Step step, @ForAll Who who) {
    Practice practice = practice(roles());
    Call call = practice.welcomed("c-1");
    Practice.keep(call, "Ich brauche einen Termin.");
    boolean may = who == (step == Step.ERASE ? Who.ERASER : Who.OFFICER);

    ActorRefused refused =
        catchThrowableOfType(ActorRefused.class, () -> take(practice, call, step, who.actor()));

    if (may) {
      assertThat(refused).isNull();
      assertThat(recorded("actor_refused")).isEmpty();
    } else {
      assertThat(refused).isNotNull();
      assertThat(recorded(step == Step.FIND ? "act_refused" : "actor_refused"))
          .singleElement()
          .satisfies(
              event ->
                  assertThat(event.fields().get("task"))
                      .isEqualTo(step == Step.ERASE ? "erase" : "answer_requests"));
      assertThat(recorded("request_identified")).isEmpty();
      assertThat(call.records()).hasSize(1);
    }
  }

  @Property(tries = 20)
  void whereNoRoleIsDeclaredEveryStepGoesOn(@ForAll Step step, @ForAll Who who) {
    Practice practice = practice(Practice.register());
    Call call = practice.welcomed("c-1");
    Practice.keep(call, "Ich brauche einen Termin.");

    take(practice, call, step, who.actor());

    assertThat(recorded("actor_refused")).isEmpty();
    assertThat(recorded("act_refused")).isEmpty();
  }

  @Test
  @org.junit.jupiter.api.Tag("R71")
  void whoeverTakesARequestItIsReceivedAndWhoeverGoesOnVouchesForTheIdentity() {
    Practice practice = practice(roles());
    Call call = practice.welcomed("c-1");
    Request request = call.caller().request(IDENTITY, Who.VISITOR.actor());
    assertThat(request.status().state()).isEqualTo(RequestState.RECEIVED);

    request.by(Who.OFFICER.actor()).access().exportTo(folder.resolve("answer"));

    assertThat(recorded("request_identified"))
        .singleElement()
        .satisfies(event -> assertThat(event.fields().get("role")).isEqualTo("officer"));
  }

  @Test
  @org.junit.jupiter.api.Tag("R54")
  void aReviewIsOpenedAndEndedByWhoIsEntrustedWithItsPurpose() {
    Practice practice = practice(Casework.register(ROLES));
    Call call = practice.welcomed("c-1");
    var input = Casework.input(call);
    call.decided(Casework.result(Casework.REFUSED, input), Casework.permit(call, Casework.LOAN));
    Review review = practice.privacy().reviews().get(0);
    Actor weak = Casework.REVIEWER;
    Actor reviewer = weak.authenticatedBy(Authentication.TWO_FACTORS).trained(TODAY.minusMonths(1));
    Actor officer = Who.OFFICER.actor();

    assertThat(codes(() -> review.proposal(weak)))
        .containsExactly(ReasonCode.AUTHENTICATION_TOO_WEAK, ReasonCode.TRAINING_NOT_CURRENT);
    assertThat(codes(() -> review.open(input, officer)))
        .containsExactly(ReasonCode.ROLE_WITHOUT_TASK, ReasonCode.ROLE_WITHOUT_PURPOSE);
    assertThat(codes(() -> review.resolve(officer, Verdict.changed(Casework.GRANTED), "anders")))
        .containsExactly(ReasonCode.ROLE_WITHOUT_TASK, ReasonCode.ROLE_WITHOUT_PURPOSE);
    assertThat(recorded("actor_refused")).hasSize(3);
    assertThat(recorded("review_input_seen")).isEmpty();

    Casework.look(review, reviewer);
    review.resolve(reviewer, Verdict.changed(Casework.GRANTED), "anders");
    assertThat(practice.privacy().reviews()).isEmpty();
  }

  @Test
  @org.junit.jupiter.api.Tag("R55")
  void whoSaysThatACallerWasToldIsEntrustedWithIt() {
    Practice practice = practice(Casework.register(ROLES));
    Call call = practice.welcomed("c-1");
    var told =
        call.caller()
            .affected(
                new SideEffect(
                    SideEffect.Kind.UNFORESEEN_EFFECT, Casework.LOAN, "Verwechslung", "Anruf"),
                Who.VISITOR.actor());
    Oversight oversight = practice.privacy().oversight();

    assertThat(codes(() -> oversight.told(told.id(), Who.DESK.actor(), "Brief")))
        .containsExactly(ReasonCode.ROLE_WITHOUT_TASK);
    assertThat(oversight.tellings()).hasSize(1);
    oversight.told(told.id(), Who.OFFICER.actor(), "Brief");
    assertThat(oversight.tellings()).isEmpty();
  }

  private static List<ReasonCode> codes(Runnable act) {
    ActorRefused refused = catchThrowableOfType(ActorRefused.class, act::run);
    assertThat(refused).isNotNull();
    return refused.reasons().stream().map(Reason::code).toList();
  }
}
