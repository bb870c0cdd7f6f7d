package eu.sotto.rights;

import eu.sotto.records.RecordId;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of one record, and on which ground. Immutable and thread-safe.
 *
 * @param record which
 * @param outcome what becomes of it
 * @param ground the rule of law, or whom it was passed on to; 1 to 200 characters on one line
 * @param until the last day on which it is withheld, or null if it is not
 */
public record Assessment(
    RecordId record, Outcome outcome, String ground, @Nullable LocalDate until) {
  private static final Pattern GROUND = Pattern.compile("[^\\p{Cntrl}|]{1,200}");

  /**
   * Checks the ground.
   *
   * @throws IllegalArgumentException if the ground is empty, too long or holds a line break or bar
   */
  public Assessment {
    Objects.requireNonNull(record, "record");
    Objects.requireNonNull(outcome, "outcome");
    if (ground.isBlank() || !GROUND.matcher(ground).matches()) {
      throw new IllegalArgumentException("ground must be 1 to 200 characters without bars");
    }
  }

  /**
   * An assessment without a last day.
   *
   * @param record which
   * @param outcome what becomes of it
   * @param ground the rule of law
   * @return the assessment
   */
  public static Assessment of(RecordId record, Outcome outcome, String ground) {
    return new Assessment(record, outcome, ground, null);
  }

  /**
   * Until when it is withheld.
   *
   * @return the last day, or empty if it is not, or as long as the record is kept
   */
  public Optional<LocalDate> lastDay() {
    return Optional.ofNullable(until);
  }
}
