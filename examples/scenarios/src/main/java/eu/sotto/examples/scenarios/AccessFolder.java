package eu.sotto.examples.scenarios;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The answer to a request for access, read again: every event and every kept content. */
final class AccessFolder {
  private final Path folder;
  private final JsonNode report;

  AccessFolder(Path folder) throws IOException {
    this.folder = folder;
    this.report = JsonMapper.shared().readTree(Files.readString(folder.resolve("data.json")));
  }

  JsonNode report() {
    return report;
  }

  /** The last event of a kind with these fields, named by the ledger's leaf. */
  String event(String kind, Map<String, String> fields) {
    String found = "";
    for (JsonNode event : report.get("events")) {
      if (event.get("kind").stringValue().equals(kind) && matches(event.get("data"), fields)) {
        found =
            "event "
                + kind.replace('_', ' ')
                + " "
                + event.get("leaf").stringValue().substring(0, 8);
      }
    }
    Checks.must(!found.isEmpty(), "no event " + kind + " " + fields);
    return found;
  }

  private static boolean matches(JsonNode data, Map<String, String> fields) {
    return fields.entrySet().stream()
        .allMatch(field -> data.path(field.getKey()).asString("").equals(field.getValue()));
  }

  /** How many records are kept. */
  int records() {
    return report.get("records").size();
  }

  /** Whether a text stands in any file of the answer, kept contents included. */
  boolean holds(String text) throws IOException {
    List<Path> files;
    try (Stream<Path> walk = Files.walk(folder)) {
      files = walk.filter(Files::isRegularFile).toList();
    }
    for (Path file : files) {
      String content = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
      if (content.contains(text)) {
        return true;
      }
    }
    return false;
  }
}
