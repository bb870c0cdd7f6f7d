package eu.sotto.benchmarks.retention;

import eu.sotto.benchmarks.Report;
import eu.sotto.retention.CutOff;
import eu.sotto.retention.CutOffs;
import eu.sotto.retention.DatedPolicy;
import eu.sotto.retention.RetentionPolicy;
import eu.sotto.retention.RuleId;

/** A sweep of very many records in memory: each one decided, and by cut-offs. */
final class Sweeps {
  private Sweeps() {}

  static void measure(Report report, boolean quick) {
    int size = 5_000_000;
    Population calls = new Population(size, false);
    RetentionPolicy policy = FiveRules.policy();
    DatedPolicy dated = policy.at(Population.AS_OF);
    CutOffs cutOffs = policy.cutOffs(FiveRules.CALLS, Population.AS_OF);
    Rounds.Work oneByOne = () -> oneByOne(dated, calls);
    Rounds.Work byCutOff = () -> byCutOff(cutOffs, calls);
    Rounds.Work fromIndex = () -> fromIndex(cutOffs, calls);
    if (oneByOne.run() != byCutOff.run() || oneByOne.run() != fromIndex.run()) {
      throw new IllegalStateException("the cut-offs find other records than the decisions");
    }
    double[] times = new Rounds(2, quick ? 5 : 15).medians(byCutOff, oneByOne, fromIndex);
    String name = "sweep of " + size + " records, " + oneByOne.run() + " due";
    double each = size * 1e3 / times[1];
    String beside = "record by record";
    report.compared(
        name + ", by cut-off over columns of triggers",
        size * 1e3 / times[2],
        "M/s CPU",
        beside,
        each);
    report.compared(
        name + ", by cut-off, each record", size * 1e3 / times[0], "M/s CPU", beside, each);
    double bytes = (double) Rounds.allocated(byCutOff) / size;
    report.bounded(name + ", by cut-off, allocated per record", bytes, "B", 0.001);
  }

  private static long oneByOne(DatedPolicy policy, Population calls) {
    long due = 0;
    for (int i = 0; i < calls.facts.length; i++) {
      due += policy.decide(calls.facts[i], calls.holdsOf(i)).isDue() ? 1 : 0;
    }
    return due;
  }

  private static long byCutOff(CutOffs cutOffs, Population calls) {
    long due = 0;
    for (int i = 0; i < calls.facts.length; i++) {
      due += cutOffs.isDue(calls.facts[i], calls.holdsOf(i)) ? 1 : 0;
    }
    return due;
  }

  /** Asks only the records whose maximum is past by their columns, as a store's query does. */
  private static long fromIndex(CutOffs cutOffs, Population calls) {
    CutOff usual = cutOffs.of(RuleId.of(FiveRules.USUAL)).orElseThrow();
    CutOff absolute = cutOffs.of(RuleId.of(FiveRules.ABSOLUTE)).orElseThrow();
    long contactBefore = usual.triggerBefore().getEpochSecond();
    long silentBefore = usual.recordedBefore().getEpochSecond();
    long recordedBefore = absolute.triggerBefore().getEpochSecond();
    long due = 0;
    for (int i = 0; i < calls.facts.length; i++) {
      long contact = calls.lastContact[i];
      long recorded = calls.recorded[i];
      boolean past =
          contact == Population.UNKNOWN ? recorded < silentBefore : contact < contactBefore;
      if (past || recorded < recordedBefore) {
        due += cutOffs.isDue(calls.facts[i], calls.holdsOf(i)) ? 1 : 0;
      }
    }
    return due;
  }
}
