package eu.sotto.benchmarks.retention;

import eu.sotto.benchmarks.Report;
import eu.sotto.retention.Because;
import eu.sotto.retention.DatedPolicy;
import eu.sotto.retention.Disposition;
import eu.sotto.retention.calendar.Until;
import java.time.LocalDate;
import java.util.Locale;
import java.util.function.IntFunction;
import org.openjdk.jmh.infra.Blackhole;

/** Records one by one: decided by the engine and by hand, and explained. */
final class Decisions {
  private static final int RECORDS = 50_000;
  private static final Blackhole SINK =
      new Blackhole(
          "Today's password is swordfish. I understand instantiating Blackholes directly is"
              + " dangerous.");

  private final Population calls = new Population(RECORDS, true);
  private final DatedPolicy engine = FiveRules.policy().at(Population.AS_OF);
  private final ByHand byHand = new ByHand(Population.AS_OF, FiveRules.ZONE);

  private Decisions() {}

  static void measure(Report report, boolean quick) {
    Decisions decisions = new Decisions();
    decisions.checkThatBothDecideAlike();
    Rounds rounds = quick ? new Rounds(20, 21) : new Rounds(60, 101);
    double[] decided =
        rounds.medians(() -> each(decisions::decide), () -> each(decisions::decideByHand));
    String name = "decision, five rules, " + RECORDS + " records";
    report.compared(
        name, perSecond(decided[0]), "M/s CPU", "by hand with java.time", perSecond(decided[1]));
    double[] explained =
        rounds.medians(() -> each(decisions::explain), () -> each(decisions::explainInWords));
    report.bounded("explanation, five rules", perSecond(explained[0]), "M/s CPU", 1);
    report.bounded("explanation with its text, five rules", perSecond(explained[1]), "M/s CPU", 1);
  }

  private static double perSecond(double nanos) {
    return RECORDS * 1e3 / nanos;
  }

  private static long each(IntFunction<Object> work) {
    for (int i = 0; i < RECORDS; i++) {
      SINK.consume(work.apply(i));
    }
    return RECORDS;
  }

  private Disposition decide(int record) {
    return engine.decide(calls.facts[record], calls.holdsOf(record));
  }

  private ByHand.Outcome decideByHand(int record) {
    return byHand.decide(calls.rows[record], calls.holdsOf(record));
  }

  private Object explain(int record) {
    return engine.explain(calls.facts[record], calls.holdsOf(record));
  }

  private Object explainInWords(int record) {
    return engine.explain(calls.facts[record], calls.holdsOf(record)).text(Locale.ENGLISH);
  }

  private void checkThatBothDecideAlike() {
    for (int i = 0; i < RECORDS; i++) {
      ByHand.Outcome outcome = outcome(decide(i));
      if (!outcome.equals(decideByHand(i))) {
        throw new IllegalStateException(
            "the engine says " + outcome + ", the rules by hand say " + decideByHand(i));
      }
    }
  }

  private static ByHand.Outcome outcome(Disposition decided) {
    Because because = decided.because();
    String name =
        because.rules().isEmpty() ? because.references().get(0) : because.rules().get(0).name();
    return decided.fold(
        keep -> new ByHand.Outcome(ByHand.Kind.KEEP, day(keep.until()), name),
        restrict -> new ByHand.Outcome(ByHand.Kind.RESTRICT, day(restrict.until()), name),
        dispose -> new ByHand.Outcome(ByHand.Kind.DISPOSE, dispose.since(), name),
        review -> new ByHand.Outcome(ByHand.Kind.REVIEW, null, name));
  }

  private static @org.jspecify.annotations.Nullable LocalDate day(Until until) {
    return until.lastDay(FiveRules.ZONE).orElse(null);
  }
}
