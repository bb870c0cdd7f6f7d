package eu.sotto;

import static org.assertj.core.api.Assertions.assertThat;

import eu.sotto.records.InMemoryFolder;
import eu.sotto.store.ChildJvm;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A host that is killed at any moment and goes on ends where one ends that was never interrupted.
 */
class KillTest {
  private static final long SEED = Long.getLong("kill.seed", 20261122);

  /** The page cache outlives a killed process, so a disk would add nothing but time. */
  @TempDir(factory = InMemoryFolder.class)
  Path folder;

  @Test
  @Tag("R70")
  void aHostThatWasKilledEndsAsOneThatWasNot() throws IOException, InterruptedException {
    assertThat(killed(SEED, 45, 6)).isEqualTo(6);
  }

  @Test
  @Tag("slow")
  @Tag("R66")
  @Tag("R70")
  void fiftyKillsChangeNothing() throws InterruptedException, ExecutionException {
    ExecutorService lanes = Executors.newFixedThreadPool(2);
    try {
      List<Future<Integer>> kills = new ArrayList<>();
      for (long seed = SEED; seed < SEED + 2; seed++) {
        long one = seed;
        kills.add(lanes.submit(() -> killed(one, 130, 26)));
      }
      int all = 0;
      for (Future<Integer> lane : kills) {
        all += lane.get();
      }
      assertThat(all).isGreaterThanOrEqualTo(50);
    } finally {
      lanes.shutdownNow();
    }
  }

  @Test
  void aStepThatIsForgottenIsSeen() {
    List<CrashScript.Step> steps = CrashScript.random(SEED, 110);
    List<String> whole = ran(steps, "whole");
    Set<CrashScript.Kind> seen = EnumSet.noneOf(CrashScript.Kind.class);
    for (CrashScript.Kind kind :
        List.of(
            CrashScript.Kind.TRANSCRIBE,
            CrashScript.Kind.END,
            CrashScript.Kind.BAR,
            CrashScript.Kind.ERASE)) {
      List<CrashScript.Step> fewer = new ArrayList<>(steps);
      fewer.remove(last(steps, kind));
      if (!differences(whole, ran(fewer, "without " + kind)).isEmpty()) {
        seen.add(kind);
      }
    }
    assertThat(seen)
        .containsExactlyInAnyOrder(
            CrashScript.Kind.TRANSCRIBE,
            CrashScript.Kind.END,
            CrashScript.Kind.BAR,
            CrashScript.Kind.ERASE);
  }

  private static CrashScript.Step last(List<CrashScript.Step> steps, CrashScript.Kind kind) {
    return steps.stream().filter(step -> step.kind() == kind).reduce((a, b) -> b).orElseThrow();
  }

  /** What is seen after a run without any interruption. */
  private List<String> ran(List<CrashScript.Step> steps, String name) {
    Path here = folder.resolve(name);
    CrashScript script = new CrashScript(here, steps.get(0).at());
    steps.forEach(script::take);
    script.privacy().close();
    return CrashLook.at(here, steps);
  }

  /** Compares a run that is killed so often with one that is not. */
  private int killed(long seed, int about, int kills) throws IOException, InterruptedException {
    List<CrashScript.Step> steps = CrashScript.random(seed, about);
    Random random = new Random(seed);
    Path here = folder.resolve("killed-" + seed);
    int done = 0;
    int killed = 0;
    while (done < steps.size()) {
      int left = kills - killed;
      int rest = steps.size() - done;
      int quota =
          left == 0
              ? Integer.MAX_VALUE
              : Math.min(rest - 1, random.nextInt(2 * rest / (left + 1) + 1));
      Child child = new Child(here, seed, about, done);
      boolean ended = child.runs(quota, random.nextInt(60));
      done = child.next();
      killed += ended ? 0 : 1;
      if (ended) {
        break;
      }
    }
    assertThat(differences(ran(steps, "whole-" + seed), CrashLook.at(here, steps)))
        .as("seed %s", seed)
        .isEmpty();
    return killed;
  }

  static List<String> differences(List<String> one, List<String> other) {
    return Stream.concat(
            one.stream().filter(line -> !other.contains(line)).map(line -> "- " + line),
            other.stream().filter(line -> !one.contains(line)).map(line -> "+ " + line))
        .toList();
  }

  /** One life of the host. */
  private static final class Child {
    private final Process process;
    private int next;

    Child(Path folder, long seed, int about, int from) throws IOException {
      next = from;
      process =
          ChildJvm.with("-Xshare:auto")
              .start(
                  CrashScript.class,
                  folder.toString(),
                  Long.toString(seed),
                  Integer.toString(about),
                  Integer.toString(from));
    }

    int next() {
      return next;
    }

    /** Killed so many milliseconds after so many steps; says whether it came to its end before. */
    boolean runs(int quota, int later) throws IOException, InterruptedException {
      boolean ended = false;
      int first = next;
      try (BufferedReader lines =
          new BufferedReader(
              new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
        boolean killed = false;
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
          // the last line of a killed process may be cut
          if (line.startsWith("done ") && line.equals("done " + next)) {
            next++;
          }
          ended |= line.equals("end");
          if (!killed && !ended && next - first >= quota) {
            killed = true;
            Thread.sleep(quota == 0 ? 10L * later : later);
            process.toHandle().destroyForcibly();
          }
        }
      }
      int code = process.waitFor();
      assertThat(ended || code != 1).as("the host failed by itself").isTrue();
      return ended;
    }
  }
}
