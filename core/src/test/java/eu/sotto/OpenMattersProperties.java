package eu.sotto;

import static org.assertj.core.api.Assertions.assertThat;

import eu.sotto.OpenMattersWorld.Act;
import eu.sotto.OpenMattersWorld.Open;
import eu.sotto.OpenMattersWorld.Step;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;

/** What is remembered as open is at any time what a reading of all events says. */
class OpenMattersProperties {
  @Provide
  Arbitrary<List<Step>> steps() {
    return Combinators.combine(
            Arbitraries.of(Act.values()),
            Arbitraries.integers().between(0, 2),
            Arbitraries.integers().between(0, 6))
        .as(Step::new)
        .list()
        .ofMinSize(4)
        .ofMaxSize(24);
  }

  @Property(tries = 10)
  @Tag("R31")
  @Tag("R54")
  @Tag("R73")
  void whatIsOpenIsWhatAllEventsSay(@ForAll("steps") List<Step> steps) throws IOException {
    run(steps);
  }

  /** What the steps do, so that they do not compare nothing with nothing. */
  @Example
  void ofEveryKindSomethingIsOpenedAndClosed() throws IOException {
    List<Open> course =
        run(
            List.of(
                step(Act.ASK, 0),
                step(Act.RESTRICT, 1),
                step(Act.REFUSE, 0),
                step(Act.DECIDE, 0),
                step(Act.DECIDE, 2),
                step(Act.CHALLENGE, 0),
                step(Act.CHANGE, 0),
                step(Act.TELL_ONE, 0),
                step(Act.AFFECT, 2),
                step(Act.ASK, 2),
                step(Act.DISCLOSE, 2),
                step(Act.REOPEN, 0),
                step(Act.ERASE, 2),
                step(Act.DELIVER, 0),
                step(Act.DELIVER, 0),
                step(Act.END_OF_EVIDENCE, 0)));
    assertThat(course)
        .containsExactly(
            new Open(1, 0, 0, 0),
            new Open(2, 0, 0, 0),
            new Open(1, 0, 0, 0),
            new Open(1, 1, 0, 0),
            new Open(1, 2, 0, 0),
            new Open(1, 2, 0, 0),
            new Open(1, 1, 1, 0),
            new Open(1, 1, 0, 0),
            new Open(1, 1, 1, 0),
            new Open(2, 1, 1, 0),
            new Open(2, 1, 1, 0),
            new Open(2, 1, 1, 0),
            new Open(1, 0, 0, 1),
            new Open(1, 0, 0, 0),
            new Open(1, 0, 0, 0),
            new Open(1, 0, 0, 0));
  }

  @Example
  void whoAskedForLessIsErasedOnTheirWord() throws IOException {
    assertThat(run(List.of(step(Act.RESTRICT, 0), step(Act.REOPEN, 0), step(Act.ERASE, 0))))
        .containsExactly(new Open(1, 0, 0, 0), new Open(1, 0, 0, 0), new Open(0, 0, 0, 0));
  }

  private static Step step(Act act, int who) {
    return new Step(act, who, 0);
  }

  private static List<Open> run(List<Step> steps) throws IOException {
    Path folder = Files.createTempDirectory("open-matters");
    try (OpenMattersWorld world = new OpenMattersWorld(folder)) {
      return world.run(steps);
    } finally {
      StoredBytes.delete(folder);
    }
  }
}
