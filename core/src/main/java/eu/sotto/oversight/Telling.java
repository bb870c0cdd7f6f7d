package eu.sotto.oversight;

import eu.sotto.vocabulary.PurposeId;
import java.time.Instant;
import java.util.Objects;

/**
 * Something that a caller has to be told and was not yet. Immutable and thread-safe.
 *
 * @param id its name
 * @param about what it is about
 * @param purpose for which purpose data was used
 * @param since since when it is owed
 * @param due the last moment at which it counts as without delay
 * @param overdue whether that moment is over
 */
public record Telling(
    DutyId id, About about, PurposeId purpose, Instant since, Instant due, boolean overdue) {
  /** What a caller has to be told. Immutable and thread-safe. */
  public enum About {
    /** An outcome was changed or set aside. */
    CORRECTED,
    /** An outcome that the caller contested was upheld. */
    UPHELD,
    /** Special categories of data were used. */
    SPECIAL_CATEGORY_USED,
    /** The AI had an effect that nobody had foreseen. */
    UNFORESEEN_EFFECT
  }

  /** Refuses null. */
  public Telling {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(about, "about");
    Objects.requireNonNull(purpose, "purpose");
    Objects.requireNonNull(since, "since");
    Objects.requireNonNull(due, "due");
  }
}
