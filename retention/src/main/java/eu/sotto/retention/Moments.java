package eu.sotto.retention;

/** When each trigger of a class happened for one record: told once, also for many rules. */
final class Moments {
  private final PolicyZone place;
  private final RecordFacts facts;

  /** The time of each trigger and, after them, the day of each start. */
  private final long[] times;

  private final int triggers;

  Moments(Awaited awaited, PolicyZone place, RecordFacts facts) {
    this.place = place;
    this.facts = facts;
    this.triggers = awaited.triggers.length;
    this.times = new long[2 * triggers];
    facts.timesOf(awaited, times);
    for (int i = 0; i < triggers; i++) {
      times[triggers + i] = place.dayOf(start(i));
    }
  }

  RecordFacts facts() {
    return facts;
  }

  PolicyZone place() {
    return place;
  }

  /** When the trigger happened; unknown while it has not, so that its backstop counts. */
  long time(int trigger) {
    return times[trigger];
  }

  /** When the trigger happened, or the record's beginning while that is not known. */
  long start(int trigger) {
    return times[trigger] == EpochNanos.UNKNOWN ? facts.recorded() : times[trigger];
  }

  /** The day of the start. */
  long startDay(int trigger) {
    return times[triggers + trigger];
  }
}
