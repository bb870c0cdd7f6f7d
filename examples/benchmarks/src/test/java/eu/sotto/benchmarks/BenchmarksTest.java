package eu.sotto.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BenchmarksTest {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  private int run(String... words) throws Exception {
    return Benchmarks.run(List.of(words), new PrintStream(out, true), new PrintStream(err, true));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "nowhere",
        "",
        "--quick",
        "nowhere --quick",
        "sealing more",
        "sealing --only nothing",
        "sealing --only"
      })
  void whatIsNotUnderstoodPrintsTheUsageAndTheAreasAndMeasuresNothing(String line)
      throws Exception {
    assertThat(run(line.isEmpty() ? new String[0] : line.split(" ", -1))).isEqualTo(2);
    assertThat(out.size()).isZero();
    assertThat(err.toString(StandardCharsets.UTF_8)).startsWith("usage: ").contains("sealing");
  }

  @Test
  void everyAreaHasAWordOfItsOwn() {
    List<String> names = Areas.ALL.stream().map(Area::name).toList();
    assertThat(names).doesNotHaveDuplicates().allMatch(name -> name.matches("[a-z]+"));
    names.forEach(name -> assertThat(Areas.named(name)).isPresent());
  }

  @Test
  void aPartAloneIsMeasuredIfItIsAskedFor() {
    assertThat(new Report(new PrintStream(out), "streams").wants("streams")).isTrue();
    assertThat(new Report(new PrintStream(out), "streams").wants("messages")).isFalse();
    assertThat(new Report(new PrintStream(out), "").wants("messages")).isTrue();
  }

  @Property
  void everyLineHasFiveColumnsInEveryLocale(
      @ForAll @DoubleRange(min = -1e12, max = 1e12) double value,
      @ForAll @DoubleRange(min = 0.01, max = 1e12) double peer) {
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.GERMANY);
      Report report = new Report(new PrintStream(printed, true), "");
      report.compared("a name", value, "us", "a peer", peer);
      report.bounded("a name", value, "B", peer);
    } finally {
      Locale.setDefault(before);
    }
    List<String> lines = printed.toString(StandardCharsets.UTF_8).lines().toList();
    assertThat(lines).hasSize(2);
    for (String line : lines) {
      String[] columns = line.split("\t", -1);
      assertThat(columns).hasSize(5);
      assertThat(columns[1]).matches("-?\\d+(\\.\\d{3})?");
      assertThat(columns[4]).matches("-?\\d+(\\.\\d{3})?");
    }
  }
}
