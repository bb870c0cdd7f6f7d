package eu.sotto;

import static org.assertj.core.api.Assertions.assertThat;

import eu.sotto.Town.Mutant;
import eu.sotto.Town.Tally;
import eu.sotto.records.InMemoryFolder;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Hundreds of callers over hundreds of days, with sweeps and rights beside the calls. */
@Tag("slow")
class TownTest {
  private static final long SEED = Long.getLong("town.seed", 7);

  @TempDir(factory = InMemoryFolder.class)
  Path folder;

  @Test
  @Tag("R14")
  @Tag("R17")
  @Tag("R26")
  @Tag("R66")
  @Tag("R70")
  void whateverATownDoesNothingIsOpenThatMustNotBeAndNothingIsLost() {
    try (Town town = new Town(folder, SEED, 400, Mutant.NONE)) {
      assertThat(town.live(160)).as("seed %s", SEED).isEmpty();
      Tally tally = town.tally();
      assertThat(tally.callers()).isGreaterThanOrEqualTo(300);
      assertThat(tally.swept()).isGreaterThan(50);
      assertThat(tally.erasures()).isGreaterThan(20);
      assertThat(tally.accesses()).isGreaterThan(20);
    }
  }

  @ParameterizedTest
  @EnumSource(value = Mutant.class, mode = EnumSource.Mode.EXCLUDE, names = "NONE")
  void aTownWithAFaultIsSeen(Mutant mutant) {
    try (Town town = new Town(folder, SEED, 30, mutant)) {
      assertThat(town.live(140)).isPresent();
    }
  }
}
