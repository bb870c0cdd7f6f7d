package eu.sotto.session;

import eu.sotto.consent.CallConsents;
import eu.sotto.consent.ConsentEvent;
import eu.sotto.consent.ConsentOutcome;
import eu.sotto.vocabulary.ContractTie;
import eu.sotto.vocabulary.Role;
import eu.sotto.vocabulary.Speaker;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a call after some of its events: a fold, never changed in place.
 *
 * @param consents notices, questions, answers, speakers
 * @param endings the withdrawals and findings that were folded in, by their ids, so that none
 *     counts twice
 * @param ended when the call ended, or null
 * @param erased whether the caller's data was erased
 */
record CallState(
    CallConsents consents, Set<String> endings, @Nullable Instant ended, boolean erased) {
  static final CallState NONE = new CallState(CallConsents.none(), Set.of(), null, false);

  CallState {
    endings = Set.copyOf(endings);
  }

  /** Folds an event in; a plain no takes back what was recorded before it, as a withdrawal does. */
  CallState with(ConsentEvent event) {
    return new CallState(consents.with(effective(event)), endings, ended, erased);
  }

  private ConsentEvent effective(ConsentEvent event) {
    if (event instanceof ConsentEvent.Answered answered) {
      return effective(answered);
    } else if (event instanceof ConsentEvent.SpeakerAnswered answered) {
      return new ConsentEvent.SpeakerAnswered(answered.speaker(), effective(answered.answer()));
    } else if (event instanceof ConsentEvent.SpeakerJoined joined && !isRetry(event)) {
      // who leaves before, by a clock that went back since, must not seem to leave after
      return new ConsentEvent.SpeakerJoined(joined.speaker(), notBeforeLatest(joined.at()));
    } else if (event instanceof ConsentEvent.CapacityStated s && !s.capacity().suffices()) {
      return new ConsentEvent.CapacityStated(s.capacity(), notBeforeLatest(s.at()));
    } else if (event instanceof ConsentEvent.TieStated s && s.tie() == ContractTie.NONE) {
      return new ConsentEvent.TieStated(s.purpose(), s.tie(), s.by(), notBeforeLatest(s.at()));
    }
    return event;
  }

  private boolean isRetry(ConsentEvent event) {
    return consents.events().contains(event);
  }

  private ConsentEvent.Answered effective(ConsentEvent.Answered answered) {
    return answered.outcome() instanceof ConsentOutcome.Refused
        ? new ConsentEvent.Answered(
            answered.purpose(), answered.outcome(), answered.act(), notBeforeLatest(answered.at()))
        : answered;
  }

  /**
   * Folds a withdrawal or a finding in, once. It ends every consent that was recorded before it,
   * whatever the hosts' clocks said: it counts no earlier than the latest event before it.
   */
  CallState ended(String id, ConsentEvent.OfPurpose event) {
    if (endings.contains(id)) {
      return this;
    }
    Set<String> all = new HashSet<>(endings);
    all.add(id);
    return new CallState(consents.with(shifted(event)), all, ended, erased);
  }

  private ConsentEvent shifted(ConsentEvent.OfPurpose event) {
    Instant at = notBeforeLatest(event.at());
    if (event instanceof ConsentEvent.Withdrawn withdrawn) {
      return new ConsentEvent.Withdrawn(withdrawn.purpose(), withdrawn.method(), at);
    } else if (event instanceof ConsentEvent.FoundInvalid found) {
      return new ConsentEvent.FoundInvalid(found.purpose(), found.why(), at);
    }
    throw new IllegalArgumentException("not the end of a consent: " + event.getClass());
  }

  /** The AI systems that ever joined: no person's voice is theirs, but AI takes part. */
  Set<Speaker> assistants() {
    return consents.events().stream()
        .filter(ConsentEvent.SpeakerJoined.class::isInstance)
        .map(event -> ((ConsentEvent.SpeakerJoined) event).speaker())
        .filter(speaker -> speaker.role() == Role.ASSISTANT)
        .collect(Collectors.toUnmodifiableSet());
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
    return ended == null ? new CallState(consents, endings, at, erased) : this;
  }

  CallState withErasure() {
    return new CallState(consents, endings, ended, true);
  }
}
