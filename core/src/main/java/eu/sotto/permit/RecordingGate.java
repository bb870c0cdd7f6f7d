package eu.sotto.permit;

import eu.sotto.permit.RecordingControl.Gap;
import eu.sotto.permit.granted.Ending;
import eu.sotto.permit.granted.Grant;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * Opens and closes a host's recorder with its permits. It counts as open only after the recorder
 * has acknowledged, and as closed only after that, too: a command that was sent proves nothing.
 *
 * <p>When somebody joins, it pauses; when the call ends, it stops; when a right was exercised, it
 * stops and what was recorded goes. An opening that is acknowledged after it was to be closed may
 * have run last, so the closing is sent again. Guarded by a lock of its own; the recorder is
 * commanded outside it. Source: GDPR Art. 7(3); StGB § 201.
 */
public final class RecordingGate implements AutoCloseable {
  /** How it stands with the gate. */
  public enum State {
    /** The recorder was told to record and has not acknowledged. */
    OPENING,
    /** It records. */
    OPEN,
    /** The recorder was told not to record and may still do so. */
    CLOSING,
    /** Nothing is taken. */
    CLOSED
  }

  private enum Closing {
    PAUSE,
    STOP,
    DISCARD
  }

  private final RecordingControl control;
  private final Gap gap;
  private final Runnable released;
  private final List<RecordingPermit> permits = new CopyOnWriteArrayList<>();
  private final ReentrantLock lock = new ReentrantLock();
  private State state = State.CLOSED;
  private Closing closing = Closing.PAUSE;
  private Instant discarded = Instant.MIN;
  private CompletableFuture<Void> closed = CompletableFuture.completedFuture(null);
  private boolean started;
  private int openings;
  private volatile boolean unused;
  private int round;

  private RecordingGate(RecordingControl control, Gap gap, Runnable released) {
    this.control = control;
    this.gap = gap;
    this.released = released;
  }

  /**
   * A closed gate before a recorder. Hosts get theirs from the call, so that a withdrawal reaches
   * the recorder also while it is paused.
   *
   * @param control the recorder
   * @param gap what stands in the recording where it was paused
   * @param released what to do when the gate is not used any more
   * @return the gate
   */
  public static RecordingGate before(RecordingControl control, Gap gap, Runnable released) {
    return new RecordingGate(
        Objects.requireNonNull(control, "control"),
        Objects.requireNonNull(gap, "gap"),
        Objects.requireNonNull(released, "released"));
  }

  /**
   * The permits with which it was opened, also those that have ended.
   *
   * @return the permits, in their order
   */
  public List<RecordingPermit> permits() {
    return List.copyOf(permits);
  }

  /**
   * Tells the recorder to record for as long as the permit is usable.
   *
   * @param permit the permit
   * @throws IllegalStateException if the permit has ended, or the gate is not closed or was stopped
   *     for good
   */
  public void open(RecordingPermit permit) {
    boolean first;
    lock.lock();
    try {
      if (!permit.usable()) {
        throw new IllegalStateException("the permit has ended");
      }
      if (state != State.CLOSED || closing != Closing.PAUSE) {
        throw new IllegalStateException("the gate is " + state + (stopped() ? " for good" : ""));
      }
      state = State.OPENING;
      permits.add(permit);
      openings++;
      first = !started;
      started = true;
    } finally {
      lock.unlock();
    }
    var ignored =
        send(first ? control::start : control::resume)
            .whenComplete((done, failure) -> opened(failure == null));
    permit.onEnd(() -> end((Grant) permit));
  }

  private boolean stopped() {
    lock.lock();
    try {
      return closing != Closing.PAUSE;
    } finally {
      lock.unlock();
    }
  }

  private void opened(boolean well) {
    lock.lock();
    try {
      openings--;
      if (state == State.OPENING && well) {
        state = State.OPEN;
        return;
      }
      // what was acknowledged before does not count any more
      round++;
    } finally {
      lock.unlock();
    }
    // it failed half-way, or may have run after it was to be closed
    closeAgain();
  }

