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
            Map.entry("assumptions", "10 assumptions"),
            Map.entry("controller", "register refused: $.controller.name"),
            Map.entry("told-first", "denied AI_NOT_DISCLOSED hotline"),
            Map.entry("three-consents", "each of [recording, analysis, disclosure] permitted"),
            Map.entry("voice", "event consent_answered"),
            Map.entry("early-key", "denied ANSWERED_BEFORE_QUESTION_ENDED recording"),
            Map.entry("silence", "denied CONSENT_NOT_ANSWERED recording"),
            Map.entry("said-aloud", "all 3 routes, another channel and the key to abort"),
            Map.entry("disclose-on-recording", "denied OPERATION_NOT_DECLARED disclose"),
            Map.entry("disclosure", "denied RECIPIENT_NOT_DECLARED stranger"),
            Map.entry("full-address", "[ADDRESS, BIRTH_DATE]; of 3 fields kept: order"),
            Map.entry("roles", "by quality-desk; one factor: AUTHENTICATION_TOO_WEAK"),
            Map.entry("other-purposes", "denied PURPOSE_NOT_DECLARED advertising"),
            Map.entry("withdrawal", "recording still permitted; event consent_withdrawn"),
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
            "erasure")
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
        .wrong("retention/call", "retention/calls", "assumptions")
        .everyRowCouldBeFalse();
  }
}
