package eu.sotto.records;

import eu.sotto.vocabulary.CallId;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * A call as the store knows it. Immutable and thread-safe; its text shows nothing of it.
 *
 * @param id the host's identifier
 * @param subject whose call it is
 * @param answeredAt when it was answered
 * @param endedAt when it ended, empty while it runs
 * @param details what the host's side stored with it when it was answered
 */
public record KnownCall(
    CallId id,
    SubjectEntry subject,
    Instant answeredAt,
    Optional<Instant> endedAt,
    Map<String, String> details) {
  /** Copies the details. */
  public KnownCall {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(subject, "subject");
    Objects.requireNonNull(answeredAt, "answeredAt");
    Objects.requireNonNull(endedAt, "endedAt");
    details = Map.copyOf(details);
  }

  @Override
  public String toString() {
    return "KnownCall[hidden]";
  }
}
