package eu.sotto.consent;

import eu.sotto.consent.ConsentEvent.Answered;
import eu.sotto.consent.ConsentEvent.Asked;
import eu.sotto.consent.ConsentEvent.FoundInvalid;
import eu.sotto.consent.ConsentEvent.NoticePlayed;
import eu.sotto.consent.ConsentEvent.OfPurpose;
import eu.sotto.consent.ConsentEvent.Withdrawn;
import eu.sotto.permit.ReasonCode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The life of one consent, read from its events in the order of {@link Chronology}. An answer
 * closes the question that is open; only a new question opens the matter again. Never changed once
 * it is read.
 */
final class Timeline {
  private record Span(
      ConsentState state, Instant since, @Nullable ReasonCode why, @Nullable Agreed agreed) {}

  /** What was agreed to, as far as that was recorded, and by what kind of act. */
  private record Agreed(@Nullable Undertaking what, Method by) {}

  /**
   * When a consent given at a time expires: the same for every decision until one is given anew.
   */
  private record Known(Expiry expiry, Instant given, Instant expires) {}

  private static final Span NOTHING =
      new Span(ConsentState.UNKNOWN, Instant.MIN, ReasonCode.CONSENT_NOT_ASKED, null);

  private final List<NoticePlayed> played;
  private final List<FoundInvalid> found = new ArrayList<>(0);
  private final List<Span> spans = new ArrayList<>(3);
  private volatile @Nullable Known known;
  private @Nullable Asked last;
  private @Nullable Asked open;
  private boolean early;
  private int timesAsked;

  /**
   * Reads a consent's life.
   *
   * @param played the notices that were played, unmodifiable
   * @param events the events of one purpose, in the order of {@link Chronology}
   */
  Timeline(List<NoticePlayed> played, List<OfPurpose> events) {
    this.played = played;
    for (OfPurpose event : events) {
      if (event instanceof FoundInvalid invalid) {
        found.add(invalid);
      }
    }
    spans.add(NOTHING);
    for (OfPurpose event : events) {
      take(event);
    }
  }

  /** The question put last, answered or not. */
  Optional<Asked> last() {
    return Optional.ofNullable(last);
  }

  /** Whether the question put last still waits for its answer. */
  boolean waiting() {
    return open != null;
  }

  /** How often the question was put. */
  int timesAsked() {
    return timesAsked;
  }

  /** What stands against it by the last that is recorded. */
  Optional<ReasonCode> lastObstacle() {
    return Optional.ofNullable(spans.get(spans.size() - 1).why());
  }

  /** As below, measured by what the consent is needed for. */
  ConsentStatus status(Instant asOf, ConsentTerms terms) {
    ConsentStatus status = status(asOf, terms.expiry());
    if (!status.given()) {
      return status;
    }
    Agreed given = spans.get(place(asOf)).agreed();
    Undertaking agreed = given == null ? null : given.what();
    Undertaking asked = terms.asked();
    boolean wider = agreed != null && asked != null && !agreed.covers(asked);
    return wider
        ? new ConsentStatus(
            ConsentState.SUPERSEDED, asOf, status.until(), ReasonCode.CONSENT_SUPERSEDED)
        : status;
  }

  /** By what kind of act the consent was given that stood at a time. */
  Optional<Method> givenBy(Instant asOf) {
    return Optional.ofNullable(spans.get(place(asOf)).agreed()).map(Agreed::by);
  }

  /** How it stands at a time; what happened later does not count, but is told as the end. */
  ConsentStatus status(Instant asOf, Expiry expiry) {
    int i = place(asOf);
    Span span = spans.get(i);
    if (span.state() != ConsentState.GIVEN) {
      return new ConsentStatus(span.state(), span.since(), end(i), span.why());
    }
    Instant expires = expires(expiry, span.since());
    if (!asOf.isBefore(expires) && !expires.equals(Instant.MAX)) {
      return new ConsentStatus(ConsentState.EXPIRED, expires, end(i), ReasonCode.CONSENT_EXPIRED);
    }
    Instant end = end(i);
    return new ConsentStatus(
        ConsentState.GIVEN, span.since(), end.isBefore(expires) ? end : expires, null);
  }

