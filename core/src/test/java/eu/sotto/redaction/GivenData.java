package eu.sotto.redaction;

import eu.sotto.vocabulary.Role;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Assumptions;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Labelled texts that others gave, read where they are. Places count code points.
 *
 * @param transcript the call
 * @param text its text
 * @param gold what is personal
 * @param neutral what counts neither way
 */
record GivenData(Transcript transcript, String text, List<Place> gold, List<Place> neutral) {
  /** A labelled place in code points, end exclusive. */
  record Place(int start, int end, String type) {}

  static List<GivenData> read(String name, Set<String> neutralTypes) {
    Path file =
        SampleCall.shared().resolve("datasets").resolve("redaction-dev").resolve(name + ".jsonl");
    Assumptions.assumeTrue(Files.exists(file), "the given data " + name + " is absent");
    List<GivenData> rows = new ArrayList<>();
    try {
      for (String line : Files.readAllLines(file)) {
        rows.add(row(JsonMapper.shared().readTree(line), neutralTypes));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return rows;
  }

  /** The same without what the agent asked. */
  GivenData withoutQuestions() {
    List<Turn> turns =
        transcript.turns().stream().filter(turn -> turn.role() != Role.AGENT).toList();
    int cut = text.length() - Transcript.of(Locale.ROOT, turns).text().length();
    int points = text.codePointCount(0, cut);
    return new GivenData(
        Transcript.of(Locale.ROOT, turns),
        text.substring(cut),
        moved(gold, points),
        moved(neutral, points));
  }

  private static List<Place> moved(List<Place> places, int by) {
    return places.stream()
        .filter(place -> place.start() >= by)
        .map(place -> new Place(place.start() - by, place.end() - by, place.type()))
        .toList();
  }

  private static GivenData row(JsonNode row, Set<String> neutralTypes) {
    String text = row.get("text").asString();
    List<Turn> turns = new ArrayList<>();
    for (JsonNode turn : row.path("turns")) {
      Role role = turn.get("speaker").asString().equals("agent") ? Role.AGENT : Role.CALLER;
      turns.add(Turn.of(role, turn.get("text").asString()));
    }
    List<Place> gold = new ArrayList<>();
    List<Place> neutral = places(row.path("neutral"));
    for (Place place : places(row.get("spans"))) {
      (neutralTypes.contains(place.type()) ? neutral : gold).add(place);
    }
    Transcript transcript =
        turns.isEmpty() ? Transcript.ofText(Locale.ROOT, text) : Transcript.of(Locale.ROOT, turns);
    return new GivenData(transcript, text, gold, neutral);
  }

  private static List<Place> places(JsonNode spans) {
    List<Place> places = new ArrayList<>();
    for (JsonNode span : spans) {
      places.add(new Place(span.get(0).asInt(), span.get(1).asInt(), span.get(2).asString()));
    }
    return places;
  }
}
