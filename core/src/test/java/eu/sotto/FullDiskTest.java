package eu.sotto;

import static eu.sotto.Practice.QUALITY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import eu.sotto.notice.Notice;
import eu.sotto.permit.Operation;
import eu.sotto.permit.RecordingPermit;
import eu.sotto.records.Kept;
import eu.sotto.records.RecordException;
import eu.sotto.store.StoreException;
import eu.sotto.vocabulary.Actor;
import eu.sotto.vocabulary.Answer;
import eu.sotto.vocabulary.CallId;
import eu.sotto.vocabulary.Identity;
import eu.sotto.vocabulary.Party;
import eu.sotto.vocabulary.Playout;
import eu.sotto.vocabulary.PrivacyException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A disk that runs full: a small tmpfs, which only root can mount. */
@Tag("system")
class FullDiskTest {
  private static final Instant NOW = Instant.parse("2026-11-02T08:14:05Z");
  private static final Duration FULL = Duration.ofSeconds(35);

  @TempDir Path folder;
  private Path disk;

  @BeforeEach
  void mount() throws IOException, InterruptedException {
    disk = Files.createDirectory(folder.resolve("disk"));
    system("mount", "-t", "tmpfs", "-o", "size=6m", "tmpfs", disk.toString());
  }

  @AfterEach
  void unmount() throws IOException, InterruptedException {
    system("umount", disk.toString());
  }

  private static void system(String... command) throws IOException, InterruptedException {
    assertThat(new ProcessBuilder(command).inheritIO().start().waitFor()).isZero();
  }

  private CallPrivacy open() {
    return CallPrivacy.in(disk.resolve("data"))
        .keyFolder(folder.resolve("keys"))
        .register(Practice.register())
        .clock(() -> NOW)
        .open();
  }

  private static RecordingPermit consented(CallPrivacy privacy, Call call) {
    Notice welcome = privacy.notice("welcome", Locale.GERMAN);
    call.announced(welcome, Playout.of(FULL, FULL, NOW));
    call.asked(QUALITY, welcome, NOW);
    call.answered(QUALITY, Answer.keyPress('1', NOW));
    return call.may(Operation.RECORD, QUALITY)
        .<RecordingPermit>fold(
            permit -> permit,
            reasons -> {
              throw new AssertionError(reasons);
            },
            reasons -> {
              throw new AssertionError(reasons);
            });
  }

  @Test
  void aFullDiskIsOneClearErrorAndLosesNothing() throws IOException {
    byte[] audio = new byte[256 * 1024];
    int before;
    try (CallPrivacy privacy = open()) {
      Call call = privacy.answer(CallId.of("c-1"), Party.presented("+493023125012"), NOW);
      RecordingPermit permit = consented(privacy, call);
      try (Recording recording = call.record(permit)) {
        recording.write(ByteBuffer.wrap(audio));
        assertThat(recording.finish()).isInstanceOf(Kept.Sealed.class);
      }
      before = call.records().size();
      Throwable fault = catchThrowable(() -> fill(call, permit, audio));
      assertThat(fault).isInstanceOf(PrivacyException.class);
      assertThat(
              fault instanceof RecordException.StorageFull
                  || (fault instanceof StoreException full
                      && full.fault() == StoreException.Fault.FULL))
          .as(fault.toString())
          .isTrue();
      assertThat(fault.getMessage()).doesNotContain("c-1", "23125012");
    }
    enlarge();
    try (CallPrivacy privacy = open()) {
      Call call = privacy.resume(CallId.of("c-1")).orElseThrow();
      assertThat(call.records()).hasSizeGreaterThanOrEqualTo(before);
      assertThat(privacy.verify().intact()).isTrue();
      call.caller()
          .request(Identity.verified("call-back"), Actor.of("e-7", "data-protection"))
          .access()
          .exportTo(folder.resolve("access"));
    }
  }

  private static void fill(Call call, RecordingPermit permit, byte[] audio) {
    for (int i = 0; i < 100; i++) {
      try (Recording recording = call.record(permit)) {
        recording.write(ByteBuffer.wrap(audio));
        recording.finish();
      }
    }
  }

  /** Makes the disk larger, as an operator would. */
  private void enlarge() throws IOException {
    try {
      system("mount", "-o", "remount,size=128m", disk.toString());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
  }
}
