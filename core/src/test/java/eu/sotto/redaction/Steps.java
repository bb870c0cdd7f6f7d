package eu.sotto.redaction;

/** Counts the turns of loops in classes that {@link CountingLoader} loaded. Used by one thread. */
public final class Steps {
  private static long counted;

  private Steps() {}

  /** One turn of a loop. */
  public static void count() {
    counted++;
  }

  static long counted() {
    return counted;
  }
}
