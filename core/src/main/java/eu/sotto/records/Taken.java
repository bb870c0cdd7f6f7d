package eu.sotto.records;

import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * What became of data that was handed over to be taken in. Immutable and thread-safe.
 *
 * @param kept what was kept, or why nothing was
 * @param dropped how many values were left out before anything was stored, by declared field or
 *     kind of data
 */
public record Taken(Kept kept, Map<String, Integer> dropped) {
  /** Copies the counts. */
  public Taken {
    Objects.requireNonNull(kept, "kept");
    dropped = Collections.unmodifiableMap(new TreeMap<>(dropped));
  }
}
