package eu.sotto.examples.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("S5")
class TelephoneAgentTest {
  private Shown shown;

  @BeforeEach
  void scenario() throws IOException {
    shown = new Shown(TelephoneAgent.scenario());
  }

  @Test
  void everyPromiseIsShown() throws IOException {
    shown.rowByRow(
        Map.ofEntries(
            Map.entry("assumptions", "14 assumptions"),
            Map.entry("start", "denied: the AI disclosure has not been played to its end (agent)"),
            Map.entry("web-notice", "version 2024-04-08 at https://agent.example/datenschutz"),
            Map.entry("four-bases", "summarise for statutory-keeping: GDPR Art. 6(1)(c)"),
            Map.entry("spoken-consent", "denied: the answer was not unambiguous (recording)"),
            Map.entry("after-no", "denied: consent was refused (recording)"),
            Map.entry(
                "raw-analysis", "not opened: the content is not redacted, as the permit demands"),
            Map.entry("emotions", "denied: the register forbids this operation (decide)"),
            Map.entry(
                "disclosure",
                "8 purposes: denied: the purpose does not declare this operation (disclose)"),
            Map.entry("withdrawal", "the enquiry's stays; event consent withdrawn"),
            Map.entry("access", "2 records and a copy of each; event access answered"),
            Map.entry("erasure", "verifies without the store"),
            Map.entry("processors", "[telephony-ai, language-model, speech-synthesis, hosting]"),
            Map.entry(
                "no-contract", "denied: the recipient has no data-processing contract (hosting)"),
            Map.entry("third-country", "language-model SCC of 2024-04-08 [GDPR Art. 46(2)(c)]"),
            Map.entry(
                "no-clauses",
                "denied: the transfer to a third country has no mechanism with evidence and date (telephony-ai)"),
            Map.entry(
                "synthesis",
                "denied: the country in which the recipient processes the data is not stated (speech-synthesis)"),
            Map.entry("synthesis-declared", "permitted"),
            Map.entry("objection", "denied: the person has objected (service-analysis)"),
            Map.entry("restriction", "not lifted before the caller was told of it"),
            Map.entry("roles", "trained more than a year ago: not opened: the training"),
            Map.entry("anonymised", "what stays belongs to nobody:"),
            Map.entry("intake", "of 6 fields 5 are kept, event intake sifted"),
            Map.entry("portability", "with what [enquiry, recording] keep, not the analysis"),
            Map.entry("transmission", "event data ported"),
            Map.entry("rectification", "event record rectified"),
            Map.entry("deadline", "received 2026-11-23, due 2026-12-23"),
            Map.entry("callers-report", "1 call affected, for [recording]"),
            Map.entry("connection", "swept on 2027-02-24; what was said stays its own six months"),
            Map.entry("six-months", "swept on 2027-05-24"),
            Map.entry(
                "sign-up",
                "last contact 2027-03-01: still there on 2030-03-01, swept on 2030-03-02"),
            Map.entry("documents", "business-letter of 2026: goes from 2033-01-01"),
            Map.entry("technical", "still there on 2027-02-23, swept on 2027-02-24")));
  }

  @Test
  @Tag("R61")
  void documentsStayTheirStatutesYearsAndCallsTheirSixMonths() throws IOException {
    assertThat(shown.row("documents"))
        .contains("business-letter of 2026: goes from 2033-01-01")
        .contains("voucher of 2026: goes from 2035-01-03")
        .contains("the end of the contract in 2030 moves neither");
    assertThat(shown.row("six-months")).contains("swept on 2027-05-24");
  }

  @Test
  @Tag("R27")
  void nothingRawIsAnalysedUnderLegitimateInterestsAndWhoObjectedIsLeftOut() throws IOException {
    assertThat(shown.row("raw-analysis"))
        .contains("not opened: the content is not redacted")
        .contains("meine Nummer ist [PHONE]");
    assertThat(shown.row("objection")).contains("the person has objected (service-analysis)");
  }

