package eu.sotto.interchange;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads the fields of one object of a document that may say more than is asked for. */
final class LooseFields {
  private static final int FIRST_YEAR = 1900;
  private static final int LAST_YEAR = 2200;
  private static final BigDecimal LONGEST = BigDecimal.valueOf(31 * 86_400L);

  private final Json.Place place;
  private final Map<String, Json> fields;
  private final Problems problems;

  LooseFields(Json json, Problems problems) {
    this.place = json.place();
    this.problems = problems;
    if (json instanceof Json.Obj object) {
      this.fields = object.fields();
    } else {
      this.fields = Map.of();
      problems.add(place.problem("must be an object"));
    }
  }

  boolean has(String name) {
    return fields.containsKey(name);
  }

  void problem(String message) {
    problems.add(place.problem(message));
  }

  void problem(String name, String message) {
    Json json = fields.get(name);
    problems.add(
        (json == null ? place.field(name, place.position()) : json.place()).problem(message));
  }

  @Nullable Json value(String name) {
    return fields.get(name);
  }

  Optional<String> text(String name) {
    Json json = fields.get(name);
    if (json == null || json instanceof Json.Text) {
      return json instanceof Json.Text text ? Optional.of(text.value()) : Optional.empty();
    }
    problem(name, "must be a text");
    return Optional.empty();
  }

  /** A text that is read further; what the reader refuses is a problem. */
  <T> Optional<T> text(String name, Function<String, T> reader, String expected) {
    Optional<String> text = text(name);
    if (text.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(reader.apply(text.get()));
    } catch (IllegalArgumentException | DateTimeException e) {
      problem(name, "must be " + expected);
      return Optional.empty();
    }
  }

  /** A time with its offset. Source: RFC 3339. */
  Optional<Instant> time(String name) {
    return text(name, LooseFields::rfc3339, "a time as RFC 3339 has it, from 1900 to 2200");
  }

  private static Instant rfc3339(String text) {
    OffsetDateTime time = OffsetDateTime.parse(text);
    if (time.getYear() < FIRST_YEAR || time.getYear() > LAST_YEAR) {
      throw new IllegalArgumentException("not of our time");
    }
    return time.toInstant();
  }

  /** Seconds, at most 31 days; zero if absent. */
  Duration seconds(String name) {
    Json json = fields.get(name);
    if (json == null) {
      return Duration.ZERO;
    }
    if (json instanceof Json.Num number
        && number.value().signum() >= 0
        && number.value().compareTo(LONGEST) <= 0) {
      return Duration.ofMillis((long) (number.value().doubleValue() * 1_000));
    }
    problem(name, "must be a number of seconds between 0 and 31 days");
    return Duration.ZERO;
  }

  /** An index below a bound. */
  Optional<Integer> index(String name, int bound) {
    Json json = fields.get(name);
    return json == null ? Optional.empty() : index(json, bound);
  }

  /** An index, or the first of a list of indices. */
  Optional<Integer> firstIndex(String name, int bound) {
    Json json = fields.get(name);
    if (json instanceof Json.Arr list) {
      return list.elements().isEmpty() ? Optional.empty() : index(list.elements().get(0), bound);
    }
    return json == null ? Optional.empty() : index(json, bound);
  }

  private Optional<Integer> index(Json json, int bound) {
    if (json instanceof Json.Num number
        && number.value().signum() >= 0
        && number.value().compareTo(BigDecimal.valueOf(bound)) < 0
        && number.value().stripTrailingZeros().scale() <= 0) {
      return Optional.of(number.value().intValue());
    }
    problems.add(json.place().problem("must be the index of something in the document"));
    return Optional.empty();
  }

  /** The elements of a list that may be absent. */
  List<Json> list(String name, int most) {
    Json json = fields.get(name);
    if (json == null) {
      return List.of();
    }
    if (!(json instanceof Json.Arr array)) {
      problem(name, "must be a list");
      return List.of();
    }
    if (array.elements().size() > most) {
      problem(name, "has more than " + most + " elements");
      return List.of();
    }
    return array.elements();
  }
}
