package eu.sotto.consent;

import eu.sotto.consent.ConsentEvent.Answered;
import eu.sotto.consent.ConsentEvent.FoundInvalid;
import eu.sotto.consent.ConsentEvent.NoticePlayed;
import eu.sotto.consent.ConsentEvent.SpeakerAnswered;
import eu.sotto.consent.ConsentEvent.SpeakerJoined;
import eu.sotto.consent.ConsentEvent.SpeakerLeft;
import eu.sotto.consent.ConsentEvent.Withdrawn;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * One order for all events, whatever order they were recorded in: by time. Within one instant
 * questions and answers are taken as they were recorded, since nothing else tells a yes before a
 * question from one after it; notices come before them, and a plain no, a withdrawal or a finding
 * after them, so that these have the last word.
 */
final class Chronology {
  private static final int DIALOGUE = 3;
  private static final Comparator<ConsentEvent> ORDER =
      Comparator.comparing(ConsentEvent::at).thenComparingInt(Chronology::rank);

  private Chronology() {}

  /**
   * Events with one more.
   *
   * @param events in this order
   * @param event what was recorded after them
   * @return a new list; the same one if the event only repeats another of its instant
   */
  static List<ConsentEvent> with(List<ConsentEvent> events, ConsentEvent event) {
    int place = events.size();
    while (place > 0 && ORDER.compare(events.get(place - 1), event) > 0) {
      place--;
    }
    if (repeats(events, place, event)) {
      return events;
    }
    List<ConsentEvent> more = new ArrayList<>(events.size() + 1);
    more.addAll(events);
    more.add(place, event);
    return more;
  }

  /** In a dialogue only the last words can be a retry: they may come again after others. */
  private static boolean repeats(List<ConsentEvent> events, int place, ConsentEvent event) {
    int first = rank(event) == DIALOGUE ? Math.max(0, place - 1) : 0;
    for (int i = place - 1; i >= first && ORDER.compare(events.get(i), event) == 0; i--) {
      if (events.get(i).equals(event)) {
        return true;
      }
    }
    return false;
  }

  private static int rank(ConsentEvent event) {
    if (event instanceof NoticePlayed) {
      return 0;
    } else if (event instanceof SpeakerLeft) {
      return 1;
    } else if (event instanceof SpeakerJoined) {
      return 2;
    } else if (event instanceof Answered answered) {
      return rank(answered.outcome());
    } else if (event instanceof SpeakerAnswered answered) {
      return rank(answered.answer().outcome());
    } else if (event instanceof Withdrawn || event instanceof FoundInvalid) {
      return DIALOGUE + 2;
    }
    return DIALOGUE;
  }

  private static int rank(ConsentOutcome outcome) {
    return outcome instanceof ConsentOutcome.Refused ? DIALOGUE + 1 : DIALOGUE;
  }
}
