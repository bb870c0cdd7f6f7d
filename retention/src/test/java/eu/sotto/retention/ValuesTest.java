package eu.sotto.retention;

import static eu.sotto.retention.Samples.CALL_ENDED;
import static eu.sotto.retention.Samples.CONTACT;
import static eu.sotto.retention.Samples.RECORDING;
import static eu.sotto.retention.Samples.SERVICE;
import static eu.sotto.retention.Samples.noon;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.sotto.retention.calendar.RetentionTerm;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What values of this module are equal to, and what their texts tell. */
class ValuesTest {
  private static RecordFacts.Builder facts() {
    return RecordFacts.of(RECORDING, noon("2026-01-10"));
  }

  @Test
  void factsAreEqualWhateverTheOrderInWhichTheyWereTold() {
    RecordFacts one =
        facts()
            .event(CALL_ENDED, noon("2026-01-10"))
            .event(CONTACT, noon("2026-03-01"))
            .event(CONTACT, noon("2026-02-01"))
            .purpose(SERVICE)
            .build();
    RecordFacts same =
        facts()
            .purpose(SERVICE)
            .event(CONTACT, noon("2026-02-01"))
            .event(CALL_ENDED, noon("2026-01-10"))
            .event(CONTACT, noon("2026-03-01"))
            .build();
    assertThat(one).isEqualTo(same).hasSameHashCodeAs(same).hasToString(same.toString());
    assertThat(one).hasToString("RecordFacts[" + RECORDING + ", 3 events]");
    assertThat(one.events())
        .isEqualTo(
            Map.of(
                CALL_ENDED, List.of(noon("2026-01-10")),
                CONTACT, List.of(noon("2026-02-01"), noon("2026-03-01"))));
    assertThatThrownBy(() -> one.events().getOrDefault(CONTACT, List.of()).clear())
        .isInstanceOf(UnsupportedOperationException.class);
  }

  @Test
  void factsDifferWithEachOfTheirParts() {
    RecordFacts plain = facts().build();
    assertThat(plain.hashCode()).isNotZero();
    assertThat(
            List.of(
                facts().event(CONTACT, noon("2026-01-10")).build(),
                facts().event(CALL_ENDED, noon("2026-01-10")).build(),
                facts().event(CALL_ENDED, noon("2026-01-11")).build(),
                facts().purpose(SERVICE).build(),
                facts().purposeEnded(SERVICE, noon("2026-01-11")).build(),
                facts().claim(new Claim("file-1", RuleId.of("claims"))).build(),
                RecordFacts.of(RECORDING, noon("2026-01-11")).build(),
                RecordFacts.of(Samples.LETTER, noon("2026-01-10")).build(),
                plain))
        .doesNotHaveDuplicates();
    assertThat(plain.equals(null)).isFalse();
  }

  @Test
  void triggersAreEqualByChoiceEventsAndBackstop() {
    RetentionTerm year = RetentionTerm.parse("P1Y");
    Trigger latest = Trigger.latestOf(CALL_ENDED, CONTACT).backstop(year);
    assertThat(latest)
        .isEqualTo(Trigger.latestOf(CONTACT, CALL_ENDED).backstop(RetentionTerm.parse("P12M")))
        .hasSameHashCodeAs(Trigger.latestOf(CONTACT, CALL_ENDED).backstop(year))
        .hasToString("latest:call-ended+contact")
        .isNotEqualTo(Trigger.earliestOf(CALL_ENDED, CONTACT).backstop(year))
        .isNotEqualTo(Trigger.event(CALL_ENDED).backstop(year))
        .isNotEqualTo(Trigger.latestOf(CALL_ENDED, CONTACT).backstop(RetentionTerm.parse("P2Y")))
        .isNotEqualTo(Trigger.recorded());
    assertThat(latest.hashCode()).isNotZero();
    assertThat(latest.backstop()).contains(year);
    assertThat(Trigger.recorded().backstop()).isEmpty();
  }

