package eu.sotto.records;

import static eu.sotto.records.Soundness.CONTENT;
import static eu.sotto.records.Soundness.assertSound;
import static eu.sotto.records.Soundness.listed;
import static org.assertj.core.api.Assertions.assertThat;

import eu.sotto.vocabulary.PrivacyException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each durable step fails once, as on a full disk, while the process lives on. */
class FaultTest {
  @TempDir(factory = InMemoryFolder.class)
  Path folder;

  private int step;
  private int failing = Integer.MAX_VALUE;

  private void before(String what) {
    if (step++ == failing) {
      throw new Steps.Injected();
    }
  }

  /** One run for each step of the act; the fault is typed, and trying again succeeds. */
  private void everyFault(Act prepare, Act act, Act again) {
    int steps = run(Integer.MAX_VALUE, prepare, act, again);
    assertThat(steps).isGreaterThan(3);
    for (int n = 0; n < steps; n++) {
      run(n, prepare, act, again);
    }
  }

  private int run(int n, Act prepare, Act act, Act again) {
    failing = Integer.MAX_VALUE;
    Rig rig =
        Rig.observed(
            folder.resolve("run-" + Math.floorMod(n, 1_000_000)), new ObservedKeys(), this::before);
    try {
      rig.answer("tel:+4930", "c-1");
      prepare.on(rig);
      Set<RecordId> known = new HashSet<>(listed(rig));
      step = 0;
      failing = n;
      boolean failed = fails(rig, act);
      assertThat(step > n || !failed).isTrue();
      final int steps = step;
      failing = Integer.MAX_VALUE;
      known.addAll(listed(rig));
      again.on(rig);
      assertSound(rig, known);
      rig.reopen();
      assertSound(rig, known);
      assertThat(rig.contents.names()).isEqualTo(listed(rig));
      return steps;
    } finally {
      rig.close();
    }
  }

  private static boolean fails(Rig rig, Act act) {
    try {
      act.on(rig);
      return false;
    } catch (PrivacyException e) {
      assertThat(e).hasMessageNotContaining("+4930").hasMessageNotContaining("c-1");
      return true;
    }
  }

  @Test
  void keeping() {
    everyFault(
        rig -> rig.keep("c-1", CONTENT),
        rig -> rig.keep("c-1", CONTENT),
        rig -> {
          assertThat(listed(rig)).isNotEmpty();
          rig.sweep();
          assertThat(rig.read(rig.keep("c-1", CONTENT))).isEqualTo(CONTENT);
        });
  }

  @Test
  void settlingADueDay() {
    everyFault(
        rig -> rig.keep("c-1", CONTENT),
        rig -> rig.end("c-1"),
        rig -> {
          rig.end("c-1");
          assertThat(listed(rig)).hasSize(1);
        });
  }

  @Test
  void sweeping() {
    everyFault(Act::keepOneDueAndOneHeld, Rig::sweep, Act::sweepToWhatIsHeld);
  }

  @Test
  void disposingOnRequest() {
    everyFault(
        rig -> rig.keep("c-1", CONTENT),
        rig -> rig.records.lifetimes().dispose(listed(rig)),
        rig -> {
          rig.records.lifetimes().dispose(List.copyOf(listed(rig)));
          rig.sweep();
          assertThat(listed(rig)).isEmpty();
        });
  }
}
