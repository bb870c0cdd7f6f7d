package eu.sotto.tool;

import eu.sotto.redaction.Alternative;
import eu.sotto.redaction.PiiType;
import eu.sotto.redaction.Transcript;
import eu.sotto.redaction.Turn;
import eu.sotto.redaction.Word;
import eu.sotto.vocabulary.Role;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * One row of calls to redact: {@code id}, and {@code text} or {@code turns}; fields that it does
 * not know are ignored. Its errors name the field and never what stands in it.
 *
 * @param id the row's id as it was given, a string or a whole number
 * @param transcript the call
 * @param asked what was asked for before the first turn
 */
record CallRow(JsonNode id, Transcript transcript, Set<PiiType> asked) {
  private static final JsonMapper JSON =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxDocumentLength(Lines.MAX_BYTES)
                          .maxStringLength(Lines.MAX_BYTES)
                          .maxNestingDepth(16)
                          .build())
                  .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                  .build())
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  static CallRow parse(String line) throws BadInput {
    JsonNode row = json(line);
    if (!row.isObject()) {
      throw new BadInput("the line is no JSON object");
    }
    JsonNode id = row.get("id");
    if (id == null || !(id.isString() || id.isIntegralNumber())) {
      throw new BadInput("id must be a string or a whole number");
    }
    whole(id.asString(), "id");
    return new CallRow(id, transcript(row), asked(row));
  }

  private static JsonNode json(String line) throws BadInput {
    try {
      return JSON.readTree(line);
    } catch (JacksonException e) {
      // Its own message may repeat what stands there.
      int column = e.getLocation() == null ? 0 : e.getLocation().getColumnNr();
      throw new BadInput("the line is not valid JSON" + (column > 0 ? " at " + column : ""));
    }
  }

  private static Transcript transcript(JsonNode row) throws BadInput {
    String lang = string(row, "lang", "lang");
    Locale language = lang == null ? Locale.ROOT : Locale.forLanguageTag(lang);
    String text = string(row, "text", "text");
    JsonNode turns = list(row, "turns", "turns");
    if (turns == null) {
      if (text == null) {
        throw new BadInput("a row has text or turns");
      }
      return Transcript.ofText(language, text);
    }
    List<Turn> read = new ArrayList<>(turns.size());
    List<Alternative> alternatives = new ArrayList<>();
    for (int i = 0; i < turns.size(); i++) {
      String place = "turns[" + i + "]";
      read.add(turn(turns.get(i), place));
      addAlternatives(turns.get(i), place, i, alternatives);
    }
    Transcript transcript = Transcript.of(language, read).withAlternatives(alternatives);
    if (text != null && !text.equals(transcript.text())) {
      throw new BadInput("text is not the turns' texts joined by a line feed");
    }
    return transcript;
  }

  private static Turn turn(JsonNode turn, String place) throws BadInput {
    Role role = role(string(turn, "speaker", place + ".speaker"), place);
    String text = required(turn, place);
    List<Word> words = words(turn, place);
    return words.isEmpty() ? Turn.of(role, text) : Turn.of(role, text, words);
  }

  private static Role role(@Nullable String speaker, String place) throws BadInput {
    if ("agent".equals(speaker)) {
      return Role.AGENT;
    }
    if ("caller".equals(speaker)) {
      return Role.CALLER;
    }
    throw new BadInput(place + ".speaker must be agent or caller");
  }

  private static void addAlternatives(
      JsonNode turn, String place, int index, List<Alternative> alternatives) throws BadInput {
    JsonNode given = list(turn, "alternatives", place + ".alternatives");
    for (int i = 0; given != null && i < given.size(); i++) {
      String at = place + ".alternatives[" + i + "]";
      String text = required(given.get(i), at);
      alternatives.add(new Alternative(index, text, words(given.get(i), at)));
    }
  }

  private static List<Word> words(JsonNode holder, String place) throws BadInput {
    JsonNode given = list(holder, "words", place + ".words");
    List<Word> words = new ArrayList<>();
    for (int i = 0; given != null && i < given.size(); i++) {
      String at = place + ".words[" + i + "]";
      JsonNode word = given.get(i);
      String text = required(word, at);
      long start = time(word, "startMs", at);
      long end = time(word, "endMs", at);
      if (text.isBlank() || end < start) {
        throw new BadInput(at + (end < start ? " ends before it starts" : ".text is blank"));
      }
      words.add(Word.of(text, start, end));
    }
    return words;
  }

  private static long time(JsonNode word, String name, String place) throws BadInput {
    JsonNode time = word.get(name);
    boolean number = time != null && time.isNumber();
    double value = number ? time.asDouble() : -1;
    if (!(value >= 0 && value <= 1e15)) {
      throw new BadInput(place + "." + name + " must be a number of milliseconds");
    }
    return (long) value;
  }

  private static Set<PiiType> asked(JsonNode row) throws BadInput {
    Set<PiiType> asked = EnumSet.noneOf(PiiType.class);
    JsonNode given = list(row, "asked", "asked");
    for (int i = 0; given != null && i < given.size(); i++) {
      JsonNode name = given.get(i);
      PiiType type = name.isString() ? type(name.asString()) : null;
      if (type == null) {
        throw new BadInput("asked[" + i + "] is no type of personal data");
      }
      asked.add(type);
    }
    return asked;
  }

  private static @Nullable PiiType type(String name) {
    return switch (name) {
      case "PIN" -> PiiType.PASSWORD;
      case "IP" -> PiiType.IP_ADDRESS;
      case "UNJUDGED" -> null;
      default -> {
        for (PiiType type : PiiType.values()) {
          if (type.name().equals(name)) {
            yield type;
          }
        }
        yield null;
      }
    };
  }

  private static String required(JsonNode holder, String place) throws BadInput {
    String text = string(holder, "text", place + ".text");
    if (text == null) {
      throw new BadInput(place + ".text is missing");
    }
    return text;
  }

  private static @Nullable String string(JsonNode holder, String name, String place)
      throws BadInput {
    JsonNode value = field(holder, name, place);
    if (value == null) {
      return null;
    }
    if (!value.isString()) {
      throw new BadInput(place + " must be a string");
    }
    return whole(value.asString(), place);
  }

  private static String whole(String text, String place) throws BadInput {
    if (!StandardCharsets.UTF_8.newEncoder().canEncode(text)) {
      throw new BadInput(place + " holds half a character (an unpaired surrogate)");
    }
    return text;
  }

  private static @Nullable JsonNode list(JsonNode holder, String name, String place)
      throws BadInput {
    JsonNode value = field(holder, name, place);
    if (value != null && !value.isArray()) {
      throw new BadInput(place + " must be a list");
    }
    return value;
  }

  /** A field's value; null if it is absent or null. */
  private static @Nullable JsonNode field(JsonNode holder, String name, String place)
      throws BadInput {
    if (!holder.isObject()) {
      throw new BadInput(place + " is asked of something that is no object");
    }
    JsonNode value = holder.get(name);
    return value == null || value.isNull() ? null : value;
  }
}
