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
            Map.entry(
                "balancing", "2027-10-01: denied: the balancing record is missing or out of date"),
            Map.entry("announcement", "denied: the AI disclosure has not been played to its end"),
            Map.entry("written", "[terms, ticket reply, email signature]"),
            Map.entry("other-lines", "denied: the line has no declared notice (second-hotline)"),
            Map.entry("outbound", "denied: the line has no declared notice (outbound)"),
            Map.entry(
                "do-not-contact", "denied: the person does not want to be contacted (call-out)"),
            Map.entry("objection", "denied: the person has objected (summary)"),
            Map.entry("audio", "denied: the register forbids this operation (record)"),
            Map.entry(
                "transcript",
                "not kept: content of this purpose exists in memory only and is never kept"),
            Map.entry("nothing-verbatim", "1 record: summary {aiGenerated=true"),
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
