package eu.sotto.purpose;

import static org.assertj.core.api.Assertions.assertThat;

import eu.sotto.consent.CallConsents;
import eu.sotto.consent.Story;
import eu.sotto.permit.Obligation;
import eu.sotto.permit.Operation;
import eu.sotto.permit.Reason;
import eu.sotto.vocabulary.LineId;
import eu.sotto.vocabulary.PurposeId;
import eu.sotto.vocabulary.RecipientId;
import eu.sotto.vocabulary.Role;
import eu.sotto.vocabulary.Speaker;
import java.io.InputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Decisions reasoned by hand, {@code /purpose/decisions.json}: facts, outcome, article, and why.
 */
@Tag("R01")
@Tag("R02")
@Tag("R04")
@Tag("R05")
@Tag("R06")
@Tag("R08")
@Tag("R10")
@Tag("R11")
@Tag("R12")
@Tag("R13")
@Tag("R14")
@Tag("R15")
@Tag("R16")
@Tag("R18")
@Tag("R19")
@Tag("R20")
@Tag("R21")
@Tag("R24")
@Tag("R25")
@Tag("R27")
@Tag("R28")
@Tag("R29")
@Tag("R30")
@Tag("R31")
@Tag("R33")
@Tag("R34")
@Tag("R35")
@Tag("R36")
@Tag("R37")
@Tag("R38")
class DecisionCorpusTest {
  private static final PurposeRules RULES = PurposeRules.of(Office.REGISTER);
  private static final PurposeRules EEA_ONLY = PurposeRules.of(Office.EEA_ONLY);

  @TestFactory
  Stream<DynamicTest> everyDecisionIsAsReasonedByHand() {
    return corpus().stream()
        .map(d -> DynamicTest.dynamicTest(d.get("id").asString(), () -> check(d)));
  }

  @Test
  void theCorpusIsLargeNamesItsLawAndRepeatsNothing() {
    List<JsonNode> corpus = corpus();

    assertThat(corpus).hasSizeGreaterThanOrEqualTo(300);
    assertThat(corpus).allSatisfy(d -> assertThat(texts(d, "rows")).isNotEmpty());
    assertThat(corpus).allSatisfy(d -> assertThat(d.get("article").asString()).isNotBlank());
    assertThat(corpus).allSatisfy(d -> assertThat(d.get("why").asString()).endsWith("."));
    assertThat(corpus).extracting(d -> d.get("id").asString()).doesNotHaveDuplicates();
  }

  private static void check(JsonNode d) {
    Ruling ruling = ruling(d);

    assertThat(ruling.outcome())
        .as(d.get("why").asString())
        .isEqualTo(Outcome.valueOf(d.get("outcome").asString()));
    assertThat(ruling.reasons().stream().map(Reason::code).map(Enum::name).distinct())
        .as(d.get("why").asString())
        .containsExactlyInAnyOrderElementsOf(texts(d, "reasons"));
    assertThat(ruling.obligations().stream().map(Obligation::name))
        .as(d.get("why").asString())
        .containsExactlyInAnyOrderElementsOf(texts(d, "obligations"));
  }

  private static Ruling ruling(JsonNode d) {
    Operation<?> operation = Operation.named(d.get("operation").asString()).orElseThrow();
    PurposeId purpose = PurposeId.of(d.get("purpose").asString());
    if (d.has("collectedFor")) {
      PurposeId from = PurposeId.of(d.get("collectedFor").asString());
      return rules(d).decideFurther(facts(d), operation, purpose, from);
    }
    RecipientId recipient =
        d.has("recipient") ? RecipientId.of(d.get("recipient").asString()) : null;
    return rules(d).decide(facts(d), operation, purpose, recipient);
  }

  private static PurposeRules rules(JsonNode d) {
    return d.has("onlyInEea") ? EEA_ONLY : RULES;
  }

  static Facts facts(JsonNode d) {
    Set<String> known = Set.of("line", "ai", "ended", "cleared", "call", "subject", "now");
    assertThat(d.get("facts").propertyNames()).isSubsetOf(known);
    JsonNode facts = d.get("facts");
    Set<Speaker> cleared =
        texts(facts, "cleared").stream()
            .map(s -> Speaker.of(s.split(" ", -1)[0], Role.valueOf(s.split(" ", -1)[1])))
            .collect(Collectors.toSet());
    CallConsents consents = Script.play(texts(facts, "call"));
    CallFacts call =
        new CallFacts(
            LineId.of(facts.get("line").asString()), facts.has("ai"), facts.has("ended"), cleared);
    return new Facts(call, consents, subject(facts.get("subject")), time(facts.get("now")));
  }

  private static SubjectFacts subject(JsonNode node) {
    if (node == null) {
      return SubjectFacts.NONE;
    }
    Map<PurposeId, Instant> withdrawn = new HashMap<>();
    if (node.has("withdrawn")) {
      node.get("withdrawn")
          .properties()
          .forEach(e -> withdrawn.put(PurposeId.of(e.getKey()), time(e.getValue())));
    }
    Set<PurposeId> objected = new HashSet<>();
    texts(node, "objected").forEach(p -> objected.add(PurposeId.of(p)));
    Instant restricted = node.has("restrictedSince") ? time(node.get("restrictedSince")) : null;
    return new SubjectFacts(withdrawn, objected, restricted, node.has("erased"));
  }

  private static Instant time(JsonNode node) {
    return node.isNumber() ? Story.second(node.asDouble()) : Instant.parse(node.asString());
  }

  private static List<String> texts(JsonNode node, String name) {
    List<String> texts = new ArrayList<>();
    if (node.has(name)) {
      node.get(name).forEach(n -> texts.add(n.asString()));
    }
    return texts;
  }

  private static List<JsonNode> corpus() {
    InputStream in =
        Objects.requireNonNull(
            DecisionCorpusTest.class.getResourceAsStream("/purpose/decisions.json"));
    List<JsonNode> decisions = new ArrayList<>();
    JsonMapper.shared().readTree(in).get("decisions").forEach(decisions::add);
    return decisions;
  }
}
