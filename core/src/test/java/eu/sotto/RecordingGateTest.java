package eu.sotto;

import static eu.sotto.Practice.QUALITY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import eu.sotto.TestRecorder.Order;
import eu.sotto.permit.Operation;
import eu.sotto.permit.RecordingControl.Gap;
import eu.sotto.permit.RecordingGate;
import eu.sotto.permit.RecordingGate.State;
import eu.sotto.permit.RecordingPermit;
import eu.sotto.vocabulary.Answer;
import eu.sotto.vocabulary.Role;
import eu.sotto.vocabulary.Speaker;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.LongStream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Tag;
import net.jqwik.api.lifecycle.AfterTry;

/** A host's own recorder: it counts as closed only when it has said so. */
class RecordingGateTest {
  private final Practice practice = Practice.inMemory();
  private final TestRecorder recorder = new TestRecorder();
  private final Call call = practice.consented("c-1");
  private final RecordingGate gate = call.gate(recorder, Gap.SKIP);

  @AfterTry
  void close() {
    practice.close();
  }

  private void open() {
    gate.open(Practice.recording(call));
  }

  private void withdraw() {
    Answer answer = Answer.spoken("aufhören", practice.after(Duration.ofSeconds(1)));
    call.caller().withdraw(QUALITY, answer);
  }

  @Example
  void itIsOpenOnlyWhenTheRecorderHasSaidSo() {
    open();
    assertThat(gate.state()).isEqualTo(State.OPENING);
    recorder.carryOutAll();
    assertThat(gate.state()).isEqualTo(State.OPEN);
    assertThat(recorder.received()).containsExactly(Order.START);
  }

  @Example
  @Tag("R15")
  @Tag("R17")
  void aWithdrawalStopsTheRecorderAndDiscardsWhatItTook() {
    open();
    recorder.carryOutAll();
    withdraw();

    assertThat(gate.state()).as("sent, not acknowledged").isEqualTo(State.CLOSING);
    assertThat(gate.closed().toCompletableFuture()).isNotDone();
    recorder.carryOut(0);
    assertThat(gate.state()).as("stopped, not discarded").isEqualTo(State.CLOSING);
    recorder.carryOutAll();
    assertThat(gate.state()).isEqualTo(State.CLOSED);
    assertThat(gate.closed().toCompletableFuture()).isDone();
    assertThat(recorder.keepsAnything()).isFalse();
    assertThatIllegalStateException()
        .isThrownBy(() -> gate.open(Practice.recording(practice.consented("c-2"))));
  }

  @Example
  @Tag("R33")
  void whoJoinsPausesTheRecorderUntilTheyAgree() {
    open();
    recorder.carryOutAll();
    Speaker interpreter = Speaker.of("i-1", Role.INTERPRETER);
    call.joined(interpreter, practice.now());
    recorder.carryOutAll();
    assertThat(gate.state()).isEqualTo(State.CLOSED);

    practice.announce(call, Duration.ofSeconds(40));
    call.asked(interpreter, QUALITY, practice.welcome(), practice.now());
    call.answered(interpreter, QUALITY, Answer.spoken("ja", practice.now()));
    gate.open(Practice.recording(call));
    recorder.carryOutAll();

    assertThat(gate.state()).isEqualTo(State.OPEN);
    assertThat(recorder.received()).containsExactly(Order.START, Order.PAUSE, Order.RESUME);
  }

  @Example
  @Tag("R17")
  void aWithdrawalReachesARecorderThatIsPaused() {
    open();
    recorder.carryOutAll();
    call.joined(Speaker.of("i-1", Role.INTERPRETER), practice.now());
    recorder.carryOutAll();
    assertThat(recorder.keepsAnything()).isTrue();
    withdraw();
    recorder.carryOutAll();

    assertThat(gate.state()).isEqualTo(State.CLOSED);
    assertThat(recorder.keepsAnything()).isFalse();
  }

