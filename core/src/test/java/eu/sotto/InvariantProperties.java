package eu.sotto;

import static eu.sotto.Practice.APPOINTMENT;
import static eu.sotto.Practice.QUALITY;
import static org.assertj.core.api.Assertions.assertThat;

import eu.sotto.Journey.Mutant;
import eu.sotto.Journey.Step;
import eu.sotto.permit.Operation;
import eu.sotto.permit.Permit;
import eu.sotto.permit.ReasonCode;
import eu.sotto.session.Opening;
import eu.sotto.vocabulary.Answer;
import eu.sotto.vocabulary.PrivacyException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Tag;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** Invariants 1 to 4 over events in any order, each with a mutant that the property catches. */
class InvariantProperties {
  private static final Duration DEADLINE = Duration.ofSeconds(2);

  @Property(tries = 25)
  @Tag("R01")
  @Tag("R02")
  @Tag("R11")
  @Tag("R14")
  void nothingIsPermittedThatTheModelForbids(
      @ForAll boolean consented, @ForAll @Size(max = 25) List<Step> steps) {
    assertThat(Journey.violation(Journey.from(consented, steps), Mutant.NONE)).isEmpty();
  }

  @Property(tries = 5)
  @Tag("R11")
  @Tag("R14")
  @Tag("R16")
  void neitherARestartNorAnotherRegisterPermitsWhatTheModelForbids(
      @ForAll @Size(min = 4, max = 14) List<Step> steps) throws IOException {
    assertThat(inFiles(steps, Mutant.NONE)).isEmpty();
  }

  @Example
  void aRegisterChangeThatIsLostIsCaught() throws IOException {
    List<Step> steps = Journey.from(true, List.of(Step.RESTART, Step.REGISTER_CHANGE));

    assertThat(inFiles(steps, Mutant.NONE)).isEmpty();
    assertThat(inFiles(steps, Mutant.REGISTER_CHANGE_IS_LOST)).isNotEmpty();
  }

  private static Optional<String> inFiles(List<Step> steps, Mutant mutant) throws IOException {
    Path folder = Files.createTempDirectory("journey");
    try {
      List<Step> all =
          Stream.concat(
                  Journey.from(true, steps).stream(),
                  Stream.of(Step.RESTART, Step.REGISTER_CHANGE, Step.WHOLE_NOTICE, Step.RESTART))
              .toList();
      return Journey.violation(all, mutant, folder);
    } finally {
      delete(folder);
    }
  }

  @Example
  void everyMutantOfTheJourneyIsCaught() {
    List<Mutant> inMemory =
        Stream.of(Mutant.values())
            .filter(mutant -> mutant != Mutant.NONE && mutant != Mutant.REGISTER_CHANGE_IS_LOST)
            .toList();
    for (Mutant mutant : inMemory) {
      assertThat(LongStream.range(0, 300).mapToObj(Journey::random))
          .as(mutant.name())
          .anyMatch(steps -> Journey.violation(steps, mutant).isPresent());
    }
  }

  @Example
  void randomJourneysDoYieldPermits() {
    assertThat(LongStream.range(0, 30).mapToObj(Journey::random).mapToInt(Journey::permits).sum())
        .isGreaterThan(30);
  }

  /** With a store that a test can break. */
  private static Practice on(BrokenStore store) {
    var time = new AtomicReference<>(Practice.START);
    return Practice.on(
        CallPrivacy.on(Opening.inMemory(Practice.register(), time::get, DEADLINE, store::around)),
        time);
  }

  /** How many permits were handed out, less those that the ledger knows of and that count. */
  private static long unproven(List<Boolean> failing, BrokenStore.Mood failure) {
    BrokenStore store = new BrokenStore();
    try (Practice practice = on(store)) {
      Call call = practice.welcomed("c-1");
      long granted = 0;
      for (boolean fails : failing) {
        store.is(fails ? failure : BrokenStore.Mood.WELL);
        boolean yes =
            call.may(Operation.TRANSCRIBE, APPOINTMENT).fold(p -> true, d -> false, r -> false);
        granted += yes ? 1 : 0;
      }
      store.is(BrokenStore.Mood.WELL);
      String events = events(call);
      return granted - count(events, "\"permit_granted\"") + count(events, "not_delivered\"");
    } catch (PrivacyException e) {
      return Long.MAX_VALUE;
    }
  }

