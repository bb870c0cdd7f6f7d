package eu.sotto.interchange;

import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Reads the fields of one object, strictly: what nobody asked for is a problem. Used once. */
final class Fields {
  private final Json.Place place;
  private final Map<String, Json> fields;
  private final Problems problems;
  private final Set<String> asked = new HashSet<>();

  Fields(Json json, Problems problems) {
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

  /** Whether a list is absent or has no elements. */
  boolean empty(String name) {
    return !has(name) || (fields.get(name) instanceof Json.Arr list && list.elements().isEmpty());
  }

  Part<String> text(String name) {
    return text(name, s -> s, "");
  }

  /** A text that must be there; a reader that throws is told by the message. */
  <T> Part<T> text(String name, Function<String, T> reader, String expected) {
    return parse(required(name), reader, expected);
  }

  /** A text that may be absent. */
  <T> Part<T> optionalText(String name, Function<String, T> reader, String expected) {
    return parse(optional(name), reader, expected);
  }

  <E extends Enum<E>> Part<E> choice(String name, Class<E> type) {
    return parseChoice(required(name), type);
  }

  <E extends Enum<E>> Part<E> optionalChoice(String name, Class<E> type) {
    return parseChoice(optional(name), type);
  }

  Part<Boolean> flag(String name) {
    return parseFlag(required(name));
  }

  Part<Boolean> optionalFlag(String name) {
    return parseFlag(optional(name));
  }

  <T> Part<T> object(String name, Function<Fields, T> reader) {
    return required(name).present() ? optionalObject(name, reader) : Part.missing();
  }

  <T> Part<T> optionalObject(String name, Function<Fields, T> reader) {
    Part<Json> json = optional(name);
    return json.present() ? read(json.value(), reader) : Part.missing();
  }

  /** Every element as an object; absent means none. */
  <T> List<T> objects(String name, Function<Fields, T> reader) {
    return collect(name, json -> read(json, reader));
  }

  <T> List<T> texts(String name, Function<String, T> reader, String expected) {
    return collect(name, json -> parse(Part.of(json), reader, expected));
  }

  /** Texts that must differ. */
  <T> Set<T> names(String name, Function<String, T> reader, String expected) {
    Set<Object> seen = new LinkedHashSet<>();
    return new LinkedHashSet<>(
        collect(name, json -> unseen(json, parse(Part.of(json), reader, expected), seen)));
  }

  <E extends Enum<E>> Set<E> choices(String name, Class<E> type) {
    Set<Object> seen = new LinkedHashSet<>();
    return new LinkedHashSet<>(
        collect(name, json -> unseen(json, parseChoice(Part.of(json), type), seen)));
  }

  /** An object whose names are keys and whose values are choices. */
  <E extends Enum<E>> Map<String, E> table(String name, Class<E> type) {
    Part<Json> json = required(name);
    if (!json.present()) {
      return Map.of();
    }
    Fields table = new Fields(json.value(), problems);
    Map<String, E> read = new LinkedHashMap<>();
    for (String key : table.fields.keySet()) {
      Part<E> value = table.choice(key, type);
      if (value.present()) {
        read.put(key, value.value());
      }
    }
    return read;
  }

  /** Makes a value; what its constructor refuses is a problem of this object. */
  <T> Part<T> make(Supplier<T> maker) {
    Part<T> made = attempt(maker);
    unknownFields();
    return made;
  }

  /** Makes a part of the value; what its constructor refuses is a problem of this object. */
  <T> Part<T> attempt(Supplier<T> maker) {
    try {
      return Part.whole(maker);
    } catch (IllegalArgumentException e) {
      return problem(place, String.valueOf(e.getMessage()));
    }
  }

  <T> Part<T> problem(String field, String message) {
    Json json = fields.get(field);
    return problem(json == null ? place : json.place(), message);
  }

  private void unknownFields() {
    fields.forEach(
        (name, json) -> {
          if (!asked.contains(name)) {
            problem(json.place(), "unknown field");
          }
        });
  }

  private Part<Json> required(String name) {
    Part<Json> json = optional(name);
    if (!json.present()) {
      problem(place.field(name, place.position()), "missing");
    }
    return json;
  }

  private Part<Json> optional(String name) {
    asked.add(name);
    Json json = fields.get(name);
    return json == null ? Part.missing() : Part.of(json);
  }

  private <T> Part<T> read(Json json, Function<Fields, T> reader) {
    Fields object = new Fields(json, problems);
    if (!(json instanceof Json.Obj)) {
      return Part.missing();
    }
    return object.make(() -> reader.apply(object));
  }

  private <T> List<T> collect(String name, Function<Json, Part<T>> reader) {
    Part<Json> json = optional(name);
    List<T> read = new ArrayList<>();
    if (json.orNull() instanceof Json.Arr array) {
      for (Json element : array.elements()) {
        Part<T> part = reader.apply(element);
        if (part.present()) {
          read.add(part.value());
        }
      }
    } else if (json.present()) {
      problem(json.value().place(), "must be a list");
    }
    return read;
  }

  private <T> Part<T> unseen(Json json, Part<T> part, Set<Object> seen) {
    if (part.present() && !seen.add(part.value())) {
      return problem(json.place(), "stands twice");
    }
    return part;
  }

  private <T> Part<T> parse(Part<Json> json, Function<String, T> reader, String expected) {
    if (!json.present()) {
      return Part.missing();
    }
    if (!(json.value() instanceof Json.Text text)) {
      return problem(json.value().place(), "must be a text");
    }
    try {
      return Part.of(reader.apply(text.value()));
    } catch (IllegalArgumentException | DateTimeException | NoSuchElementException e) {
      return problem(text.place(), "must be " + expected);
    }
  }

  private <E extends Enum<E>> Part<E> parseChoice(Part<Json> json, Class<E> type) {
    E[] all = type.getEnumConstants();
    String names = Arrays.stream(all).map(Fields::name).collect(Collectors.joining(", "));
    return parse(
        json,
        s -> Arrays.stream(all).filter(e -> name(e).equals(s)).findFirst().orElseThrow(),
        "one of " + names);
  }

  private Part<Boolean> parseFlag(Part<Json> json) {
    if (!json.present()) {
      return Part.missing();
    }
    if (json.value() instanceof Json.Flag flag) {
      return Part.of(flag.value());
    }
    return problem(json.value().place(), "must be true or false");
  }

  private <T> Part<T> problem(Json.Place at, String message) {
    problems.add(at.problem(message));
    return Part.missing();
  }

  /** How a constant is written: {@code JOINT_CONTROLLER} as {@code joint-controller}. */
  static String name(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
