package eu.sotto.examples.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

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
            Map.entry("assumptions", "10 assumptions"),
            Map.entry("summary", "under GDPR Art. 6(1)(f), balancing current until 2027-10-01"),
            Map.entry(
                "balancing", "2027-10-01: denied: the balancing record is missing or out of date"),
            Map.entry("announcement", "denied: the AI disclosure has not been played to its end"),
            Map.entry("written", "[terms, ticket reply, email signature]"),
            Map.entry("other-lines", "denied: the line has no declared notice (second-hotline)"),
            Map.entry("outbound", "denied: the line has no declared notice (outbound)"),
            Map.entry(
                "do-not-contact", "denied: the person does not want to be contacted (call-out)"),
            Map.entry(
                "contract-party",
                "contract-history: GDPR Art. 6(1)(b), history-of-others: GDPR Art. 6(1)(f)"),
            Map.entry("contract-ended", "event event stated"),
            Map.entry("contract-runs", "swept on 2036-11-24"),
            Map.entry("roles", "by contract-desk; with one factor"),
            Map.entry("disputed", "the balancing record is missing or out of date (listen)"),
            Map.entry("asked-for", "asked for: permitted, and no other call"),
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
  @Tag("R05")
  void aWrittenNoticeIsRecordedWithItsChannelAndIsNotHeardInTheCall() throws IOException {
    assertThat(shown.row("written"))
        .contains("handed over: event notice handed over", "heard in the call it is not: denied:");
  }

  @Test
  @Tag("R08")
  void aLineWithoutNoticesOfItsOwnGetsNoPermitInEitherDirection() throws IOException {
    assertThat(shown.row("other-lines")).contains("(second-hotline)", "(outbound)");
    assertThat(shown.row("outbound")).contains("denied:", "with a notice declared: permitted");
  }

  @Test
  @Tag("R25")
  void onlyTheSummaryIsKeptAndNothingOfItIsVerbatim() throws IOException {
    assertThat(shown.row("transcript")).contains("exists in memory only and is never kept");
    assertThat(shown.row("nothing-verbatim")).contains("1 record: summary {aiGenerated=true");
  }

  @Test
  @Tag("R37")
  void withoutACurrentRecordOfTheWeighingNothingIsPermitted() throws IOException {
    assertThat(shown.row("summary")).contains("balancing current until 2027-10-01");
    assertThat(shown.row("balancing")).contains("2027-10-01: denied:");
    assertThat(shown.row("disputed")).contains("its record taken out: denied:");
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
            "written",
            "other-lines",
            "transcript",
            "nothing-verbatim",
            "objection",
            "retention",
            "erasure",
            "disputed",
            "contract-party",
            "contract-ended",
            "contract-runs",
            "roles")
        .wrong(
            "\"outbound\", \"ai\": false, \"notices\": []",
            "\"outbound\", \"ai\": false, \"notices\": [\"announcement\"]",
            "other-lines",
            "outbound",
            "do-not-contact",
            "asked-for")
        .wrong("P3Y;YE", "P4Y;YE", "contract-ended")
        .wrong("\"backstop\": \"P10Y\"", "\"backstop\": \"P12Y\"", "contract-runs")
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
