package eu.sotto.examples.scenarios;

import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("S3")
class SummariesTest {
  private Shown shown;

  @BeforeEach
  void scenario() throws IOException {
    shown = new Shown(Summaries.scenario());
  }

  @Test
  void everyPromiseIsShown() throws IOException {
    shown.rowByRow(
        Map.ofEntries(
            Map.entry("assumptions", "9 assumptions"),
            Map.entry("summary", "under GDPR Art. 6(1)(f), balancing current until 2027-10-01"),
            Map.entry("balancing", "2027-10-01: denied BASIS_NOT_CURRENT"),
            Map.entry("announcement", "denied AI_NOT_DISCLOSED"),
            Map.entry("written", "TERMS, TICKET_REPLY, EMAIL_SIGNATURE"),
            Map.entry("other-lines", "denied LINE_WITHOUT_NOTICE second-hotline"),
            Map.entry("outbound", "denied LINE_WITHOUT_NOTICE outbound"),
            Map.entry("do-not-contact", "denied DO_NOT_CONTACT call-out"),
            Map.entry("objection", "denied OBJECTED summary"),
            Map.entry("audio", "denied OPERATION_FORBIDDEN record"),
            Map.entry("transcript", "not kept TRANSIENT_ONLY"),
            Map.entry("nothing-verbatim", "1 record: SUMMARY {aiGenerated=true"),
            Map.entry("retention", "swept on 2027-05-24"),
            Map.entry("erasure", "verifies without the store")));
  }

  @Test
  void eachPromiseFailsUnderSomeWrongRegister() throws IOException {
    shown
        .wrong(
            "\"ai\": true, \"notices\": [\"announcement\"]",
            "\"ai\": true, \"notices\": []",
            "summary",
            "balancing",
            "announcement",
            "other-lines",
            "transcript",
            "nothing-verbatim",
            "objection",
            "retention",
            "erasure")
        .wrong(
            "\"outbound\", \"ai\": false, \"notices\": []",
            "\"outbound\", \"ai\": false, \"notices\": [\"announcement\"]",
            "other-lines",
            "outbound",
            "do-not-contact")
        .wrong("\"forbidden\": [\"record\"]", "\"forbidden\": []", "audio")
        .wrong(
            "\"transientOnly\": true",
            "\"retentionClass\": \"summary\"",
            "assumptions",
            "transcript",
            "nothing-verbatim")
        .wrong("\"term\": \"P6M\"", "\"term\": \"P1Y\"", "retention")
        .wrong("\"notices\": [\"written\"]", "\"notices\": []", "written")
        .wrong("retention/summary", "retention/nothing", "assumptions")
        .everyRowCouldBeFalse();
  }
}
