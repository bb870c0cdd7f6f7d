package eu.sotto.interchange;

import eu.sotto.crypto.Bytes;
import eu.sotto.ledger.Checkpoint;
import eu.sotto.ledger.Evidence;
import eu.sotto.ledger.Hash;
import eu.sotto.ledger.LeafId;
import eu.sotto.ledger.Proof;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Evidence as a JSON text that travels and is read back as it was. Thread-safe. */
public final class EvidenceJson {
  private static final int MAX_TEXT = 1 << 20;
  private static final int MAX_MANY = 150;
  private static final int MAX_TOKENS = 30_000;
  private static final HexFormat HEX = HexFormat.of();
  private static final JsonMapper MAPPER =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxDocumentLength(MAX_TEXT)
                          .maxNestingDepth(8)
                          .maxTokenCount(MAX_TOKENS)
                          .build())
                  .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                  .build())
          .enable(SerializationFeature.INDENT_OUTPUT)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private EvidenceJson() {}

  /**
   * The text of an evidence.
   *
   * @param evidence the evidence
   * @return JSON, indented
   */
  public static String write(Evidence evidence) {
    return MAPPER.writeValueAsString(tree(evidence));
  }

  /**
   * The text of several, such as a log's changes of key and name.
   *
   * @param evidence up to {@value #MAX_MANY}
   * @return a JSON array, indented
   * @throws IllegalArgumentException if there are more
   */
  public static String writeAll(List<Evidence> evidence) {
    if (evidence.size() > MAX_MANY) {
      throw new IllegalArgumentException("a text holds up to " + MAX_MANY + " entries");
    }
    return MAPPER.writeValueAsString(evidence.stream().map(EvidenceJson::tree).toList());
  }

  private static Map<String, Object> tree(Evidence evidence) {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("leaf", evidence.id().toString());
    tree.put("kind", evidence.kind());
    tree.put("fields", evidence.parts().stream().map(EvidenceJson::part).toList());
    tree.put("index", evidence.inclusion().from());
    tree.put("hashes", evidence.inclusion().hashes().stream().map(Hash::toString).toList());
    tree.put("checkpoint", evidence.inclusion().checkpoint().toNote());
    return tree;
  }

  private static Map<String, Object> part(Evidence.Part part) {
    Map<String, Object> tree = new LinkedHashMap<>();
    if (part instanceof Evidence.Shown shown) {
      tree.put("name", shown.name());
      tree.put("value", shown.value());
      tree.put("key", HEX.formatHex(shown.key().toArray()));
    } else {
      tree.put("commitment", ((Evidence.Withheld) part).commitment().toString());
    }
    return tree;
  }

  /**
   * Reads an evidence; reading is not verifying.
   *
   * @param text what {@link #write} returned
   * @return the evidence
   * @throws IllegalArgumentException if it is not the text of an evidence
   */
  public static Evidence read(String text) {
    try {
      return evidence(MAPPER.readTree(text));
    } catch (JacksonException e) {
      throw new IllegalArgumentException("not the text of an evidence");
    }
  }

  /**
   * Reads several; reading is not verifying.
   *
   * @param text what {@link #writeAll} returned
   * @return the evidence
   * @throws IllegalArgumentException if it is not that text
   */
  public static List<Evidence> readAll(String text) {
    try {
      JsonNode tree = MAPPER.readTree(text);
      if (!tree.isArray() || tree.size() > MAX_MANY) {
        throw new IllegalArgumentException("not the text of up to " + MAX_MANY + " entries");
      }
      List<Evidence> read = new ArrayList<>();
      tree.forEach(one -> read.add(evidence(one)));
      return read;
    } catch (JacksonException e) {
      throw new IllegalArgumentException("not the text of an evidence");
    }
  }

  private static Evidence evidence(JsonNode tree) {
    List<Evidence.Part> parts = new ArrayList<>();
    required(tree, "fields").forEach(part -> parts.add(part(part)));
    List<Hash> hashes = new ArrayList<>();
    required(tree, "hashes").forEach(hash -> hashes.add(Hash.parse(hash.stringValue())));
    return new Evidence(
        LeafId.parse(required(tree, "leaf").stringValue()),
        required(tree, "kind").stringValue(),
        parts,
        new Proof(
            required(tree, "index").longValue(),
            hashes,
            Checkpoint.parse(required(tree, "checkpoint").stringValue())));
  }

  private static Evidence.Part part(JsonNode tree) {
    if (tree.has("commitment")) {
      return new Evidence.Withheld(Hash.parse(required(tree, "commitment").stringValue()));
    }
    return new Evidence.Shown(
        required(tree, "name").stringValue(),
        value(required(tree, "value")),
        Bytes.of(HEX.parseHex(required(tree, "key").stringValue())));
  }

  private static Object value(JsonNode tree) {
    if (tree.isBoolean()) {
      return tree.booleanValue();
    }
    return tree.isIntegralNumber() ? (Object) tree.longValue() : tree.stringValue();
  }

  private static JsonNode required(JsonNode tree, String name) {
    JsonNode child = tree.get(name);
    if (child == null) {
      throw new IllegalArgumentException("not the text of an evidence: no " + name);
    }
    return child;
  }
}
