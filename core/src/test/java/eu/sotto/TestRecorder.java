package eu.sotto;

import eu.sotto.permit.RecordingControl;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * A recorder that does nothing until a test lets it: each command waits to be carried out, in any
 * order, late, twice or never.
 */
final class TestRecorder implements RecordingControl {
  enum Order {
    START,
    PAUSE,
    RESUME,
    STOP,
    DISCARD
  }

  private record Waiting(Order order, CompletableFuture<Void> acknowledgement) {}

  private final List<Waiting> waiting = new ArrayList<>();
  private final List<Order> received = new ArrayList<>();
  private boolean running;
  private boolean kept;

  private CompletionStage<Void> take(Order order) {
    var one = new Waiting(order, new CompletableFuture<>());
    waiting.add(one);
    received.add(order);
    return one.acknowledgement();
  }

  @Override
  public CompletionStage<Void> start() {
    return take(Order.START);
  }

  @Override
  public CompletionStage<Void> pause(Gap gap) {
    return take(Order.PAUSE);
  }

  @Override
  public CompletionStage<Void> resume() {
    return take(Order.RESUME);
  }

  @Override
  public CompletionStage<Void> stop() {
    return take(Order.STOP);
  }

  @Override
  public CompletionStage<Void> discardBefore(Instant time) {
    return take(Order.DISCARD);
  }

  int waiting() {
    return waiting.size();
  }

  List<Order> received() {
    return List.copyOf(received);
  }

  boolean running() {
    return running;
  }

  boolean keepsAnything() {
    return kept;
  }

  /** Carries out one command that waits, and acknowledges it twice. */
  void carryOut(int which) {
    Waiting one = waiting.remove(which);
    switch (one.order()) {
      case START, RESUME -> {
        running = true;
        kept = true;
      }
      case PAUSE, STOP -> running = false;
      case DISCARD -> kept = false;
    }
    one.acknowledgement().complete(null);
    one.acknowledgement().complete(null);
  }

  /** Says that it could not do one command that waits. */
  void fail(int which) {
    waiting.remove(which).acknowledgement().completeExceptionally(new IllegalStateException("no"));
  }

  void carryOutAll() {
    while (!waiting.isEmpty()) {
      carryOut(0);
    }
  }
}
