package eu.sotto.retention;

/** When each trigger of a class happened for one record: told once, also for many rules. */
final class Moments {
  private final PolicyZone place;
  private final RecordFacts facts;
  private final long[] times;
  private final long[] days;

  Moments(Awaited awaited, PolicyZone place, RecordFacts facts) {
    this.place = place;
    this.facts = facts;
    this.times = facts.timesOf(awaited);
    this.days = new long[times.length];
    for (int i = 0; i < days.length; i++) {
      days[i] = place.dayOf(start(i));
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
    return days[trigger];
  }
}