  @Test
  @Tag("R30")
  void nothingGoesToAThirdCountryWithoutItsMechanismNorToAnUnknownOne() throws IOException {
    assertThat(shown.row("third-country")).contains("SCC of 2024-04-08", "permitted");
    assertThat(shown.row("no-clauses"))
        .contains("the transfer to a third country has no mechanism with evidence and date");
    assertThat(shown.row("synthesis"))
        .contains("warning $.recipients[5]", "denied:", "(speech-synthesis)");
  }

  @Test
  @Tag("R21")
  void eachPurposeIsPermittedOnItsOwnLegalBasis() throws IOException {
    assertThat(shown.row("four-bases")).contains("6(1)(a)", "6(1)(b)", "6(1)(c)", "6(1)(f)");
  }

  @Test
  @Tag("R29")
  void aProcessorWithoutAContractReceivesNothing() throws IOException {
    assertThat(shown.row("processors")).contains("hosting permitted");
    assertThat(shown.row("no-contract"))
        .contains("denied: the recipient has no data-processing contract (hosting)");
  }

  @Test
  void eachPromiseFailsUnderSomeWrongRegister() throws IOException {
    shown
        .wrong(
            "\"legalBasis\": \"contract\"",
            "\"legalBasis\": \"legitimate-interests\"",
            "start",
            "four-bases",
            "after-no",
            "withdrawal",
            "access",
            "erasure",
            "processors",
            "no-contract",
            "third-country",
            "no-clauses",
            "synthesis",
            "synthesis-declared",
            "objection",
            "restriction",
            "rectification",
            "portability",
            "transmission",
            "connection",
            "roles",
            "anonymised")
        .wrong(
            "\"givenPhrases\": [\"ja\", \"ja gerne\", \"einverstanden\", \"ich bin einverstanden\"]",
            "\"givenPhrases\": [\"nur zu\"]",
            "four-bases",
            "raw-analysis",
            "spoken-consent",
            "after-no",
            "withdrawal",
            "access",
            "erasure",
            "six-months",
            "portability",
            "transmission",
            "callers-report")
        .wrong(
            "\"2024-04-08\",\n      \"language\"",
            "\"2024-04-09\",\n      \"language\"",
            "web-notice")
        .wrong("[\"infer-emotion\", \"decide\", ", "[", "emotions")
        .wrong(
            "[\"record\", \"transcribe\"]",
            "[\"record\", \"transcribe\", \"disclose\"]",
            "disclosure")
        .wrong(
            "\"operations\": [\"train\"],",
            "\"operations\": [\"train\"], \"redact\": false,",
            "raw-analysis")
        .wrong(
            "\"redact\": false",
            "\"redact\": false, \"onWithdrawal\": \"keep-until-due\", \"keptOn\": \"claims\"",
            "withdrawal")
        .wrong("Nordrhein-Westfalen, Düsseldorf", "Nordrhein-Westfalen", "access", "deadline")
        .wrong("\"name\": \"email\"", "\"name\": \"mail\"", "intake")
        .wrong("\"mechanism\": \"scc\"", "\"mechanism\": \"bcr\"", "third-country", "no-clauses")
        .wrong(
            "\"name\": \"Anbieter der Sprachausgabe\",",
            "\"name\": \"Anbieter der Sprachausgabe\", \"country\": \"FR\",",
            "synthesis",
            "synthesis-declared")
        .wrong(
            "\"purposes\": [\"enquiry\"], \"tasks\"",
            "\"purposes\": [\"recording\"], \"tasks\"",
            "roles")
        .wrong("\"term\": \"P6M\"", "\"term\": \"P1Y\"", "six-months", "anonymised")
        .wrong("\"term\": \"P3Y\"", "\"term\": \"P5Y\"", "sign-up")
        .wrong("\"term\": \"P8Y;YE\"", "\"term\": \"P10Y;YE\"", "documents")
        .wrong("\"term\": \"P3M\"", "\"term\": \"P6M\"", "technical", "connection")
        .wrong("retention/voucher", "retention/vouchers", "assumptions")
        .everyRowCouldBeFalse();
  }
}
