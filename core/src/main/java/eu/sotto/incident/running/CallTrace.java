package eu.sotto.incident.running;

import eu.sotto.crypto.KeyId;
import eu.sotto.ledger.Recorded;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What the ledger holds of one call.
 *
 * @param contentKey the key of the caller whose call it was
 * @param answered when it was answered
 * @param ended when it ended, if it did
 * @param events everything, in log order
 */
record CallTrace(
    KeyId contentKey, Instant answered, Optional<Instant> ended, List<Recorded> events) {
  static CallTrace of(KeyId contentKey, Recorded answer, List<Recorded> events) {
    Optional<Instant> ended =
        events.stream()
            .filter(event -> event.kind().equals("call_ended"))
            .map(Recorded::happenedAt)
            .findFirst();
    return new CallTrace(contentKey, answer.happenedAt(), ended, events);
  }

  /** Whether it went on at some time of a window; a call that never ended still does. */
  boolean liveIn(Instant from, Instant until) {
    return answered.isBefore(until) && ended.map(end -> !end.isBefore(from)).orElse(true);
  }
}
