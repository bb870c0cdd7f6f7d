package eu.sotto.purpose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import eu.sotto.consent.CallConsents;
import eu.sotto.consent.ConsentEvent;
import eu.sotto.consent.ConsentEvent.NoticePlayed;
import eu.sotto.consent.Events;
import eu.sotto.consent.Oracle;
import eu.sotto.consent.Story;
import eu.sotto.permit.Obligation;
import eu.sotto.permit.Operation;
import eu.sotto.permit.Reason;
import eu.sotto.permit.ReasonCode;
import eu.sotto.register.Purpose;
import eu.sotto.vocabulary.LineId;
import eu.sotto.vocabulary.PurposeId;
import eu.sotto.vocabulary.RecipientId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;
import net.jqwik.api.Tuple;

/** What holds for every decision: default deny, forbid overrides, order makes no difference. */
@Label("Decisions over random calls")
class PurposeRulesPropertyTest {
  private static final int SAMPLES = 4000;
  private static final List<PurposeId> PURPOSES =
      Stream.concat(Office.REGISTER.purposes().stream().map(Purpose::id), Stream.of("none"))
          .map(name -> PurposeId.of(name.toString()))
          .toList();

  /** With whom, or from where. */
  private record Use(String recipient, String collectedFor) {
    static final Use PLAIN = new Use("", "");
  }

  /** One random question. */
  private record Question(Facts facts, Operation<?> operation, PurposeId purpose, Use use) {
    Ruling by(PurposeRules rules) {
      if (!use.collectedFor().isEmpty()) {
        return rules.decideFurther(facts, operation, purpose, PurposeId.of(use.collectedFor()));
      }
      RecipientId to = use.recipient().isEmpty() ? null : RecipientId.of(use.recipient());
      return rules.decide(facts, operation, purpose, to);
    }
  }

  @Property(tries = 1500, edgeCases = EdgeCasesMode.NONE)
  @Tag("R02")
  @Tag("R10")
  @Tag("R11")
  void noConsentPurposeIsPermittedWithoutALawfulYes(
      @ForAll("calls") List<ConsentEvent> recorded, @ForAll("seconds") int second) {
    Instant now = Story.second(second);
    Facts facts = facts(recorded, now, "main");
    Ruling ruling =
        new Question(facts, Operation.RECORD, Story.QUALITY, Use.PLAIN)
            .by(PurposeRules.of(Office.REGISTER));

    if (ruling.permitted()) {
      assertThat(Oracle.mayCount(recorded, now)).isTrue();
      assertThat(recorded).anyMatch(e -> heardBy(e, now));
    }
  }

  @Property(tries = 1500, edgeCases = EdgeCasesMode.NONE)
  @Tag("R01")
  void nothingButARescueIsPermittedBeforeTheDisclosureWasHeard(
      @ForAll("questions") Question question) {
    assertThat(actsUnannounced(question, PurposeRules.BUILT_IN)).isFalse();
  }

  @Example
  void rulesThatForgetTheAnnouncementAreCaught() {
    List<Rule> mutant = new ArrayList<>(PurposeRules.BUILT_IN);
    mutant.removeAll(NoticeRules.ALL);

    assertThat(questions().sampleStream().limit(SAMPLES).anyMatch(q -> actsUnannounced(q, mutant)))
        .isTrue();
  }

  @Example
  void rulesThatTakeAQuestionForAConsentAreCaught() {
    List<Rule> mutant = new ArrayList<>(PurposeRules.BUILT_IN);
    mutant.removeAll(BasisRules.ALL);
    mutant.add((asked, findings) -> findings.ground());

    assertThat(questions().sampleStream().limit(SAMPLES).anyMatch(q -> actsUnasked(q, mutant)))
        .isTrue();
    assertThat(
            questions()
                .sampleStream()
                .limit(SAMPLES)
                .noneMatch(q -> actsUnasked(q, PurposeRules.BUILT_IN)))
        .isTrue();
  }

  @Property(tries = 500, edgeCases = EdgeCasesMode.NONE)
  void orderAndRepetitionOfRulesMakeNoDifference(
      @ForAll("questions") Question question, @ForAll Random random) {
    List<Rule> rules = new ArrayList<>(PurposeRules.BUILT_IN);
    rules.addAll(PurposeRules.BUILT_IN.subList(0, random.nextInt(rules.size())));
    Collections.shuffle(rules, random);

    assertThat(question.by(new PurposeRules(Office.REGISTER, rules)))
        .isEqualTo(question.by(PurposeRules.of(Office.REGISTER)));
  }

  @Property(tries = 500, edgeCases = EdgeCasesMode.NONE)
  void oneMoreProhibitionOverridesEverythingAndHidesNoReason(
      @ForAll("questions") Question question, @ForAll Random random) {
    Ruling before = question.by(PurposeRules.of(Office.REGISTER));
    Ruling after =
        with(
            question,
            random,
            (asked, findings) -> findings.forbid(ReasonCode.STORE_UNAVAILABLE, ""));

    assertThat(after.outcome()).isEqualTo(Outcome.DENIED);
    assertThat(after.reasons()).containsAll(before.reasons());
  }

