package eu.sotto.consent;

import eu.sotto.consent.ConsentEvent.Answered;
import eu.sotto.consent.ConsentEvent.Asked;
import eu.sotto.consent.ConsentEvent.NoticePlayed;
import eu.sotto.consent.ConsentEvent.OfPurpose;
import eu.sotto.consent.ConsentEvent.SpeakerAnswered;
import eu.sotto.consent.ConsentEvent.SpeakerAsked;
import eu.sotto.consent.ConsentEvent.SpeakerJoined;
import eu.sotto.consent.ConsentEvent.SpeakerLeft;
import eu.sotto.vocabulary.Role;
import eu.sotto.vocabulary.Speaker;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** When one speaker was in the call, and what of it bears on that speaker's consent. */
final class Presence {
  private record Stay(Instant from, Instant to) {
    boolean covers(Instant begin, Instant end) {
      return !begin.isBefore(from) && !end.isAfter(to);
    }
  }

  private final Speaker speaker;
  private final List<ConsentEvent> events;
  private final List<Stay> stays = new ArrayList<>();

  Presence(Speaker speaker, List<ConsentEvent> events) {
    this.speaker = speaker;
    this.events = events;
    readStays();
  }

  private void readStays() {
    Instant joined = null;
    for (ConsentEvent event : events) {
      if (event instanceof SpeakerJoined in && in.speaker().equals(speaker) && joined == null) {
        joined = in.at();
      } else if (event instanceof SpeakerLeft out
          && out.speaker().equals(speaker)
          && joined != null) {
        stays.add(new Stay(joined, out.at()));
        joined = null;
      }
    }
    if (joined != null) {
      stays.add(new Stay(joined, Instant.MAX));
    }
  }

  CallConsents view() {
    boolean caller = callerOf(events).filter(speaker::equals).isPresent();
    CallConsents view = CallConsents.none();
    for (ConsentEvent event : events) {
      ConsentEvent own = own(event, caller);
      if (own != null) {
        view = view.with(own);
      }
    }
    return view;
  }

  private @Nullable ConsentEvent own(ConsentEvent event, boolean caller) {
    if (event instanceof NoticePlayed notice) {
      return present(notice.began(), notice.at()) ? notice : null;
    } else if (event instanceof SpeakerAsked asked && asked.speaker().equals(speaker)) {
      return asked.question();
    } else if (event instanceof SpeakerAnswered answered && answered.speaker().equals(speaker)) {
      return answered.answer();
    } else if (caller && event instanceof OfPurpose) {
      boolean opens = event instanceof Asked || event instanceof Answered;
      return !opens || present(event.at(), event.at()) ? event : null;
    }
    return null;
  }

  private boolean present(Instant begin, Instant end) {
    return stays.stream().anyMatch(stay -> stay.covers(begin, end));
  }

  /** The caller's own answers are those of the first who joined in that role, if anybody did. */
  private static Optional<Speaker> callerOf(List<ConsentEvent> events) {
    return events.stream()
        .filter(SpeakerJoined.class::isInstance)
        .map(e -> ((SpeakerJoined) e).speaker())
        .filter(s -> s.role() == Role.CALLER)
        .findFirst();
  }
}
