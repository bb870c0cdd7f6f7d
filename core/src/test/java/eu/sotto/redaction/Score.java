package eu.sotto.redaction;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;

/** Counts as the project's scoring tool does: recall leak-free by span, precision by characters. */
final class Score {
  final Map<PiiType, int[]> recall = new EnumMap<>(PiiType.class);
  final Map<PiiType, int[]> spans = new EnumMap<>(PiiType.class);
  final Map<String, Integer> wrong = new TreeMap<>();
  final Map<String, Integer> leaked = new TreeMap<>();
  int gold;
  int whole;
  int said;
  int good;
  int absentGold;
  int absentWhole;

  void add(LabelledCall call, Redaction redaction, boolean flat) {
    String text = call.transcript().text();
    boolean[] truth = new boolean[text.length()];
    boolean[] covered = new boolean[text.length()];
    for (Finding label : call.labels()) {
      int offset = call.offset(label.turn());
      Arrays.fill(truth, offset + label.start(), offset + label.end(), true);
    }
    for (Finding finding : redaction.findings()) {
      int offset = flat ? 0 : call.offset(finding.turn());
      int from = offset + finding.start();
      int to = offset + finding.end();
      Arrays.fill(covered, from, to, true);
      int letters = count(text, covered, from, to);
      boolean right = count(text, truth, from, to) * 2 >= letters;
      int[] counts = spans.computeIfAbsent(finding.type(), type -> new int[2]);
      counts[0] += right ? 1 : 0;
      counts[1]++;
      if (!right) {
        String around = text.substring(Math.max(0, from - 30), from).replace('\n', '/') + ">>";
        wrong.merge(finding.type() + " " + around + text.substring(from, to), 1, Integer::sum);
      }
    }
    for (Finding label : call.labels()) {
      leaks(call, label, text, covered);
    }
    for (int i = 0; i < covered.length; i++) {
      if (covered[i] && Character.isLetterOrDigit(text.charAt(i))) {
        said++;
        good += truth[i] ? 1 : 0;
      }
    }
  }

  private void leaks(LabelledCall call, Finding label, String text, boolean[] covered) {
    int from = call.offset(label.turn()) + label.start();
    int to = call.offset(label.turn()) + label.end();
    boolean[] all = new boolean[text.length()];
    Arrays.fill(all, true);
    boolean ok = count(text, covered, from, to) >= 0.95 * count(text, all, from, to);
    int[] counts = recall.computeIfAbsent(label.type(), type -> new int[2]);
    counts[0] += ok ? 1 : 0;
    counts[1]++;
    gold++;
    whole += ok ? 1 : 0;
    boolean absent = call.holdsAbsent(label);
    absentGold += absent ? 1 : 0;
    absentWhole += absent && ok ? 1 : 0;
    if (!ok) {
      String around = text.substring(Math.max(0, from - 30), from).replace('\n', '/') + ">>";
      leaked.merge(label.type() + " " + around + text.substring(from, to), 1, Integer::sum);
    }
  }

  private static int count(String text, boolean[] marks, int from, int to) {
    int count = 0;
    for (int i = from; i < to; i++) {
      count += marks[i] && Character.isLetterOrDigit(text.charAt(i)) ? 1 : 0;
    }
    return count;
  }

  double recall() {
    return (double) whole / Math.max(1, gold);
  }

  double recall(PiiType type) {
    int[] counts = recall.getOrDefault(type, new int[] {0, 0});
    return (double) counts[0] / Math.max(1, counts[1]);
  }

  double spanPrecision(PiiType type) {
    int[] counts = spans.getOrDefault(type, new int[] {0, 0});
    return (double) counts[0] / Math.max(1, counts[1]);
  }

  double precision() {
    return (double) good / Math.max(1, said);
  }

  double f1() {
    return 2 * recall() * precision() / (recall() + precision());
  }

  String line(String name) {
    StringBuilder line = new StringBuilder();
    line.append(
        String.format(
            java.util.Locale.ROOT,
            "%s gold=%d recall=%.3f precision=%.3f f1=%.3f absent=%.3f (%d)",
            name,
            gold,
            recall(),
            precision(),
            f1(),
            (double) absentWhole / Math.max(1, absentGold),
            absentGold));
    recall.forEach((t, c) -> line.append(' ').append(t).append('=').append(c[0] + "/" + c[1]));
    return line.toString();
  }
}
