package eu.sotto.ledger;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * An event as it was recorded, opened. Immutable and thread-safe.
 *
 * @param appended its place in the log
 * @param kind its kind's name
 * @param version its kind's version
 * @param happenedAt when it happened
 * @param fields its values by name, in schema order: strings, longs and booleans
 */
public record Recorded(
    Appended appended, String kind, int version, Instant happenedAt, Map<String, Object> fields) {
  /** Copies the fields. */
  public Recorded {
    Objects.requireNonNull(appended, "appended");
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(happenedAt, "happenedAt");
    fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
  }

  /** Kind and place only: fields may be personal. */
  @Override
  public String toString() {
    return "Recorded[" + kind + "/" + version + " at " + appended.index() + "]";
  }
}
