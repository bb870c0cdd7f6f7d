package eu.sotto.examples.scenarios;

import eu.sotto.register.Assumption;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Shows that a register marks what it says without a source. Stateless. */
final class Assumed {
  private Assumed() {}

  static Promise promise(int least) {
    return Promise.keeps(
        "assumptions",
        "What has no source is marked as an assumption",
        stage -> shown(stage, least));
  }

  private static String shown(Stage stage, int least) {
    List<Assumption> assumptions = stage.register().assumptions();
    Checks.must(assumptions.size() >= least, assumptions.size() + " of " + least + " are marked");
    JsonNode document = JsonMapper.shared().readTree(stage.document());
    for (Assumption assumption : assumptions) {
      Checks.must(
          !find(document, assumption.field()).isMissingNode(),
          "an assumption about nothing: " + assumption.field());
    }
    return assumptions.size() + " assumptions, each about a field of the register";
  }

  private static JsonNode find(JsonNode document, String field) {
    JsonNode found = document;
    for (String name : field.split("/", -1)) {
      found = found.isArray() ? element(found, name) : found.path(name);
    }
    return found;
  }

  private static JsonNode element(JsonNode list, String name) {
    for (JsonNode element : list) {
      if (element.path("id").asString("").equals(name)
          || element.path("class").asString("").equals(name)
          || element.path("purpose").asString("").equals(name)
          || element.path("name").asString("").equals(name)
          || element.asString("").equals(name)) {
        return element;
      }
    }
    return list.path("none");
  }
}
