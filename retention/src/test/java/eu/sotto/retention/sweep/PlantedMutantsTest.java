package eu.sotto.retention.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import eu.sotto.retention.Disposition.Dispose;
import eu.sotto.retention.Hold;
import eu.sotto.retention.HoldGround;
import eu.sotto.retention.RecordFacts;
import eu.sotto.retention.RetentionClass;
import eu.sotto.retention.RetentionPolicy;
import eu.sotto.retention.RetentionRule;
import eu.sotto.retention.RuleKind;
import eu.sotto.retention.Trigger;
import eu.sotto.retention.calendar.RetentionTerm;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.BinaryOperator;
import org.junit.jupiter.api.Test;

/** Plants wrong decisions and a wrong sweep; the rules that the properties state catch each. */
class PlantedMutantsTest {
  private static final RetentionClass BOOKS = RetentionClass.ofDocuments("books");
  private static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");

  private static RetentionRule rule(RuleKind kind, String term) {
    RetentionRule.NeedsKind needs = RetentionRule.forClass(BOOKS);
    return (kind == RuleKind.MUST_KEEP_UNTIL ? needs.mustKeepUntil() : needs.mustDeleteBy())
        .trigger(Trigger.recorded())
        .period(RetentionTerm.parse(term))
        .source("register")
        .build();
  }

  private static RecordFacts recorded(String day) {
    return RecordFacts.of(BOOKS, Instant.parse(day + "T12:00:00Z")).build();
  }

  /** Adding a duty never deletes earlier, and never later than the longest alone would. */
  private static boolean honoursEveryDuty(
      BiFunction<List<RetentionRule>, RecordFacts, LocalDate> firstDeletionDay) {
    RecordFacts facts = recorded("2026-03-05");
    List<RetentionRule> rules = new ArrayList<>(List.of(rule(RuleKind.MUST_DELETE_BY, "P1M")));
    LocalDate before = firstDeletionDay.apply(rules, facts);
    for (String term : List.of("P6M", "P3M", "P5Y", "P1Y")) {
      rules.add(rule(RuleKind.MUST_KEEP_UNTIL, term));
      LocalDate after = firstDeletionDay.apply(rules, facts);
      if (after.isBefore(before)) {
        return false;
      }
      before = after;
    }
    return before.equals(LocalDate.of(2031, 3, 6));
  }

  private static LocalDate weighed(
      List<RetentionRule> rules, RecordFacts facts, BinaryOperator<LocalDate> pick) {
    LocalDate recorded = facts.recordedAt().atZone(ZoneOffset.UTC).toLocalDate();
    return rules.stream()
        .filter(rule -> rule.kind() == RuleKind.MUST_KEEP_UNTIL)
        .map(rule -> rule.term().orElseThrow().lastDay(recorded).plusDays(1))
        .reduce(pick)
        .orElse(LocalDate.of(2026, 4, 6));
  }

  @Test
  void engineHonoursEveryDuty() {
    assertThat(
            honoursEveryDuty(
                (rules, facts) ->
                    RetentionPolicy.of(rules, ZoneOffset.UTC)
                        .due(facts)
                        .orElseThrow()
                        .firstDeletionDay()))
        .isTrue();
  }

  @Test
  void shortestDutyInPlaceOfTheLongestIsCaught() {
    BinaryOperator<LocalDate> longest = BinaryOperator.maxBy(Comparator.naturalOrder());
    BinaryOperator<LocalDate> shortest = BinaryOperator.minBy(Comparator.naturalOrder());
    assertThat(honoursEveryDuty((rules, facts) -> weighed(rules, facts, longest))).isTrue();
    assertThat(honoursEveryDuty((rules, facts) -> weighed(rules, facts, shortest))).isFalse();
  }

  /** Between plan and execution a hold arrives; a sweep that honours it leaves the record alone. */
  private static boolean honoursAHoldMidRun(boolean readsAgain) {
    RetentionPolicy policy =
        RetentionPolicy.of(List.of(rule(RuleKind.MUST_DELETE_BY, "P1M")), ZoneOffset.UTC);
    Candidate<String> planned = new Candidate<>("r", recorded("2026-03-05"), List.of());
    Candidate<String> held =
        new Candidate<>(
            "r", planned.facts(), List.of(Hold.since("case", HoldGround.LEGAL_HOLD, NOW)));
    List<String> disposed = new ArrayList<>();
    Sweep.Records<String> records =
        new Sweep.Records<>() {
          @Override
          public Optional<Candidate<String>> read(String id) {
            return Optional.of(readsAgain ? held : planned);
          }

          @Override
          public void dispose(String id, Dispose disposal) {
            disposed.add(id);
          }
        };
    SweepPlan<String> plan = SweepPlan.of(policy, List.of(planned), NOW, Duration.ofHours(1));
    new Sweep<>(policy, records, () -> NOW).execute(plan, plan.confirm());
    return disposed.isEmpty();
  }

  @Test
  void holdThatIsIgnoredMidRunIsCaught() {
    assertThat(honoursAHoldMidRun(true)).isTrue();
    assertThat(honoursAHoldMidRun(false)).isFalse();
  }
}
