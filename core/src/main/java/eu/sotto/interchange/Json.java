package eu.sotto.interchange;

import eu.sotto.register.Problem;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/** A JSON value that knows where it stands. */
sealed interface Json {
  Place place();

  /**
   * Where a value stands.
   *
   * @param path its JSON path
   * @param position its line and column
   */
  record Place(String path, Problem.Position position) {
    Problem problem(String message) {
      return new Problem(path, position, message);
    }

    /** Names that are no plain words are not repeated. */
    Place field(String name, Problem.Position at) {
      boolean plain = name.matches("[$A-Za-z0-9_-]{1,64}");
      return new Place(path + (plain ? "." + name : "['?']"), at);
    }

    Place element(int index, Problem.Position at) {
      return new Place(path + "[" + index + "]", at);
    }
  }

  /** An object; where a name stands twice, the first one counts and the second is a problem. */
  record Obj(Place place, Map<String, Json> fields) implements Json {}

  /** An array. */
  record Arr(Place place, List<Json> elements) implements Json {}

  /** A string. */
  record Text(Place place, String value) implements Json {}

  /** True or false. */
  record Flag(Place place, boolean value) implements Json {}

  /** A number: no register holds one. */
  record Num(Place place, BigDecimal value) implements Json {}

  /** Null. */
  record Other(Place place) implements Json {}
}
