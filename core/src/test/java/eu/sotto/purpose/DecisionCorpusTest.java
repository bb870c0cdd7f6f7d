package eu.sotto.purpose;

import static org.assertj.core.api.Assertions.assertThat;

import eu.sotto.consent.CallConsents;
import eu.sotto.consent.Story;
import eu.sotto.permit.Obligation;
import eu.sotto.permit.Operation;
import eu.sotto.permit.Reason;
import eu.sotto.redaction.PiiType;
import eu.sotto.register.Ground;
import eu.sotto.register.Keeping;
import eu.sotto.register.LegalBasis;
import eu.sotto.register.Purpose;
import eu.sotto.register.PurposeRole;
import eu.sotto.register.RegisterBuilder;
import eu.sotto.register.RegisterException;
import eu.sotto.register.Responsibility;
import eu.sotto.register.Scope;
import eu.sotto.vocabulary.ContractTie;
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
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
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
@Tag("R03")
@Tag("R04")
@Tag("R05")
@Tag("R06")
@Tag("R07")
@Tag("R08")
@Tag("R10")
@Tag("R11")
@Tag("R12")
@Tag("R13")
@Tag("R14")
@Tag("R15")
@Tag("R16")
@Tag("R17")
@Tag("R18")
@Tag("R19")
@Tag("R20")
@Tag("R21")
@Tag("R22")
@Tag("R23")
@Tag("R24")
@Tag("R25")
@Tag("R26")
@Tag("R27")
@Tag("R28")
@Tag("R29")
@Tag("R30")
@Tag("R31")
@Tag("R32")
@Tag("R33")
@Tag("R34")
@Tag("R35")
@Tag("R36")
@Tag("R37")
@Tag("R38")
@Tag("R39")
class DecisionCorpusTest {
  private static final PurposeRules RULES = PurposeRules.of(Office.REGISTER);
  private static final PurposeRules EEA_ONLY = PurposeRules.of(Office.EEA_ONLY);
  private static final PurposeRules WIDER = PurposeRules.of(WiderOffice.REGISTER);
  private static final Sieve SIEVE = Sieve.of(WiderOffice.REGISTER);

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

  /** R09 was never given; every other row of consent and purpose binding is decided here. */
  @Test
  void everyRowHasItsDecisions() {
    Set<String> decided =
        corpus().stream().flatMap(d -> texts(d, "rows").stream()).collect(Collectors.toSet());

    assertThat(decided)
        .containsAll(
            IntStream.rangeClosed(1, 39)
                .filter(row -> row != 9)
                .mapToObj(row -> String.format(Locale.ROOT, "R%02d", row))
                .toList());
  }

  private static void check(JsonNode d) {
    if (d.has("intake")) {
      checkTaken(d);
    } else if (d.has("asks")) {
      checkAsked(d);
    } else if (d.has("declares")) {
      assertThat(accepted(d.get("declares")))
          .as(d.get("why").asString())
          .isEqualTo(d.get("accepted").asBoolean());
    } else {
      checkRuling(d);
    }
  }

  private static void checkTaken(JsonNode d) {
    JsonNode intake = d.get("intake");
    List<String> agreed = texts(intake, "agreed");
    Sifted sifted =
        SIEVE.sift(
            PurposeId.of(intake.get("purpose").asString()),
            Submission.of(map(intake.get("named"), JsonNode::asString)),
            purpose -> agreed.contains(purpose.value()));

    assertThat(sifted.taken())
        .as(d.get("why").asString())
        .isEqualTo(map(d.get("taken"), JsonNode::asString));
    assertThat(sifted.dropped())
        .as(d.get("why").asString())
        .isEqualTo(map(d.get("dropped"), JsonNode::asInt));
  }

  private static void checkAsked(JsonNode d) {
    JsonNode asks = d.get("asks");
    List<PiiType> kinds = texts(asks, "kinds").stream().map(PiiType::valueOf).toList();

    assertThat(SIEVE.undeclared(PurposeId.of(asks.get("purpose").asString()), kinds))
        .as(d.get("why").asString())
        .extracting(PiiType::name)
        .containsExactlyInAnyOrderElementsOf(texts(d, "undeclared"));
  }

  /** Whether the office's register can be built with a purpose in these roles. */
  private static boolean accepted(JsonNode declared) {
    String reference = declared.has("reference") ? declared.get("reference").asString() : null;
    RegisterBuilder builder = Office.builder();
    try {
      for (String role : List.of("role", "also")) {
        if (declared.has(role)) {
          PurposeRole as = PurposeRole.valueOf(declared.get(role).asString());
          boolean twice = declared.has("also") && role.equals("role");
          builder.purpose(repairs(new Responsibility(as, twice ? null : reference)));
        }
      }
      builder.build();
      return true;
    } catch (IllegalArgumentException | RegisterException refused) {
      return false;
    }
  }

  private static Purpose repairs(Responsibility responsibility) {
    return new Purpose(
        PurposeId.of("repairs"),
        responsibility,
        Ground.of(LegalBasis.CONTRACT),
        new Scope(Set.of(Operation.TRANSCRIBE), Set.of(), Set.of()),
        Keeping.under(Office.CALLS));
  }

  private static <T> Map<String, T> map(JsonNode node, Function<JsonNode, T> value) {
    return node.properties().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, e -> value.apply(e.getValue())));
  }

  private static void checkRuling(JsonNode d) {
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
    if (d.has("register")) {
      assertThat(d.get("register").asString()).isEqualTo("wider");
      return WIDER;
    }
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
    boolean erased = node.has("erased");
    return new SubjectFacts(withdrawn, objected, restricted, erased, Set.of(), ties(node));
  }

  private static Map<PurposeId, SubjectFacts.Tied> ties(JsonNode subject) {
    Map<PurposeId, SubjectFacts.Tied> ties = new HashMap<>();
    for (String line : texts(subject, "ties")) {
      String[] w = line.split(" ", -1);
      Instant at = Story.second(Double.parseDouble(w[2]));
      ties.put(PurposeId.of(w[1]), new SubjectFacts.Tied(ContractTie.valueOf(w[0]), at));
    }
    return ties;
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
