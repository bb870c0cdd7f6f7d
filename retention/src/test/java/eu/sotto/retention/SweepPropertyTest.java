package eu.sotto.retention;

import static eu.sotto.retention.Samples.CALL_ENDED;
import static eu.sotto.retention.Samples.CONTACT;
import static eu.sotto.retention.Samples.DEFENCE;
import static eu.sotto.retention.Samples.RECORDING;
import static org.assertj.core.api.Assertions.assertThat;

import eu.sotto.retention.Disposition.Dispose;
import eu.sotto.retention.Disposition.Keep;
import eu.sotto.retention.Disposition.Restrict;
import eu.sotto.retention.Disposition.Review;
import eu.sotto.retention.PolicyPropertyTest.World;
import eu.sotto.retention.calendar.RetentionTerm;
import java.time.Instant;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What holds for facts, outcomes and the order of force, whatever the policy. */
class SweepPropertyTest {
  @Provide
  Arbitrary<World> worlds() {
    return Arbitraries.longs().map(World::new);
  }

  @Property
  void outcomeWithoutAReasonIsThatOfTheDecision(@ForAll("worlds") World world) {
    CutOffs.Outcome expected =
        world
            .decide()
            .fold(
                keep -> CutOffs.Outcome.STAYS,
                restrict -> CutOffs.Outcome.STAYS,
                dispose -> CutOffs.Outcome.DUE,
                review -> CutOffs.Outcome.REVIEW);
    assertThat(world.policy().cutOffs(RECORDING, world.asOf).outcome(world.facts, world.holds))
        .isEqualTo(expected);
  }

  @Property
  void factsGiveBackWhatTheyWereGiven(@ForAll("worlds") World world) {
    RecordFacts.Builder again =
        RecordFacts.of(RECORDING, world.facts.recordedAt()).events(world.facts.events());
    world.facts.claims().forEach(again::claim);
    world
        .facts
        .purposes()
        .forEach(
            (name, end) ->
                end.ifPresentOrElse(at -> again.purposeEnded(name, at), () -> again.purpose(name)));
    assertThat(again.build()).isEqualTo(world.facts).hasSameHashCodeAs(world.facts);
    assertThat(RecordFacts.of(RECORDING, world.facts.recordedAt().plusNanos(1)).build())
        .isNotEqualTo(world.facts);
  }

  @Property
  void latestAndEarliestOccurrenceStartAPeriod(@ForAll("worlds") World world) {
    RetentionTerm none = RetentionTerm.parse("P0D");
    List<Instant> all =
        world.facts.events().values().stream().flatMap(List::stream).sorted().toList();
    long latest = world.facts.timeOf(Trigger.latestOf(CALL_ENDED, CONTACT).backstop(none));
    long earliest = world.facts.timeOf(Trigger.earliestOf(CALL_ENDED, CONTACT).backstop(none));
    if (all.isEmpty()) {
      assertThat(latest).isEqualTo(EpochNanos.UNKNOWN).isEqualTo(earliest);
    } else {
      assertThat(EpochNanos.instant(latest)).isEqualTo(all.get(all.size() - 1));
      assertThat(EpochNanos.instant(earliest)).isEqualTo(all.get(0));
    }
  }

  @Property
  void claimNeverDeletesEarlier(@ForAll("worlds") World world) {
    Disposition before = world.decide();
    RetentionRule rule = world.rule(6);
    world.rules.add(rule);
    RecordFacts.Builder claimed =
        RecordFacts.of(RECORDING, world.facts.recordedAt())
            .events(world.facts.events())
            .claim(new Claim("file-9", rule.id()));
    world.facts.claims().forEach(claimed::claim);
    boolean due = world.policy().decide(claimed.build(), world.holds, world.asOf).isDue();
    boolean purposes = !world.facts.purposes().isEmpty();
    assertThat(due && !before.isDue() && !(before instanceof Review) && !purposes).isFalse();
  }

  @Property
  void restrictionInForceLeavesNothingButStorage(@ForAll("worlds") World world) {
    world.holds.add(Hold.since("case-9", HoldGround.RESTRICTION, world.asOf));
    assertThat(world.decide()).isInstanceOf(Restrict.class);
  }

  @Property
  void releasedHoldsChangeNothing(@ForAll("worlds") World world) {
    Disposition before = world.decide();
    world.holds.add(
        Hold.since("case-9", HoldGround.LEGAL_HOLD, world.asOf.minusSeconds(60))
            .release(world.asOf));
    assertThat(world.decide()).isEqualTo(before);
  }

  @Property
  void deadlineNeitherKeepsNorDeletes(@ForAll("worlds") World world) {
    Disposition before = world.decide();
    world.rules.add(
        RetentionRule.forClass(RECORDING)
            .deadline()
            .trigger(Trigger.recorded())
            .period(RetentionTerm.parse("P1M"))
            .source("GDPR 12(3)")
            .build());
    assertThat(world.decide()).isEqualTo(before);
  }

  @Property
  void dueRecordStaysDueWhileThereIsNoNews(@ForAll("worlds") World world) {
    world.rules.removeIf(rule -> rule.inForceFrom().isPresent());
    world.holds.clear();
    if (world.decide() instanceof Dispose
        && world.rules.stream().noneMatch(rule -> rule.inForceThrough().isPresent())) {
      Instant later = world.asOf.plusSeconds(world.random.nextInt(100_000_000));
      assertThat(world.policy().decide(world.facts, List.of(), later).isDue()).isTrue();
    }
  }

  @Property
  void permissionAloneNeverOutlastsTheMaximum(@ForAll("worlds") World world) {
    RetentionRule maximum = world.rule(0);
    if (maximum.inForceThrough().isPresent() || maximum.inForceFrom().isPresent()) {
      return;
    }
    RecordFacts facts =
        RecordFacts.of(RECORDING, world.facts.recordedAt())
            .events(world.facts.events())
            .purpose(DEFENCE)
            .build();
    RetentionPolicy alone = RetentionPolicy.of(List.of(maximum), world.zone);
    RetentionPolicy with = RetentionPolicy.of(List.of(maximum, world.rule(5)), world.zone);
    assertThat(with.due(facts).map(DueDate::from)).isEqualTo(alone.due(facts).map(DueDate::from));
    assertThat(with.decide(facts, List.of(), world.asOf) instanceof Keep)
        .isEqualTo(alone.decide(facts, List.of(), world.asOf) instanceof Keep);
  }
}
