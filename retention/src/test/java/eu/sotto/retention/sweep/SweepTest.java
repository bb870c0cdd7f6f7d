package eu.sotto.retention.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import eu.sotto.retention.DisposalMethod;
import eu.sotto.retention.Disposition;
import eu.sotto.retention.Disposition.Dispose;
import eu.sotto.retention.Hold;
import eu.sotto.retention.HoldGround;
import eu.sotto.retention.PurposeName;
import eu.sotto.retention.RecordFacts;
import eu.sotto.retention.RetentionClass;
import eu.sotto.retention.RetentionPolicy;
import eu.sotto.retention.RetentionRule;
import eu.sotto.retention.Trigger;
import eu.sotto.retention.calendar.RetentionTerm;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class SweepTest {
  private static final RetentionClass RECORDING = RetentionClass.ofCalls("recording");
  private static final RetentionClass NOTES = RetentionClass.ofData("notes");
  private static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");
  private static final Duration HOUR = Duration.ofHours(1);
  private static final RetentionPolicy POLICY =
      RetentionPolicy.of(
          List.of(
              RetentionRule.forClass(RECORDING)
                  .mustDeleteBy()
                  .trigger(Trigger.recorded())
                  .period(RetentionTerm.parse("P3M"))
                  .source("register")
                  .build(),
              RetentionRule.forClass(NOTES)
                  .mustDeleteBy()
                  .trigger(Trigger.recorded())
                  .period(RetentionTerm.parse("P6M"))
                  .source("register")
                  .disposal(DisposalMethod.ANONYMISE)
                  .build()),
          ZoneId.of("Europe/Berlin"));

  /** Records in memory; what happens in the middle of a sweep is scripted. */
  private static class Store implements Sweep.Records<String> {
    final Map<String, Candidate<String>> records = new LinkedHashMap<>();
    final List<String> disposed = new ArrayList<>();

    void put(String id, RetentionClass name, String day, Hold... holds) {
      RecordFacts facts = RecordFacts.of(name, Instant.parse(day + "T10:00:00Z")).build();
      records.put(id, new Candidate<>(id, facts, List.of(holds)));
    }

    SweepPlan<String> plan() {
      return SweepPlan.of(POLICY, records.values(), NOW, HOUR);
    }

    @Override
    public Optional<Candidate<String>> read(String id) {
      return Optional.ofNullable(records.get(id));
    }

    @Override
    public void dispose(String id, Dispose disposal) {
      records.remove(id);
      disposed.add(id);
    }
  }

  private static Hold hold(Instant from) {
    return Hold.since("case-1", HoldGround.LEGAL_HOLD, from);
  }

  private static Execution<String> execute(Store store, SweepPlan<String> plan, Instant at) {
    return new Sweep<>(POLICY, store, () -> at).execute(plan, plan.confirm());
  }

  private static Execution.Executed<String> executed(Store store, SweepPlan<String> plan) {
    return (Execution.Executed<String>) execute(store, plan, NOW.plusSeconds(60));
  }

  private final Store store = new Store();

  @Test
  void planCountsWhatIsDueKeptAndForAPersonAndChangesNothing() {
    store.put("rec-1", RECORDING, "2026-08-01");
    store.put("new", RECORDING, "2026-11-01");
    store.put("held", RECORDING, "2026-08-01", hold(NOW));
    store.put("stray", RetentionClass.ofData("unknown"), "2026-08-01");
    SweepPlan<String> plan = store.plan();
    assertThat(plan.due()).extracting(SweepPlan.Item::id).containsExactly("rec-1");
    assertThat(plan.reviews()).extracting(SweepPlan.Item::id).containsExactly("stray");
    assertThat(plan.kept()).isEqualTo(2);
    assertThat(store.records).hasSize(4);
    assertThat(plan.toString()).doesNotContain("rec-1");
    assertThat(plan.due().get(0).toString()).doesNotContain("rec-1");
    assertThat(store.records.get("rec-1").toString()).doesNotContain("rec-1");
  }

  @Test
  @Tag("R63")
  void executionDisposesOfWhatWasPlannedAndReportsIt() {
    store.put("rec-1", RECORDING, "2026-08-01");
    store.put("note", NOTES, "2026-01-01");
    Execution.Executed<String> executed = executed(store, store.plan());
    assertThat(store.disposed).containsExactly("rec-1", "note");
    assertThat(executed.refused()).isEmpty();
    assertThat(executed.disposed())
        .extracting(one -> one.disposal().how())
        .containsExactly(DisposalMethod.DESTROY, DisposalMethod.ANONYMISE);
    assertThat(executed.disposed().get(0).toString()).doesNotContain("rec-1");
  }

  @Test
  void holdThatCameInBetweenWins() {
    store.put("rec-1", RECORDING, "2026-08-01");
    SweepPlan<String> plan = store.plan();
    store.put("rec-1", RECORDING, "2026-08-01", hold(NOW.plusSeconds(30)));
    Execution.Executed<String> executed = executed(store, plan);
    assertThat(store.disposed).isEmpty();
    assertThat(executed.refused().get(0).ground())
        .isInstanceOfSatisfying(
            Refusal.NoLongerDue.class,
            refusal -> assertThat(refusal.now()).isInstanceOf(Disposition.Restrict.class));
    assertThat(executed.refused().get(0).toString()).doesNotContain("rec-1");
  }

  @Test
  void openRequestThatArrivesMidSweepShieldsTheRecordsThatAreLeft() {
    Store scripted =
        new Store() {
          @Override
          public void dispose(String id, Dispose disposal) {
            super.dispose(id, disposal);
            put(
                "second",
                RECORDING,
                "2026-08-01",
                Hold.since("request-1", HoldGround.ACCESS_REQUEST, NOW));
          }
        };
    scripted.put("first", RECORDING, "2026-08-01");
    scripted.put("second", RECORDING, "2026-08-01");
    Execution.Executed<String> executed = executed(scripted, scripted.plan());
    assertThat(scripted.disposed).containsExactly("first");
    assertThat(executed.refused()).extracting(Execution.Refused::id).containsExactly("second");
  }

  @Test
  void goneAndFailedRecordsAreRefusedWithTheirGroundAndTheOthersGo() {
    Store failing =
        new Store() {
          @Override
          public void dispose(String id, Dispose disposal) {
            if (id.equals("stuck")) {
              throw new IllegalStateException("with a secret");
            }
            super.dispose(id, disposal);
          }
        };
    failing.put("gone", RECORDING, "2026-08-01");
    failing.put("stuck", RECORDING, "2026-08-01");
    failing.put("rec-1", RECORDING, "2026-08-01");
    SweepPlan<String> plan = failing.plan();
    failing.records.remove("gone");
    Execution.Executed<String> executed = executed(failing, plan);
    assertThat(failing.disposed).containsExactly("rec-1");
    assertThat(executed.refused())
        .extracting(Execution.Refused::ground)
        .containsExactly(new Refusal.Gone(), new Refusal.Failed("java.lang.IllegalStateException"));
  }

  @Test
  void confirmationExpires() {
    store.put("rec-1", RECORDING, "2026-08-01");
    SweepPlan<String> plan = store.plan();
    assertThat(execute(store, plan, NOW.plus(HOUR)))
        .isEqualTo(new Execution.NotConfirmed<>(Execution.Reason.EXPIRED));
    assertThat(store.disposed).isEmpty();
    assertThat(execute(store, plan, NOW.plus(HOUR).minusNanos(1)))
        .isInstanceOf(Execution.Executed.class);
  }

  @Test
  void confirmationOfAnotherPlanConfirmsNothing() {
    store.put("rec-1", RECORDING, "2026-08-01");
    PlanToken other = store.plan().confirm();
    store.put("older", RECORDING, "2026-07-01");
    SweepPlan<String> plan = store.plan();
    Sweep<String> sweep = new Sweep<>(POLICY, store, () -> NOW);
    assertThat(sweep.execute(plan, other))
        .isEqualTo(new Execution.NotConfirmed<>(Execution.Reason.OTHER_PLAN));
    PlanToken prolonged = new PlanToken(plan.confirm().fingerprint(), NOW.plus(HOUR).plus(HOUR));
    assertThat(sweep.execute(plan, prolonged))
        .isEqualTo(new Execution.NotConfirmed<>(Execution.Reason.OTHER_PLAN));
    assertThat(store.disposed).isEmpty();
  }

  @Test
  void planNeedsAValidity() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SweepPlan.of(POLICY, List.of(), NOW, Duration.ZERO));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SweepPlan.of(POLICY, List.of(), NOW, HOUR.negated()));
  }

  @Property
  void dryRunAndLiveSweepDecideAlike(@ForAll long seed) {
    Random random = new Random(seed);
    Store live = new Store();
    for (int i = 0; i < 20; i++) {
      String day = "2026-%02d-15".formatted(1 + random.nextInt(11));
      RetentionClass name = random.nextBoolean() ? RECORDING : NOTES;
      if (random.nextInt(4) == 0) {
        live.put("r" + i, name, day, hold(NOW.minus(HOUR)));
      } else {
        live.put("r" + i, name, day);
      }
    }
    SweepPlan<String> plan = live.plan();
    List<String> planned = plan.due().stream().map(SweepPlan.Item::id).toList();
    Execution<String> execution = execute(live, plan, NOW);
    assertThat(execution).isInstanceOf(Execution.Executed.class);
    assertThat(live.disposed).isEqualTo(planned);
    assertThat(live.records).hasSize(20 - planned.size());
    assertThat(live.plan().due()).isEmpty();
  }

  @Test
  @Tag("R63")
  void certificateTellsWhatWentUnderWhichRuleWithoutAnyId() {
    store.put("caller-492215550123", RECORDING, "2026-08-01");
    store.put("caller-492215550124", RECORDING, "2026-07-01");
    store.put("caller-492215550125", NOTES, "2026-01-01");
    Instant horizon = Instant.parse("2026-12-21T00:00:00Z");
    DisposalCertificate certificate =
        DisposalCertificate.of(
            executed(store, store.plan()),
            List.of(
                DisposalCertificate.Copy.pending("backup", horizon),
                DisposalCertificate.Copy.done("archive")),
            NOW);
    assertThat(certificate.isPending()).isTrue();
    assertThat(certificate.text())
        .isEqualTo(
            """
            sotto disposal certificate v1
            issued 2026-11-21T10:00:00Z
            disposed 1 notes ANONYMISE 2026-11-21T10:01:00Z 2026-11-21T10:01:00Z \
            notes/MUST_DELETE_BY/recorded/P6M
            disposed 2 recording DESTROY 2026-11-21T10:01:00Z 2026-11-21T10:01:00Z \
            recording/MUST_DELETE_BY/recorded/P3M
            copy archive done
            copy backup pending 2026-12-21T00:00:00Z
            """);
    assertThat(certificate.bytesToSign())
        .isEqualTo(certificate.text().getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void certificateNamesTheGroundWhereNoRuleDecidedAndSpansTheTimes() {
    PurposeName service = PurposeName.of("service");
    Dispose gone =
        (Dispose)
            POLICY.decide(
                RecordFacts.of(RECORDING, NOW.minus(HOUR)).purposeEnded(service, NOW).build(),
                List.of(),
                NOW);
    Execution.Executed<Integer> executed =
        new Execution.Executed<>(
            List.of(
                new Execution.Disposed<>(1, "recording", gone, NOW),
                new Execution.Disposed<>(2, "recording", gone, NOW.minusSeconds(5)),
                new Execution.Disposed<>(3, "recording", gone, NOW.plusSeconds(5))),
            List.of());
    DisposalCertificate certificate =
        DisposalCertificate.of(executed, List.of(DisposalCertificate.Copy.done("primary")), NOW);
    assertThat(certificate.isPending()).isFalse();
    assertThat(certificate.lines())
        .containsExactly(
            new DisposalCertificate.Line(
                "recording",
                List.of("PURPOSE_ENDED"),
                DisposalMethod.DESTROY,
                3,
                NOW.minusSeconds(5),
                NOW.plusSeconds(5)));
  }

  @Test
  void nameOfACopyCannotForgeALine() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> DisposalCertificate.Copy.done("a\ncopy b done"));
    assertThatIllegalArgumentException().isThrownBy(() -> DisposalCertificate.Copy.done(" "));
  }

  private static SweepPlan<String> planOf(Instant asOf, Duration validity, String... ids) {
    Store store = new Store();
    for (String id : ids) {
      store.put(id, RECORDING, "2026-01-10");
    }
    return SweepPlan.of(POLICY, store.records.values(), asOf, validity);
  }

  @Test
  void tokenFitsNoPlanThatDiffersInAnything() {
    SweepPlan<String> plan = planOf(NOW, HOUR, "a", "b");
    List<SweepPlan<String>> others =
        List.of(
            planOf(NOW, HOUR, "a"),
            planOf(NOW, HOUR, "ab"),
            planOf(NOW, HOUR, "b", "a"),
            planOf(NOW, HOUR.plusNanos(1), "a", "b"),
            planOf(NOW.minusNanos(1), HOUR.plusNanos(1), "a", "b"),
            SweepPlan.of(
                POLICY,
                List.of(
                    new Candidate<>("a", facts(NOTES, "2026-01-10"), List.of()),
                    new Candidate<>("b", facts(RECORDING, "2026-01-10"), List.of())),
                NOW,
                HOUR));
    assertThat(planOf(NOW, HOUR, "a", "b").confirm()).isEqualTo(plan.confirm());
    for (SweepPlan<String> other : others) {
      assertThat(other.fingerprint()).isNotEqualTo(plan.fingerprint());
    }
  }

  private static RecordFacts facts(RetentionClass name, String day) {
    return RecordFacts.of(name, Instant.parse(day + "T10:00:00Z")).build();
  }

  @Test
  void textsTellWhatHappensAndNoId() {
    String id = "+4930231250001";
    Store store = new Store();
    store.put(id, RECORDING, "2026-01-10");
    SweepPlan<String> plan = store.plan();
    Execution.Executed<String> executed = executed(store, plan);
    List<String> texts =
        List.of(
            plan.toString(),
            plan.due().get(0).toString(),
            new Candidate<>(id, facts(RECORDING, "2026-01-10"), List.of(hold(NOW))).toString(),
            executed.disposed().get(0).toString(),
            new Execution.Refused<>(id, new Refusal.Gone()).toString());
    assertThat(texts).noneMatch(text -> text.contains(id));
    assertThat(texts.get(0)).contains("due=1").contains("kept=0");
    assertThat(texts.get(1)).contains("Dispose");
    assertThat(texts.get(2)).contains("1 holds");
    assertThat(texts.get(3)).contains("recording");
    assertThat(texts.get(4)).contains("Gone");
  }
}
