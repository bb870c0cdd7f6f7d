package eu.sotto.retention.law;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import eu.sotto.retention.Claim;
import eu.sotto.retention.Disposition;
import eu.sotto.retention.EventName;
import eu.sotto.retention.Ground;
import eu.sotto.retention.Material;
import eu.sotto.retention.RecordFacts;
import eu.sotto.retention.RetentionClass;
import eu.sotto.retention.RetentionPolicy;
import eu.sotto.retention.RetentionRule;
import eu.sotto.retention.RuleId;
import eu.sotto.retention.RuleKind;
import eu.sotto.retention.Trigger;
import eu.sotto.retention.calendar.RetentionTerm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class LawPackTest {
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
  private static final RetentionClass VOUCHER = RetentionClass.ofDocuments("voucher");
  private static final RetentionTerm BACKSTOP = RetentionTerm.parse("P20Y");

  private static Instant noon(String day) {
    return LocalDate.parse(day).atTime(12, 0).atZone(BERLIN).toInstant();
  }

  private static RuleId key(String name) {
    return RuleId.of(name);
  }

  private static Statute statute(String name) {
    return LawPack.german().statute(key(name)).orElseThrow();
  }

  @Test
  void packHoldsEveryRowOfTheStatutes() throws IOException {
    Path file = Path.of(System.getProperty("sotto.shared", "absent"), "statutes.tsv");
    Assumptions.assumeTrue(Files.exists(file), "the shared statutes are absent: " + file);
    List<String> lines = Files.readAllLines(file);
    assertThat(lines).hasSize(33);
    for (String line : lines.subList(1, lines.size())) {
      String[] cells = line.split("\t", -1);
      Statute statute = statute(cells[0]);
      String kind = statute.duty().kind().map(RuleKind::name).orElse("CITATION");
      assertThat(kind + (statute.duty().absolute() ? " ABSOLUTE" : "")).isEqualTo(cells[5]);
      assertThat(statute.duty().term().map(RetentionTerm::toString).orElse("")).isEqualTo(cells[4]);
      assertThat(statute.duty().onRequest()).isEqualTo(cells[6].equals("off"));
      assertThat(statute.scope().from().map(LocalDate::toString).orElse("-")).isEqualTo(cells[7]);
      assertThat(statute.scope().through().map(LocalDate::toString).orElse("-"))
          .isEqualTo(cells[8]);
      assertThat(statute.source()).isEqualTo(cells[9]);
    }
    assertThat(LawPack.german().statutes()).hasSize(32);
  }

  @Test
  void everyStatuteSpeaksGermanAndEnglish() {
    Set<String> texts = new HashSet<>();
    for (Statute statute : LawPack.german().statutes()) {
      assertThat(texts.add(statute.text(Locale.GERMAN))).isTrue();
      assertThat(texts.add(statute.text(Locale.ENGLISH))).isTrue();
      assertThat(statute.text(Locale.FRENCH)).isEqualTo(statute.english());
      assertThat(statute.german()).endsWith(".");
      assertThat(statute.english()).endsWith(".");
    }
  }

  /** Dates worked out by hand from the words of each statute; at least two for each. */
  @Test
  void workedDatesOfEveryStatuteHold() throws IOException {
    Map<String, Integer> worked = new HashMap<>();
    try (var in = LawPackTest.class.getResourceAsStream("worked-dates.tsv")) {
      List<String> lines =
          new String(in.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8)
              .lines()
              .skip(1)
              .toList();
      for (String line : lines) {
        String[] cells = line.split("\t", -1);
        RetentionTerm term = statute(cells[0]).duty().term().orElseThrow();
        Instant event =
            cells[1].length() == 10
                ? LocalDate.parse(cells[1]).atTime(12, 0).atZone(BERLIN).toInstant()
                : Instant.parse(cells[1]);
        assertThat(term.end(event, BERLIN, eu.sotto.retention.calendar.GermanHolidays.nationwide()))
            .as("%s from %s: %s", cells[0], cells[1], cells[3])
            .hasToString(cells[2]);
        assertThat(cells[3]).isNotBlank();
        worked.merge(cells[0], 1, Integer::sum);
      }
    }
    for (Statute statute : LawPack.german().statutes()) {
      if (statute.duty().term().isPresent()) {
        assertThat(worked.get(statute.key().name())).as(statute.key().name()).isGreaterThan(1);
      }
    }
  }

  @Nested
  class BindingRules {
    @Test
    void ofUnknownStatutesAreRefused() {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> LawPack.german().bind(key("HGB258"), Binding.of(VOUCHER, BACKSTOP)))
          .withMessageContaining("HGB258");
    }

    @Test
    void citationsAreQuotedAndNotComputed() {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> LawPack.german().bind(key("AIACT5_1F"), Binding.of(VOUCHER, BACKSTOP)))
          .withMessageContaining("quoted");
      assertThatIllegalArgumentException()
          .isThrownBy(() -> LawPack.german().bind(key("GDPR33_2"), Binding.of(VOUCHER, BACKSTOP)))
          .withMessageContaining("no period");
    }

    @Test
    void statuteThatIsOffNeedsAReason() {
      RetentionClass taping = RetentionClass.ofCalls("order-call");
      Binding binding = Binding.of(taping, BACKSTOP).inSectors(Set.of(Sector.FINANCIAL));
      assertThatIllegalArgumentException()
          .isThrownBy(() -> LawPack.german().bind(key("WPHG83_TAPING"), binding))
          .withMessageContaining("reason");
      assertThat(
              LawPack.german().bind(key("WPHG83_TAPING"), binding.because("orders by telephone")))
          .hasSize(1);
    }

    @Test
    @Tag("R61")
    void callOrItsTranscriptIsNeverABusinessLetter() {
      assertThatIllegalArgumentException()
          .isThrownBy(
              () ->
                  LawPack.german()
                      .bind(
                          key("HGB257_LETTER_6Y"),
                          Binding.of(RetentionClass.ofCalls("transcript"), BACKSTOP)))
          .withMessageContaining("DOCUMENT");
      for (String duty : List.of("HGB257_BOOK_10Y", "AO147_VOUCHER_8Y", "USTG14B_INVOICE_8Y")) {
        assertThat(statute(duty).scope().material()).contains(Material.DOCUMENT);
      }
    }

    @Test
    void sectorDecidesWhichVoucherDutyHolds() {
      Binding bank = Binding.of(VOUCHER, BACKSTOP).inSectors(Set.of(Sector.FINANCIAL));
      Binding shop = Binding.of(VOUCHER, BACKSTOP);
      assertThat(LawPack.german().bind(key("AO147_VOUCHER_10Y_FINANCIAL"), bank)).hasSize(1);
      assertThat(LawPack.german().bind(key("AO147_VOUCHER_8Y"), shop)).hasSize(2);
      assertThatIllegalArgumentException()
          .isThrownBy(() -> LawPack.german().bind(key("AO147_VOUCHER_8Y"), bank));
      assertThatIllegalArgumentException()
          .isThrownBy(() -> LawPack.german().bind(key("AO147_VOUCHER_10Y_FINANCIAL"), shop));
    }

    @Test
    void registersOwnTriggerReplacesTheStatutesEvents() {
      Trigger own = Trigger.event(EventName.of("posted")).backstop(BACKSTOP);
      Binding binding = Binding.of(VOUCHER, BACKSTOP).startedBy(own);
      assertThat(LawPack.german().bind(key("USTG14B_INVOICE_8Y"), binding).get(0).trigger())
          .isEqualTo(own);
      RetentionRule usual =
          LawPack.german().bind(key("USTG14B_INVOICE_8Y"), Binding.of(VOUCHER, BACKSTOP)).get(0);
      assertThat(usual.trigger().events()).containsExactly(EventName.of("invoice-issued"));
      assertThat(usual.id()).isEqualTo(key("USTG14B_INVOICE_8Y/voucher"));
    }

    @Test
    void noKeyTwice() {
      Statute one = LawPack.german().statutes().get(0);
      assertThatIllegalArgumentException().isThrownBy(() -> LawPack.of(List.of(one, one)));
    }
  }

  @Nested
  class Transition {
    private final RetentionPolicy shop = policy("AO147_VOUCHER_8Y", Set.of());
    private final RetentionPolicy bank =
        policy("AO147_VOUCHER_10Y_FINANCIAL", Set.of(Sector.FINANCIAL));

    private RetentionPolicy policy(String key, Set<Sector> sectors) {
      return RetentionPolicy.of(
          LawPack.german().bind(key(key), Binding.of(VOUCHER, BACKSTOP).inSectors(sectors)),
          BERLIN);
    }

    private Disposition decide(RetentionPolicy policy, String created, String day) {
      RecordFacts facts =
          RecordFacts.of(VOUCHER, noon(created))
              .event(EventName.of("voucher-created"), noon(created))
              .build();
      return policy.decide(facts, List.of(), noon(day));
    }

    @Test
    void voucherWhoseOldPeriodWasOpenIsFreedAfterEightYears() {
      assertThat(decide(shop, "2015-06-30", "2024-12-31").isDue()).isFalse();
      assertThat(decide(shop, "2015-06-30", "2025-01-01").isDue()).isTrue();
      assertThat(decide(shop, "2017-06-30", "2025-12-31").isDue()).isFalse();
      assertThat(decide(shop, "2017-06-30", "2026-01-01").isDue()).isTrue();
    }

    @Test
    void voucherLivedByTheOldDutyUntilTheNewOneBegan() {
      assertThat(decide(shop, "2013-06-30", "2023-12-31").isDue()).isFalse();
      assertThat(decide(shop, "2013-06-30", "2024-01-03").isDue()).isTrue();
      assertThat(decide(shop, "2020-06-30", "2024-06-01").isDue()).isFalse();
      assertThat(decide(shop, "2020-06-30", "2028-12-31").isDue()).isFalse();
    }

    @Test
    void banksKeepVouchersForTenYearsWithoutAGap() {
      for (int year = 2025; year <= 2027; year++) {
        assertThat(decide(bank, "2017-06-30", year + "-12-31").isDue()).isFalse();
      }
      assertThat(decide(bank, "2017-06-30", "2028-01-01").isDue()).isTrue();
    }
  }

  @Test
  @Tag("R61")
  void recordsOwnYearCountsAndNotTheEndOfTheContract() {
    RetentionClass letter = RetentionClass.ofDocuments("letter");
    RetentionPolicy policy =
        RetentionPolicy.of(
            LawPack.german().bind(key("HGB257_LETTER_6Y"), Binding.of(letter, BACKSTOP)), BERLIN);
    RecordFacts facts =
        RecordFacts.of(letter, noon("2020-05-03"))
            .event(EventName.of("letter-sent"), noon("2020-05-03"))
            .event(EventName.of("contract-ended"), noon("2025-09-30"))
            .build();
    assertThat(policy.due(facts).orElseThrow().firstDeletionDay()).isEqualTo("2027-01-01");
  }

  @Test
  void openAssessmentPeriodHoldsTaxRecords() {
    List<RetentionRule> rules =
        new ArrayList<>(
            LawPack.german().bind(key("USTG14B_INVOICE_8Y"), Binding.of(VOUCHER, BACKSTOP)));
    rules.addAll(LawPack.german().bind(key("AO147_SUSPENSION"), Binding.of(VOUCHER, BACKSTOP)));
    RetentionPolicy policy = RetentionPolicy.of(rules, BERLIN);
    RecordFacts.Builder invoice =
        RecordFacts.of(VOUCHER, noon("2016-05-03"))
            .event(EventName.of("invoice-issued"), noon("2016-05-03"));
    assertThat(policy.decide(invoice.build(), List.of(), noon("2026-01-01")).because().ground())
        .isEqualTo(Ground.LEGAL_HOLD);
    invoice.event(EventName.of("assessment-period-closed"), noon("2026-03-01"));
    assertThat(policy.decide(invoice.build(), List.of(), noon("2026-02-28")).isDue()).isFalse();
    assertThat(policy.decide(invoice.build(), List.of(), noon("2026-03-01")).isDue()).isTrue();
  }

  @Test
  void proofOfAdvertisingConsentCountsFromItsLatestUse() {
    RetentionClass proof = RetentionClass.ofEvidence("proof");
    RetentionPolicy policy =
        RetentionPolicy.of(
            LawPack.german().bind(key("UWG7A_PROOF_5Y"), Binding.of(proof, BACKSTOP)), BERLIN);
    RecordFacts.Builder facts =
        RecordFacts.of(proof, noon("2022-01-10"))
            .event(EventName.of("consent-granted"), noon("2022-01-10"));
    assertThat(policy.due(facts.build()).orElseThrow().firstDeletionDay()).isEqualTo("2027-01-12");
    facts.event(EventName.of("consent-used"), noon("2023-03-01"));
    facts.event(EventName.of("consent-used"), noon("2022-05-01"));
    assertThat(policy.due(facts.build()).orElseThrow().firstDeletionDay()).isEqualTo("2028-03-02");
  }

  @Test
  void moneyLaunderingRecordsAreDestroyedAfterTenYearsEvenForAClaim() {
    RetentionClass identity = RetentionClass.ofData("identity");
    Binding binding =
        Binding.of(identity, BACKSTOP).inSectors(Set.of(Sector.FINANCIAL)).because("obliged");
    List<RetentionRule> rules = new ArrayList<>(LawPack.german().bind(key("GWG8_5Y"), binding));
    rules.addAll(LawPack.german().bind(key("GWG8_MAX_10Y"), binding));
    rules.addAll(LawPack.german().bind(key("BGB199_MAX_30Y"), binding.because("claim")));
    RetentionPolicy policy = RetentionPolicy.of(rules, BERLIN);
    RecordFacts facts =
        RecordFacts.of(identity, noon("2016-05-03"))
            .event(EventName.of("relation-ended"), noon("2016-05-03"))
            .event(EventName.of("act-committed"), noon("2016-05-03"))
            .claim(new Claim("file-1", key("BGB199_MAX_30Y/identity")))
            .build();
    assertThat(policy.decide(facts, List.of(), noon("2026-12-31")).isDue()).isFalse();
    assertThat(policy.decide(facts, List.of(), noon("2027-01-01")).isDue()).isTrue();
  }

  @Test
  void evidenceMayStayThreeYearsWithThePurposeOfProof() {
    RetentionClass proof = RetentionClass.ofEvidence("proof");
    RetentionRule rule =
        LawPack.german().bind(key("OWIG31_EVIDENCE_3Y"), Binding.of(proof, BACKSTOP)).get(0);
    assertThat(rule.kind()).isEqualTo(RuleKind.MAY_KEEP);
    assertThat(rule.justification().orElseThrow().purpose().name())
        .isEqualTo("proof-of-lawfulness");
    assertThat(rule.justification().orElseThrow().onlyForClaims()).isFalse();
  }
}
