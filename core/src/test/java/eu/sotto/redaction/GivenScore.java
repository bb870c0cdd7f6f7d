package eu.sotto.redaction;

import java.util.BitSet;
import java.util.Locale;

/**
 * Counts leak-free recall by place, precision by letters and digits, and rows with any finding, as
 * the tool that comes with the given data does.
 */
final class GivenScore {
  int gold;
  int whole;
  int said;
  int good;
  int rows;
  int rowsHit;

  static GivenScore of(Iterable<GivenData> data, Redactor redactor) {
    GivenScore score = new GivenScore();
    data.forEach(row -> score.add(row, redactor.redact(row.transcript())));
    return score;
  }

  private void add(GivenData row, Redaction redaction) {
    int[] text = row.text().codePoints().toArray();
    BitSet truth = new BitSet();
    row.gold().forEach(place -> truth.set(place.start(), place.end()));
    BitSet neutral = new BitSet();
    row.neutral().forEach(place -> neutral.set(place.start(), place.end()));
    neutral.andNot(truth);
    BitSet covered = covered(row, redaction);
    rows++;
    rowsHit += covered.isEmpty() ? 0 : 1;
    for (GivenData.Place place : row.gold()) {
      int all = 0;
      int hidden = 0;
      for (int i = place.start(); i < Math.min(place.end(), text.length); i++) {
        boolean counts = Character.isLetterOrDigit(text[i]);
        all += counts ? 1 : 0;
        hidden += counts && covered.get(i) ? 1 : 0;
      }
      gold++;
      whole += hidden >= 0.95 * Math.max(1, all) ? 1 : 0;
    }
    for (int i = covered.nextSetBit(0); i >= 0; i = covered.nextSetBit(i + 1)) {
      if (Character.isLetterOrDigit(text[i]) && !neutral.get(i)) {
        said++;
        good += truth.get(i) ? 1 : 0;
      }
    }
  }

  private static BitSet covered(GivenData row, Redaction redaction) {
    BitSet covered = new BitSet();
    int at = 0;
    for (int i = 0; i < row.transcript().turns().size(); i++) {
      String turn = row.transcript().turns().get(i).text();
      for (Finding finding : redaction.findings()) {
        if (finding.turn() == i) {
          covered.set(
              at + turn.codePointCount(0, finding.start()),
              at + turn.codePointCount(0, finding.end()));
        }
      }
      at += turn.codePointCount(0, turn.length()) + 1;
    }
    return covered;
  }

  double recall() {
    return (double) whole / Math.max(1, gold);
  }

  double precision() {
    return said == 0 ? 0 : (double) good / said;
  }

  String line(String name) {
    return String.format(
        Locale.ROOT,
        "%s gold=%d recall=%.3f precision=%.3f rows=%d rows_hit=%d",
        name,
        gold,
        recall(),
        precision(),
        rows,
        rowsHit);
  }
}
