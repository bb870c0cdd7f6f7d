package eu.sotto.tool;

import eu.sotto.redaction.Finding;
import eu.sotto.redaction.Redaction;
import eu.sotto.redaction.Transcript;
import java.nio.charset.StandardCharsets;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The line that answers a row: {@code id}, {@code spans} in code points, {@code redacted}. */
final class RedactedRow {
  private static final JsonMapper JSON = JsonMapper.shared();

  private RedactedRow() {}

  static byte[] bytes(CallRow row, Redaction redaction) {
    ObjectNode line = JSON.createObjectNode();
    line.set("id", row.id());
    line.set("spans", spans(row.transcript(), redaction.findings()));
    line.put("redacted", redaction.transcript().text());
    return (JSON.writeValueAsString(line) + "\n").getBytes(StandardCharsets.UTF_8);
  }

  /** Counts code points once along the call: findings come in the order of the text. */
  private static ArrayNode spans(Transcript call, List<Finding> findings) {
    ArrayNode spans = JSON.createArrayNode();
    int turn = 0;
    int points = 0;
    int at = 0;
    for (Finding finding : findings) {
      while (turn < finding.turn()) {
        String text = call.turns().get(turn++).text();
        points += text.codePointCount(at, text.length()) + 1;
        at = 0;
      }
      String text = call.turns().get(turn).text();
      points += text.codePointCount(at, finding.start());
      int length = text.codePointCount(finding.start(), finding.end());
      spans.addArray().add(points).add(points + length).add(finding.type().name());
      points += length;
      at = finding.end();
    }
    return spans;
  }
}
