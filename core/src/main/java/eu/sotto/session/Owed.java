package eu.sotto.session;

import eu.sotto.vocabulary.PrivacyException;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * Effects on the store that must happen and failed: they are tried again, in order, until they
 * succeed. Thread-safe.
 */
final class Owed {
  private static final System.Logger LOG = System.getLogger("eu.sotto.session");

  private final Queue<Runnable> tasks = new ConcurrentLinkedQueue<>();

  /**
   * Does it now, or later.
   *
   * @param what a name for the log, without personal data
   * @param effect what to do; doing it again must do no harm
   * @return whether it is done
   */
  boolean attempt(String what, Runnable effect) {
    try {
      effect.run();
      return true;
    } catch (PrivacyException e) {
      LOG.log(System.Logger.Level.WARNING, "{0} failed and is tried again", what);
      tasks.add(effect);
      return false;
    }
  }

  /** Tries again; stops at the first that fails again. */
  void settle() {
    for (Runnable next = tasks.peek(); next != null; next = tasks.peek()) {
      try {
        next.run();
      } catch (PrivacyException e) {
        LOG.log(System.Logger.Level.DEBUG, "The store still errs");
        return;
      }
      tasks.remove(next);
    }
  }
}
