package eu.sotto.examples.scenarios;

import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("S2")
class GuideTest {
  private Shown shown;

  @BeforeEach
  void scenario() throws IOException {
    shown = new Shown(Guide.scenario());
  }

  @Test
  void everyPromiseIsShown() throws IOException {
    shown.rowByRow(
        Map.ofEntries(
            Map.entry("assumptions", "12 assumptions"),
            Map.entry("controller", "register refused: $.controller.name"),
            Map.entry(
                "told-first", "denied: the AI disclosure has not been played to its end (hotline)"),
            Map.entry("three-consents", "each of [recording, analysis, disclosure] permitted"),
            Map.entry("voice", "event consent answered"),
            Map.entry(
                "early-key",
                "denied: the answer came before the question was heard to its end (recording)"),
            Map.entry(
                "silence",
                "denied: the question has not been answered by an affirmative act (recording)"),
            Map.entry("said-aloud", "all 3 routes, another channel and the key to abort"),
            Map.entry(
                "disclose-on-recording",
                "denied: the purpose does not declare this operation (disclose)"),
            Map.entry(
                "disclosure", "denied: the recipient is not declared for this purpose (stranger)"),
            Map.entry("full-address", "address, birth date; of 3 fields kept: order"),
            Map.entry(
                "roles",
                "by quality-desk; with one factor: not opened: the role demands a stronger authentication"),
            Map.entry(
                "other-purposes",
                "denied: the purpose is not declared in the register (advertising)"),
            Map.entry("withdrawal", "recording still permitted; event consent withdrawn"),
            Map.entry("human-review", "seen and changed by review-desk: event review resolved"),
            Map.entry(
                "breach",
                "authority by 2026-11-27T09:02:28Z (Art. 33), persons by 2026-11-26T09:02:28Z"),
            Map.entry(
                "breach-late", "[GDPR Art. 33(1), GDPR Art. 34(1)]; without a reason: a late"),
            Map.entry("reviews", "security due 2027-10-01, then overdue"),
            Map.entry("retention", "swept on 2026-12-24"),
            Map.entry("erasure", "verifies without the store")));
  }

  @Test
  void eachPromiseFailsUnderSomeWrongRegister() throws IOException {
    shown
        .wrong(
            "\"keys\": { \"1\": \"given\", \"2\": \"refused\" }",
            "\"keys\": { \"2\": \"given\", \"1\": \"refused\" }",
            "told-first",
            "three-consents",
            "early-key",
            "silence",
            "said-aloud",
            "disclose-on-recording",
            "disclosure",
            "full-address",
            "roles",
            "other-purposes",
            "withdrawal",
            "retention",
            "erasure",
            "human-review",
            "breach")
        .wrong(
            "[\"record\", \"transcribe\"]",
            "[\"record\", \"transcribe\", \"disclose\"]",
            "disclose-on-recording")
        .wrong("[\"ja\", \"einverstanden\"]", "[\"nur zu\"]", "voice")
        .wrong("mit der 9 abbrechen", "mit der 9 beenden", "said-aloud")
        .wrong(
            "\"recipients\": [\"partner\"]",
            "\"recipients\": [\"partner\", \"stranger\"]",
            "disclosure")
        .wrong(
            "\"tasks\": [\"open-recording\"], \"authentication\": \"two-factors\"",
            "\"tasks\": [\"open-recording\"], \"authentication\": \"one-factor\"",
            "roles")
        .wrong(
            "\"name\": \"order\", \"category\": \"conversation\", \"type\": \"booking-code\"",
            "\"name\": \"address\", \"category\": \"conversation\", \"type\": \"address\"",
            "full-address",
            "assumptions")
        .wrong("\"term\": \"P30D\"", "\"term\": \"P60D\"", "retention")
        .wrong(
            "\"name\": \"Unternehmen, das den Leitfaden anwendet\",",
            "\"name\": \"Anbieter, der den Leitfaden anwendet\",",
            "controller")
        .wrong(
            "\"reviewers\": [\"review-desk\"]",
            "\"reviewers\": [\"data-protection\"]",
            "human-review")
        .wrong(
            "\"personsWithin\": \"PT48H\"", "\"personsWithin\": \"PT72H\"", "breach", "breach-late")
        .wrong("\"interval\": \"P1Y\"", "\"interval\": \"P2Y\"", "reviews")
        .wrong("retention/call", "retention/calls", "assumptions")
        .everyRowCouldBeFalse();
  }
}
