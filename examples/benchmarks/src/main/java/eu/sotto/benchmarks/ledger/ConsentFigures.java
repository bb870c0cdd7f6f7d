package eu.sotto.benchmarks.ledger;

import eu.sotto.Call;
import eu.sotto.CallPrivacy;
import eu.sotto.Subject;
import eu.sotto.benchmarks.Report;
import eu.sotto.notice.Notice;
import eu.sotto.register.Register;
import eu.sotto.vocabulary.Answer;
import eu.sotto.vocabulary.CallId;
import eu.sotto.vocabulary.Party;
import eu.sotto.vocabulary.Playout;
import eu.sotto.vocabulary.PurposeId;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Questions about consents, through the public face, over a store in files. */
final class ConsentFigures {
  private static final PurposeId QUALITY = PurposeId.of("quality");
  private static final Instant RING = Instant.parse("2026-11-02T09:00:00Z");
  private static final Duration NOTICE = Duration.ofSeconds(10);
  private static final int THREADS = 32;
  private static final int COLD = 500;
  private static final int WARM = 1_000_000;

  private ConsentFigures() {}

  static void measure(Report report, Path folder, boolean quick) throws Exception {
    int callers = quick ? 1_000 : 100_000;
    try (CallPrivacy privacy = open(folder)) {
      fill(privacy, callers);
    }
    try (CallPrivacy privacy = open(folder)) {
      String size = String.format(Locale.ROOT, ", %,d callers with 4 events each", callers);
      state(report, privacy, callers, size);
      all(report, privacy, callers, size);
    }
  }

  private static CallPrivacy open(Path folder) {
    Register register = FiguresRegister.register();
    return CallPrivacy.in(folder.resolve("data"))
        .keyFolder(folder.resolve("keys"))
        .register(register)
        .clock(() -> RING.plusSeconds(60))
        .deadline(Duration.ofSeconds(30))
        .open();
  }

  private static void fill(CallPrivacy privacy, int callers) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    try {
      List<Future<?>> all =
          IntStream.range(0, THREADS)
              .<Future<?>>mapToObj(
                  thread ->
                      threads.submit(
                          () -> {
                            for (int i = thread; i < callers; i += THREADS) {
                              consent(privacy, i);
                            }
                          }))
              .toList();
      for (Future<?> one : all) {
        one.get();
      }
    } finally {
      threads.shutdown();
    }
  }

  private static Party party(int number) {
    return Party.phone(String.format(Locale.ROOT, "+4930231%06d", number));
  }

  private static void consent(CallPrivacy privacy, int number) {
    Notice notice = privacy.notice("welcome", Locale.GERMAN);
    Call call = privacy.answer(CallId.of("call-" + number), party(number), RING);
    call.announced(notice, Playout.of(NOTICE, NOTICE, RING.plusSeconds(10)));
    call.asked(QUALITY, notice, RING.plusSeconds(11));
    call.answered(QUALITY, Answer.keyPress('1', RING.plusSeconds(12)));
  }

  private static void state(Report report, CallPrivacy privacy, int callers, String size) {
    long[] nanos = new long[COLD];
    for (int i = 0; i < COLD; i++) {
      Subject subject = privacy.subject(party(i * (callers / COLD))).orElseThrow();
      long start = System.nanoTime();
      require(subject.consent(QUALITY).given());
      nanos[i] = System.nanoTime() - start;
    }
    Arrays.sort(nanos);
    report.bounded(
        "consent state of a subject, cold, median" + size, nanos[COLD / 2] / 1e6, "ms", 1);
    Subject subject = privacy.subject(party(0)).orElseThrow();
    double best = Double.MAX_VALUE;
    for (int round = 0; round < 5; round++) {
      long start = System.nanoTime();
      for (int i = 0; i < WARM; i++) {
        require(subject.consent(QUALITY).given());
      }
      best = Math.min(best, (System.nanoTime() - start) / (double) WARM);
    }
    report.bounded("consent state of a subject, warm" + size, best / 1e3, "us", 1);
  }

  private static void all(Report report, CallPrivacy privacy, int callers, String size) {
    double best = 0;
    for (int round = 0; round < 3; round++) {
      long start = System.nanoTime();
      try (Stream<Subject> subjects = privacy.consented(QUALITY, RING.plusSeconds(30))) {
        require(subjects.count() == callers);
      }
      best = Math.max(best, callers / ((System.nanoTime() - start) / 1e9));
    }
    report.bounded("subjects who consented at a time, one thread" + size, best, "1/s", 20_000);
  }

  private static void require(boolean right) {
    if (!right) {
      throw new IllegalStateException("a wrong answer was measured");
    }
  }
}
