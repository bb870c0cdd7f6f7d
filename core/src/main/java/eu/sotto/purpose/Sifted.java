package eu.sotto.purpose;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a purpose needs of a submission, and how much was left out. Immutable and thread-safe; its
 * text shows counts only.
 *
 * @param taken values by declared field, in the register's order; personal data
 * @param dropped how many values were left out, by declared field or kind of data; {@code unknown}
 *     for names that the register does not know, which may be personal themselves
 */
public record Sifted(Map<String, String> taken, Map<String, Integer> dropped) {
  /** Copies both. */
  public Sifted {
    taken = Collections.unmodifiableMap(new LinkedHashMap<>(taken));
    dropped = Collections.unmodifiableMap(new TreeMap<>(dropped));
  }

  /** For example {@code Sifted[2 taken, dropped {address=1, unknown=2}]}. */
  @Override
  public String toString() {
    return "Sifted[" + taken.size() + " taken, dropped " + dropped + "]";
  }
}