  private void end(Grant permit) {
    if (unused) {
      return;
    }
    Ending why = permit.ending().orElse(Ending.EXPIRED);
    if (!why.keepsThePast()) {
      discard(permit.terms().clock().instant());
    } else if (why == Ending.CALL_ENDED) {
      stop();
    } else {
      closeAgain();
    }
  }

  /**
   * Tells the recorder to stop for good and to throw away what it took.
   *
   * @param before everything taken before this time goes
   * @return completes when the recorder has acknowledged both
   */
  public CompletionStage<Void> discard(Instant before) {
    lock.lock();
    try {
      closing = Closing.DISCARD;
      discarded = discarded.isAfter(before) ? discarded : before;
    } finally {
      lock.unlock();
    }
    return closeAgain();
  }

  /**
   * Tells the recorder to stop for good; what was recorded stays.
   *
   * @return completes when the recorder has acknowledged
   */
  public CompletionStage<Void> stop() {
    lock.lock();
    try {
      closing = closing == Closing.PAUSE ? Closing.STOP : closing;
    } finally {
      lock.unlock();
    }
    return closeAgain();
  }

  /**
   * Ends the use of the gate: stops the recorder for good unless it was stopped already. From here
   * on a withdrawal does not reach what the recorder holds; the host answers for it.
   */
  @Override
  public void close() {
    if (state() != State.CLOSED || !stopped()) {
      stop();
    }
    unused = true;
    released.run();
  }

  /**
   * Tells the recorder once more what it has not acknowledged; does nothing if the gate is open or
   * closed.
   */
  public void retry() {
    if (state() == State.CLOSING) {
      closeAgain();
    }
  }

  private CompletionStage<Void> closeAgain() {
    int mine;
    CompletableFuture<Void> done;
    lock.lock();
    try {
      if (state != State.CLOSING) {
        state = State.CLOSING;
        closed = closed.isDone() ? new CompletableFuture<>() : closed;
      }
      mine = ++round;
      done = closed;
    } finally {
      lock.unlock();
    }
    List<CompletableFuture<Void>> acknowledgements = new ArrayList<>();
    for (Supplier<CompletionStage<Void>> command : commands()) {
      acknowledgements.add(send(command));
    }
    var ignored =
        CompletableFuture.allOf(acknowledgements.toArray(CompletableFuture[]::new))
            .thenRun(() -> acknowledged(mine));
    return done.minimalCompletionStage();
  }

  private List<Supplier<CompletionStage<Void>>> commands() {
    lock.lock();
    try {
      Instant before = discarded;
      return switch (closing) {
        case PAUSE -> List.of(() -> control.pause(gap));
        case STOP -> List.of(control::stop);
        case DISCARD -> List.of(control::stop, () -> control.discardBefore(before));
      };
    } finally {
      lock.unlock();
    }
  }

  private void acknowledged(int which) {
    Optional<CompletableFuture<Void>> done = Optional.empty();
    lock.lock();
    try {
      if (which == round && openings == 0 && state == State.CLOSING) {
        state = State.CLOSED;
        done = Optional.of(closed);
      }
    } finally {
      lock.unlock();
    }
    done.ifPresent(future -> future.complete(null));
  }

  /** What a recorder throws counts as not done. */
  private static CompletableFuture<Void> send(Supplier<CompletionStage<Void>> command) {
    try {
      return command.get().toCompletableFuture();
    } catch (RuntimeException e) {
      return CompletableFuture.failedFuture(e);
    }
  }

  /**
   * How it stands.
   *
   * @return the state at this moment
   */
  public State state() {
    lock.lock();
    try {
      return state;
    } finally {
      lock.unlock();
    }
  }

  /**
   * Waits for the recorder.
   *
   * @return completes when nothing is taken any more; complete already if the gate is closed
   */
  public CompletionStage<Void> closed() {
    lock.lock();
    try {
      boolean open = state == State.OPENING || state == State.OPEN;
      closed = open && closed.isDone() ? new CompletableFuture<>() : closed;
      return closed.minimalCompletionStage();
    } finally {
      lock.unlock();
    }
  }

  /** The state only. */
  @Override
  public String toString() {
    return "RecordingGate[" + state() + "]";
  }
}
