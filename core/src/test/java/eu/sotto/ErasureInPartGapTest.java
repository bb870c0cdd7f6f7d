package eu.sotto;

import static eu.sotto.Practice.ACTOR;
import static eu.sotto.Practice.APPOINTMENT;
import static eu.sotto.Practice.IDENTITY;
import static org.assertj.core.api.Assertions.assertThat;

import eu.sotto.records.InMemoryFolder;
import eu.sotto.records.ObservedDriver;
import eu.sotto.records.Steps;
import eu.sotto.rights.ErasureReceipt;
import eu.sotto.rights.Request;
import eu.sotto.rights.RequestStatus;
import eu.sotto.vocabulary.CallId;
import eu.sotto.vocabulary.Party;
import eu.sotto.vocabulary.PrivacyException;
import eu.sotto.vocabulary.Right;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Each commit of an erasure that leaves another controller's data fails in turn, with every one
 * after it; the host comes back, finds the open request and erases again.
 */
class ErasureInPartGapTest {
  private static final Logger LOG = Logger.getLogger("eu.sotto");
  private static final Party CALLER = Party.presented(Practice.NUMBER);

  @TempDir(factory = InMemoryFolder.class)
  Path folder;

  private final AtomicInteger commits = new AtomicInteger();
  private volatile int failing = Integer.MAX_VALUE;
  private int runs;

  @BeforeAll
  static void hush() {
    LOG.setLevel(Level.OFF);
  }

  @AfterAll
  static void speak() {
    LOG.setLevel(null);
  }

  private Practice open(Instant now) {
    Path here = folder.resolve("run-" + runs);
    return Practice.in(here.resolve("data"), here.resolve("keys"), now, ControllersTest.register());
  }

  /** A call for a clinic, and one of the host's own with something that a statute keeps. */
  private Instant prepare() {
    runs++;
    try (Practice practice = open(Practice.START)) {
      ControllersTest.keep(practice.welcomed("n-1"), ControllersTest.NORTH);
      Call own = practice.consented("own");
      Practice.keepAudio(own, "audio");
      ControllersTest.keep(own, APPOINTMENT);
      ControllersTest.keep(own, ControllersTest.BOOKS);
      own.ended(practice.now());
      own.caller().request(Right.ERASURE, practice.now(), ACTOR).identify(IDENTITY, ACTOR);
      return practice.now();
    }
  }

  private static Subject caller(Practice practice) {
    return practice.privacy().subject(CALLER).orElseThrow();
  }

  private static Optional<ErasureReceipt> erased(Practice practice) {
    Request request = caller(practice).requests().get(0);
    return practice.privacy().requests().stream()
            .map(RequestStatus::id)
            .anyMatch(request.id()::equals)
        ? Optional.of(request.by(ACTOR).erase())
        : Optional.empty();
  }

  private void before(String step) {
    if (commits.getAndIncrement() >= failing) {
      throw new Steps.Injected();
    }
  }

  /** Lets commit n fail and all after it; says how many were begun. */
  private int interrupted(Instant now, int n) {
    ObservedDriver.observeAll(this::before);
    Practice practice;
    try {
      practice = open(now);
    } finally {
      ObservedDriver.standAside();
    }
    commits.set(0);
    failing = n;
    try {
      erased(practice);
    } catch (PrivacyException e) {
      assertThat(commits.get()).isGreaterThan(n);
    }
    int begun = commits.get();
    try {
      practice.close();
    } catch (PrivacyException e) {
      assertThat(begun).isGreaterThan(n);
    } finally {
      failing = Integer.MAX_VALUE;
    }
    return begun;
  }

  /** How many commits it has. */
  private int everyGap(int step) throws IOException {
    for (int n = 0; ; n += step) {
      Instant now = prepare();
      int begun = interrupted(now, n);
      if (begun <= n) {
        return begun;
      }
      try (Practice practice = open(now)) {
        erased(practice)
            .ifPresent(
                receipt ->
                    assertThat(receipt.verify(practice.privacy().verifierKey()).intact()).isTrue());
        look(practice, "where commit " + n + " and all after it failed");
      }
    }
  }

  private static void look(Practice practice, String when) {
    assertThat(practice.privacy().requests()).as(when).isEmpty();
    assertThat(practice.privacy().resume(CallId.of("own"))).as(when).isEmpty();
    assertThat(practice.privacy().resume(CallId.of("n-1"))).as(when).isPresent();
    assertThat(caller(practice).records())
        .as(when)
        .extracting(entry -> entry.what().purpose())
        .containsExactly(ControllersTest.NORTH);
    assertThat(caller(practice).consent(Practice.QUALITY).given()).as(when).isFalse();
    practice.after(Duration.ofDays(183));
    assertThat(practice.privacy().retention().plan().due())
        .as(when)
        .filteredOn(entry -> entry.what().purpose().equals(ControllersTest.BOOKS))
        .as("neither lost nor there twice")
        .hasSize(1);
    assertThat(practice.privacy().verify().intact()).as(when).isTrue();
  }

  @Test
  @Tag("R32")
  @Tag("R70")
  void anInterruptedErasureIsGoneOnWithAndLosesNothingOfOthers() throws IOException {
    assertThat(everyGap(7)).isGreaterThan(20);
  }

  @Test
  @Tag("slow")
  void andSoItIsAtEveryCommit() throws IOException {
    assertThat(everyGap(1)).isGreaterThan(20);
  }
}
