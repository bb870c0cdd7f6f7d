package eu.sotto.consent;

import eu.sotto.consent.ConsentEvent.Answered;
import eu.sotto.consent.ConsentEvent.Asked;
import eu.sotto.consent.ConsentEvent.FoundInvalid;
import eu.sotto.consent.ConsentEvent.NoticePlayed;
import eu.sotto.consent.ConsentEvent.OfPurpose;
import eu.sotto.consent.ConsentEvent.Withdrawn;
import eu.sotto.notice.NoticePart;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/**
 * What the law asks of a consent, read backwards from the time in question and written apart from
 * the fold: some yes that answered a heard question in a heard notice, and nothing against it
 * since.
 */
public final class Oracle {
  private Oracle() {}

  /** Whether a consent to quality may count as given at a time. */
  public static boolean mayCount(List<ConsentEvent> events, Instant time) {
    return of(events, Answered.class)
        .filter(a -> a.outcome() instanceof ConsentOutcome.Given && !a.at().isAfter(time))
        .anyMatch(yes -> answersAQuestion(events, yes) && stands(events, yes, time));
  }

  private static boolean answersAQuestion(List<ConsentEvent> events, Answered yes) {
    return of(events, Asked.class)
        .filter(q -> !q.at().isAfter(yes.at()))
        .filter(q -> heard(events, q.wording(), yes.at()))
        .anyMatch(q -> nothingBetween(events, q.at(), yes.at()));
  }

  private static boolean heard(List<ConsentEvent> events, Wording wording, Instant by) {
    return of(events, NoticePlayed.class)
        .anyMatch(
            n ->
                n.wording().equals(wording)
                    && n.playout().played().compareTo(n.playout().full()) >= 0
                    && !n.playout().at().isAfter(by)
                    && n.parts().contains(NoticePart.WITHDRAWAL));
  }

  private static boolean nothingBetween(List<ConsentEvent> events, Instant from, Instant to) {
    return of(events, OfPurpose.class)
        .filter(e -> !(e instanceof FoundInvalid))
        .noneMatch(e -> e.at().isAfter(from) && e.at().isBefore(to));
  }

  private static boolean stands(List<ConsentEvent> events, Answered yes, Instant time) {
    return of(events, OfPurpose.class)
        .filter(e -> !e.at().isBefore(yes.at()))
        .noneMatch(e -> e instanceof FoundInvalid || (takesBack(e) && !e.at().isAfter(time)));
  }

  private static boolean takesBack(OfPurpose event) {
    return event instanceof Withdrawn
        || (event instanceof Answered a && a.outcome() instanceof ConsentOutcome.Refused);
  }

  private static <T> Stream<T> of(List<ConsentEvent> events, Class<T> type) {
    return events.stream().filter(type::isInstance).map(type::cast);
  }
}
