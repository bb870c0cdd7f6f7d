package eu.sotto.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import eu.sotto.permit.Operation;
import eu.sotto.vocabulary.DataCategory;
import eu.sotto.vocabulary.PurposeId;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class AccountabilityTest {
  private static final LocalDate DAY = LocalDate.of(2026, 9, 1);

  private static ImpactAssessment assessment(String... purposes) {
    return new ImpactAssessment(
        "DPIA 1",
        "owner",
        DAY,
        DAY.plusYears(1),
        Set.copyOf(List.of(purposes).stream().map(PurposeId::of).toList()));
  }

  private static Purpose doing(Operation<?> operation) {
    return Parts.purpose("service", Ground.of(LegalBasis.CONTRACT), Parts.scope(operation));
  }

  private static Purpose processed(String controller) {
    Purpose quality = Parts.quality();
    return new Purpose(
        PurposeId.of("service"),
        new Responsibility(PurposeRole.PROCESSOR, controller),
        Ground.of(LegalBasis.CONTRACT),
        Parts.scope(Operation.DECIDE),
        quality.keeping());
  }

  private static void refused(RegisterBuilder builder, String... problems) {
    assertThatExceptionOfType(RegisterException.class)
        .isThrownBy(builder::build)
        .satisfies(
            e ->
                assertThat(e.problems())
                    .extracting(Problem::toString)
                    .containsExactlyInAnyOrder(problems));
  }

  @Nested
  class Assessments {
    private static final String NEEDED =
        "$.purposes[1]: likely needs an impact assessment, and none is referred to (GDPR Art. 35)";

    @Test
    @Tag("R58")
    void aPurposeThatLikelyNeedsAnAssessmentIsWarnedOfUntilOneIsReferredTo() {
      for (Operation<?> operation : List.of(Operation.DECIDE, Operation.TRAIN, Operation.ANALYSE)) {
        RegisterBuilder builder = Parts.recording().purpose(doing(operation));
        assertThat(builder.build().warnings()).extracting(Problem::toString).contains(NEEDED);
        builder.assessment(assessment("service"));
        assertThat(builder.build().warnings()).extracting(Problem::toString).doesNotContain(NEEDED);
      }
      Scope health =
          new Scope(Set.of(Operation.SUMMARISE), Set.of(DataCategory.of("health")), Set.of());
      Purpose special = Parts.purpose("service", Ground.of(LegalBasis.CONTRACT), health);
      assertThat(Parts.recording().purpose(special).build().warnings())
          .extracting(Problem::toString)
          .contains(NEEDED);
    }

    @Test
    @Tag("R58")
    void whatIsHarmlessOrAnotherControllersDutyIsNotWarnedOf() {
      assertThat(Parts.recording().purpose(doing(Operation.SUMMARISE)).build().warnings())
          .isEmpty();
      assertThat(Parts.recording().purpose(processed("Client")).build().warnings())
          .extracting(Problem::toString)
          .doesNotContain(NEEDED);
    }

    @Test
    @Tag("R58")
    void anAssessmentOfNothingKnownOrDeclaredTwiceIsRefused() {
      refused(
          Parts.recording().assessment(assessment("unknown")),
          "$.assessments[0].purposes: unknown purpose unknown");
      refused(
          Parts.recording().assessment(assessment("quality")).assessment(assessment("quality")),
          "$.assessments[1]: declared twice");
      assertThatIllegalArgumentException().isThrownBy(() -> assessment());
      assertThatIllegalArgumentException()
          .isThrownBy(() -> new ImpactAssessment("DPIA", "owner", DAY, DAY, Set.of(Parts.QUALITY)));
    }

    @Test
    @Tag("R58")
    void anAssessmentIsCurrentUntilTheDayOfItsReview() {
      assertThat(assessment("quality").currentOn(DAY.minusDays(1))).isFalse();
      assertThat(assessment("quality").currentOn(DAY)).isTrue();
      assertThat(assessment("quality").currentOn(DAY.plusYears(1).minusDays(1))).isTrue();
      assertThat(assessment("quality").currentOn(DAY.plusYears(1))).isFalse();
    }
  }

  @Nested
  class Plans {
    @Test
    @Tag("R53")
    void aPlanInWhichSomethingIsNobodysTaskIsRefused() {
      var only = new IncidentPlan.Function("Management", "night", Set.of(IncidentPlan.Task.ASSESS));
      assertThatIllegalArgumentException()
          .isThrownBy(
              () -> new IncidentPlan(List.of(only), null, List.of(), IncidentPlan.Bounds.DEFAULT));
      assertThatIllegalArgumentException()
          .isThrownBy(() -> new IncidentPlan.Function("Management", "night", Set.of()));
      var function = Parts.plan(24).functions().get(0);
      assertThatIllegalArgumentException()
          .isThrownBy(
              () ->
                  new IncidentPlan(
                      List.of(function, function), null, List.of(), IncidentPlan.Bounds.DEFAULT));
      assertThatIllegalArgumentException().isThrownBy(() -> Parts.plan(24, "Client", "Client"));
    }

    @Test
    @Tag("R53")
    void noDelayBeyondThreeDaysIsCalledDue() {
      assertThatIllegalArgumentException().isThrownBy(() -> Parts.plan(73));
      assertThatIllegalArgumentException().isThrownBy(() -> Parts.plan(0));
      assertThatIllegalArgumentException()
          .isThrownBy(() -> new IncidentPlan.Bounds(Duration.ofMinutes(90), Duration.ofHours(24)));
    }

    @Test
    @Tag("R32")
    void aProcessorsPlanReachesEveryControllerItProcessesFor() {
      assertThat(
              Parts.recording()
                  .purpose(processed("Client"))
                  .incidentPlan(Parts.plan(24, "Client"))
                  .build()
                  .incidentPlan()
                  .orElseThrow()
                  .controller("Client"))
          .isPresent();
      refused(
          Parts.recording().purpose(processed("Client")).incidentPlan(Parts.plan(24)),
          "$.incidentPlan.controllers: no contact of the controller of purpose service"
              + " (Art. 33(2))");
      var deaf =
          new IncidentPlan(
              List.of(
                  new IncidentPlan.Function(
                      "Management",
                      "night",
                      Set.of(
                          IncidentPlan.Task.ASSESS,
                          IncidentPlan.Task.NOTIFY_AUTHORITY,
                          IncidentPlan.Task.NOTIFY_PERSONS))),
              null,
              List.of(new ContactPoint("Client", "breach@c.example")),
              IncidentPlan.Bounds.DEFAULT);
      refused(
          Parts.recording().purpose(processed("Client")).incidentPlan(deaf),
          "$.incidentPlan.functions: nobody tells the controllers (Art. 33(2))");
    }
  }
}
