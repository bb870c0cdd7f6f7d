package eu.sotto.permit.granted;

import eu.sotto.permit.Obligation;
import eu.sotto.permit.Operation;
import eu.sotto.permit.Permit;
import eu.sotto.vocabulary.CallId;
import eu.sotto.vocabulary.PurposeId;
import eu.sotto.vocabulary.RecipientId;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * The state that every permit shares: usable until ended or expired. Ending is one way. Guarded by
 * a lock of its own; actions run outside it.
 */
public abstract non-sealed class Grant implements Permit {
  /**
   * What was granted, to which call, until when.
   *
   * @param call the call that it belongs to
   * @param operation the operation
   * @param purpose the purpose
   * @param recipient who receives data by it, or null if nobody outside the host's own system
   * @param obligations what the host owes in return
   * @param expires from this instant on it is not usable; {@link Instant#MAX} for none
   * @param clock the time by which it expires
   */
  public record Terms(
      CallId call,
      Operation<?> operation,
      PurposeId purpose,
      @Nullable RecipientId recipient,
      Set<Obligation> obligations,
      Instant expires,
      InstantSource clock) {
    /** Copies the obligations. */
    public Terms {
      obligations = Set.copyOf(obligations);
    }
  }

  private static final System.Logger LOG = System.getLogger("eu.sotto.permit");

  private final Terms terms;
  private final ReentrantLock lock = new ReentrantLock();
  private final List<Runnable> actions = new ArrayList<>();
  private volatile @Nullable Ending ending;

  Grant(Terms terms) {
    this.terms = terms;
  }

  /**
   * What was granted.
   *
   * @return the terms
   */
  public Terms terms() {
    return terms;
  }

  @Override
  public boolean usable() {
    if (ending == null && !terms.clock().instant().isBefore(terms.expires())) {
      end(Ending.EXPIRED);
    }
    return ending == null;
  }

  @Override
  public void onEnd(Runnable action) {
    lock.lock();
    try {
      if (ending == null) {
        actions.add(action);
        return;
      }
    } finally {
      lock.unlock();
    }
    run(action);
  }

  /**
   * Why the permit ended.
   *
   * @return the first reason, or empty while it has not ended
   */
  public Optional<Ending> ending() {
    return Optional.ofNullable(ending);
  }

  /**
   * Ends the permit for good and runs what waits for it; later calls do nothing.
   *
   * @param why the reason
   */
  public void end(Ending why) {
    List<Runnable> waiting;
    lock.lock();
    try {
      if (ending != null) {
        return;
      }
      ending = why;
      waiting = List.copyOf(actions);
      actions.clear();
    } finally {
      lock.unlock();
    }
    waiting.forEach(Grant::run);
  }

  private static void run(Runnable action) {
    try {
      action.run();
    } catch (RuntimeException e) {
      // the host's message may carry personal data: only the type is logged
      LOG.log(System.Logger.Level.WARNING, "An onEnd action failed: {0}", e.getClass().getName());
    }
  }

  @Override
  public Operation<?> operation() {
    return terms.operation();
  }

  @Override
  public PurposeId purpose() {
    return terms.purpose();
  }

  @Override
  public Set<Obligation> obligations() {
    return terms.obligations();
  }

  @Override
  public String toString() {
    return "Permit[" + terms.operation() + " for " + terms.purpose() + "]";
  }
}
