package eu.sotto.oversight;

/**
 * How a host reaches callers: by letter, e-mail or a call of its own. A port that the host
 * implements; used by one thread at a time.
 */
@FunctionalInterface
public interface CallerMessenger {
  /**
   * Tells a caller. A message may come again if the process ended before it was recorded as told.
   *
   * @param message what is to be said, to whom
   * @return whether the caller was told; if not, or if this throws, it is tried again next time
   */
  boolean tell(CallerMessage message);
}
