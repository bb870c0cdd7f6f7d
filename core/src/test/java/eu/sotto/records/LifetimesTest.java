package eu.sotto.records;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;
import net.jqwik.api.Tuple;
import net.jqwik.api.Tuple.Tuple2;
import org.junit.jupiter.api.Test;

/** Random lives of records against a model that counts the days in its own way. */
class LifetimesTest {
  @Provide
  Arbitrary<List<Tuple2<World.Step, Integer>>> lives() {
    Arbitrary<World.Step> steps =
        Arbitraries.frequency(
            Tuple.of(6, World.Step.KEEP_RECORDING),
            Tuple.of(3, World.Step.KEEP_CUSTOMER),
            Tuple.of(1, World.Step.ABANDON),
            Tuple.of(3, World.Step.END),
            Tuple.of(2, World.Step.CONTACT),
            Tuple.of(8, World.Step.PASS),
            Tuple.of(2, World.Step.PLAN),
            Tuple.of(3, World.Step.EXECUTE),
            Tuple.of(3, World.Step.SWEEP),
            Tuple.of(3, World.Step.HOLD),
            Tuple.of(2, World.Step.RELEASE),
            Tuple.of(1, World.Step.DISPOSE),
            Tuple.of(1, World.Step.ERASE),
            Tuple.of(1, World.Step.REOPEN));
    return steps
        .flatMap(step -> Arbitraries.integers().between(0, 99).map(n -> Tuple.of(step, n)))
        .list()
        .ofMinSize(15)
        .ofMaxSize(40);
  }

  @Property(tries = 20)
  @Tag("R60")
  @Tag("R66")
  void noRecordOutlivesItsMaximumAndNoneGoesBefore(
      @ForAll("lives") List<Tuple2<World.Step, Integer>> lives) throws IOException {
    new World(world -> {}).live(lives);
  }

  @Property(tries = 3)
  @Tag("R60")
  void norDoesOneInASharedDatabase(@ForAll("lives") List<Tuple2<World.Step, Integer>> lives)
      throws IOException {
    new World(world -> {}, Rig::onPostgres).live(lives);
  }

  /** A life in which every mutant below shows. */
  private static final List<Tuple2<World.Step, Integer>> TELLING =
      List.of(
          Tuple.of(World.Step.KEEP_RECORDING, 0),
          Tuple.of(World.Step.KEEP_RECORDING, 0),
          Tuple.of(World.Step.END, 0),
          Tuple.of(World.Step.PASS, 92),
          Tuple.of(World.Step.SWEEP, 0),
          Tuple.of(World.Step.PASS, 1),
          Tuple.of(World.Step.PLAN, 0),
          Tuple.of(World.Step.HOLD, 0),
          Tuple.of(World.Step.EXECUTE, 0),
          Tuple.of(World.Step.SWEEP, 0));

  @Test
  void theTellingLifeIsSound() throws IOException {
    new World(world -> {}).live(TELLING);
  }

  @Test
  void aShieldThatIsForgottenAtExecutionIsCaught() {
    assertCaught(
        world -> {
          Shield real = world.rig.shield;
          world.rig.shield = entry -> world.executing ? List.of() : real.holdsOn(entry);
        });
  }

  @Test
  void aDueDayTooLateByOneIsCaught() {
    assertCaught(world -> world.rig.reopen(Rig.policy("P3M1D")));
  }

  @Test
  void aDueDayTooEarlyByOneIsCaught() {
    assertCaught(world -> world.rig.reopen(Rig.policy("P2M30D")));
  }

  @Test
  void aKeyThatIsKeptWhenTheContentGoesIsCaught() {
    assertCaught(world -> world.rig.forgetToDestroySlots());
  }

  @Test
  void aContentThatIsKeptWhenTheKeyGoesIsCaught() {
    assertCaught(world -> world.rig.forgetToRemoveContents());
  }

  private static void assertCaught(World.Mutation mutation) {
    assertThatThrownBy(() -> new World(mutation).live(TELLING)).isInstanceOf(AssertionError.class);
  }
}