  @Property(tries = 500, edgeCases = EdgeCasesMode.NONE)
  @Tag("R34")
  void whatIsForbiddenByNameIsDeniedWhateverElseHolds(@ForAll("questions") Question question) {
    for (String name : List.of("broker", "model-maker")) {
      Question other =
          new Question(
              question.facts(), question.operation(), question.purpose(), new Use(name, ""));
      Ruling ruling =
          with(other, new Random(question.hashCode()), (asked, findings) -> findings.ground());

      assertThat(ruling.outcome()).isEqualTo(Outcome.DENIED);
      assertThat(ruling.reasons())
          .contains(Reason.of(ReasonCode.RECIPIENT_FORBIDDEN, RecipientId.of(name)));
    }
  }

  @Property(tries = 500, edgeCases = EdgeCasesMode.NONE)
  @Tag("R20")
  void anotherOriginOfTheDataOpensNothing(@ForAll("questions") Question question) {
    Question plain =
        new Question(question.facts(), question.operation(), question.purpose(), Use.PLAIN);
    Ruling alone = plain.by(PurposeRules.of(Office.REGISTER));
    for (PurposeId from : PURPOSES) {
      Use use = new Use("", from.value());
      Ruling further =
          new Question(question.facts(), question.operation(), question.purpose(), use)
              .by(PurposeRules.of(Office.REGISTER));

      assertThat(further.reasons()).containsAll(alone.reasons());
      assertThat(further.permitted() && !alone.permitted()).isFalse();
    }
  }

  @Property(tries = 500, edgeCases = EdgeCasesMode.NONE)
  void oneMoreGroundOpensNothingThatIsForbidden(
      @ForAll("questions") Question question, @ForAll Random random) {
    Ruling before = question.by(PurposeRules.of(Office.REGISTER));
    Ruling after = with(question, random, (asked, findings) -> findings.ground());

    assertThat(after).isEqualTo(before);
  }

  @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
  @Tag("R38")
  void withoutAnyRuleEverythingIsDenied(@ForAll("questions") Question question) {
    Ruling ruling = question.by(new PurposeRules(Office.REGISTER, List.of()));

    assertThat(ruling.outcome()).isEqualTo(Outcome.DENIED);
    assertThat(ruling.reasons())
        .containsExactly(Reason.of(ReasonCode.LEGAL_BASIS_MISSING, question.purpose()));
  }

  @Property(tries = 500, edgeCases = EdgeCasesMode.NONE)
  void everyNoSaysWhyOnceAndCitesTheLaw(@ForAll("questions") Question question) {
    Ruling ruling = question.by(PurposeRules.of(Office.REGISTER));

    assertThat(ruling.reasons()).doesNotHaveDuplicates();
    assertThat(ruling.reasons())
        .allSatisfy(r -> assertThat(r.article()).matches("(GDPR|AI Act|StGB).*"));
  }

  @Example
  void anUnlawfulRulingCannotBeMade() {
    List<Reason> reasons = List.of(Reason.of(ReasonCode.OBJECTED));

    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Ruling(Outcome.PERMITTED, Set.of(), reasons));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Ruling(Outcome.DENIED, Set.of(), List.of()));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Ruling(Outcome.NEEDS_REVIEW, Set.of(Obligation.REDACT), reasons));
  }

  private static Ruling with(Question question, Random random, Rule rule) {
    List<Rule> rules = new ArrayList<>(PurposeRules.BUILT_IN);
    rules.add(random.nextInt(rules.size() + 1), rule);
    return question.by(new PurposeRules(Office.REGISTER, rules));
  }

  private static boolean actsUnannounced(Question question, List<Rule> rules) {
    boolean told =
        question.facts().consents().events().stream()
            .anyMatch(e -> heardBy(e, question.facts().now()));
    return !told
        && !question.purpose().value().equals("rescue")
        && question.by(new PurposeRules(Office.REGISTER, rules)).permitted();
  }

  private static boolean actsUnasked(Question question, List<Rule> rules) {
    Facts facts = question.facts();
    return question.purpose().equals(Story.QUALITY)
        && !Oracle.mayCount(facts.consents().events(), facts.now())
        && question.by(new PurposeRules(Office.REGISTER, rules)).permitted();
  }

  private static boolean heardBy(ConsentEvent event, Instant now) {
    return event instanceof NoticePlayed n && n.playout().complete() && !n.at().isAfter(now);
  }

  private static Facts facts(List<ConsentEvent> recorded, Instant now, String line) {
    CallConsents consents = Story.after(recorded.toArray(ConsentEvent[]::new));
    return new Facts(CallFacts.running(LineId.of(line), true), consents, SubjectFacts.NONE, now);
  }

  @Provide
  Arbitrary<Question> questions() {
    return Combinators.combine(
            calls(),
            seconds(),
            Arbitraries.of("main", "desk"),
            Arbitraries.of(Operation.all()),
            Arbitraries.of(PURPOSES),
            uses())
        .as(
            (recorded, second, line, operation, purpose, use) ->
                new Question(facts(recorded, Story.second(second), line), operation, purpose, use));
  }

  private static Arbitrary<Use> uses() {
    List<Use> all = new ArrayList<>(List.of(Use.PLAIN, new Use("stranger", "")));
    Office.REGISTER.recipients().forEach(r -> all.add(new Use(r.id().value(), "")));
    PURPOSES.forEach(p -> all.add(new Use("", p.value())));
    return Arbitraries.frequencyOf(
        Tuple.of(1, Arbitraries.just(Use.PLAIN)), Tuple.of(1, Arbitraries.of(all)));
  }

  @Provide
  Arbitrary<List<ConsentEvent>> calls() {
    return Events.calls();
  }

  @Provide
  Arbitrary<Integer> seconds() {
    return Arbitraries.integers().between(0, 45);
  }
}
