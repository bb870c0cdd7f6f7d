package eu.sotto.redaction;

import java.util.Random;

/** Which of some names were found, with a bootstrap interval of the share. Used by one thread. */
final class Recall {
  private static final int RESAMPLES = 500;

  private final boolean[] found;
  private int size;
  private int hits;

  Recall(int most) {
    found = new boolean[most];
  }

  void add(boolean hit) {
    found[size++] = hit;
    hits += hit ? 1 : 0;
  }

  int size() {
    return size;
  }

  double share() {
    return size == 0 ? Double.NaN : (double) hits / size;
  }

  /** The 2.5th and 97.5th percentile of the share over names drawn again from these. */
  double[] interval(long seed) {
    Random random = new Random(seed);
    double[] shares = new double[RESAMPLES];
    for (int i = 0; i < RESAMPLES; i++) {
      int drawn = 0;
      for (int k = 0; k < size; k++) {
        drawn += found[random.nextInt(size)] ? 1 : 0;
      }
      shares[i] = (double) drawn / size;
    }
    java.util.Arrays.sort(shares);
    return new double[] {shares[RESAMPLES / 40], shares[RESAMPLES - 1 - RESAMPLES / 40]};
  }
}
