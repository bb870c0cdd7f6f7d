package eu.sotto.retention;

/** When each trigger of a class happened for one record: told once, also for many rules. */
final class Moments {
  private final Trigger[] triggers;
  private final PolicyZone place;
  private final RecordFacts facts;
  private final long recordedDay;

  /** Time and day of each trigger; a day of zero is told anew, so that nothing is told before. */
  private final long[] told;

  Moments(Trigger[] triggers, PolicyZone place, RecordFacts facts) {
    this.triggers = triggers;
    this.place = place;
    this.facts = facts;
    this.recordedDay = place.dayOf(facts.recorded());
    this.told = new long[2 * triggers.length];
  }

  RecordFacts facts() {
    return facts;
  }

  PolicyZone place() {
    return place;
  }

  /** When the trigger happened; unknown while it has not, so that its backstop counts. */
  long time(int trigger) {
    startDay(trigger);
    return told[2 * trigger];
  }

  /** When the trigger happened, or the record's beginning while that is not known. */
  long start(int trigger) {
    long time = time(trigger);
    return time == EpochNanos.UNKNOWN ? facts.recorded() : time;
  }

  /** The day of the start. */
  long startDay(int trigger) {
    long day = told[2 * trigger + 1];
    if (day == 0) {
      long time = facts.timeOf(triggers[trigger]);
      boolean fromRecorded = time == EpochNanos.UNKNOWN || time == facts.recorded();
      day = fromRecorded ? recordedDay : place.dayOf(time);
      told[2 * trigger] = time;
      told[2 * trigger + 1] = day;
    }
    return day;
  }
}
