package eu.sotto.examples.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What each source says, line by line, and the promises that show it: none goes unnoticed. */
class ParametersTest {
  private static final List<String> LINES =
      List.of(
          "controller",
          "authority",
          "purposes",
          "consents",
          "refusal",
          "forbidden",
          "data kept",
          "retention",
          "recipients",
          "notices",
          "rights",
          "roles and reviews",
          "must refuse");

  private static Map<String, List<String>> shownBy() {
    Map<String, List<String>> shown = new LinkedHashMap<>();
    shown.put(
        "S1",
        List.of(
            "assumptions",
            "assumptions",
            "offers sensitive decision no-door",
            "before-yes written-yes",
            "assumptions",
            "identifying audio us-host",
            "redacted-only",
            "retention erasure",
            "us-host",
            "label summary-label before-yes",
            "erasure principles challenge flag sensitive-told unforeseen-told",
            "reviews",
            "before-yes audio us-host"));
    shown.put(
        "S2",
        List.of(
            "controller",
            "assumptions",
            "three-consents other-purposes",
            "three-consents voice silence",
            "said-aloud",
            "other-purposes full-address",
            "full-address",
            "retention erasure",
            "disclosure",
            "told-first said-aloud reviews",
            "withdrawal human-review breach breach-late",
            "roles reviews",
            "disclose-on-recording early-key"));
    shown.put(
        "S3",
        List.of(
            "assumptions",
            "assumptions",
            "summary balancing contract-party do-not-contact disputed",
            "summary objection",
            "objection",
            "audio transcript",
            "nothing-verbatim do-not-contact",
            "retention contract-ended contract-runs do-not-contact erasure",
            "assumptions",
            "announcement written other-lines",
            "objection do-not-contact asked-for",
            "roles",
            "transcript outbound do-not-contact"));
    shown.put(
        "S4",
        List.of(
            "officer annex",
            "assumptions",
            "nothing-before units",
            "separate",
            "after-no",
            "training training-declared profiling model-maker outside-eu",
            "numbers asks-for-nothing volunteered",
            "three-months past-three-months wish-to-keep numbers",
            "sub-processor",
            "notice officer",
            "found not-identified erasure-by-name erasure withdrawal past-lawful",
            "units",
            "training after-no past-three-months"));
    shown.put(
        "S5",
        List.of(
            "web-notice deadline",
            "access deadline",
            "four-bases raw-analysis",
            "spoken-consent",
            "after-no",
            "disclosure emotions",
            "intake connection technical",
            "six-months sign-up documents technical connection anonymised",
            "processors no-contract third-country no-clauses synthesis synthesis-declared",
            "start web-notice",
            "access rectification erasure restriction portability transmission objection withdrawal"
                + " deadline callers-report",
            "roles assumptions",
            "raw-analysis synthesis after-no"));
    return shown;
  }

  @Test
  void everyLineOfEachSourceIsShownAndEveryPromiseBelongsToOne() {
    Map<String, List<String>> shown = shownBy();
    for (Scenario scenario : Scenario.all()) {
      List<String> lines = shown.get(scenario.id());
      assertThat(lines).as(scenario.id()).hasSameSizeAs(LINES);
      List<String> named =
          lines.stream().flatMap(line -> Arrays.stream(line.split(" "))).distinct().toList();
      assertThat(named)
          .as(scenario.id())
          .containsExactlyInAnyOrderElementsOf(
              scenario.promises().stream().map(Promise::key).toList());
    }
  }

  @Test
  void everySourcesRefusalsAreShownAsRefusals() {
    for (Scenario scenario : Scenario.all()) {
      String refusals = shownBy().get(scenario.id()).get(LINES.indexOf("must refuse"));
      assertThat(scenario.promises())
          .as(scenario.id())
          .filteredOn(promise -> List.of(refusals.split(" ")).contains(promise.key()))
          .hasSize(refusals.split(" ").length)
          .allMatch(promise -> promise.kind() == Promise.Kind.REFUSES);
    }
  }
}
