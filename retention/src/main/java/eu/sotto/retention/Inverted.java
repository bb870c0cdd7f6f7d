package eu.sotto.retention;

import java.time.Instant;

/** A rule turned round for one instant, in numbers, for very many records. */
final class Inverted {
  final BoundRule bound;
  final CutOff cutOff;
  final boolean neverLapses;
  private final boolean begun;
  private final Edge over;
  private final Edge lapse;

  Inverted(BoundRule bound, Instant asOf, long today) {
    this.bound = bound;
    this.cutOff = bound.cutOff(asOf);
    this.begun = bound.fromDay <= today;
    this.neverLapses = bound.lapseDay == End.NO_DAY;
    this.over = Edge.of(cutOff.triggerBefore(), cutOff.recordedBefore());
    this.lapse = Edge.of(bound.lapse(true), bound.lapse(false));
  }

  /** The first trigger, and the first beginning of a record without one, that lie behind. */
  private record Edge(long trigger, long recorded) {
    static Edge of(Instant trigger, Instant recorded) {
      return new Edge(EpochNanos.of(trigger), EpochNanos.of(recorded));
    }

    boolean isAfter(RecordFacts facts, Trigger start) {
      long time = facts.timeOf(start);
      return time != EpochNanos.UNKNOWN ? time < trigger : facts.recorded() < recorded;
    }
  }

  /** Whether the record's period under the rule is over. */
  boolean isOver(RecordFacts facts) {
    return over.isAfter(facts, cutOff.trigger());
  }

  /** Whether the record's period ends while the rule is law. */
  boolean applies(RecordFacts facts) {
    return neverLapses || lapse.isAfter(facts, cutOff.trigger());
  }

  /** Whether the rule keeps the record now. */
  boolean keeps(RecordFacts facts) {
    return begun && !isOver(facts);
  }
}
