package eu.sotto.records;

import static eu.sotto.records.Soundness.CONTENT;
import static eu.sotto.records.Soundness.assertSound;
import static eu.sotto.records.Soundness.listed;
import static org.assertj.core.api.Assertions.assertThat;

import eu.sotto.vocabulary.CallId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.Period;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A copy of all files before each durable step, opened anew, is what a crash there leaves. */
class CrashTest {
  @TempDir(factory = InMemoryFolder.class)
  Path folder;

  private final List<Snapshot> snapshots = new ArrayList<>();
  private boolean watching;
  private Rig rig;

  /** Index, contents and keys as they were before a step. */
  private record Snapshot(
      String step, Path path, ObservedKeys keys, Instant now, Set<RecordId> held) {}

  private void before(String step) {
    if (watching) {
      snapshots.add(new Snapshot(step, copy(), rig.keys.copy(), rig.now, new HashSet<>(rig.held)));
    }
  }

  private Path copy() {
    Path from = rig.folder.path();
    Path to = folder.resolve("crash-" + snapshots.size());
    try (Stream<Path> all = Files.walk(from)) {
      for (Path path : all.toList()) {
        String name = path.getFileName().toString();
        if (!name.startsWith("lock.db") && !name.endsWith("-shm")) {
          Files.copy(path, to.resolve(from.relativize(path)));
        }
      }
      return to;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void everyCrash(Act prepare, Act act, Act again) {
    rig = Rig.observed(folder.resolve("run"), new ObservedKeys(), this::before);
    try {
      rig.answer("tel:+4930", "c-1");
      prepare.on(rig);
      Set<RecordId> old = listed(rig);
      watching = true;
      act.on(rig);
      before("the end");
      watching = false;
      Set<RecordId> done = listed(rig);
      assertThat(snapshots).hasSizeGreaterThan(3);
      for (Snapshot snapshot : snapshots) {
        check(snapshot, old, done, again);
      }
    } finally {
      rig.close();
    }
  }

  private void check(Snapshot snapshot, Set<RecordId> old, Set<RecordId> done, Act again) {
    Rig after = Rig.observed(snapshot.path(), snapshot.keys(), Steps.NONE);
    try {
      after.now = snapshot.now();
      after.held.addAll(snapshot.held());
      Set<RecordId> left = listed(after);
      Set<RecordId> known = new HashSet<>(old);
      known.addAll(done);
      assertThat(known).as(snapshot.step()).containsAll(left);
      assertThat(left).as(snapshot.step()).containsAll(both(old, done));
      assertSound(after, known);
      again.on(after);
      assertSound(after, known);
      assertThat(after.contents.names()).isEqualTo(listed(after));
    } finally {
      after.close();
    }
  }

  private static Set<RecordId> both(Set<RecordId> old, Set<RecordId> done) {
    Set<RecordId> both = new HashSet<>(old);
    both.retainAll(done);
    return both;
  }

  @Test
  void keeping() {
    everyCrash(
        rig -> rig.keep("c-1", CONTENT),
        rig -> rig.keep("c-1", CONTENT),
        rig -> assertThat(rig.read(rig.keep("c-1", CONTENT))).isEqualTo(CONTENT));
  }

  @Test
  void keepingTheFirstOfACall() {
    everyCrash(
        rig -> {},
        rig -> {
          rig.answer("tel:+4940", "c-2");
          rig.keep("c-2", CONTENT);
        },
        rig -> {
          rig.answer("tel:+4940", "c-2");
          assertThat(rig.read(rig.keep("c-2", CONTENT))).isEqualTo(CONTENT);
        });
  }

  @Test
  void settlingADueDay() {
    everyCrash(
        Act::keepTwo,
        rig -> rig.end("c-1"),
        rig -> {
          rig.end("c-1");
          assertThat(rig.records.ofCall(CallId.of("c-1")))
              .allMatch(entry -> !Terms.waits(entry.due()))
              .hasSize(2);
        });
  }

  @Test
  @Tag("R66")
  void sweeping() {
    everyCrash(
        rig -> {
          RecordId held = rig.keep("c-1", CONTENT);
          rig.keep("c-1", CONTENT);
          rig.keep("c-1", CONTENT);
          rig.end("c-1");
          rig.pass(Period.ofMonths(4));
          rig.answer("tel:+4940", "c-2");
          rig.keep("c-2", CONTENT);
          rig.held.add(held);
        },
        Rig::sweep,
        rig -> {
          rig.sweep();
          assertThat(listed(rig)).hasSize(2);
        });
  }

  @Test
  @Tag("R17")
  void disposingOnRequest() {
    everyCrash(Act::keepTwo, Act::disposeOfOne, Act::disposeOfAll);
  }

  @Test
  @Tag("R70")
  void erasing() {
    Act erase =
        rig ->
            rig.records
                .subjects()
                .find("tel:+4930")
                .forEach(
                    subject -> {
                      rig.vault.destroy(List.of(subject.contentKey(), subject.evidenceKey()));
                      rig.records.removeContents(subject.id());
                      rig.records.subjects().forget(subject.id());
                    });
    everyCrash(
        rig -> {
          rig.keep("c-1", CONTENT);
          rig.keep("c-1", CONTENT);
          rig.answer("tel:+4940", "c-2");
          rig.keep("c-2", CONTENT);
        },
        erase,
        rig -> {
          erase.on(rig);
          assertThat(listed(rig)).hasSize(1);
          assertThat(rig.records.subjects().find("tel:+4930")).isEmpty();
        });
  }

  @Test
  void changingTheRegister() {
    everyCrash(
        rig -> {
          rig.keep("c-1", CONTENT);
          rig.end("c-1");
        },
        rig -> {
          rig.policy = Rig.policy("P1M");
          rig.records.close();
          rig.vault.close();
          ObservedDriver.observe(this::before);
          try {
            rig.open();
          } finally {
            ObservedDriver.standAside();
          }
        },
        rig -> {
          rig.policy = Rig.policy("P1M");
          rig.reopen();
        });
  }
}
