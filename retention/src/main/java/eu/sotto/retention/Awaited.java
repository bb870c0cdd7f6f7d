package eu.sotto.retention;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The triggers of one class, found by the events that they wait for. */
final class Awaited {
  private static final int[] NONE = {};

  final Trigger[] triggers;

  /** Events by their hash; where two would share a place the later one has the next. */
  private final @Nullable EventName[] events;

  private final int[][] waiting;

  Awaited(List<Trigger> distinct) {
    this.triggers = distinct.toArray(Trigger[]::new);
    EventName[] names =
        distinct.stream()
            .flatMap(one -> one.events().stream())
            .distinct()
            .toArray(EventName[]::new);
    int places = Integer.highestOneBit(8 * names.length + 7);
    this.events = new @Nullable EventName[places];
    this.waiting = new int[places][];
    Arrays.fill(waiting, NONE);
    for (EventName name : names) {
      int place = placeOf(name, name.hashCode());
      events[place] = name;
      waiting[place] =
          IntStream.range(0, triggers.length).filter(one -> triggers[one].awaits(name)).toArray();
    }
  }

  /** The triggers that wait for an event, by their places. */
  int[] waitingFor(EventName name, int hash) {
    return waiting[placeOf(name, hash)];
  }

  private int placeOf(EventName name, int hash) {
    int place = (hash ^ (hash >>> 16)) & (events.length - 1);
    for (EventName found = events[place]; found != null; found = events[place]) {
      if (found.equals(name)) {
        return place;
      }
      place = (place + 1) & (events.length - 1);
    }
    return place;
  }
}