  @Test
  void rulesAreEqualByTheirPartsAndTellThem() {
    RetentionRule rule = Samples.delete("P6M");
    assertThat(rule)
        .isEqualTo(Samples.delete("P6M"))
        .hasSameHashCodeAs(Samples.delete("P6M"))
        .isNotEqualTo(Samples.delete("P7M"))
        .isNotEqualTo(Samples.keep("P6M"));
    assertThat(rule.hashCode()).isNotZero();
    assertThat(rule.toString()).contains("P6M");
    assertThat(RetentionTerm.parse("P6M;YE").hashCode())
        .isEqualTo(RetentionTerm.parse("P6M;YE").hashCode())
        .isNotZero();
  }

  @Test
  void namesAreOrderedAndReadAsTheyAre() {
    assertThat(EventName.of("b").compareTo(EventName.of("a"))).isPositive();
    assertThat(EventName.of("contact")).hasToString("contact");
    assertThat(PurposeName.of("b").compareTo(PurposeName.of("a"))).isPositive();
    assertThat(PurposeName.of("service")).hasToString("service");
    assertThat(RECORDING.compareTo(Samples.LETTER)).isNotZero();
    assertThat(RetentionClass.ofCalls("a").compareTo(RetentionClass.ofCalls("b"))).isNegative();
    assertThat(RetentionClass.ofCalls("a").compareTo(RetentionClass.ofData("a"))).isNotZero();
  }

  @Test
  void holdsOfEqualForceAreToldByTheLesserReference() {
    Instant from = noon("2026-01-01");
    Hold first = Hold.since("case-1", HoldGround.LEGAL_HOLD, from);
    Hold second = Hold.since("case-2", HoldGround.LEGAL_HOLD, from);
    Hold restriction = Hold.since("case-3", HoldGround.RESTRICTION, from);
    RetentionPolicy policy = Samples.policy(Samples.delete("P6M"));
    RecordFacts facts = Samples.call("2026-01-10").build();
    Instant asOf = noon("2026-02-01");
    for (List<Hold> holds : List.of(List.of(first, second), List.of(second, first))) {
      assertThat(policy.decide(facts, holds, asOf).because().references())
          .containsExactly("case-1");
    }
    for (List<Hold> holds : List.of(List.of(first, restriction), List.of(restriction, first))) {
      assertThat(policy.decide(facts, holds, asOf).because().references())
          .containsExactly("case-3");
    }
  }

  @Test
  void cutOffsTellForWhenAndByRule() {
    Instant asOf = noon("2026-11-21");
    RetentionRule first = Samples.delete("P6M");
    RetentionRule second = Samples.keep("P1Y");
    RetentionPolicy policy = Samples.policy(second, first);
    CutOffs cutOffs = policy.cutOffs(RECORDING, asOf);
    assertThat(cutOffs.asOf()).isEqualTo(asOf);
    assertThat(cutOffs.list()).extracting(CutOff::rule).isSorted().hasSize(2);
    assertThat(cutOffs.of(first.id()).map(CutOff::rule)).contains(first.id());
    assertThat(cutOffs.of(second.id()).map(CutOff::kind)).contains(RuleKind.MUST_KEEP_UNTIL);
    assertThat(cutOffs.of(RuleId.of("none"))).isEqualTo(Optional.empty());
    assertThat(policy.rules()).extracting(RetentionRule::id).isSorted();
  }

  @Test
  void classWithoutRulesIsForAPersonUnlessItIsHeld() {
    Instant asOf = noon("2026-11-21");
    CutOffs none = Samples.policy(Samples.delete("P6M")).cutOffs(Samples.LETTER, asOf);
    RecordFacts letter = RecordFacts.of(Samples.LETTER, noon("2020-01-10")).build();
    Hold held = Hold.since("case-1", HoldGround.LEGAL_HOLD, noon("2026-01-01"));
    assertThat(none.outcome(letter, List.of())).isEqualTo(CutOffs.Outcome.REVIEW);
    assertThat(none.outcome(letter, List.of(held))).isEqualTo(CutOffs.Outcome.STAYS);
  }
}
