package eu.sotto.rights;

import eu.sotto.vocabulary.Right;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How a request stands at one moment. Immutable and thread-safe; nobody's name or number.
 *
 * @param id the request's random id
 * @param right of which right, or null while the host has not said
 * @param receivedAt when it came in
 * @param state how far it has come
 * @param deadline by when it is to be answered
 * @param waiting whether the period stands still, because it is doubtful who asks
 * @param assessments what becomes of each record, once that is laid down
 * @param refused whether it was answered with a refusal
 */
public record RequestStatus(
    String id,
    @Nullable Right right,
    Instant receivedAt,
    RequestState state,
    RequestDeadline deadline,
    boolean waiting,
    List<Assessment> assessments,
    boolean refused) {
  /** Copies the list. */
  public RequestStatus {
    Objects.requireNonNull(id, "id");
    assessments = List.copyOf(assessments);
  }

  /**
   * Of which right it is.
   *
   * @return the right, or empty while the host has not said
   */
  public Optional<Right> stated() {
    return Optional.ofNullable(right);
  }

  /**
   * Whether it waits for its answer.
   *
   * @return true until it is answered
   */
  public boolean open() {
    return state != RequestState.ANSWERED;
  }

  /**
   * Whether it should have been answered.
   *
   * @param today the day, in the register's time zone
   * @return true if it is open, its last day is over and the period does not stand still
   */
  public boolean overdue(LocalDate today) {
    return open() && !waiting && today.isAfter(deadline.due());
  }

  /**
   * Whether its last day is near.
   *
   * @param today the day, in the register's time zone
   * @param days how near
   * @return true if it is open, not overdue and at most so many days are left
   */
  public boolean due(LocalDate today, int days) {
    return open() && !waiting && !overdue(today) && !deadline.due().isAfter(today.plusDays(days));
  }
}
