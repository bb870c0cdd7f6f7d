package eu.sotto.redaction;

import eu.sotto.vocabulary.Role;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A sample telephone call: transcript, marked personal data, audio. */
record SampleCall(Transcript transcript, List<Finding> marked, Path audio) {
  static final Map<Role, Integer> CHANNELS = Map.of(Role.CALLER, 0, Role.AGENT, 1);

  static Path shared() {
    Path shared = Path.of(System.getProperty("sotto.shared", "../../shared"));
    Assumptions.assumeTrue(Files.isDirectory(shared), "the shared folder is absent");
    return shared;
  }

  static SampleCall read(String name) {
    try {
      Path folder = shared().resolve("samples");
      JsonNode call =
          JsonMapper.shared().readTree(Files.readString(folder.resolve(name + ".json")));
      List<Turn> turns = new ArrayList<>();
      List<Finding> marked = new ArrayList<>();
      for (JsonNode node : call.get("turns")) {
        Turn turn = turn(node);
        for (JsonNode pii : node.get("pii")) {
          int start = turn.text().offsetByCodePoints(0, pii.get("start").asInt());
          int end = turn.text().offsetByCodePoints(0, pii.get("end").asInt());
          PiiType type = PiiType.valueOf(pii.get("type").asString());
          marked.add(new Finding(turns.size(), start, end, type, java.util.Set.of("MARKED"), 1));
        }
        turns.add(turn);
      }
      List<KeyPress> presses = new ArrayList<>();
      for (JsonNode press : call.get("keyPresses")) {
        presses.add(KeyPress.of(press.get("key").asString().charAt(0), press.get("atMs").asLong()));
      }
      Locale language = Locale.forLanguageTag(call.get("language").asString());
      Transcript transcript = Transcript.of(language, turns).with(presses);
      return new SampleCall(transcript, marked, folder.resolve(name + ".wav"));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  byte[] wav() {
    try {
      return Files.readAllBytes(audio);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static Turn turn(JsonNode node) {
    List<Word> words = new ArrayList<>();
    for (JsonNode word : node.get("words")) {
      words.add(
          Word.of(
              word.get("text").asString(),
              word.get("startMs").asLong(),
              word.get("endMs").asLong()));
    }
    Role role = Role.valueOf(node.get("speaker").asString().toUpperCase(Locale.ROOT));
    return new Turn(
        role,
        node.get("text").asString(),
        words,
        node.get("startMs").asLong(),
        node.get("endMs").asLong());
  }
}
