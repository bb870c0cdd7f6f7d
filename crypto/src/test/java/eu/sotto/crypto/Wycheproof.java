package eu.sotto.crypto;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Third-party test vectors, read from where they lie. */
record Wycheproof(JsonNode group, JsonNode test) {
  static List<Wycheproof> read(String name) {
    Path file = Path.of(System.getProperty("sotto.shared", "../shared"), "vectors", "crypto", name);
    assumeTrue(Files.exists(file), "third-party vectors are not here: set sotto.shared");
    List<Wycheproof> all = new ArrayList<>();
    JsonNode root = JsonMapper.builder().build().readTree(file);
    for (JsonNode group : root.get("testGroups")) {
      for (JsonNode test : group.get("tests")) {
        all.add(new Wycheproof(group, test));
      }
    }
    return all;
  }

  byte[] bytes(String field) {
    return HexFormat.of().parseHex(text(field));
  }

  String text(String field) {
    return test.get(field).asString();
  }

  int number(String field) {
    return test.get(field).asInt();
  }

  boolean isValid() {
    return text("result").equals("valid");
  }

  boolean isInvalid() {
    return text("result").equals("invalid");
  }

  boolean has(String flag) {
    for (JsonNode one : test.get("flags")) {
      if (one.asString().equals(flag)) {
        return true;
      }
    }
    return false;
  }

  @Override
  public String toString() {
    return "vector " + test.get("tcId").asString();
  }
}
