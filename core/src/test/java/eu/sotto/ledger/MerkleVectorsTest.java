package eu.sotto.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@Tag("R52")
class MerkleVectorsTest {
  private static final int COUNT = 98;

  @Test
  void everyInclusionVectorIsJudgedRightly() throws IOException {
    assertVectors(
        "inclusion",
        v ->
            Merkle.includes(
                number(v.get("leafIdx")),
                number(v.get("treeSize")),
                bytes(v.get("leafHash")),
                proof(v),
                bytes(v.get("root"))));
  }

  @Test
  void everyConsistencyVectorIsJudgedRightly() throws IOException {
    assertVectors(
        "consistency",
        v ->
            Merkle.extendsTree(
                number(v.get("size1")),
                number(v.get("size2")),
                bytes(v.get("root1")),
                bytes(v.get("root2")),
                proof(v)));
  }

  private static void assertVectors(String kind, Predicate<JsonNode> verdict) throws IOException {
    List<Path> files;
    try (var found = Files.walk(SharedVectors.folder("ledger/merkle").resolve(kind))) {
      files = found.filter(Files::isRegularFile).toList();
    }
    assertThat(files).hasSize(COUNT);
    JsonMapper mapper = new JsonMapper();
    int refused = 0;
    for (Path file : files) {
      JsonNode vector = mapper.readTree(Files.readString(file));
      boolean wanted = !vector.path("wantErr").asBoolean(false);
      assertThat(verdict.test(vector)).as(file.toString()).isEqualTo(wanted);
      refused += wanted ? 0 : 1;
    }
    assertThat(refused).isBetween(COUNT / 2, COUNT - 1);
  }

  /** Unsigned numbers beyond a long become negative, and those are refused. */
  private static long number(JsonNode node) {
    return node.bigIntegerValue().longValue();
  }

  private static List<byte[]> proof(JsonNode vector) {
    List<byte[]> hashes = new ArrayList<>();
    if (vector.hasNonNull("proof")) {
      vector.get("proof").forEach(hash -> hashes.add(bytes(hash)));
    }
    return hashes;
  }

  private static byte[] bytes(JsonNode node) {
    return node == null || node.isNull()
        ? new byte[0]
        : Base64.getDecoder().decode(node.asString());
  }
}
