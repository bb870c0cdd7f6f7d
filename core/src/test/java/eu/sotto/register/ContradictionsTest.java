package eu.sotto.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import eu.sotto.notice.Notice;
import eu.sotto.notice.NoticePart;
import eu.sotto.permit.Operation;
import eu.sotto.retention.EventName;
import eu.sotto.retention.Justification;
import eu.sotto.retention.PurposeName;
import eu.sotto.retention.RetentionClass;
import eu.sotto.retention.RetentionRule;
import eu.sotto.retention.Trigger;
import eu.sotto.retention.calendar.RetentionTerm;
import eu.sotto.vocabulary.NoticeId;
import eu.sotto.vocabulary.PurposeId;
import eu.sotto.vocabulary.RecipientId;
import java.time.LocalDate;
import java.time.Period;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class ContradictionsTest {
  private static final Ground CONTRACT = Ground.of(LegalBasis.CONTRACT);

  private static void refused(RegisterBuilder builder, String... problems) {
    RegisterException e = catchThrowableOfType(RegisterException.class, builder::build);
    assertThat(e).isNotNull();
    assertThat(e.problems()).extracting(Problem::toString).containsExactly(problems);
  }

  @Test
  void aSoundRegisterIsBuilt() {
    Register register = Parts.recording().build();
    assertThat(register.warnings()).isEmpty();
    assertThat(register.purposes()).containsExactly(Parts.quality());
  }

  @Nested
  class Organisations {
    @Test
    @Tag("R74")
    @Tag("R76")
    void aControllerAndAnAuthorityMustBeDeclared() {
      refused(
          Register.builder(),
          "$.controller: missing",
          "$.supervisoryAuthority: missing (GDPR Art. 77)");
      assertThatIllegalArgumentException()
          .isThrownBy(() -> new Controller("Practice", "1 Square", " "));
    }

    @Test
    @Tag("R32")
    void rolesMustNotContradictEachOther() {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> new Responsibility(PurposeRole.JOINT_CONTROLLER, null))
          .withMessageContaining("Art. 26");
      assertThatIllegalArgumentException()
          .isThrownBy(() -> new Responsibility(PurposeRole.PROCESSOR, null));
      assertThatIllegalArgumentException()
          .isThrownBy(() -> new Responsibility(PurposeRole.CONTROLLER, "another"));
      refused(
          Parts.recording()
              .recipient(
                  new Recipient(
                      Parts.HOST,
                      "Practice",
                      RecipientRole.PROCESSOR,
                      Recipient.Place.in(Country.of("DE")),
                      "contract")),
          "$.recipients[0].role: the controller cannot be its own recipient");
      refused(
          Parts.recording()
              .purpose(
                  new Purpose(
                      PurposeId.of("service"),
                      new Responsibility(PurposeRole.PROCESSOR, "Practice"),
                      CONTRACT,
                      Parts.scope(),
                      Keeping.TRANSIENT)),
          "$.purposes[1].role: the controller cannot be its own processor or joint controller");
    }
  }

  @Nested
  class References {
    @Test
    void whatIsNotDeclaredCannotBeNamed() {
      refused(
          Parts.recording()
              .line(Parts.line("second", false, NoticeId.of("other")))
              .purpose(
                  Parts.purpose(
                      "service",
                      CONTRACT,
                      new Scope(Set.of(), Set.of(), Set.of(RecipientId.of("nobody"))))),
          "$.lines[1].notices[0]: unknown notice other",
          "$.purposes[1].recipients: unknown recipient nobody");
    }

    @Test
    void nothingIsDeclaredTwice() {
      refused(
          Parts.recording()
              .line(Parts.line("main", true, Parts.WELCOME))
              .purpose(Parts.quality())
              .recipient(Parts.recipient(RecipientRole.INTERNAL, place("DE")))
              .recipient(Parts.recipient(RecipientRole.INTERNAL, place("AT")))
              .notice(Parts.welcome("1.0", Locale.GERMAN)),
          "$.lines[1]: declared twice",
          "$.purposes[1]: declared twice",
          "$.recipients[1]: declared twice",
          "$.notices[1]: this version is declared twice in this language");
    }

    private Recipient.Place place(String country) {
      return Recipient.Place.in(Country.of(country));
    }
  }

  @Nested
  class Purposes {
    @Test
    @Tag("R20")
    void aConsentThatNobodyAsksForIsRefused() {
      refused(
          Parts.recording()
              .purpose(
                  Parts.purpose(
                      "survey",
                      Ground.consent(Validity.untilWithdrawn(LocalDate.of(2027, 1, 1))),
                      Parts.scope(Operation.ANALYSE))),
          "$.purposes[1].legalBasis: consent, but no notice asks for it");
    }

    @Test
    @Tag("R21")
    void consentIsNotAskedForAnotherLegalBasis() {
      refused(
          Parts.bare()
              .line(Parts.line("main", true, Parts.WELCOME))
              .notice(Parts.welcome("1", Locale.GERMAN))
              .purpose(Parts.purpose("quality", CONTRACT, Parts.scope()))
              .retentionRule(Parts.threeMonths()),
          "$.notices[0].questions: asks consent for quality, whose legal basis is not consent");
      refused(
          Parts.bare().notice(Parts.welcome("1", Locale.GERMAN)),
          "$.notices[0].questions: unknown purpose quality");
    }

    @Test
    void nothingIsRecordedWithoutANoticeThatSaysSo() {
      Set<NoticePart> silent = EnumSet.complementOf(EnumSet.of(NoticePart.RECORDING));
      Notice notice = Parts.notice("1", Locale.GERMAN, silent, Parts.question(Parts.QUALITY));
      refused(
          Parts.bare()
              .line(Parts.line("main", true, Parts.WELCOME))
              .notice(notice)
              .purpose(Parts.quality())
              .retentionRule(Parts.threeMonths()),
          "$.purposes[0].operations: record, but no notice on any line announces recording");
    }

    @Test
    void aForbiddenOperationIsNoPurposes() {
      refused(
          Parts.recording().forbid(Operation.RECORD),
          "$.purposes[0].operations: record is forbidden by this register");
    }

    @Test
    @Tag("R16")
    void aConsentHasAValidityAndNothingElseDoes() {
      assertThatIllegalArgumentException().isThrownBy(() -> Ground.of(LegalBasis.CONSENT));
      assertThatIllegalArgumentException()
          .isThrownBy(
              () ->
                  new Ground(LegalBasis.CONTRACT, null, Validity.of(Period.ofYears(1)), Set.of()));
      assertThatIllegalArgumentException().isThrownBy(() -> Validity.of(Period.ZERO));
      assertThatIllegalArgumentException().isThrownBy(() -> Validity.of(Period.of(1, -1, 0)));
    }

    @Test
    void aTransientPurposeNeitherRecordsNorKeeps() {
      assertThatIllegalArgumentException()
          .isThrownBy(
              () ->
                  Purpose.of(
                      Parts.QUALITY, CONTRACT, Parts.scope(Operation.RECORD), Keeping.TRANSIENT));
      assertThatIllegalArgumentException()
          .isThrownBy(() -> new Keeping(Parts.RECORDING, OnWithdrawal.SHRED, null, true, true));
      assertThatIllegalArgumentException()
          .isThrownBy(() -> new Keeping(null, OnWithdrawal.SHRED, null, true, false));
    }
  }

  @Nested
  class Notices {
    @Test
    @Tag("R03")
    void aNoticeWithAPartMissingIsRefused() {
      Set<NoticePart> parts =
          EnumSet.of(
              NoticePart.AI_DISCLOSURE,
              NoticePart.RECORDING,
              NoticePart.PURPOSES,
              NoticePart.WITHDRAWAL,
              NoticePart.REFUSAL);
      Notice notice =
          new Notice(
              Parts.WELCOME,
              "1",
              Locale.GERMAN,
              "text",
              null,
              parts,
              Map.of(Parts.QUALITY, Parts.question(Parts.QUALITY)));
      refused(
          Parts.bare()
              .dataProtectionOfficer(new ContactPoint("Officer", "dpo@practice.example"))
              .line(Parts.line("main", true, Parts.WELCOME))
              .notice(notice)
              .purpose(Parts.quality())
              .retentionRule(Parts.threeMonths()),
          "$.notices[0].parts: the text itself must tell [CONTROLLER, RIGHTS]",
          "$.notices[0].fullText: neither the text nor the full text tells [CONTROLLER,"
              + " DATA_PROTECTION_OFFICER, LEGAL_BASES, RETENTION_PERIODS, RIGHTS, COMPLAINT,"
              + " DUTY_TO_PROVIDE]");
    }

    @Test
    void anAiLineDisclosesIt() {
      Set<NoticePart> parts = EnumSet.complementOf(EnumSet.of(NoticePart.AI_DISCLOSURE));
      Notice silent = Parts.notice("2", Locale.GERMAN, parts, Parts.question(Parts.QUALITY));
      refused(
          Parts.recording().notice(silent),
          "$.lines[0].notices: an AI system takes part, but no notice of the line tells"
              + " AI_DISCLOSURE");
    }

    @Test
    @Tag("R05")
    void everyVersionExistsInTheDefaultLanguageAndAsksTheSameInEach() {
      refused(
          Parts.recording().notice(Parts.welcome("2", Locale.ENGLISH)),
          "$.notices[1].language: this version does not exist in the default language de");
      Set<NoticePart> fewer = EnumSet.complementOf(EnumSet.of(NoticePart.DATA_SOURCE));
      refused(
          Parts.recording().notice(Parts.notice("1", Locale.ENGLISH, fewer)),
          "$.notices[1].parts: tells other parts than the same version in another language",
          "$.notices[1].questions: asks for other purposes than the same version in another"
              + " language");
    }
  }

  @Nested
  class Retention {
    @Test
    @Tag("R62")
    void whatIsKeptHasAnUpperBoundThatStays() {
      RetentionRule lapsing =
          RetentionRule.forClass(Parts.RECORDING)
              .mustDeleteBy()
              .trigger(Parts.callEnded())
              .period(Period.ofMonths(3))
              .source("notice")
              .inForceThrough(LocalDate.of(2030, 1, 1))
              .build();
      for (RetentionRule rule : List.of(lapsing, mustKeep(Parts.RECORDING))) {
        refused(
            Parts.bare()
                .line(Parts.line("main", true, Parts.WELCOME))
                .notice(Parts.welcome("1", Locale.GERMAN))
                .purpose(Parts.quality())
                .retentionRule(rule),
            "$.purposes[0].retentionClass: retention class recording has no upper bound"
                + " (must-delete-by) that stays");
      }
      refused(
          Parts.bare()
              .line(Parts.line("main", true, Parts.WELCOME))
              .notice(Parts.welcome("1", Locale.GERMAN))
              .purpose(Parts.quality()),
          "$.purposes[0].retentionClass: unknown retention class recording");
    }

    @Test
    void rulesHaveOneIdOneMaterialAndDeclaredNames() {
      refused(
          Parts.recording().retentionRule(Parts.threeMonths()),
          "$.retention: a rule of class recording is declared twice, or its id is");
      refused(
          Parts.recording().retentionRule(mustKeep(RetentionClass.ofDocuments("recording"))),
          "$.retention: class recording is declared with two materials");
      RetentionRule odd =
          RetentionRule.forClass(RetentionClass.ofData("Odd"))
              .mustDeleteBy()
              .trigger(
                  Trigger.event(EventName.of("recorded"))
                      .backstop(RetentionTerm.of(Period.ofDays(1))))
              .period(Period.ofDays(1))
              .source("source")
              .build();
      refused(
          Parts.recording().retentionRule(odd),
          "$.retention: a retention class is not 1 to 64 characters of a-z, 0-9, '.', '_', '-'",
          "$.retention: a trigger is not 1 to 64 characters of a-z, 0-9, '.', '_', '-'");
    }

    @Test
    void aReasonToKeepNamesADeclaredPurpose() {
      RetentionRule rule =
          RetentionRule.forClass(Parts.RECORDING)
              .mayKeep(Justification.forPurpose(PurposeName.of("hobby"), "reason"))
              .trigger(Trigger.recorded())
              .period(Period.ofYears(1))
              .source("source")
              .build();
      refused(
          Parts.recording().retentionRule(rule),
          "$.retention: rule recording/MAY_KEEP/recorded/P1Y keeps for an unknown purpose");
    }

    private RetentionRule mustKeep(RetentionClass retentionClass) {
      return RetentionRule.forClass(retentionClass)
          .mustKeepUntil()
          .trigger(Trigger.recorded())
          .period(Period.ofYears(6))
          .source("statute")
          .build();
    }
  }
}
