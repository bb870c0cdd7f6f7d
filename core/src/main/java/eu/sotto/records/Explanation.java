package eu.sotto.records;

import eu.sotto.retention.Disposition;
import java.util.Objects;

/**
 * Why a record is still here, until when, what would free it, and by which rule. Immutable and
 * thread-safe.
 *
 * @param entry the record
 * @param disposition what happens to it, as sweeps decide it
 * @param text the same in plain words, without personal data
 */
public record Explanation(RecordEntry entry, Disposition disposition, String text) {
  /** Refuses missing parts. */
  public Explanation {
    Objects.requireNonNull(entry, "entry");
    Objects.requireNonNull(disposition, "disposition");
    Objects.requireNonNull(text, "text");
  }
}
