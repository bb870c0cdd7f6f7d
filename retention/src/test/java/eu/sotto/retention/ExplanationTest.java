package eu.sotto.retention;

import static eu.sotto.retention.Samples.BERLIN;
import static eu.sotto.retention.Samples.CALL_ENDED;
import static eu.sotto.retention.Samples.RECORDING;
import static eu.sotto.retention.Samples.SERVICE;
import static eu.sotto.retention.Samples.call;
import static eu.sotto.retention.Samples.delete;
import static eu.sotto.retention.Samples.keep;
import static eu.sotto.retention.Samples.mayForClaim;
import static eu.sotto.retention.Samples.noon;
import static eu.sotto.retention.Samples.policy;
import static org.assertj.core.api.Assertions.assertThat;

import eu.sotto.retention.PolicyChange.Effect;
import eu.sotto.retention.RuleTrace.Role;
import eu.sotto.retention.calendar.RetentionTerm;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ExplanationTest {
  private final RetentionPolicy policy = policy(delete("P3M"), keep("P5Y"), mayForClaim("P10Y"));

  @Test
  void explanationSaysInEnglishWhyTheRecordIsStillHereAndWhatFreesIt() {
    Explanation why = policy.explain(call("2026-03-05").build(), List.of(), noon("2026-11-21"));
    assertThat(why.text(Locale.ENGLISH))
        .isEqualTo(
            """
            The record stays restricted to WpHG 83 through 5 March 2031, because a duty to keep it \
            is in force.
            Rules:
            - Reason to keep it (BGB 195): holds for named claims only, through 5 March 2036
            - Longest time (register): is over, through 5 June 2026
            - Duty to keep it (WpHG 83): decides, through 5 March 2031
            It is freed by:
            - the end of the period: due on 6 March 2031
            """);
  }

  @Test
  void explanationSaysTheSameInGerman() {
    Hold hold = Hold.since("Az-17", HoldGround.LEGAL_HOLD, noon("2026-04-01"));
    Explanation why =
        policy(delete("P3M"))
            .explain(
                call("2026-11-02").purpose(SERVICE).build(), List.of(hold), noon("2026-11-21"));
    assertThat(why.text(Locale.GERMANY))
        .isEqualTo(
            """
            Der Datensatz bleibt bis zur Freigabe, denn eine Sicherungsanordnung gilt \
            [Aktenzeichen Az-17].
            Regeln:
            - Höchstdauer (register): läuft, bis einschließlich 2. Februar 2027
            Frei wird er durch:
            - Ende der Sperre Az-17
            - Fristablauf: fällig am 3. Februar 2027
            """);
  }

  @Test
  void everyWordIsThereInBothLanguagesAndDiffers() {
    for (Phrases phrases : Phrases.values()) {
      Set<String> words = new HashSet<>();
      for (Ground ground : Ground.values()) {
        assertThat(words.add(phrases.ground(ground))).isTrue();
      }
      for (Role role : Role.values()) {
        assertThat(words.add(phrases.role(role))).isTrue();
      }
      for (RuleKind kind : RuleKind.values()) {
        assertThat(words.add(phrases.kind(kind))).isTrue();
      }
      for (Release.Kind kind : Release.Kind.values()) {
        assertThat(words.add(phrases.release(new Release(kind, "x")))).isTrue();
      }
      for (Phrases.Word word : Phrases.Word.values()) {
        assertThat(words.add(phrases.word(word))).isTrue();
      }
      assertThat(words).noneMatch(String::isBlank);
    }
    for (Ground ground : Ground.values()) {
      assertThat(Phrases.GERMAN.ground(ground)).isNotEqualTo(Phrases.ENGLISH.ground(ground));
    }
  }

  @Test
  void disposalTellsHowAndSinceWhen() {
    Explanation due =
        policy(delete("P3M")).explain(call("2026-03-05").build(), List.of(), noon("2026-11-21"));
    assertThat(due.frees()).isEmpty();
    assertThat(due.text(Locale.ENGLISH))
        .startsWith("The record is due since 6 June 2026 to be destroyed");
    assertThat(due.text(Locale.GERMAN))
        .startsWith("Der Datensatz ist seit 6. Juni 2026 zu löschen");
    RetentionRule anonymise =
        RetentionRule.forClass(RECORDING)
            .mustDeleteBy()
            .trigger(Trigger.recorded())
            .period(RetentionTerm.parse("P1M"))
            .source("register")
            .disposal(DisposalMethod.ANONYMISE)
            .build();
    Explanation other =
        policy(anonymise).explain(call("2026-03-05").build(), List.of(), noon("2026-11-21"));
    assertThat(other.text(Locale.ENGLISH)).contains("to be anonymised");
    assertThat(other.text(Locale.GERMAN)).contains("zu anonymisieren");
  }

  @Test
  void everyRoleIsTold() {
    RetentionRule claimed = mayForClaim("P9Y");
    RetentionRule lapsed =
        RetentionRule.forClass(RECORDING)
            .mustKeepUntil()
            .trigger(Trigger.recorded())
            .period(RetentionTerm.parse("P10Y"))
            .source("AO 147(3) as it stood")
            .inForceThrough(noon("2024-12-31").atZone(BERLIN).toLocalDate())
            .build();
    RetentionRule owed =
        RetentionRule.forClass(RECORDING)
            .deadline()
            .trigger(Trigger.recorded())
            .period(RetentionTerm.parse("P1M"))
            .source("GDPR 12(3)")
            .build();
    RetentionRule waits =
        RetentionRule.forClass(RECORDING)
            .mustDeleteBy()
            .trigger(Trigger.event(EventName.of("never")).backstop(RetentionTerm.parse("P20Y")))
            .period(RetentionTerm.parse("P1Y"))
            .source("register")
            .build();
    RetentionRule running = delete("P4Y");
    RetentionRule ended = Samples.may("P8Y", SERVICE);
    RetentionPolicy all =
        policy(delete("P3Y"), running, claimed, lapsed, owed, waits, ended, keep("P1M"));
    RecordFacts facts =
        call("2026-03-05")
            .purposeEnded(SERVICE, noon("2026-04-01"))
            .purpose(PurposeName.of("proof"))
            .build();
    Explanation why = all.explain(facts, List.of(), noon("2026-11-21"));
    EnumSet<Role> roles = EnumSet.noneOf(Role.class);
    why.rules().forEach(trace -> roles.add(trace.role()));
    assertThat(roles).isEqualTo(EnumSet.allOf(Role.class));
    assertThat(why.frees())
        .contains(
            new Release(Release.Kind.EVENT_HAPPENS, "never"),
            new Release(Release.Kind.PURPOSES_END, "proof"))
        .doesNotContain(new Release(Release.Kind.PURPOSES_END, "service"));
  }

  @Test
  void claimAndContradictionTellWhatFreesThem() {
    RetentionRule claimRule = mayForClaim("P10Y");
    RecordFacts claimed = call("2026-03-05").claim(new Claim("file-17", claimRule.id())).build();
    assertThat(
            policy(delete("P3M"), claimRule)
                .explain(claimed, List.of(), noon("2026-11-21"))
                .frees())
        .contains(new Release(Release.Kind.CLAIM_SETTLED, "file-17"));
    Explanation review =
        policy(Samples.deleteAbsolutely("P1M"), keep("P5Y"))
            .explain(call("2026-03-05").build(), List.of(), noon("2026-11-21"));
    assertThat(review.frees())
        .extracting(Release::kind)
        .contains(Release.Kind.PERSON_DECIDES, Release.Kind.PERIOD_ENDS);
    assertThat(review.text(Locale.ENGLISH)).startsWith("A person has to decide");
    assertThat(review.text(Locale.GERMAN)).startsWith("Ein Mensch muss entscheiden");
  }

  @Test
  void holdRuleIsFreedByItsEvent() {
    RetentionRule hold =
        RetentionRule.forClass(RECORDING)
            .restriction()
            .trigger(Trigger.event(EventName.of("settled")).backstop(RetentionTerm.parse("P5Y")))
            .source("GDPR 18")
            .id(RuleId.of("dispute"))
            .build();
    RecordFacts.Builder facts = call("2026-03-05");
    Explanation why =
        policy(delete("P3M"), hold).explain(facts.build(), List.of(), noon("2026-11-21"));
    assertThat(why.disposition()).isInstanceOf(Disposition.Restrict.class);
    assertThat(why.frees()).contains(new Release(Release.Kind.HOLD_ENDS, "dispute"));
    facts.event(EventName.of("settled"), noon("2026-11-20"));
    assertThat(
            policy(delete("P3M"), hold)
                .decide(facts.build(), List.of(), noon("2026-11-21"))
                .isDue())
        .isTrue();
  }

  @Test
  void changeOfPolicyIsToldForEachRecord() {
    RetentionPolicy six = policy(delete("P6M"));
    RetentionPolicy three = policy(delete("P3M"));
    RetentionPolicy torn = policy(Samples.deleteAbsolutely("P1M"), keep("P5Y"));
    RetentionPolicy kept = policy(delete("P1M"), keep("P3M"));
    Map<String, PolicyComparison.Sample> records =
        Map.of(
            "old", new PolicyComparison.Sample(call("2026-08-01").build(), List.of()),
            "new", new PolicyComparison.Sample(call("2026-10-15").build(), List.of()),
            "gone", new PolicyComparison.Sample(call("2025-10-15").build(), List.of()));
    var now = noon("2026-11-21");
    PolicyComparison<String> shorter = PolicyComparison.compare(six, three, records, now);
    assertThat(shorter.with(Effect.BECOMES_DUE)).containsExactly("old");
    assertThat(shorter.with(Effect.DUE_EARLIER)).containsExactly("new");
    assertThat(shorter.with(Effect.SAME)).containsExactly("gone");
    PolicyComparison<String> longer = PolicyComparison.compare(three, six, records, now);
    assertThat(longer.with(Effect.NO_LONGER_DUE)).containsExactly("old");
    assertThat(longer.with(Effect.STAYS_LONGER)).containsExactly("new");
    assertThat(longer.counts())
        .isEqualTo(Map.of(Effect.NO_LONGER_DUE, 1L, Effect.STAYS_LONGER, 1L, Effect.SAME, 1L));
    assertThat(PolicyComparison.compare(three, torn, records, now).with(Effect.CONTRADICTS))
        .containsExactlyInAnyOrder("old", "new", "gone");
    assertThat(PolicyComparison.compare(torn, torn, records, now).with(Effect.SAME)).hasSize(3);
    assertThat(PolicyComparison.compare(three, kept, records, now).with(Effect.KEPT_OTHERWISE))
        .containsExactly("new");
    assertThat(longer.toString()).doesNotContain("old");
    assertThat(longer.changes().get("new").text(Locale.ENGLISH))
        .contains("through 15 January 2027")
        .contains("→ The record stays through 15 April 2027");
  }

  @Test
  void deadlineCountsByItsEarliestReadingAndShowsTheOthers() {
    RetentionClass request = RetentionClass.ofData("request");
    EventName received = EventName.of("request-received");
    RetentionRule month =
        RetentionRule.forClass(request)
            .deadline()
            .trigger(Trigger.event(received).backstop(RetentionTerm.parse("P1Y")))
            .period(RetentionTerm.parse("P1M;ROLL"))
            .source("GDPR 12(3)")
            .id(RuleId.of("GDPR12_3"))
            .build();
    RetentionRule breach =
        RetentionRule.forClass(request)
            .deadline()
            .trigger(Trigger.recorded())
            .elapsed(java.time.Duration.ofDays(3))
            .source("GDPR 33(1)")
            .id(RuleId.of("GDPR33_72H"))
            .build();
    RetentionPolicy both = policy(month, breach, delete("P3M"));
    RecordFacts.Builder facts = RecordFacts.of(request, noon("2026-03-26"));
    assertThat(both.deadlines(facts.build())).containsOnlyKeys(RuleId.of("GDPR33_72H"));
    facts.event(received, noon("2026-01-31"));
    Deadline answer = both.deadlines(facts.build()).get(RuleId.of("GDPR12_3"));
    assertThat(answer.due()).hasToString("2026-02-28");
    assertThat(answer.readings())
        .extracting(r -> r.end().toString())
        .containsExactly("2026-03-02", "2026-02-28");
    assertThat(answer.isOverdue(noon("2026-02-28"), BERLIN)).isFalse();
    assertThat(answer.isOverdue(Samples.midnight("2026-03-01"), BERLIN)).isTrue();
    Deadline notice = both.deadlines(facts.build()).get(RuleId.of("GDPR33_72H"));
    assertThat(notice.due()).hasToString("2026-03-29T13:00:00+02:00");
    assertThat(notice.readings())
        .extracting(r -> r.basis() + " " + r.end())
        .containsExactly(
            "AS_WRITTEN 2026-03-29T13:00:00+02:00",
            "FULL_HOURS 2026-03-29T14:00:00+02:00",
            "TWO_WORKING_DAYS 2026-03-31T00:00:00+02:00");
    assertThat(facts.event(CALL_ENDED, noon("2026-02-01")).build().toString())
        .doesNotContain("2026");
  }
}
