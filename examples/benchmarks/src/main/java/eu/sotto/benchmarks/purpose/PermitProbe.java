package eu.sotto.benchmarks.purpose;

import eu.sotto.Call;
import eu.sotto.CallPrivacy;
import eu.sotto.notice.Notice;
import eu.sotto.permit.ContentPermit;
import eu.sotto.permit.Operation;
import eu.sotto.permit.Reason;
import eu.sotto.vocabulary.Answer;
import eu.sotto.vocabulary.CallId;
import eu.sotto.vocabulary.Party;
import eu.sotto.vocabulary.Playout;
import eu.sotto.vocabulary.PurposeId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/** A permit that was granted over a store in files, asked again and again by the system's clock. */
final class PermitProbe {
  private static final int TIMES = 100_000;
  private static final PurposeId QUALITY = PurposeId.of("quality");
  private static final Duration NOTICE = Duration.ofSeconds(10);

  private PermitProbe() {}

  static double nanos(int rounds) throws IOException {
    Path folder = Files.createTempDirectory("sotto-purpose");
    try (CallPrivacy privacy =
        CallPrivacy.in(folder.resolve("data"))
            .keyFolder(folder.resolve("keys"))
            .register(ThirtyRules.register())
            .open()) {
      return nanos(permit(privacy), rounds);
    } finally {
      Folders.remove(folder);
    }
  }

  private static ContentPermit permit(CallPrivacy privacy) {
    Instant ring = Instant.now().minusSeconds(30);
    Notice notice = privacy.notice("welcome", Locale.GERMAN);
    Call call = privacy.answer(CallId.of("call-1"), Party.phone("+4930231250001"), ring);
    call.announced(notice, Playout.of(NOTICE, NOTICE, ring.plusSeconds(10)));
    call.asked(QUALITY, notice, ring.plusSeconds(11));
    call.answered(QUALITY, Answer.keyPress('1', ring.plusSeconds(12)));
    return call.may(Operation.TRANSCRIBE, QUALITY)
        .fold(permit -> permit, PermitProbe::refused, PermitProbe::refused);
  }

  private static ContentPermit refused(List<Reason> reasons) {
    throw new IllegalStateException("no permit: " + reasons);
  }

  private static double nanos(ContentPermit permit, int rounds) {
    double best = Double.MAX_VALUE;
    for (int round = 0; round < rounds; round++) {
      long start = System.nanoTime();
      for (int i = 0; i < TIMES; i++) {
        if (!permit.usable()) {
          throw new IllegalStateException("the permit ended");
        }
      }
      best = Math.min(best, (System.nanoTime() - start) / (double) TIMES);
    }
    return best;
  }
}
