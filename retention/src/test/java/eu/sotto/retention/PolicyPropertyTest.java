package eu.sotto.retention;

import static eu.sotto.retention.Samples.BERLIN;
import static eu.sotto.retention.Samples.CALL_ENDED;
import static eu.sotto.retention.Samples.CONTACT;
import static eu.sotto.retention.Samples.DEFENCE;
import static eu.sotto.retention.Samples.RECORDING;
import static eu.sotto.retention.Samples.SERVICE;
import static org.assertj.core.api.Assertions.assertThat;

import eu.sotto.retention.Disposition.Dispose;
import eu.sotto.retention.Disposition.Keep;
import eu.sotto.retention.Disposition.Restrict;
import eu.sotto.retention.Disposition.Review;
import eu.sotto.retention.calendar.RetentionTerm;
import eu.sotto.retention.calendar.Until;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Rules that hold for every policy, record and instant. */
class PolicyPropertyTest {
  private static final List<String> TERMS =
      List.of("P0D", "P30D", "P1M", "P3M", "P6M", "P1Y", "P2Y;YE", "P1M15D;INCL", "PT72H", "P3Y");
  private static final List<HoldGround> GROUNDS = List.of(HoldGround.values());
  private static final List<ZoneId> ZONES =
      List.of(BERLIN, ZoneId.of("UTC"), ZoneId.of("America/St_Johns"), ZoneId.of("Pacific/Apia"));

  /** A policy, a record, its holds and an instant, all drawn from one seed. */
  static final class World {
    final Random random;
    final ZoneId zone;
    final List<RetentionRule> rules = new ArrayList<>();
    final RecordFacts facts;
    final List<Hold> holds = new ArrayList<>();
    final Instant asOf;

    World(long seed) {
      random = new Random(seed);
      zone = ZONES.get(random.nextInt(ZONES.size()));
      int count = 1 + random.nextInt(5);
      for (int i = 0; i < count; i++) {
        rules.add(rule());
      }
      facts = facts();
      asOf = instant();
      for (int i = random.nextInt(4) - 1; i > 0; i--) {
        holds.add(hold("case-" + i));
      }
    }

    RetentionPolicy policy() {
      return RetentionPolicy.of(rules, zone);
    }

    Instant instant() {
      LocalDate day = LocalDate.of(2009, 1, 1).plusDays(random.nextInt(1_500));
      int pick = random.nextInt(4);
      Instant start = day.atStartOfDay(zone).toInstant();
      return switch (pick) {
        case 0 -> start;
        case 1 -> start.minusNanos(1);
        case 2 -> start.plusSeconds(random.nextInt(7_200));
        default -> start.plusSeconds(random.nextInt(86_400));
      };
    }

    private RetentionTerm term() {
      return RetentionTerm.parse(TERMS.get(random.nextInt(TERMS.size())));
    }

    private Trigger trigger() {
      return switch (random.nextInt(4)) {
        case 0 -> Trigger.recorded();
        case 1 -> Trigger.event(CALL_ENDED).backstop(term());
        case 2 -> Trigger.latestOf(CALL_ENDED, CONTACT).backstop(term());
        default -> Trigger.earliestOf(CALL_ENDED, CONTACT).backstop(term());
      };
    }

    RetentionRule rule() {
      return rule(random.nextInt(8));
    }

    RetentionRule rule(int kind) {
      RetentionRule.NeedsKind needs = RetentionRule.forClass(RECORDING);
      RetentionRule.Ready ready =
          switch (kind) {
            case 0, 1 -> needs.mustDeleteBy().trigger(trigger()).period(term()).source("register");
            case 2 ->
                needs.mustDeleteByAbsolutely().trigger(trigger()).period(term()).source("GwG 8");
            case 3, 4 -> needs.mustKeepUntil().trigger(trigger()).period(term()).source("HGB 257");
            case 5 ->
                needs
                    .mayKeep(
                        Justification.forPurpose(random.nextBoolean() ? SERVICE : DEFENCE, "r"))
                    .trigger(trigger())
                    .period(term())
                    .source("GDPR 6(1)(f)");
            case 6 ->
                needs
                    .mayKeep(Justification.forClaims(DEFENCE, "r"))
                    .trigger(trigger())
                    .period(term())
                    .source("BGB 195");
            default -> needs.hold().trigger(trigger()).source("AO 147(3)");
          };
      if (random.nextInt(5) == 0) {
        ready.inForceFrom(LocalDate.of(2009, 1, 1).plusDays(random.nextInt(1_000)));
      }
      if (random.nextInt(5) == 0) {
        ready.inForceThrough(LocalDate.of(2012, 1, 1).plusDays(random.nextInt(500)));
      }
      return ready.id(RuleId.of("r" + Long.toHexString(random.nextLong()))).build();
    }