  private static String events(Call call) {
    try {
      Path folder = Files.createTempDirectory("events");
      Path answer = folder.resolve("answer");
      call.caller().request(Practice.IDENTITY, Practice.ACTOR).access().exportTo(answer);
      String text = Files.readString(answer.resolve("data.json"));
      delete(folder);
      return text;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static int count(String text, String what) {
    return text.split(what, -1).length - 1;
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      all.sorted(java.util.Comparator.reverseOrder()).map(Path::toFile).forEach(f -> f.delete());
    }
  }

  @Property(tries = 8)
  void everyPermitHandedOutIsDurable(@ForAll @Size(min = 1, max = 6) List<Boolean> failing) {
    assertThat(unproven(failing, BrokenStore.Mood.FAILS)).isZero();
  }

  @Example
  void aStoreThatLosesWhatItAcknowledgedIsCaught() {
    assertThat(unproven(List.of(true, false), BrokenStore.Mood.LOSES)).isNotZero();
  }

  @Property(tries = 4)
  void aStoreThatErrsYieldsADenial(@ForAll @IntRange(min = 0, max = 3) int before) {
    BrokenStore store = new BrokenStore();
    try (Practice practice = on(store)) {
      Call call = practice.welcomed("c-1");
      IntStream.range(0, before).forEach(i -> Practice.transcribing(call));
      store.is(BrokenStore.Mood.FAILS);

      assertThat(Practice.reasons(call.may(Operation.TRANSCRIBE, APPOINTMENT)))
          .containsExactly(ReasonCode.STORE_UNAVAILABLE);

      store.is(BrokenStore.Mood.WELL);
      assertThat(Practice.transcribing(call).usable()).isTrue();
    }
  }

  @Example
  void aStoreThatHangsYieldsADenialInTimeAndTheLatePermitIsTakenBack() {
    BrokenStore store = new BrokenStore();
    try (Practice practice = on(store)) {
      Call call = practice.welcomed("c-1");
      store.hang();
      // the quickest of some: a busy machine delays this thread, not the library
      long quickest = Long.MAX_VALUE;
      for (int i = 0; i < 3; i++) {
        long start = System.nanoTime();
        List<ReasonCode> reasons = Practice.reasons(call.may(Operation.TRANSCRIBE, APPOINTMENT));
        quickest = Math.min(quickest, System.nanoTime() - start);
        assertThat(reasons).containsExactly(ReasonCode.STORE_UNAVAILABLE);
      }
      assertThat(Duration.ofNanos(quickest)).isLessThan(DEADLINE.plusMillis(100));

      store.goOn();
      assertThat(Practice.transcribing(call).usable()).isTrue();
      String events = events(call);
      assertThat(count(events, "\"permit_not_delivered\"")).isEqualTo(1);
      assertThat(events.indexOf("\"permit_not_delivered\""))
          .isLessThan(events.lastIndexOf("\"permit_granted\""));
    }
  }

  @Example
  @Tag("R14")
  void aWithdrawalActsAlsoWhereTheStoreErrsAndIsRecordedLater() {
    BrokenStore store = new BrokenStore();
    try (Practice practice = on(store)) {
      Call call = practice.consented("c-1");
      Permit permit = Practice.recording(call);
      store.is(BrokenStore.Mood.FAILS);

      assertThat(withdraw(practice, call)).isFalse();
      assertThat(permit.usable()).isFalse();

      store.is(BrokenStore.Mood.WELL);
      assertThat(Practice.reasons(call.may(Operation.RECORD, QUALITY)))
          .containsExactly(ReasonCode.CONSENT_WITHDRAWN);
      assertThat(events(call)).contains("\"consent_withdrawn\"");
    }
  }

  private static boolean withdraw(Practice practice, Call call) {
    Instant at = practice.after(Duration.ofSeconds(1));
    return call.caller().withdraw(QUALITY, Answer.spoken("aufhören", at)).recorded();
  }

  @Property(tries = 5)
  @Tag("R14")
  void noPermitSurvivesAWithdrawalThatRacesWithDecisions(
      @ForAll @IntRange(min = 0, max = 40) int soon) throws InterruptedException {
    assertThat(usableAfterTheRace(soon, true)).isZero();
  }

  @Example
  void aWithdrawalThatIsLostInTheRaceIsCaught() throws InterruptedException {
    assertThat(usableAfterTheRace(10, false)).isNotZero();
  }

  private static long usableAfterTheRace(int soon, boolean withdrawn) throws InterruptedException {
    try (Practice practice = Practice.inMemory()) {
      Call call = practice.consented("c-1");
      Queue<Permit> permits = new ConcurrentLinkedQueue<>();
      var running = new AtomicBoolean(true);
      List<Thread> threads =
          Stream.generate(
                  () ->
                      new Thread(
                          () -> {
                            while (running.get()) {
                              call.may(Operation.RECORD, QUALITY).run(permits::add, no -> {});
                            }
                          }))
              .limit(3)
              .toList();
      threads.forEach(Thread::start);
      while (permits.size() < soon) {
        Thread.onSpinWait();
      }
      if (withdrawn) {
        withdraw(practice, call);
      }
      long usable = permits.stream().filter(Permit::usable).count();
      running.set(false);
      for (Thread thread : threads) {
        thread.join();
      }
      return usable + permits.stream().filter(Permit::usable).count();
    }
  }
}
