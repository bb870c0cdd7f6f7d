package eu.sotto.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import eu.sotto.redaction.PiiType;
import eu.sotto.retention.RetentionClass;
import eu.sotto.retention.RetentionRule;
import eu.sotto.retention.Trigger;
import eu.sotto.vocabulary.DataCategory;
import eu.sotto.vocabulary.PurposeId;
import java.time.Period;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class IntakeContradictionsTest {
  private static final PurposeId METADATA = PurposeId.of("operations");
  private static final RetentionClass LOGS = RetentionClass.ofData("logs");
  private static final DataCategory VOICE = DataCategory.of("voice");

  private static void refused(RegisterBuilder builder, String... problems) {
    RegisterException e = catchThrowableOfType(RegisterException.class, builder::build);
    assertThat(e).isNotNull();
    assertThat(e.problems()).extracting(Problem::toString).containsExactly(problems);
  }

  private static RegisterBuilder with(IntakeField... fields) {
    return Parts.recording().intake(new Intake(List.of(fields), Map.of()));
  }

  private static RegisterBuilder withMetadata(RetentionClass retentionClass, String category) {
    return Parts.recording()
        .retentionRule(
            RetentionRule.forClass(LOGS)
                .mustDeleteBy()
                .trigger(Trigger.recorded())
                .period(Period.ofMonths(3))
                .source("the controller's own rule")
                .build())
        .purpose(
            Purpose.of(
                METADATA,
                Ground.of(LegalBasis.CONTRACT),
                new Scope(Set.of(), Set.of(DataCategory.of(category)), Set.of()),
                Keeping.under(retentionClass)))
        .intake(new Intake(List.of(), Map.of(OwnData.CALL_METADATA, METADATA)));
  }

  @Test
  @Tag("R22")
  void aFieldBelongsToADeclaredPurposeAndCategory() {
    refused(
        with(
            IntakeField.of(PurposeId.of("other"), "phone", VOICE, PiiType.PHONE),
            IntakeField.of(Parts.QUALITY, "mail", DataCategory.of("contact"), PiiType.EMAIL)),
        "$.intake.fields[0].purpose: unknown purpose other",
        "$.intake.fields[1].category: purpose quality does not declare contact");
  }

  @Test
  void aFieldIsDeclaredOncePerPurpose() {
    IntakeField phone = IntakeField.text(Parts.QUALITY, "phone", voiceOfQuality());
    refused(with(phone, phone), "$.intake.fields[1]: declared twice for quality");
  }

  private static DataCategory voiceOfQuality() {
    return Parts.quality().categories().iterator().next();
  }

  @Test
  @Tag("R23")
  void aSpecialCategoryNeedsAReasonAndAnExplicitConsent() {
    DataCategory category = voiceOfQuality();
    refused(
        with(IntakeField.of(Parts.QUALITY, "illness", category, PiiType.HEALTH)),
        "$.intake.fields[0].need: a special category is taken in only if strictly needed and"
            + " explicitly agreed to (GDPR Art. 9(2)(a))");
    refused(
        with(
            new IntakeField(
                Parts.QUALITY,
                "illness",
                category,
                PiiType.HEALTH,
                new IntakeField.Need("urgency", Parts.QUALITY))),
        "$.intake.fields[0].agreedFor: quality does not rest on explicit consent");
    refused(
        with(
            new IntakeField(
                Parts.QUALITY,
                "phone",
                category,
                PiiType.PHONE,
                new IntakeField.Need("urgency", PurposeId.of("other")))),
        "$.intake.fields[0].need: only a special category states a need",
        "$.intake.fields[0].agreedFor: unknown purpose other");
  }

  @Test
  @Tag("R64")
  @Tag("R65")
  void dataBesideTheContentHasAPurposeCategoryAndRetentionOfItsOwn() {
    assertThat(withMetadata(LOGS, "call-metadata").build().intake().purpose(OwnData.CALL_METADATA))
        .contains(METADATA);
    refused(
        withMetadata(Parts.RECORDING, "call-metadata"),
        "$.intake.callMetadata: class recording is not its own: others are kept under it");
    refused(
        withMetadata(LOGS, "contact"),
        "$.intake.callMetadata: purpose operations does not declare call-metadata");
    refused(
        Parts.recording()
            .intake(new Intake(List.of(), Map.of(OwnData.TECHNICAL, PurposeId.of("other")))),
        "$.intake.technical: unknown purpose other");
  }

  @Test
  @Tag("R38")
  void nothingDeclaredTakesNothingIn() {
    assertThat(Parts.recording().build().intake()).isEqualTo(Intake.NONE);
  }
}
