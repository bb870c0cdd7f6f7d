package eu.sotto;

import static eu.sotto.Practice.APPOINTMENT;
import static eu.sotto.Practice.QUALITY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.sotto.permit.ContentPermit;
import eu.sotto.permit.Operation;
import eu.sotto.permit.RecordingPermit;
import eu.sotto.records.Kept;
import eu.sotto.records.RecordKind;
import eu.sotto.vocabulary.Answer;
import eu.sotto.vocabulary.CallId;
import eu.sotto.vocabulary.Flow;
import eu.sotto.vocabulary.Party;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A host that is called back: each event of a call on a thread of its own, by the call's id. */
class CallbackHostTest {
  private static final CallId ID = CallId.of("c-1001");

  @TempDir Path folder;

  @Test
  @Tag("R13")
  void aCallGoesOnAfterARestartInItsMiddle() throws Exception {
    RecordingPermit before;
    ContentPermit reading;
    Instant now;
    try (Practice practice = open(Practice.START)) {
      onAThread(() -> practice.answered(ID.value(), Party.presented(Practice.NUMBER)));
      onAThread(
          () -> {
            practice.announce(resumed(practice), Duration.ofSeconds(40));
            return true;
          });
      onAThread(
          () -> {
            resumed(practice).asked(QUALITY, practice.welcome(), practice.now());
            return true;
          });
      onAThread(
          () -> {
            Instant at = practice.after(Duration.ofSeconds(2));
            return resumed(practice).answered(QUALITY, Answer.keyPress('1', at));
          });
      before = onAThread(() -> Practice.recording(resumed(practice)));
      reading = onAThread(() -> Practice.transcribing(resumed(practice)));
      Recording running = onAThread(() -> resumed(practice).record(before));
      assertThat(onAThread(() -> running.write(Practice.bytes("audio of before"))))
          .isEqualTo(Flow.OPEN);
      now = practice.now();
    }
    assertThat(before.usable()).isFalse();
    assertThat(reading.usable()).isFalse();

    try (Practice practice = open(now.plusSeconds(30))) {
      Call call = resumed(practice);
      assertThat(call.records()).as("the recording of before is discarded").isEmpty();
      assertThat(StoredBytes.found(folder, java.util.List.of("audio of before"))).isEmpty();
      assertThatThrownBy(() -> call.record(before)).isInstanceOf(IllegalStateException.class);

      assertThat(onAThread(() -> Practice.keepAudio(resumed(practice), "audio of after")))
          .isInstanceOf(Kept.Sealed.class);
      assertThat(onAThread(() -> Practice.keep(resumed(practice), "Guten Tag")))
          .isInstanceOf(Kept.Sealed.class);
      onAThread(
          () -> {
            resumed(practice).ended(practice.now());
            return true;
          });
      assertThat(practice.privacy().abandoned(Duration.ZERO)).isEmpty();
      assertThat(practice.privacy().verify().intact()).isTrue();
      now = practice.now();
    }

    try (Practice practice = open(now.plusSeconds(60))) {
      Call call = resumed(practice);
      assertThat(call.records())
          .extracting(entry -> entry.what().kind())
          .containsExactlyInAnyOrder(RecordKind.RECORDING, RecordKind.TRANSCRIPT);
      assertThat(Practice.permitted(call.may(Operation.SUMMARISE, APPOINTMENT)).usable()).isTrue();
    }
  }

  @Test
  @Tag("R14")
  void aWithdrawalOutlivesARestart() throws Exception {
    Instant now;
    try (Practice practice = open(Practice.START)) {
      Call call = practice.consented(ID.value());
      Practice.keepAudio(call, "audio");
      call.caller().withdraw(QUALITY, Answer.spoken("nein", practice.after(Duration.ofSeconds(1))));
      now = practice.now();
    }
    try (Practice practice = open(now)) {
      Call call = resumed(practice);
      assertThat(call.may(Operation.RECORD, QUALITY).reasons()).isNotEmpty();
      assertThat(call.may(Operation.TRANSCRIBE, APPOINTMENT).reasons()).isEmpty();
      assertThat(call.records()).isEmpty();
    }
  }

  private Practice open(Instant now) {
    return Practice.in(folder.resolve("data"), folder.resolve("keys"), now);
  }

  private static Call resumed(Practice practice) {
    return practice.privacy().resume(ID).orElseThrow();
  }

  private static <T> T onAThread(Callable<T> event)
      throws InterruptedException, ExecutionException {
    var task = new FutureTask<>(event);
    new Thread(task).start();
    return task.get();
  }
}
