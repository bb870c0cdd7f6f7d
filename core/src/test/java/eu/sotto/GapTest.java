package eu.sotto;

import static org.assertj.core.api.Assertions.assertThat;

import eu.sotto.CrashScript.Kind;
import eu.sotto.CrashScript.Step;
import eu.sotto.records.InMemoryFolder;
import eu.sotto.records.ObservedDriver;
import eu.sotto.records.Steps;
import eu.sotto.vocabulary.PrivacyException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Each commit of an act fails in turn, with every one after it, as if the host had died before it;
 * the host comes back, does the act again, and ends as one that was never interrupted.
 */
class GapTest {
  private static final Logger LOG = Logger.getLogger("eu.sotto");
  private static final Instant LATER = Practice.START.plus(Duration.ofDays(10));

  @TempDir(factory = InMemoryFolder.class)
  Path folder;

  private final AtomicInteger commits = new AtomicInteger();
  private volatile int failing = Integer.MAX_VALUE;
  private List<Step> prepared;

  /** A disk that is full is told of hundreds of times. */
  @BeforeAll
  static void hush() {
    LOG.setLevel(Level.OFF);
  }

  @AfterAll
  static void speak() {
    LOG.setLevel(null);
  }

  /** A person with everything, a call that still runs, and somebody who was erased. */
  @BeforeEach
  void prepare() throws IOException {
    List<Step> steps = new ArrayList<>();
    for (Kind kind :
        List.of(Kind.ANSWER, Kind.AGREE, Kind.RECORD, Kind.TRANSCRIBE, Kind.BOOK, Kind.END)) {
      steps.add(new Step(kind, 1, 1, Practice.START.plusSeconds(100L * steps.size())));
    }
    steps.add(new Step(Kind.NAME, 1, 1, Practice.START.plusSeconds(1_000)));
    for (Kind kind : List.of(Kind.ANSWER, Kind.TRANSCRIBE, Kind.NAME, Kind.ERASE)) {
      steps.add(new Step(kind, 3, 3, Practice.START.plusSeconds(2_000 + 100L * steps.size())));
    }
    steps.add(new Step(Kind.ANSWER, 2, 2, LATER.minusSeconds(300)));
    steps.add(new Step(Kind.AGREE, 2, 2, LATER.minusSeconds(200)));
    run(work(), steps);
    copy(work(), folder.resolve("prepared"));
    prepared = List.copyOf(steps);
  }

  /** Always the same path: a store's keys lie in a folder that is named after it. */
  private Path work() {
    return folder.resolve("work");
  }

  private static void run(Path here, List<Step> steps) {
    CrashScript script = new CrashScript(here, steps.get(0).at());
    steps.forEach(script::take);
    script.privacy().close();
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> all = Files.walk(from)) {
      for (Path path : all.toList()) {
        Files.copy(path, to.resolve(from.relativize(path)), StandardCopyOption.COPY_ATTRIBUTES);
      }
    }
  }

  private void putBack() throws IOException {
    StoredBytes.delete(work());
    copy(folder.resolve("prepared"), work());
  }

  private static List<Step> acts(Kind kind) {
    return switch (kind) {
      case ANSWER -> List.of(new Step(kind, 4, 4, LATER));
      case AGREE, RECORD, TRANSCRIBE, BOOK, END, NAME, WITHDRAW ->
          List.of(new Step(kind, 2, 2, LATER));
      case SWEEP ->
          List.of(
              new Step(kind, 1, 1, LATER.plus(Duration.ofDays(40))),
              new Step(kind, 1, 1, LATER.plus(Duration.ofDays(200))));
      default -> List.of(new Step(kind, 1, 1, LATER));
    };
  }

  private List<Step> whole(Step act) {
    Instant end = act.at().plusSeconds(600);
    List<Step> all = new ArrayList<>(prepared);
    all.add(act);
    all.add(new Step(Kind.TELL, 1, 1, end));
    all.add(new Step(Kind.SWEEP, 1, 1, end.plusSeconds(60)));
    return all;
  }

  /** How many commits the act has. */
  private int everyGap(Step act) throws IOException {
    List<Step> steps = whole(act);
    List<Step> rest = steps.subList(prepared.size(), steps.size());
    putBack();
    run(work(), rest);
    List<String> expected = CrashLook.at(work(), steps);
    for (int n = 0; ; n++) {
      putBack();
      int done = interrupted(act, n);
      if (done <= n) {
        return done;
      }
      run(work(), rest);
      assertThat(KillTest.differences(expected, CrashLook.at(work(), steps)))
          .as("%s, where commit %s of it and all after it failed", act.kind(), n)
          .isEmpty();
    }
  }

  /** Lets commit n of the act fail and all after it; says how many it began. */
  private int interrupted(Step act, int n) {
    ObservedDriver.observeAll(this::before);
    CrashScript script;
    try {
      script = new CrashScript(work(), act.at());
    } finally {
      ObservedDriver.standAside();
    }
    commits.set(0);
    failing = n;
    try {
      script.take(act);
    } catch (PrivacyException | IllegalStateException | AssertionError e) {
      // a permit that could not be stored is a denial, which the script does not expect
      assertThat(commits.get()).as("%s", e).isGreaterThan(n);
    }
    int begun = commits.get();
    try {
      script.privacy().close();
    } catch (PrivacyException e) {
      assertThat(begun).isGreaterThan(n);
    } finally {
      failing = Integer.MAX_VALUE;
    }
    return begun;
  }

  private void before(String step) {
    if (commits.getAndIncrement() >= failing) {
      throw new Steps.Injected();
    }
  }

  @Test
  void anEndOfACallIsNotedWithItsMetadata() throws IOException {
    assertThat(everyGap(acts(Kind.END).get(0))).isGreaterThan(3);
  }

  @Test
  @Tag("R73")
  void aRectifiedRecordHasOneVersion() throws IOException {
    assertThat(everyGap(acts(Kind.RECTIFY).get(0))).isGreaterThan(5);
  }

  @Test
  @Tag("R71")
  void aReplacementOfTheFindingKeyThatACrashInterruptedIsFinishedAtTheNextOpening()
      throws IOException {
    putBack();
    assertThat(interrupted(acts(Kind.ROTATE).get(0), 0)).isPositive();
    assertThat(findingKeys()).hasSize(2);
    CrashScript script = new CrashScript(work(), LATER);
    try (CallPrivacy privacy = script.privacy()) {
      assertThat(findingKeys()).singleElement().asString().startsWith("FINDING 2 ");
      assertThat(privacy.find(CrashScript.named(1), Practice.ACTOR)).hasSize(1);
    }
  }

  private List<String> findingKeys() throws IOException {
    List<String> keys = new ArrayList<>();
    for (Path file : StoredBytes.files(work())) {
      if (file.endsWith("tokens.keys")) {
        keys.addAll(Files.readAllLines(file));
      }
    }
    keys.removeIf(line -> !line.startsWith("FINDING"));
    return keys;
  }

  @ParameterizedTest
  @Tag("slow")
  @EnumSource(
      value = Kind.class,
      mode = EnumSource.Mode.EXCLUDE,
      names = {"REFUSE", "END", "RECTIFY"})
  void anActIsDoneOnce(Kind kind) throws IOException {
    for (Step act : acts(kind)) {
      assertThat(everyGap(act)).isPositive();
    }
  }
}
