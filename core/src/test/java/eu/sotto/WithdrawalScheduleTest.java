package eu.sotto;

import static eu.sotto.Practice.QUALITY;
import static org.assertj.core.api.Assertions.assertThat;

import eu.sotto.permit.Operation;
import eu.sotto.permit.Permit;
import eu.sotto.permit.granted.Ending;
import eu.sotto.session.Engine;
import eu.sotto.session.Opening;
import eu.sotto.vocabulary.Answer;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * A withdrawal forced into a decision, at every point at which the decision looks at the clock:
 * before it rules, between ruling and entering the permit, between entering and appending, after
 * the force. The decision waits there until the withdrawal is acknowledged.
 */
class WithdrawalScheduleTest {
  private static final Duration DEADLINE = Duration.ofSeconds(20);

  /** A clock at which one thread stops once, while something else is done to its end. */
  private static final class Stopping implements InstantSource {
    final AtomicReference<Instant> time = new AtomicReference<>(Practice.START);
    private @Nullable Thread watched;
    private @Nullable Runnable meanwhile;
    private int left;

    void stop(int after, Runnable what) {
      watched = Thread.currentThread();
      left = after;
      meanwhile = what;
    }

    @Override
    public Instant instant() {
      if (Thread.currentThread() == watched) {
        Runnable what = meanwhile;
        if (what != null && left-- == 0) {
          meanwhile = null;
          join(CompletableFuture.runAsync(what));
        }
      }
      return time.get();
    }

    private static void join(CompletableFuture<Void> done) {
      done.orTimeout(DEADLINE.toSeconds(), TimeUnit.SECONDS).join();
    }
  }

  /** How the consent ends while the decision is under way. */
  private interface Ended {
    void in(Engine engine, Call call, Instant at);
  }

  /** At each point: whether a permit was usable after the acknowledgement. */
  private static List<Boolean> usableAfter(Ended ended) {
    List<Boolean> usable = new ArrayList<>();
    for (int point = 0; ; point++) {
      Stopping clock = new Stopping();
      Engine engine = Opening.inMemory(Practice.register(), clock, DEADLINE, store -> store);
      try (Practice practice = Practice.on(CallPrivacy.on(engine), clock.time)) {
        Call call = practice.consented("c-1");
        Instant at = practice.after(Duration.ofSeconds(1));
        clock.stop(point, () -> ended.in(engine, call, at));
        List<Permit> permits = new ArrayList<>();
        call.may(Operation.RECORD, QUALITY).run(permits::add, no -> {});
        if (clock.meanwhile != null) {
          return usable;
        }
        usable.add(permits.stream().anyMatch(Permit::usable));
      }
    }
  }

  @Test
  @Tag("R14")
  @Tag("R15")
  void noPermitIsUsableOnceTheWithdrawalIsAcknowledged() {
    List<Boolean> usable =
        usableAfter(
            (engine, call, at) -> call.caller().withdraw(QUALITY, Answer.spoken("aufhören", at)));

    assertThat(usable).hasSizeGreaterThanOrEqualTo(4).doesNotContain(true);
  }

  /** The mutant: it ends the permits that there are, and tells nobody who is still deciding. */
  @Test
  void aWithdrawalThatOnlyEndsThePermitsThereAreIsCaught() {
    List<Boolean> usable =
        usableAfter(
            (engine, call, at) ->
                engine
                    .grants()
                    .end(call.caller().session().id(), Ending.RIGHT_EXERCISED, all -> true));

    assertThat(usable).contains(true, false);
  }

  /** The other half: while the permit's event waits for the store, the withdrawal acts already. */
  @Test
  @Tag("R14")
  void aPermitThatWaitsForTheStoreIsNotHandedOutAfterAWithdrawal() {
    BrokenStore store = new BrokenStore();
    var time = new AtomicReference<>(Practice.START);
    Engine engine = Opening.inMemory(Practice.register(), time::get, DEADLINE, store::around);
    try (Practice practice = Practice.on(CallPrivacy.on(engine), time)) {
      Call call = practice.consented("c-1");
      Permit before = Practice.recording(call);
      store.hang();
      List<Permit> permits = new ArrayList<>();
      var deciding =
          CompletableFuture.runAsync(
              () -> call.may(Operation.RECORD, QUALITY).run(permits::add, no -> {}));
      Instant at = practice.after(Duration.ofSeconds(1));
      var withdrawing =
          CompletableFuture.runAsync(
              () -> call.caller().withdraw(QUALITY, Answer.spoken("aufhören", at)));
      while (before.usable()) {
        Thread.onSpinWait();
      }
      store.goOn();
      withdrawing.orTimeout(DEADLINE.toSeconds(), TimeUnit.SECONDS).join();
      deciding.orTimeout(DEADLINE.toSeconds(), TimeUnit.SECONDS).join();

      assertThat(permits).noneMatch(Permit::usable);
    }
  }
}
