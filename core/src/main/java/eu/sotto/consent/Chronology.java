package eu.sotto.consent;

import eu.sotto.consent.ConsentEvent.Answered;
import eu.sotto.consent.ConsentEvent.Asked;
import eu.sotto.consent.ConsentEvent.NoticePlayed;
import eu.sotto.consent.ConsentEvent.SpeakerAnswered;
import eu.sotto.consent.ConsentEvent.SpeakerAsked;
import eu.sotto.consent.ConsentEvent.SpeakerJoined;
import eu.sotto.consent.ConsentEvent.SpeakerLeft;
import eu.sotto.consent.ConsentEvent.Unanswered;
import java.util.Comparator;

/**
 * One order for all events, whatever order they were recorded in: by time, and at the same time
 * what restricts comes last and so has the last word.
 */
final class Chronology {
  static final Comparator<ConsentEvent> ORDER =
      Comparator.comparing(ConsentEvent::at)
          .thenComparingInt(Chronology::rank)
          .thenComparing(Object::toString);

  private Chronology() {}

  private static int rank(ConsentEvent event) {
    if (event instanceof NoticePlayed) {
      return 0;
    } else if (event instanceof SpeakerLeft) {
      return 1;
    } else if (event instanceof SpeakerJoined) {
      return 2;
    } else if (event instanceof Asked || event instanceof SpeakerAsked) {
      return 3;
    } else if (event instanceof Unanswered) {
      return 4;
    } else if (event instanceof Answered answered) {
      return rank(answered.outcome());
    } else if (event instanceof SpeakerAnswered answered) {
      return rank(answered.answer().outcome());
    }
    return 9;
  }

  private static int rank(ConsentOutcome outcome) {
    if (outcome instanceof ConsentOutcome.Given) {
      return 5;
    } else if (outcome instanceof ConsentOutcome.Unclear) {
      return 6;
    }
    return outcome instanceof ConsentOutcome.NotValid ? 7 : 8;
  }
}
