package eu.sotto.examples.quickstart;

import eu.sotto.redaction.Transcript;
import eu.sotto.redaction.Turn;
import eu.sotto.redaction.Word;
import eu.sotto.vocabulary.Role;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A sample call as telephony and speech recognition would hand it over. */
record SampleCall(
    String id,
    String from,
    Instant startedAt,
    Duration questionEnds,
    char key,
    Duration keyPressedAt,
    String expectedRecording,
    Transcript transcript,
    List<String> personal,
    Path audio) {

  static SampleCall read(Path folder, String name) throws IOException {
    JsonNode json = JsonMapper.shared().readTree(Files.readString(folder.resolve(name + ".json")));
    List<Turn> turns = new ArrayList<>();
    List<String> personal = new ArrayList<>();
    for (JsonNode turn : json.get("turns")) {
      turns.add(turn(turn));
      String text = turn.get("text").stringValue();
      turn.path("pii").forEach(pii -> personal.add(spoken(text, pii)));
    }
    JsonNode press = json.get("keyPresses").get(0);
    return new SampleCall(
        json.get("callId").stringValue(),
        json.get("from").stringValue(),
        OffsetDateTime.parse(json.get("startedAt").stringValue()).toInstant(),
        Duration.ofMillis(turns.get(0).endMs()),
        press.get("key").stringValue().charAt(0),
        Duration.ofMillis(press.get("atMs").longValue()),
        json.get("expected").get("recording").stringValue(),
        Transcript.of(Locale.forLanguageTag(json.get("language").stringValue()), turns),
        List.copyOf(personal),
        folder.resolve(name + ".wav"));
  }

  private static Turn turn(JsonNode turn) {
    List<Word> words = new ArrayList<>();
    for (JsonNode word : turn.get("words")) {
      words.add(
          Word.of(
              word.get("text").stringValue(),
              word.get("startMs").longValue(),
              word.get("endMs").longValue()));
    }
    return new Turn(
        Role.valueOf(turn.get("speaker").stringValue().toUpperCase(Locale.ROOT)),
        turn.get("text").stringValue(),
        words,
        turn.get("startMs").longValue(),
        turn.get("endMs").longValue());
  }

  private static String spoken(String text, JsonNode pii) {
    int start = text.offsetByCodePoints(0, pii.get("start").intValue());
    int end = text.offsetByCodePoints(0, pii.get("end").intValue());
    return text.substring(start, end);
  }

  Instant at(Duration offset) {
    return startedAt.plus(offset);
  }

  Instant end() {
    return at(Duration.ofMillis(transcript.turns().get(transcript.turns().size() - 1).endMs()));
  }

  Duration announcement() {
    return questionEnds.minusMillis(transcript.turns().get(0).startMs());
  }

  /** Every text by which the caller could be recognised in a file. */
  List<String> traces() {
    List<String> traces = new ArrayList<>(personal);
    traces.add(id);
    traces.add(from);
    traces.removeIf(trace -> trace.length() < 4 || trace.equals("anonymous"));
    return traces;
  }
}
