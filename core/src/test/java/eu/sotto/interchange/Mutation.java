package eu.sotto.interchange;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** One change at one place of a document. */
final class Mutation {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final Random random;
  private final List<Runnable> changes = new ArrayList<>();

  private Mutation(Random random) {
    this.random = random;
  }

  static String of(String document, Random random) {
    JsonNode root = JSON.readTree(document);
    Mutation mutation = new Mutation(random);
    mutation.collect(root);
    mutation.changes.get(random.nextInt(mutation.changes.size())).run();
    return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(root);
  }

  /** Every single deletion of a field or element, in the order of the document. */
  static List<String> deletions(String document) {
    List<String> documents = new ArrayList<>();
    int count = deletable(JSON.readTree(document)).size();
    for (int i = 0; i < count; i++) {
      JsonNode root = JSON.readTree(document);
      deletable(root).get(i).run();
      documents.add(JSON.writerWithDefaultPrettyPrinter().writeValueAsString(root));
    }
    return documents;
  }

  private static List<Runnable> deletable(JsonNode node) {
    List<Runnable> deletions = new ArrayList<>();
    if (node instanceof ObjectNode object) {
      for (String name : List.copyOf(object.propertyNames())) {
        deletions.add(() -> object.remove(name));
        deletions.addAll(deletable(object.get(name)));
      }
    } else if (node instanceof ArrayNode array) {
      for (int i = 0; i < array.size(); i++) {
        int index = i;
        deletions.add(() -> array.remove(index));
        deletions.addAll(deletable(array.get(i)));
      }
    }
    return deletions;
  }

  private void collect(JsonNode node) {
    if (node instanceof ObjectNode object) {
      for (String name : List.copyOf(object.propertyNames())) {
        JsonNode old = object.get(name);
        changes.add(() -> object.set(name, other(old)));
        changes.add(() -> object.remove(name));
        changes.add(() -> object.set(name + "x", object.remove(name)));
        collect(old);
      }
    } else if (node instanceof ArrayNode array) {
      for (int i = 0; i < array.size(); i++) {
        int index = i;
        JsonNode old = array.get(i);
        changes.add(() -> array.set(index, other(old)));
        changes.add(() -> array.remove(index));
        changes.add(() -> array.add(old.deepCopy()));
        collect(old);
      }
    }
  }

  private JsonNode other(JsonNode old) {
    List<Supplier<JsonNode>> others =
        List.of(
            JSON::nullNode,
            () -> JSON.getNodeFactory().numberNode(random.nextInt()),
            () -> JSON.getNodeFactory().booleanNode(random.nextBoolean()),
            () -> JSON.getNodeFactory().stringNode(""),
            () -> JSON.getNodeFactory().stringNode(text()),
            () -> JSON.getNodeFactory().stringNode(garbled(old.asString(""))),
            () -> JSON.getNodeFactory().stringNode(garbled(old.asString(""))),
            JSON::createObjectNode,
            JSON::createArrayNode,
            () -> JSON.createArrayNode().add(old.deepCopy()),
            () -> JSON.createObjectNode().set("x", old.deepCopy()));
    return others.get(random.nextInt(others.size())).get();
  }

  private String text() {
    List<String> texts =
        List.of(
            "PT1H",
            "P1M",
            "P-1D",
            "P99999Y",
            "P999999999999Y",
            "PT-8S",
            "2026-02-30",
            "DE",
            "de",
            "latest:",
            "+",
            "recorded",
            "http://[",
            "\u0000",
            "\uFFFF",
            "x".repeat(70_000),
            "1",
            "de_DE",
            "GMT+25",
            "consent",
            "hold",
            "true",
            "welcome",
            "quality",
            "9".repeat(40));
    return texts.get(random.nextInt(texts.size()));
  }

  private String garbled(String old) {
    if (old.isEmpty()) {
      return "x";
    }
    StringBuilder text = new StringBuilder(old);
    int at = random.nextInt(text.length());
    switch (random.nextInt(4)) {
      case 0 -> text.deleteCharAt(at);
      case 1 -> text.insert(at, text.charAt(at));
      case 2 -> text.setCharAt(at, (char) random.nextInt(0x250));
      default -> text.append(old);
    }
    return text.toString();
  }
}
