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
            Map.entry("assumptions", "10 assumptions"),
            Map.entry("nothing-before", "denied: consent has not been asked for (recording)"),
            Map.entry(
                "separate",
                "denied: consent was refused (voicebot) [GDPR Art. 6(1)(a)]; denied: consent was refused"
                    + " (recording)"),
            Map.entry("after-no", "denied: consent was refused (recording)"),
            Map.entry("three-months", "swept on 2027-02-24"),
            Map.entry("past-three-months", "not kept: the retention period of this call is over"),
            Map.entry(
                "wish-to-keep", "beside a wish to keep for a year: still there on 2027-02-23"),
            Map.entry("training", "denied: the register forbids this operation (train)"),
            Map.entry("training-declared", "register refused: $.purposes[1].operations: train"),
            Map.entry("profiling", "denied: the register forbids this operation (profile)"),
            Map.entry("model-maker", "denied: the register forbids this recipient (model-maker)"),
            Map.entry(
                "outside-eu",
                "denied: the data must stay in the European Economic Area (language-model)"),
            Map.entry("withdrawal", "1 recording erased, event consent withdrawn"),
            Map.entry("past-lawful", "given, as 4 entries prove; now: withdrawn"),
            Map.entry("erasure", "verifies without the store"),
            Map.entry("asks-for-nothing", ": person, phone"),
            Map.entry(
                "units",
                "by training-unit; with one factor: not opened: the role demands a stronger authentication"),
            Map.entry(
                "notice", "11 parts in text or full text; a complaint left out: register refused"),
            Map.entry("numbers", "swept on 2027-02-24"),
            Map.entry("volunteered", "schreiben Sie an [EMAIL]; the caller is still found"),
            Map.entry("sub-processor", "the recipient is not declared for this purpose"),
            Map.entry("found", "by name and date of birth: 1 person; by another date: nobody"),
            Map.entry("not-identified", "nobody has made sure who asks"),
            Map.entry("erasure-by-name", "4 records erased with 1 receipt"),
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
            "erasure",
            "volunteered",
            "sub-processor",
            "found",
            "not-identified",
            "erasure-by-name")
        .wrong(
            "\"term\": \"P3M\"",
            "\"term\": \"P4M\"",
            "three-months",
            "past-three-months",
            "wish-to-keep",
            "numbers")
        .wrong("kein Profil wird gebildet", "ein Profil wird gebildet", "notice")
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
        .wrong(
            "\"worksFor\": \"telephone-system\",", "", "model-maker", "outside-eu", "sub-processor")
        .wrong("recipients/model-maker/country", "recipients/model-maker/land", "assumptions")
        .everyRowCouldBeFalse();
  }
}
