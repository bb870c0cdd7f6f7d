package eu.sotto.records;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An order to preserve what is kept of a person, or one record, for a dispute or an authority:
 * nothing that it names goes until it is released. Immutable and thread-safe. Source: GDPR Art.
 * 17(3)(e).
 *
 * @param id random, by which it is released
 * @param reference the case's file reference, which must not tell who a person is
 * @param since from when it holds
 * @param record the one record that it names, or null if it names all of the person, those to come
 *     included
 * @param recorded whether it is durable; if not, it holds on this node and recording is tried again
 */
public record LegalHold(
    String id, String reference, Instant since, @Nullable RecordId record, boolean recorded) {
  private static final Pattern REFERENCE = Pattern.compile("\\p{L}[\\p{L}\\p{N}._:/;-]{0,63}");
  private static final Pattern LIKE_A_NUMBER = Pattern.compile(".*\\p{N}{7}.*");

  /**
   * Checks the reference.
   *
   * @throws IllegalArgumentException if the reference does not begin with a letter, is longer than
   *     64 characters, holds others than letters, digits and {@code . _ : / ; -}, or so many digits
   *     in a row that it may be a telephone number
   */
  public LegalHold {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(since, "since");
    if (!REFERENCE.matcher(reference).matches() || LIKE_A_NUMBER.matcher(reference).matches()) {
      throw new IllegalArgumentException(
          "reference must be a letter and up to 63 letters, digits or . _ : / ; -"
              + " with at most six digits in a row");
    }
  }

  /**
   * The one record that it names.
   *
   * @return empty if it names all of a person
   */
  public Optional<RecordId> only() {
    return Optional.ofNullable(record);
  }

  /** Names the hold only. */
  @Override
  public String toString() {
    return "LegalHold[" + id + "]";
  }
}
