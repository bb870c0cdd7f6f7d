package eu.sotto.ledger;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * A kind of event: its name and version stand in the leaf, readable without keys. Immutable and
 * thread-safe.
 *
 * @param name 1 to 64 characters of a-z, 0-9 and underscore, in the past tense
 * @param version from 1; a change of the fields is a new version
 * @param keyClass which key seals it
 * @param fields the names of its fields in schema order, same syntax as the name
 */
public record EventKind(String name, int version, KeyClass keyClass, List<String> fields) {
  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]{0,63}");
  private static final int MAX_FIELDS = 64;

  /**
   * Checks the syntax.
   *
   * @throws IllegalArgumentException if a name is malformed or a field is named twice
   */
  public EventKind {
    requireName(name);
    Objects.requireNonNull(keyClass, "keyClass");
    fields = List.copyOf(fields);
    fields.forEach(EventKind::requireName);
    if (version < 1) {
      throw new IllegalArgumentException("an event kind's version begins at 1");
    }
    if (fields.size() > MAX_FIELDS || new HashSet<>(fields).size() != fields.size()) {
      throw new IllegalArgumentException("an event kind names up to 64 fields, each once");
    }
  }

  /**
   * A kind of event.
   *
   * @param name its name, in the past tense
   * @param version from 1
   * @param keyClass which key seals it
   * @param fields the names of its fields in schema order
   * @return the kind
   * @throws IllegalArgumentException if a name is malformed or a field is named twice
   */
  public static EventKind of(String name, int version, KeyClass keyClass, String... fields) {
    return new EventKind(name, version, keyClass, List.of(fields));
  }

  private static void requireName(String name) {
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException("not a name of an event or field: " + name);
    }
  }

  /** Name and version, as in the leaf. */
  String label() {
    return name + "/" + version;
  }
}
