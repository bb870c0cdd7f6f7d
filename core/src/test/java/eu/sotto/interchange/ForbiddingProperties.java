package eu.sotto.interchange;

import static org.assertj.core.api.Assertions.assertThat;

import eu.sotto.permit.Operation;
import eu.sotto.purpose.RegisterChange;
import eu.sotto.purpose.RegisterComparison;
import eu.sotto.register.Register;
import eu.sotto.register.RegisterException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;
import net.jqwik.api.statistics.Statistics;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Whatever a register says: one more prohibition in it opens nothing, for nobody. */
@Label("Prohibitions added to random registers")
class ForbiddingProperties {
  private static final Instant AT = Instant.parse("2026-08-01T10:00:00Z");
  private static final List<String> OF_OPERATIONS = List.of("automatedDecisions", "contact");

  @Property(tries = 100, edgeCases = EdgeCasesMode.NONE)
  @Tag("R38")
  void aForbiddenOperationPermitsNothing(
      @ForAll("registers") Register before, @ForAll Random random) {
    List<Operation<?>> all = Operation.all();
    String operation = all.get(random.nextInt(all.size())).name();
    ObjectNode document = document(before);
    add(document, "forbidden", operation);
    document.path("purposes").forEach(purpose -> remove(purpose.path("operations"), operation));
    OF_OPERATIONS.forEach(section -> removeUndeclared(document, section));

    closesAtTimes(opensNothing(before, document));
  }

  @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
  @Tag("R34")
  void aForbiddenRecipientReceivesNothingMoreAndNobodyElseDoes(
      @ForAll("registers") Register before, @ForAll Random random) {
    ObjectNode document = document(before);
    JsonNode recipients = document.path("recipients");
    String id =
        recipients.isEmpty()
            ? "stranger"
            : recipients.get(random.nextInt(recipients.size())).path("id").asString();
    add(document, "forbiddenRecipients", id);
    document.path("purposes").forEach(purpose -> remove(purpose.path("recipients"), id));
    for (JsonNode recipient : recipients) {
      if (recipient.path("id").asString().equals(id)) {
        ((ObjectNode) recipient).remove("worksFor");
      }
    }

    closesAtTimes(opensNothing(before, document));
  }

  @Property(tries = 100, edgeCases = EdgeCasesMode.NONE)
  @Tag("R30")
  void stayingInTheEeaPermitsNothing(@ForAll("registers") Register before) {
    ObjectNode document = document(before);
    document.put("onlyInEea", true);

    opensNothing(before, document);
  }

  /** A register that contradicts itself now permits nothing either: it is not loaded. */
  private static Optional<RegisterComparison> opensNothing(Register before, ObjectNode document) {
    Optional<RegisterComparison> comparison =
        loaded(document).map(after -> RegisterComparison.of(before, after, AT));
    comparison.ifPresent(
        compared -> {
          assertThat(compared.newlyPermitted()).isEmpty();
          assertThat(compared.changes()).noneMatch(RegisterChange::obligationLost);
        });
    Statistics.label("loaded")
        .collect(comparison.isPresent())
        .coverage(coverage -> coverage.check(true).percentage(share -> share > 50));
    return comparison;
  }

  /** Lest the registers permit nothing in the first place. */
  private static void closesAtTimes(Optional<RegisterComparison> comparison) {
    Statistics.label("closes something")
        .collect(comparison.filter(one -> !one.noLongerPermitted().isEmpty()).isPresent())
        .coverage(coverage -> coverage.check(true).count(times -> times > 0));
  }

  private static Optional<Register> loaded(ObjectNode document) {
    try {
      return Optional.of(Registers.read(document.toString()));
    } catch (RegisterException contradiction) {
      return Optional.empty();
    }
  }

  private static ObjectNode document(Register register) {
    return (ObjectNode) JsonMapper.shared().readTree(RegisterJson.write(register));
  }

  private static void add(ObjectNode document, String list, String name) {
    ArrayNode names =
        document.path(list).isArray() ? (ArrayNode) document.path(list) : document.putArray(list);
    remove(names, name);
    names.add(name);
  }

  private static void remove(JsonNode names, String name) {
    if (names instanceof ArrayNode list) {
      for (int i = list.size() - 1; i >= 0; i--) {
        if (list.get(i).asString().equals(name)) {
          list.remove(i);
        }
      }
    }
  }

  /** What is said of decisions and contacts of purposes that no longer decide or contact. */
  private static void removeUndeclared(ObjectNode document, String section) {
    String operation = section.equals("contact") ? "contact" : "decide";
    if (document.path(section) instanceof ArrayNode entries) {
      for (int i = entries.size() - 1; i >= 0; i--) {
        if (!declares(document, entries.get(i).path("purpose").asString(), operation)) {
          entries.remove(i);
        }
      }
    }
  }

  private static boolean declares(ObjectNode document, String purpose, String operation) {
    for (JsonNode one : document.path("purposes")) {
      if (one.path("id").asString().equals(purpose)) {
        for (JsonNode declared : one.path("operations")) {
          if (declared.asString().equals(operation)) {
            return true;
          }
        }
      }
    }
    return false;
  }

  @Provide
  Arbitrary<Register> registers() {
    return AnyRegister.registers();
  }
}