  @Example
  @Tag("R17")
  void aWithdrawalDoesNotReachAGateThatWasClosed() {
    open();
    recorder.carryOutAll();
    gate.close();
    recorder.carryOutAll();
    withdraw();

    assertThat(recorder.received()).containsExactly(Order.START, Order.STOP);
  }

  @Example
  void anOpeningThatIsAcknowledgedTooLateIsClosedAgain() {
    open();
    call.ended(practice.now());
    recorder.carryOut(1);
    assertThat(gate.state()).as("the start may still run").isEqualTo(State.CLOSING);
    recorder.carryOut(0);
    assertThat(recorder.running()).isTrue();
    assertThat(gate.state()).isEqualTo(State.CLOSING);
    recorder.carryOutAll();
    assertThat(recorder.running()).isFalse();
    assertThat(gate.state()).isEqualTo(State.CLOSED);
  }

  @Example
  void whatTheRecorderDidNotDoIsSentAgainOnRequest() {
    open();
    recorder.carryOutAll();
    call.ended(practice.now());
    recorder.fail(0);
    assertThat(gate.state()).isEqualTo(State.CLOSING);

    gate.retry();
    recorder.carryOutAll();
    assertThat(gate.state()).isEqualTo(State.CLOSED);
  }

  @Example
  void aPermitThatHasEndedOpensNothing() {
    RecordingPermit permit = Practice.recording(call);
    call.ended(practice.now());

    assertThatIllegalStateException().isThrownBy(() -> gate.open(permit));
    assertThat(recorder.received()).isEmpty();
  }

  @Property(tries = 60)
  @Tag("R15")
  void whileItCountsAsClosedNothingIsTaken(@ForAll long seed) {
    assertThat(lies(seed, RecordingGate::state)).isFalse();
  }

  @Example
  void aGateThatCountsAsClosedOnceTheCommandIsSentIsCaught() {
    Function<RecordingGate, State> hasty =
        g -> g.state() == State.CLOSING ? State.CLOSED : g.state();

    assertThat(LongStream.range(0, 60).anyMatch(seed -> lies(seed, hasty))).isTrue();
  }

  /** Whether the recorder ever runs while the gate is said to be closed, over random steps. */
  private static boolean lies(long seed, Function<RecordingGate, State> said) {
    Random random = new Random(seed);
    TestRecorder recorder = new TestRecorder();
    try (Practice practice = Practice.inMemory()) {
      Call call = practice.consented("c-1");
      RecordingGate gate = call.gate(recorder, Gap.SILENCE);
      for (int step = 0; step < 30; step++) {
        take(random, practice, call, gate, recorder);
        if (said.apply(gate) == State.CLOSED && recorder.running()) {
          return true;
        }
      }
      return false;
    }
  }

  private static void take(
      Random random, Practice practice, Call call, RecordingGate gate, TestRecorder recorder) {
    Speaker agent = Speaker.of("a-1", Role.AGENT);
    switch (random.nextInt(8)) {
      case 0, 1 -> {
        if (gate.state() == State.CLOSED) {
          call.may(Operation.RECORD, QUALITY)
              .run(permit -> openUnlessStopped(gate, permit), no -> {});
        }
      }
      case 2 -> {
        call.joined(agent, practice.now());
        call.left(agent, practice.after(Duration.ofSeconds(1)));
      }
      case 3 -> gate.retry();
      case 4 -> {
        if (random.nextInt(8) == 0) {
          call.caller().withdraw(QUALITY, Answer.spoken("aufhören", practice.now()));
        }
      }
      case 5 -> {
        if (recorder.waiting() > 0) {
          recorder.fail(random.nextInt(recorder.waiting()));
        }
      }
      default -> {
        if (recorder.waiting() > 0) {
          recorder.carryOut(random.nextInt(recorder.waiting()));
        }
      }
    }
  }

  private static void openUnlessStopped(RecordingGate gate, RecordingPermit permit) {
    try {
      gate.open(permit);
    } catch (IllegalStateException stopped) {
      assertThat(List.of(State.CLOSED)).contains(gate.state());
    }
  }
}
