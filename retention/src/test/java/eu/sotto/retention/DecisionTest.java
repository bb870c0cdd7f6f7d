package eu.sotto.retention;

import static eu.sotto.retention.Samples.BERLIN;
import static eu.sotto.retention.Samples.DEFENCE;
import static eu.sotto.retention.Samples.RECORDING;
import static eu.sotto.retention.Samples.SERVICE;
import static eu.sotto.retention.Samples.call;
import static eu.sotto.retention.Samples.delete;
import static eu.sotto.retention.Samples.deleteAbsolutely;
import static eu.sotto.retention.Samples.keep;
import static eu.sotto.retention.Samples.may;
import static eu.sotto.retention.Samples.mayForClaim;
import static eu.sotto.retention.Samples.midnight;
import static eu.sotto.retention.Samples.noon;
import static eu.sotto.retention.Samples.policy;
import static org.assertj.core.api.Assertions.assertThat;

import eu.sotto.retention.Disposition.Dispose;
import eu.sotto.retention.Disposition.Keep;
import eu.sotto.retention.Disposition.Restrict;
import eu.sotto.retention.Disposition.Review;
import eu.sotto.retention.calendar.RetentionTerm;
import eu.sotto.retention.calendar.Until;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class DecisionTest {
  private static Disposition decide(RetentionPolicy policy, RecordFacts facts, String day) {
    return policy.decide(facts, List.of(), noon(day));
  }

  private static Until through(String day) {
    return new Until.Through(LocalDate.parse(day));
  }

  @Nested
  class Maximum {
    private final RetentionPolicy threeMonths = policy(delete("P3M"));
    private final RecordFacts facts = call("2026-11-02").build();

    @Test
    @Tag("R60")
    void recordStaysThroughTheLastDayOfItsMaximum() {
      assertThat(decide(threeMonths, facts, "2027-02-02"))
          .isInstanceOfSatisfying(
              Keep.class,
              keep -> {
                assertThat(keep.until()).isEqualTo(through("2027-02-02"));
                assertThat(keep.because().ground()).isEqualTo(Ground.WITHIN_MAXIMUM);
              });
    }

    @Test
    @Tag("R66")
    void recordIsDueWithTheFirstInstantAfterItsMaximum() {
      Instant first = midnight("2027-02-03");
      assertThat(threeMonths.decide(facts, List.of(), first.minusNanos(1)).isDue()).isFalse();
      assertThat(threeMonths.decide(facts, List.of(), first))
          .isInstanceOfSatisfying(
              Dispose.class,
              due -> {
                assertThat(due.since()).isEqualTo(LocalDate.of(2027, 2, 3));
                assertThat(due.how()).isEqualTo(DisposalMethod.DESTROY);
                assertThat(due.because().ground()).isEqualTo(Ground.MAXIMUM_REACHED);
              });
      assertThat(threeMonths.due(facts).orElseThrow().firstDeletionDay())
          .isEqualTo(LocalDate.of(2027, 2, 3));
      assertThat(threeMonths.due(facts).orElseThrow().from()).isEqualTo(first);
    }

    @Test
    void shortestOfSeveralMaximaWins() {
      RetentionPolicy both = policy(delete("P6M"), delete("P3M"));
      assertThat(both.due(facts).orElseThrow().firstDeletionDay()).isEqualTo("2027-02-03");
    }
  }

  @Nested
  class DutyToKeep {
    @Test
    @Tag("R62")
    void dutyPastTheMaximumRestrictsTheRecordToIt() {
      RetentionPolicy policy = policy(delete("P3M"), keep("P5Y"));
      assertThat(decide(policy, call("2026-03-05").build(), "2026-07-01"))
          .isInstanceOfSatisfying(
              Restrict.class,
              restrict -> {
                assertThat(restrict.duty().source()).isEqualTo("WpHG 83");
                assertThat(restrict.until()).isEqualTo(through("2031-03-05"));
              });
      assertThat(decide(policy, call("2026-03-05").build(), "2026-04-01")).isInstanceOf(Keep.class);
    }

    @Test
    void longestOfSeveralDutiesWins() {
      RetentionPolicy policy = policy(delete("P3M"), keep("P2Y"), keep("P5Y"));
      assertThat(policy.due(call("2026-03-05").build()).orElseThrow().firstDeletionDay())
          .isEqualTo("2031-03-06");
    }

    @Test
    void dutyRollsToTheNextWorkingDayWhenInDoubt() {
      RetentionPolicy policy = policy(keep("P8Y;YE"));
      assertThat(policy.due(call("2025-03-05").build()).orElseThrow().firstDeletionDay())
          .isEqualTo("2034-01-03");
    }

    @Test
    void dutyPastAnAbsoluteMaximumIsForAPerson() {
      RetentionPolicy policy = policy(deleteAbsolutely("P1Y"), keep("P5Y"));
      assertThat(decide(policy, call("2026-03-05").build(), "2027-03-06"))
          .isInstanceOfSatisfying(
              Review.class,
              review ->
                  assertThat(review.because().ground())
                      .isEqualTo(Ground.DUTY_OUTLASTS_ABSOLUTE_MAXIMUM));
      assertThat(decide(policy, call("2026-03-05").build(), "2031-03-06"))
          .isInstanceOf(Dispose.class);
    }
  }

  @Nested
  class Claims {
    private final RetentionRule claimRule = mayForClaim("P3Y;YE");
    private final RetentionPolicy policy = policy(delete("P3M"), claimRule);

    @Test
    void claimOutlastsTheMaximumAndRestrictsTheRecordToIt() {
      RecordFacts facts = call("2026-03-05").claim(new Claim("file-17", claimRule.id())).build();
      assertThat(decide(policy, facts, "2027-01-01"))
          .isInstanceOfSatisfying(
              Restrict.class,
              restrict -> {
                assertThat(restrict.because().references()).containsExactly("file-17");
                assertThat(restrict.until()).isEqualTo(through("2029-12-31"));
              });
      assertThat(decide(policy, facts, "2030-01-01")).isInstanceOf(Dispose.class);
    }

    @Test
    void recordWithoutAClaimDoesNotLiveByTheClaimRule() {
      assertThat(decide(policy, call("2026-03-05").build(), "2027-01-01"))
          .isInstanceOf(Dispose.class);
    }

    @Test
    void absoluteMaximumEndsAClaim() {
      RetentionPolicy absolute = policy(deleteAbsolutely("P1Y"), claimRule);
      RecordFacts facts = call("2026-03-05").claim(new Claim("file-17", claimRule.id())).build();
      assertThat(absolute.due(facts).orElseThrow().firstDeletionDay()).isEqualTo("2027-03-06");
      assertThat(decide(absolute, facts, "2027-03-06")).isInstanceOf(Dispose.class);
    }
  }

  @Nested
  class Purposes {
    @Test
    @Tag("R62")
    void recordIsDueAtOnceWhenItsPurposeIsGone() {
      Instant gone = noon("2026-04-01");
      RecordFacts facts = call("2026-03-05").purposeEnded(SERVICE, gone).build();
      RetentionPolicy policy = policy(delete("P3M"));
      assertThat(policy.decide(facts, List.of(), gone.minusNanos(1))).isInstanceOf(Keep.class);
      assertThat(policy.decide(facts, List.of(), gone))
          .isInstanceOfSatisfying(
              Dispose.class,
              due -> assertThat(due.because().ground()).isEqualTo(Ground.PURPOSE_ENDED));
    }

    @Test
    void anotherPurposeThatLivesKeepsTheRecord() {
      RecordFacts facts =
          call("2026-03-05").purposeEnded(SERVICE, noon("2026-04-01")).purpose(DEFENCE).build();
      assertThat(decide(policy(delete("P3M")), facts, "2026-04-02")).isInstanceOf(Keep.class);
    }

    @Test
    void recordedReasonRestrictsTheRecordOncePurposesAreGone() {
      RecordFacts facts = call("2026-03-05").purposeEnded(SERVICE, noon("2026-04-01")).build();
      RetentionPolicy policy = policy(delete("P3M"), may("P2M", DEFENCE));
      assertThat(decide(policy, facts, "2026-04-02")).isInstanceOf(Restrict.class);
      assertThat(decide(policy, facts, "2026-05-06")).isInstanceOf(Dispose.class);
    }

    @Test
    void permissionDoesNotOutlastTheMaximum() {
      RetentionPolicy policy = policy(delete("P3M"), may("P2Y", DEFENCE));
      assertThat(policy.due(call("2026-03-05").build()).orElseThrow().firstDeletionDay())
          .isEqualTo("2026-06-06");
    }
  }

  @Nested
  class Holds {
    private final RetentionPolicy policy = policy(delete("P3M"));
    private final RecordFacts facts = call("2026-03-05").build();
    private final Hold hold = Hold.since("case-1", HoldGround.LEGAL_HOLD, noon("2026-05-01"));

    @Test
    void holdKeepsARecordThatIsPastItsMaximumRestricted() {
      assertThat(policy.decide(facts, List.of(hold), noon("2026-07-01")))
          .isInstanceOfSatisfying(
              Restrict.class, kept -> assertThat(kept.duty().name()).isEqualTo("case-1"));
    }

    @Test
    void ofTwoHoldsOneReleasedTheOtherStillHolds() {
      Hold released =
          Hold.since("case-0", HoldGround.LEGAL_HOLD, noon("2026-04-01"))
              .release(noon("2026-06-01"));
      assertThat(policy.decide(facts, List.of(released, hold), noon("2026-07-01")).isDue())
          .isFalse();
    }

    @Test
    void recordIsDueAtOnceWhenTheHoldIsReleasedAfterTheDueDate() {
      Instant release = noon("2026-08-01");
      List<Hold> holds = List.of(hold.release(release));
      assertThat(policy.decide(facts, holds, release.minusNanos(1)).isDue()).isFalse();
      assertThat(policy.decide(facts, holds, release).isDue()).isTrue();
    }

    @Test
    void everyGroundShieldsTheRecord() {
      for (HoldGround ground : HoldGround.values()) {
        Hold any = Hold.since("ref", ground, noon("2026-05-01"));
        assertThat(policy.decide(facts, List.of(any), noon("2027-01-01")))
            .isInstanceOf(Restrict.class);
      }
    }
  }

  @Nested
  class UnknownEvents {
    private final RetentionRule rule =
        RetentionRule.forClass(RECORDING)
            .mustDeleteBy()
            .trigger(
                Trigger.event(EventName.of("contract-ended")).backstop(RetentionTerm.parse("P2Y")))
            .period(RetentionTerm.parse("P6M"))
            .source("register")
            .build();
    private final RetentionPolicy policy = policy(rule);
    private final RecordFacts facts = RecordFacts.of(RECORDING, noon("2026-03-05")).build();

    @Test
    void recordWaitsForTheEvent() {
      assertThat(decide(policy, facts, "2027-03-05").because().ground())
          .isEqualTo(Ground.WAITS_FOR_EVENT);
    }

    @Test
    void backstopEndsTheWaiting() {
      assertThat(decide(policy, facts, "2028-03-05").isDue()).isFalse();
      assertThat(decide(policy, facts, "2028-03-06").because().ground())
          .isEqualTo(Ground.BACKSTOP_REACHED);
      assertThat(decide(policy, facts, "2028-03-06").isDue()).isTrue();
    }
  }

  @Test
  void classWithoutARuleIsForAPerson() {
    assertThat(
            decide(
                policy(delete("P3M")),
                RecordFacts.of(Samples.LETTER, noon("2026-03-05")).build(),
                "2030-01-01"))
        .isInstanceOf(Review.class);
    assertThat(RetentionPolicy.of(List.of(), BERLIN).due(call("2026-03-05").build())).isEmpty();
  }
}
