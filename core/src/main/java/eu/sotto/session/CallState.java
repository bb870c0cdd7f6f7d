package eu.sotto.session;

import eu.sotto.consent.CallConsents;
import eu.sotto.consent.ConsentEvent;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a call after some of its events: a fold, never changed in place.
 *
 * @param consents notices, questions, answers, speakers
 * @param withdrawals the withdrawals that were folded in, by their ids, so that none counts twice
 * @param ended when the call ended, or null
 * @param erased whether the caller's data was erased
 */
record CallState(
    CallConsents consents, Set<String> withdrawals, @Nullable Instant ended, boolean erased) {
  static final CallState NONE = new CallState(CallConsents.none(), Set.of(), null, false);

  CallState {
    withdrawals = Set.copyOf(withdrawals);
  }

  CallState with(ConsentEvent event) {
    return new CallState(consents.with(event), withdrawals, ended, erased);
  }

  /**
   * Folds a withdrawal in, once. It ends every consent that was recorded before it, whatever the
   * hosts' clocks said: it counts no earlier than the latest event before it.
   */
  CallState withdrawn(String withdrawal, ConsentEvent.Withdrawn event) {
    if (withdrawals.contains(withdrawal)) {
      return this;
    }
    Set<String> all = new HashSet<>(withdrawals);
    all.add(withdrawal);
    var effective =
        new ConsentEvent.Withdrawn(event.purpose(), event.method(), notBeforeLatest(event.at()));
    return new CallState(consents.with(effective), all, ended, erased);
  }

  /** The time by which a question about now is answered: never before what is known. */
  Instant notBeforeLatest(Instant now) {
    List<ConsentEvent> events = consents.events();
    if (events.isEmpty()) {
      return now;
    }
    Instant latest = events.get(events.size() - 1).at();
    return latest.isAfter(now) ? latest : now;
  }

  CallState withEnd(Instant at) {
    return ended == null ? new CallState(consents, withdrawals, at, erased) : this;
  }

  CallState withErasure() {
    return new CallState(consents, withdrawals, ended, true);
  }
}
