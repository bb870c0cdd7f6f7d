package eu.sotto;

import static org.assertj.core.api.Assertions.assertThat;

import eu.sotto.records.InMemoryFolder;
import eu.sotto.records.Kept;
import eu.sotto.records.LegalHold;
import eu.sotto.records.RecordEntry;
import eu.sotto.records.RecordId;
import eu.sotto.records.RecordKind;
import eu.sotto.vocabulary.Answer;
import eu.sotto.vocabulary.Party;
import eu.sotto.vocabulary.PrivacyException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What several threads do to one person at once ends as if they had done it one by one. */
@Tag("slow")
class AtOnceTest {
  private static final int ROUNDS = Integer.getInteger("rounds", 12);

  @TempDir(factory = InMemoryFolder.class)
  Path folder;

  private final Set<RecordId> transcripts = ConcurrentHashMap.newKeySet();

  /** When each was kept, by the count of steps. */
  private final Map<RecordId, Long> recordings = new ConcurrentHashMap<>();

  private final AtomicLong steps = new AtomicLong();
  private final AtomicLong lastWithdrawal = new AtomicLong();
  private final AtomicInteger answers = new AtomicInteger();
  private final Semaphore takeBack = new Semaphore(0);
  private volatile boolean over;
  private Practice practice;

  @Test
  @Tag("R15")
  @Tag("R17")
  @Tag("R66")
  void nothingIsLostAndNothingStaysThatWasTakenBack() throws Exception {
    practice = practice();
    try (Practice closed = practice) {
      practice.consented("first").ended(closed.now());
      runAll();
      sweep();

      assertThat(recordings).as("there was something to take back").isNotEmpty();
      assertThat(answers).hasPositiveValue();
      assertThat(ids(RecordKind.RECORDING)).doesNotContainAnyElementsOf(takenBack());
      assertThat(ids(RecordKind.TRANSCRIPT)).as("transcripts").isEqualTo(transcripts);
      assertThat(practice.privacy().verify().intact()).isTrue();
      caller().request(Practice.IDENTITY, Practice.ACTOR).erase();
      assertThat(practice.privacy().subject(Party.presented(Practice.NUMBER))).isEmpty();
    }
  }

  private Practice practice() {
    var time = new AtomicReference<>(Practice.START);
    CallPrivacy privacy =
        CallPrivacy.in(folder.resolve("data"))
            .keyFolder(folder.resolve("keys"))
            .register(Practice.register())
            .clock(time::get)
            .deadline(Duration.ofSeconds(30))
            .open();
    return Practice.on(privacy, time);
  }

  private void runAll() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(6);
    try {
      List<Future<?>> others = new ArrayList<>();
      others.add(threads.submit(again(this::withdraw)));
      others.add(threads.submit(again(this::access)));
      others.add(threads.submit(again(this::hold)));
      others.add(threads.submit(again(this::sweep)));
      Future<?> one = threads.submit(calls("a"));
      Future<?> two = threads.submit(calls("b"));
      one.get();
      two.get();
      over = true;
      takeBack.release();
      for (Future<?> other : others) {
        other.get();
      }
    } finally {
      over = true;
      threads.shutdownNow();
    }
  }

  private Callable<Void> calls(String line) {
    return () -> {
      for (int i = 0; i < ROUNDS; i++) {
        call(line + i);
      }
      return null;
    };
  }

  private Callable<Void> again(Runnable act) {
    return () -> {
      while (!over) {
        act.run();
      }
      return null;
    };
  }

  private void call(String id) {
    Call call = practice.consented(id);
    try {
      if (Practice.keepAudio(call, "audio") instanceof Kept.Sealed kept) {
        recordings.put(kept.entry().id(), steps.incrementAndGet());
        takeBack.release();
      }
    } catch (AssertionError | IllegalStateException | PrivacyException e) {
      assertThat(e).as("taken back between answer and permit").hasMessageNotContaining(id);
    }
    transcripts.add(((Kept.Sealed) Practice.keep(call, "Es eilt nicht.")).entry().id());
    call.ended(practice.now());
  }

  private Subject caller() {
    return practice.privacy().subject(Party.presented(Practice.NUMBER)).orElseThrow();
  }

  /** What was kept before the last withdrawal began. */
  private List<RecordId> takenBack() {
    return recordings.entrySet().stream()
        .filter(kept -> kept.getValue() < lastWithdrawal.get())
        .map(Map.Entry::getKey)
        .toList();
  }

  private void withdraw() {
    takeBack.acquireUninterruptibly();
    lastWithdrawal.set(steps.incrementAndGet());
    caller().withdraw(Practice.QUALITY, Answer.keyPress('2', practice.now()));
  }

  private void access() {
    Path to = folder.resolve("answer-" + answers.incrementAndGet());
    caller().request(Practice.IDENTITY, Practice.ACTOR).access().exportTo(to);
  }

  private void hold() {
    Retention retention = practice.privacy().retention();
    LegalHold hold = retention.hold(caller(), "LG-1", Practice.ACTOR);
    retention.release(hold.id(), Practice.ACTOR);
  }

  private void sweep() {
    Retention retention = practice.privacy().retention();
    retention.sweep(retention.plan());
  }

  private Set<RecordId> ids(RecordKind kind) {
    Set<RecordId> ids = ConcurrentHashMap.newKeySet();
    caller().records().stream()
        .filter(entry -> entry.what().kind() == kind)
        .map(RecordEntry::id)
        .forEach(ids::add);
    return ids;
  }
}