  private Instant expires(Expiry expiry, Instant given) {
    Known before = known;
    if (before != null && before.expiry() == expiry && before.given().equals(given)) {
      return before.expires();
    }
    Instant expires = expiry.of(given);
    if (expiry != Expiry.NEVER) {
      known = new Known(expiry, given, expires);
    }
    return expires;
  }

  private int place(Instant asOf) {
    int i = spans.size() - 1;
    while (i > 0 && spans.get(i).since().isAfter(asOf)) {
      i--;
    }
    return i;
  }

  private Instant end(int i) {
    return i + 1 < spans.size() ? spans.get(i + 1).since() : Instant.MAX;
  }

  private void take(OfPurpose event) {
    if (event instanceof Asked asked) {
      ask(asked);
    } else if (event instanceof Answered answered) {
      answer(answered);
    } else if (event instanceof Withdrawn) {
      become(ConsentState.WITHDRAWN, event.at(), ReasonCode.CONSENT_WITHDRAWN);
      open = null;
    } else if (event instanceof ConsentEvent.Unanswered) {
      open = null;
    }
  }

  private void ask(Asked asked) {
    last = asked;
    timesAsked++;
    if (early) {
      // the key pressed during the prompt was the answer to this question, and cannot count
      early = false;
      open = null;
      become(ConsentState.NOT_VALID, asked.at(), ReasonCode.ANSWERED_BEFORE_QUESTION_ENDED);
      return;
    }
    open = asked;
    if (state() != ConsentState.GIVEN) {
      become(ConsentState.REQUESTED, asked.at(), ReasonCode.CONSENT_NOT_ANSWERED);
    }
  }

  private void answer(Answered answered) {
    ConsentOutcome outcome = answered.outcome();
    if (outcome instanceof ConsentOutcome.Refused) {
      become(ConsentState.REFUSED, answered.at(), ReasonCode.CONSENT_REFUSED);
    } else if (open != null || state() == ConsentState.UNKNOWN) {
      judge(answered, outcome);
    }
    early =
        outcome instanceof ConsentOutcome.NotValid notValid
            && notValid.why() == ReasonCode.ANSWERED_BEFORE_QUESTION_ENDED;
    open = null;
  }

  private void judge(Answered answered, ConsentOutcome outcome) {
    if (outcome instanceof ConsentOutcome.Given) {
      ReasonCode why = obstacle(answered.at());
      if (why == null && open != null) {
        Agreed agreed = new Agreed(open.what(), answered.method());
        spans.add(new Span(ConsentState.GIVEN, answered.at(), null, agreed));
      } else {
        become(ConsentState.NOT_VALID, answered.at(), why);
      }
    } else if (outcome instanceof ConsentOutcome.NotValid notValid) {
      become(ConsentState.NOT_VALID, answered.at(), notValid.why());
    } else {
      become(ConsentState.UNCLEAR, answered.at(), ReasonCode.CONSENT_UNCLEAR);
    }
  }

  /** The fold does not take a yes on trust: what it rests on must have been recorded as well. */
  private @Nullable ReasonCode obstacle(Instant given) {
    if (open == null) {
      return ReasonCode.CONSENT_NOT_ASKED;
    }
    for (FoundInvalid invalid : found) {
      if (!given.isAfter(invalid.at())) {
        return invalid.why();
      }
    }
    return Hearing.obstacle(played, open.wording(), given).orElse(null);
  }

  private ConsentState state() {
    return spans.get(spans.size() - 1).state();
  }

  private void become(ConsentState state, Instant since, @Nullable ReasonCode why) {
    Span current = spans.get(spans.size() - 1);
    if (current.state() != state || current.why() != why) {
      spans.add(new Span(state, since, why, null));
    }
  }
}
