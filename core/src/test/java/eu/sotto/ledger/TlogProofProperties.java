package eu.sotto.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Tag;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

/** Random damage to the proof of one entry among forty. */
@Tag("R52")
class TlogProofProperties {
  private static final int ENTRIES = 40;
  private static Path folder;
  private static House house;
  private static String text;

  @BeforeContainer
  static void fill() throws IOException {
    folder = Files.createTempDirectory("tlog");
    house = House.inMemory(folder);
    for (int i = 0; i < ENTRIES; i++) {
      house.append(House.swept(i));
    }
    text = house.ledger.proof(house.append(House.swept(ENTRIES)).id()).text();
  }

  @AfterContainer
  static void close() throws IOException {
    house.close();
    Files.delete(folder.resolve("root.key"));
    Files.delete(folder);
  }

  private static boolean holds(String changed) {
    return TlogProofTest.holds(changed, house.ledger.verifierKey());
  }

  @Property(tries = 300)
  void noOtherTextOfTheSameLengthHolds(@ForAll @IntRange(max = 2_000) int at, @ForAll char with) {
    int place = at % text.length();
    String changed = text.substring(0, place) + with + text.substring(place + 1);
    assertThat(holds(changed)).isEqualTo(changed.equals(text));
  }

  @Property(tries = 200)
  void movedLinesAreRefused(
      @ForAll @IntRange(max = 20) int one, @ForAll @IntRange(max = 20) int two) {
    List<String> lines = new ArrayList<>(List.of(text.split("\n", -1)));
    Collections.swap(lines, one % lines.size(), two % lines.size());
    String moved = String.join("\n", lines);
    assertThat(holds(moved)).isEqualTo(moved.equals(text));
  }

  @Property(tries = 200)
  void anyTextIsReadOrRefusedInWords(
      @ForAll @Size(max = 8) List<@IntRange(max = 20) Integer> from) {
    String[] lines = text.split("\n", -1);
    StringBuilder mixed = new StringBuilder();
    from.forEach(line -> mixed.append(lines[line % lines.length]).append('\n'));
    assertThat(holds(mixed.toString())).isFalse();
  }
}
