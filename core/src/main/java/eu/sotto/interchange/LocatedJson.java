package eu.sotto.interchange;

import eu.sotto.register.Problem;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.exc.UnexpectedEndOfInputException;
import tools.jackson.core.json.JsonFactory;

/** Reads one strict JSON document into values that know where they stand. Used once. */
final class LocatedJson {
  /**
   * How much a document may hold.
   *
   * @param bytes of the whole
   * @param depth of nesting
   * @param tokens of the whole
   * @param text characters of one text
   */
  record Limits(int bytes, int depth, int tokens, int text) {
    /** No register comes near. */
    static final Limits REGISTER = new Limits(4 << 20, 32, 200_000, 65_536);

    /** Audio may stand in a text. */
    static final Limits CALL = new Limits(64 << 20, 32, 1_000_000, 64 << 20);

    private JsonFactory factory() {
      return JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxDocumentLength(bytes)
                  .maxNestingDepth(depth)
                  .maxTokenCount(tokens)
                  .maxStringLength(text)
                  .maxNameLength(256)
                  .maxNumberLength(32)
                  .build())
          .build();
    }
  }

  private static final Problem.Position START = new Problem.Position(1, 1);

  private final Limits limits;
  private final Problems problems;
  private final CharsetEncoder utf8 = StandardCharsets.UTF_8.newEncoder();
  private Json.Place reading = new Json.Place("$", START);

  private LocatedJson(Limits limits, Problems problems) {
    this.limits = limits;
    this.problems = problems;
  }

  /** The document's value, or empty if it cannot be read at all; problems say why. */
  static Optional<Json> read(byte[] document, Limits limits, Problems problems) {
    return new LocatedJson(limits, problems).read(document);
  }

  private Optional<Json> read(byte[] document) {
    if (document.length > limits.bytes()) {
      problems.add(
          reading.problem("the document is larger than " + (limits.bytes() >> 20) + " MiB"));
      return Optional.empty();
    }
    String text = decode(document);
    if (text == null) {
      return Optional.empty();
    }
    try (JsonParser parser = limits.factory().createParser(ObjectReadContext.empty(), text)) {
      if (parser.nextToken() == null) {
        problems.add(reading.problem("the document is empty"));
        return Optional.empty();
      }
      Json value = value(parser, new Json.Place("$", position(parser.currentTokenLocation())));
      reading = new Json.Place("$", position(parser.currentLocation()));
      if (parser.nextToken() != null) {
        problems.add(reading.problem("the document goes on after its end"));
      }
      return Optional.of(value);
    } catch (JacksonException e) {
      Problem.Position at = position(e.getLocation());
      problems.add(new Json.Place(reading.path(), at).problem(describe(e)));
      return Optional.empty();
    }
  }

  private @Nullable String decode(byte[] document) {
    ByteBuffer bytes = ByteBuffer.wrap(document);
    boolean marked =
        document.length >= 3
            && document[0] == (byte) 0xEF
            && document[1] == (byte) 0xBB
            && document[2] == (byte) 0xBF;
    if (marked) {
      bytes.position(3);
    }
    try {
      CharBuffer text =
          StandardCharsets.UTF_8
              .newDecoder()
              .onMalformedInput(CodingErrorAction.REPORT)
              .onUnmappableCharacter(CodingErrorAction.REPORT)
              .decode(bytes);
      return text.toString();
    } catch (CharacterCodingException e) {
      problems.add(reading.problem("the document is not UTF-8 text"));
      return null;
    }
  }

  private Json value(JsonParser parser, Json.Place place) {
    reading = place;
    JsonToken token = parser.currentToken();
    return switch (token) {
      case START_OBJECT -> object(parser, place);
      case START_ARRAY -> array(parser, place);
      case VALUE_STRING -> text(parser.getString(), place);
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> number(parser, place);
      case VALUE_TRUE, VALUE_FALSE -> new Json.Flag(place, token == JsonToken.VALUE_TRUE);
      default -> new Json.Other(place);
    };
  }

  private Json number(JsonParser parser, Json.Place place) {
    try {
      return new Json.Num(place, parser.getDecimalValue());
    } catch (NumberFormatException e) {
      problems.add(place.problem("the number is out of range"));
      return new Json.Other(place);
    }
  }

  private Json object(JsonParser parser, Json.Place place) {
    Map<String, Json> fields = new LinkedHashMap<>();
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String name = parser.currentName();
      reading = place.field(name, position(parser.currentTokenLocation()));
      Json.Place named = reading;
      parser.nextToken();
      Json value = value(parser, place.field(name, position(parser.currentTokenLocation())));
      reading = place;
      if (fields.putIfAbsent(name, value) != null) {
        problems.add(named.problem("stands twice"));
      }
    }
    return new Json.Obj(place, fields);
  }

  private Json array(JsonParser parser, Json.Place place) {
    List<Json> elements = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      Problem.Position at = position(parser.currentTokenLocation());
      elements.add(value(parser, place.element(elements.size(), at)));
      reading = place;
    }
    return new Json.Arr(place, elements);
  }

  private Json text(String value, Json.Place place) {
    if (!utf8.canEncode(value)) {
      problems.add(place.problem("holds half a character (an unpaired surrogate)"));
    }
    return new Json.Text(place, value);
  }

  private static Problem.Position position(@Nullable TokenStreamLocation location) {
    if (location == null || location.getLineNr() < 1 || location.getColumnNr() < 1) {
      return START;
    }
    return new Problem.Position(location.getLineNr(), location.getColumnNr());
  }

  /** The parser's own message is not passed on: it repeats what stands in the document. */
  private String describe(JacksonException e) {
    if (e instanceof UnexpectedEndOfInputException) {
      return "the document ends too early";
    }
    if (e instanceof StreamConstraintsException) {
      return String.format(
          Locale.ROOT,
          "exceeds a bound: depth %d, %,d tokens, %,d characters a text, 256 a name",
          limits.depth(),
          limits.tokens(),
          limits.text());
    }
    return "not valid JSON";
  }
}