    private RecordFacts facts() {
      RecordFacts.Builder facts = RecordFacts.of(RECORDING, instant());
      for (int i = random.nextInt(3); i > 0; i--) {
        facts.event(CALL_ENDED, instant());
      }
      for (int i = random.nextInt(3); i > 0; i--) {
        facts.event(CONTACT, instant());
      }
      for (RetentionRule rule : rules) {
        if (random.nextBoolean()
            && rule.justification().filter(Justification::onlyForClaims).isPresent()) {
          facts.claim(new Claim("file-1", rule.id()));
        }
      }
      switch (random.nextInt(5)) {
        case 0 -> facts.purpose(SERVICE);
        case 1 -> facts.purposeEnded(SERVICE, instant());
        case 2 -> facts.purposeEnded(SERVICE, instant()).purpose(DEFENCE);
        default -> {
          return facts.build();
        }
      }
      return facts.build();
    }

    Hold hold(String name) {
      HoldGround ground = GROUNDS.get(random.nextInt(GROUNDS.size()));
      Hold hold = Hold.since(name, ground, instant());
      return random.nextBoolean()
          ? hold.release(hold.from().plusSeconds(random.nextInt(50_000_000)))
          : hold;
    }

    Disposition decide() {
      return policy().decide(facts, holds, asOf);
    }
  }

  @Provide
  Arbitrary<World> worlds() {
    return Arbitraries.longs().map(World::new);
  }

  @Property
  void cutOffAnswersLikeTheDecisionRecordByRecord(@ForAll("worlds") World world) {
    CutOffs cutOffs = world.policy().cutOffs(RECORDING, world.asOf);
    assertThat(cutOffs.isDue(world.facts, world.holds)).isEqualTo(world.decide().isDue());
  }

  @Property
  void periodOfARuleIsOverExactlyIfItsTriggerIsBeforeTheCutOff(@ForAll("worlds") World world) {
    RetentionRule rule = world.rule(world.random.nextInt(2));
    RetentionPolicy alone = RetentionPolicy.of(List.of(rule), world.zone);
    RecordFacts facts =
        RecordFacts.of(RECORDING, world.facts.recordedAt()).events(world.facts.events()).build();
    CutOff cutOff = alone.cutOffs(RECORDING, world.asOf).of(rule.id()).orElseThrow();
    boolean due = alone.decide(facts, List.of(), world.asOf).isDue();
    Optional<Instant> lapse =
        rule.inForceThrough().map(day -> day.plusDays(1).atStartOfDay(world.zone).toInstant());
    if (lapse.isEmpty() || lapse.get().isAfter(world.asOf)) {
      assertThat(due).isEqualTo(cutOff.isOver(facts));
    }
  }

  @Property
  void addingAHoldNeverMakesAnythingDue(@ForAll("worlds") World world) {
    boolean due = world.decide().isDue();
    world.holds.add(world.hold("case-9"));
    assertThat(world.decide().isDue() && !due).isFalse();
  }

  @Property
  void holdInForceAlwaysKeeps(@ForAll("worlds") World world) {
    world.holds.add(
        world.random.nextInt(world.holds.size() + 1),
        Hold.since("case-9", HoldGround.LEGAL_HOLD, world.asOf));
    assertThat(world.decide()).isNotInstanceOf(Dispose.class).isNotInstanceOf(Review.class);
  }

  @Property
  void addingADutyNeverDeletesEarlier(@ForAll("worlds") World world) {
    boolean bounded =
        world.rules.stream().anyMatch(rule -> rule.kind() != RuleKind.HOLD)
            && !(world.decide() instanceof Review);
    boolean due = world.decide().isDue();
    world.rules.add(world.rule(3));
    assertThat(bounded && world.decide().isDue() && !due).isFalse();
  }

  @Property
  void shorteningAMaximumNeverKeepsLonger(@ForAll("worlds") World world) {
    RetentionRule shorter =
        RetentionRule.forClass(RECORDING)
            .mustDeleteBy()
            .trigger(Trigger.recorded())
            .period(RetentionTerm.parse("P1M"))
            .source("register")
            .id(RuleId.of("m"))
            .build();
    RetentionRule longer =
        RetentionRule.forClass(RECORDING)
            .mustDeleteBy()
            .trigger(Trigger.recorded())
            .period(RetentionTerm.parse("P2M"))
            .source("register")
            .id(RuleId.of("m"))
            .build();
    List<RetentionRule> with = new ArrayList<>(world.rules);
    with.add(longer);
    boolean dueBefore =
        RetentionPolicy.of(with, world.zone).decide(world.facts, world.holds, world.asOf).isDue();
    with.set(with.size() - 1, shorter);
    boolean dueAfter =
        RetentionPolicy.of(with, world.zone).decide(world.facts, world.holds, world.asOf).isDue();
    assertThat(dueBefore && !dueAfter).isFalse();
  }

  @Property
  void orderAndDuplicatesOfRulesAndHoldsDoNotMatter(@ForAll("worlds") World world) {
    Disposition before = world.decide();
    Explanation why = world.policy().explain(world.facts, world.holds, world.asOf);
    world.rules.addAll(List.copyOf(world.rules));
    Collections.shuffle(world.rules, world.random);
    Collections.shuffle(world.holds, world.random);
    assertThat(world.decide()).isEqualTo(before);
    assertThat(world.policy().explain(world.facts, world.holds, world.asOf).rules())
        .isEqualTo(why.rules());
  }

