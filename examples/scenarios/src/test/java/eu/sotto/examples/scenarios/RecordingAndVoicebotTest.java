package eu.sotto.examples.scenarios;

import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("S4")
class RecordingAndVoicebotTest {
  private Shown shown;

  @BeforeEach
  void scenario() throws IOException {
    shown = new Shown(RecordingAndVoicebot.scenario());
  }

  @Test
  void everyPromiseIsShown() throws IOException {
    shown.rowByRow(
        Map.ofEntries(
            Map.entry("assumptions", "9 assumptions"),
            Map.entry("nothing-before", "denied CONSENT_NOT_ASKED recording"),
            Map.entry(
                "separate",
                "denied CONSENT_REFUSED voicebot [GDPR Art. 6(1)(a)]; denied CONSENT_REFUSED"
                    + " recording"),
            Map.entry("after-no", "denied CONSENT_REFUSED recording"),
            Map.entry("three-months", "swept on 2027-02-24"),
            Map.entry("past-three-months", "not kept RETENTION_OVER"),
            Map.entry(
                "wish-to-keep", "beside a wish to keep for a year: still there on 2027-02-23"),
            Map.entry("training", "denied OPERATION_FORBIDDEN train"),
            Map.entry("training-declared", "register refused: $.purposes[1].operations: train"),
            Map.entry("profiling", "denied OPERATION_FORBIDDEN profile"),
            Map.entry("model-maker", "denied RECIPIENT_FORBIDDEN model-maker"),
            Map.entry("outside-eu", "denied TRANSFER_FORBIDDEN language-model"),
            Map.entry("withdrawal", "1 recording erased, event consent_withdrawn"),
            Map.entry("past-lawful", "GIVEN, proven by"),
            Map.entry("erasure", "verifies without the store"),
            Map.entry("asks-for-nothing", "[PERSON, PHONE]"),
            Map.entry("units", "by training-unit; one factor: AUTHENTICATION_TOO_WEAK"),
            Map.entry("annex", "register refused: $.recipients[0].role"),
            Map.entry("officer", "register refused: $.notices[0].fullText")));
  }

  @Test
  void eachPromiseFailsUnderSomeWrongRegister() throws IOException {
    shown
        .wrong(
            "\"forbidden\": [\"train\", \"decide\", \"infer-emotion\", \"profile\", ",
            "\"forbidden\": [",
            "training",
            "training-declared",
            "profiling")
        .wrong(
            "\"keys\": { \"1\": \"given\", \"2\": \"refused\" }",
            "\"keys\": { \"2\": \"given\", \"1\": \"refused\" }",
            "nothing-before",
            "separate",
            "after-no",
            "three-months",
            "past-three-months",
            "wish-to-keep",
            "training",
            "model-maker",
            "outside-eu",
            "withdrawal",
            "past-lawful",
            "units",
            "erasure")
        .wrong(
            "\"term\": \"P3M\"",
            "\"term\": \"P4M\"",
            "three-months",
            "past-three-months",
            "wish-to-keep")
        .wrong("\"onlyInEea\": true", "\"onlyInEea\": false", "outside-eu")
        .wrong("\"forbiddenRecipients\": [\"model-maker\"],", "", "model-maker")
        .wrong(
            "\"redact\": false",
            "\"redact\": false, \"onWithdrawal\": \"keep-until-due\", \"keptOn\": \"claims\"",
            "withdrawal")
        .wrong("Sprachassistent, Berlin", "Sprachassistent, Potsdam", "annex")
        .wrong(
            "\"dataProtectionOfficer\": {\n"
                + "    \"name\": \"Externe Datenschutzbeauftragte oder externer"
                + " Datenschutzbeauftragter\",\n"
                + "    \"contact\": \"dsb@unternehmen.example\"\n"
                + "  },",
            "",
            "officer")
        .wrong(
            "\"intake\": { \"callMetadata\": \"metadata\" }",
            "\"intake\": { \"callMetadata\": \"metadata\", \"fields\": [{ \"purpose\": \"voicebot\","
                + " \"name\": \"name\", \"category\": \"contact\", \"type\": \"person\" }] }",
            "asks-for-nothing")
        .wrong("recipients/model-maker/country", "recipients/model-maker/land", "assumptions")
        .everyRowCouldBeFalse();
  }
}
