package eu.sotto.examples.scenarios;

import eu.sotto.examples.scenarios.Promise.Kind;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A source system: what it promises, each promise shown in a store of its own.
 *
 * @param id S1 to S5
 * @param title what it is
 * @param promises its promises
 */
record Scenario(String id, String title, List<Promise> promises) {
  Scenario {
    promises = List.copyOf(promises);
  }

  /**
   * A row of the table.
   *
   * @param key the promise's key
   * @param kind whether something is kept to or refused
   * @param text the promise
   * @param shown whether it was shown
   * @param by what shows it, or what was found in its place
   */
  record Row(String key, Kind kind, String text, boolean shown, String by) {}

  static List<Scenario> all() {
    return List.of(
        Guidelines.scenario(),
        Guide.scenario(),
        Summaries.scenario(),
        RecordingAndVoicebot.scenario(),
        TelephoneAgent.scenario());
  }

  /** The name of its register file. */
  String register() {
    return id.toLowerCase(Locale.ROOT) + ".register.json";
  }

  /** Shows every promise under a register, each in a store of its own. */
  List<Row> run(String register) {
    List<Row> rows = new ArrayList<>();
    for (Promise promise : promises) {
      rows.add(row(promise, register));
    }
    return rows;
  }

  /** Shows one promise under a register. */
  static Row row(Promise promise, String register) {
    boolean shown = false;
    String by;
    try (Stage stage = Stage.of(register)) {
      by = promise.showing().on(stage);
      shown = true;
    } catch (NotShown e) {
      by = String.valueOf(e.getMessage());
    } catch (IOException | RuntimeException e) {
      // whatever goes wrong in the example or the library, the promise is not shown
      by = e.getClass().getSimpleName() + ": " + e.getMessage();
    }
    return new Row(promise.key(), promise.kind(), promise.text(), shown, by);
  }
}