  @Property
  void explanationsWinningRuleDecidesAloneToTheSameResult(@ForAll("worlds") World world) {
    world.holds.clear();
    world.rules.removeIf(rule -> rule.inForceFrom().isPresent());
    Disposition all = world.policy().explain(world.facts, List.of(), world.asOf).disposition();
    List<RetentionRule> winners =
        all.because().rules().stream().map(id -> world.policy().rule(id).orElseThrow()).toList();
    if (winners.size() != 1 || winners.get(0).kind() == RuleKind.HOLD) {
      return;
    }
    RecordFacts.Builder facts =
        RecordFacts.of(RECORDING, world.facts.recordedAt()).events(world.facts.events());
    world.facts.claims().forEach(facts::claim);
    Disposition alone =
        RetentionPolicy.of(winners, world.zone).decide(facts.build(), List.of(), world.asOf);
    assertThat(alone.isDue()).isEqualTo(all.isDue());
    if (all instanceof Dispose due) {
      assertThat(((Dispose) alone).since()).isEqualTo(due.since());
    } else if (all instanceof Keep keep) {
      assertThat(((Keep) alone).until()).isEqualTo(keep.until());
    }
  }

  @Property
  void dueDateIsTheFirstInstantOfDisposal(@ForAll("worlds") World world) {
    world.rules.removeIf(rule -> rule.kind() == RuleKind.HOLD || rule.inForceFrom().isPresent());
    RetentionPolicy policy = world.policy();
    policy
        .due(world.facts)
        .filter(due -> policy.rules().stream().noneMatch(r -> r.inForceThrough().isPresent()))
        .ifPresent(
            due -> {
              assertThat(policy.decide(world.facts, List.of(), due.from()).isDue()).isTrue();
              assertThat(policy.decide(world.facts, List.of(), due.from().minusNanos(1)).isDue())
                  .isFalse();
            });
  }

  @Property
  void keptRecordStaysUntilItsEndUnlessThereIsNews(@ForAll("worlds") World world) {
    world.rules.removeIf(
        rule ->
            rule.kind() == RuleKind.HOLD
                || rule.inForceFrom().isPresent()
                || rule.inForceThrough().isPresent());
    RetentionPolicy policy = world.policy();
    if (policy.decide(world.facts, List.of(), world.asOf) instanceof Keep keep) {
      Instant end = keep.until().firstFreeInstant(world.zone);
      assertThat(policy.decide(world.facts, List.of(), end.minusNanos(1)).isDue()).isFalse();
      assertThat(policy.decide(world.facts, List.of(), end)).isNotInstanceOf(Keep.class);
    }
  }

  @Property
  void explanationGivesTheDecisionAndNamesEveryRule(@ForAll("worlds") World world) {
    Explanation explanation = world.policy().explain(world.facts, world.holds, world.asOf);
    assertThat(explanation.disposition()).isEqualTo(world.decide());
    assertThat(explanation.rules()).hasSameSizeAs(world.policy().rules());
    if (!explanation.disposition().isDue()) {
      assertThat(explanation.frees()).isNotEmpty();
    }
    assertThat(explanation.rules())
        .extracting(RuleTrace::rule)
        .containsExactlyInAnyOrderElementsOf(
            world.policy().rules().stream().map(RetentionRule::id).toList());
    for (RetentionRule rule : world.policy().rules()) {
      assertThat(explanation.text(java.util.Locale.GERMAN)).contains("(" + rule.source() + "): ");
      assertThat(explanation.text(java.util.Locale.ENGLISH)).contains("(" + rule.source() + "): ");
    }
  }

  @Property
  void restrictionNamesADutyThatStillRuns(@ForAll("worlds") World world) {
    if (world.decide() instanceof Restrict restrict
        && !(restrict.until() instanceof Until.Released)) {
      assertThat(restrict.until().firstFreeInstant(world.zone)).isAfter(world.asOf);
      assertThat(world.policy().rule(RuleId.of(restrict.duty().name()))).isPresent();
    }
  }

  @Property
  void comparisonSaysWhatBothDecisionsSay(@ForAll("worlds") World world) {
    RetentionPolicy before = world.policy();
    world.rules.remove(0);
    world.rules.add(world.rule());
    RetentionPolicy after = world.policy();
    PolicyChange change = PolicyChange.of(before, after, world.facts, world.holds, world.asOf);
    assertThat(change.before()).isEqualTo(before.decide(world.facts, world.holds, world.asOf));
    assertThat(change.after()).isEqualTo(after.decide(world.facts, world.holds, world.asOf));
    assertThat(change.effect() == PolicyChange.Effect.BECOMES_DUE)
        .isEqualTo(!change.before().isDue() && change.after().isDue());
  }
}
