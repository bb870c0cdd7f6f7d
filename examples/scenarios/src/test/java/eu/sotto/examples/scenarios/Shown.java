package eu.sotto.examples.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import eu.sotto.examples.scenarios.Scenario.Row;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Runs a scenario as the example does, under its own register or under wrong ones. */
final class Shown {
  private final Scenario scenario;
  private final String register;
  private final Set<String> failed = new TreeSet<>();

  Shown(Scenario scenario) throws IOException {
    this.scenario = scenario;
    this.register = Scenarios.builtIn(scenario.register());
  }

  /** Asserts each row: what shows it holds what is expected here, apart from the example. */
  void rowByRow(Map<String, String> expected) throws IOException {
    Map<String, String> found = new LinkedHashMap<>();
    for (Row row : scenario.run(register)) {
      assertThat(row.shown()).as("%s: %s", row.key(), row.by()).isTrue();
      found.put(row.key(), row.by());
    }
    assertThat(found.keySet()).containsExactlyInAnyOrderElementsOf(expected.keySet());
    expected.forEach((key, by) -> assertThat(found.get(key)).as(key).contains(by));
  }

  /** What shows a promise, alone. */
  String row(String key) throws IOException {
    Row row =
        scenario.promises().stream()
            .filter(promise -> promise.key().equals(key))
            .map(promise -> Scenario.row(promise, register))
            .findFirst()
            .orElseThrow();
    assertThat(row.shown()).as("%s: %s", key, row.by()).isTrue();
    return row.by();
  }

  /** Asserts which rows fail when a text of the register is replaced; it still loads. */
  Shown wrong(String original, String replacement, String... rows) throws IOException {
    String document = register.replace(original, replacement);
    assertThat(document).as(original).isNotEqualTo(register);
    Stage.read(document);
    List<String> notShown = new ArrayList<>();
    for (Row row : scenario.run(document)) {
      if (!row.shown()) {
        notShown.add(row.key());
      }
    }
    assertThat(notShown).as("%s -> %s", original, replacement).containsExactlyInAnyOrder(rows);
    failed.addAll(notShown);
    return this;
  }

  /** Asserts that each row failed under some wrong register: none of them is true of itself. */
  void everyRowCouldBeFalse() {
    assertThat(failed)
        .containsExactlyInAnyOrderElementsOf(
            scenario.promises().stream().map(Promise::key).toList());
  }
}
