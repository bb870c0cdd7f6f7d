package eu.sotto.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import eu.sotto.permit.Operation;
import eu.sotto.register.AutomatedDecision.Door;
import eu.sotto.register.AutomatedDecision.Doors;
import eu.sotto.register.AutomatedDecision.Effect;
import eu.sotto.register.AutomatedDecision.Intervention;
import eu.sotto.register.AutomatedDecision.Logic;
import eu.sotto.register.AutomatedDecision.SpecialDoor;
import eu.sotto.retention.calendar.RetentionTerm;
import eu.sotto.vocabulary.DataCategory;
import eu.sotto.vocabulary.PurposeId;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("R28")
class AutomatedDecisionTest {
  private static final PurposeId CREDIT = PurposeId.of("credit");
  private static final Intervention DESK = new Intervention("the desk", Set.of("desk"), true);
  private static final Logic LOGIC = new Logic("a score", List.of("no use of the address"));
  private static final Door CONTRACT = new Door(Door.Article.CONTRACT, "loan contract § 4");
  private static final Door CONSENT = new Door(Door.Article.EXPLICIT_CONSENT, null);

  private static AutomatedDecision decision(Effect effect, @Nullable Door door) {
    return new AutomatedDecision(CREDIT, effect, new Doors(door, null), DESK, LOGIC);
  }

  private static RegisterBuilder credit(Ground ground, Scope scope) {
    return Parts.recording().purpose(Parts.purpose("credit", ground, scope));
  }

  private static RegisterBuilder onContract() {
    return credit(Ground.of(LegalBasis.CONTRACT), Parts.scope(Operation.DECIDE));
  }

  private static List<String> warnings(Register register) {
    return register.warnings().stream()
        .filter(problem -> problem.path().endsWith(".operations"))
        .map(Problem::toString)
        .toList();
  }

  private static void refused(RegisterBuilder builder, String problem) {
    assertThatExceptionOfType(RegisterException.class)
        .isThrownBy(builder::build)
        .satisfies(e -> assertThat(e.problems()).extracting(Problem::toString).contains(problem));
  }

  @Test
  void aDecisionThatWeighsStandsWithItsDoorAndItsReviewers() {
    Register register = onContract().automatedDecision(decision(Effect.LEGAL, CONTRACT)).build();

    assertThat(register.automatedDecision(CREDIT))
        .hasValueSatisfying(d -> assertThat(d.mayChange("desk")).isTrue())
        .hasValueSatisfying(d -> assertThat(d.mayChange("clerk")).isFalse());
    assertThat(warnings(register)).isEmpty();
  }

  @Test
  void aDoorNeedsAPersonAndItsEvidence() {
    assertThatIllegalArgumentException().isThrownBy(() -> new Door(Door.Article.LAW, null));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new SpecialDoor(SpecialDoor.Exemption.PUBLIC_INTEREST, null));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Intervention("the desk", Set.of(), true));
    assertThatIllegalArgumentException().isThrownBy(() -> decision(Effect.NONE, CONTRACT));
    assertThatIllegalArgumentException().isThrownBy(() -> new Logic("a score", List.of()));
  }

  @Test
  void aDoorThatThePurposeDoesNotHaveIsRefused() {
    refused(
        onContract().automatedDecision(decision(Effect.SIGNIFICANT, CONSENT)),
        "$.automatedDecisions[0].door: explicit consent, but the purpose asks for none (GDPR Art."
            + " 22(2)(c))");
    refused(
        credit(Ground.of(LegalBasis.LEGAL_DUTY), Parts.scope(Operation.DECIDE))
            .automatedDecision(decision(Effect.SIGNIFICANT, CONTRACT)),
        "$.automatedDecisions[0].door: a contract, but the purpose does not rest on one (GDPR Art."
            + " 22(2)(a))");
  }

  @Test
  void specialCategoriesNeedTheirOwnDoor() {
    Scope health = new Scope(Set.of(Operation.DECIDE), Set.of(DataCategory.of("health")), Set.of());
    Ground contract = Ground.of(LegalBasis.CONTRACT);
    assertThat(
            warnings(
                credit(contract, health)
                    .automatedDecision(decision(Effect.SIGNIFICANT, CONTRACT))
                    .build()))
        .containsExactly(
            "$.purposes[1].operations: special categories without GDPR Art. 22(4): decide is"
                + " denied");
    Doors consent =
        new Doors(CONTRACT, new SpecialDoor(SpecialDoor.Exemption.EXPLICIT_CONSENT, null));
    refused(
        credit(contract, health)
            .automatedDecision(new AutomatedDecision(CREDIT, Effect.LEGAL, consent, DESK, LOGIC)),
        "$.automatedDecisions[0].special: explicit consent, but the purpose asks for none (GDPR"
            + " Art. 9(2)(a), 22(4))");
    Doors interest =
        new Doors(CONTRACT, new SpecialDoor(SpecialDoor.Exemption.PUBLIC_INTEREST, "statute § 1"));
    AutomatedDecision allowed = new AutomatedDecision(CREDIT, Effect.LEGAL, interest, DESK, LOGIC);
    assertThat(warnings(credit(contract, health).automatedDecision(allowed).build())).isEmpty();
    refused(
        onContract().automatedDecision(allowed),
        "$.automatedDecisions[0].special: the purpose declares no special categories of data");
  }

  @Test
  void aDeclarationForNothingOrTwiceIsRefused() {
    refused(
        Parts.recording().automatedDecision(decision(Effect.PREPARES, null)),
        "$.automatedDecisions[0].purpose: unknown purpose credit");
    refused(
        credit(Ground.of(LegalBasis.CONTRACT), Parts.scope(Operation.SUMMARISE))
            .automatedDecision(decision(Effect.PREPARES, null)),
        "$.automatedDecisions[0].purpose: the purpose does not declare the operation decide");
    refused(
        onContract()
            .automatedDecision(decision(Effect.PREPARES, null))
            .automatedDecision(decision(Effect.NONE, null)),
        "$.automatedDecisions[1].purpose: declared twice");
    refused(
        Parts.recording()
            .purpose(
                Purpose.of(
                    CREDIT,
                    Ground.of(LegalBasis.CONTRACT),
                    Parts.scope(Operation.DECIDE),
                    Keeping.TRANSIENT))
            .automatedDecision(decision(Effect.NONE, null)),
        "$.automatedDecisions[0].purpose: a decision is kept, but the purpose keeps nothing");
  }

  @Test
  void whatIsDeniedForWantOfADeclarationIsWarnedOf() {
    assertThat(warnings(onContract().build()))
        .containsExactly(
            "$.purposes[1].operations: no automated decision is declared: decide is denied");
    assertThat(warnings(onContract().automatedDecision(decision(Effect.LEGAL, null)).build()))
        .containsExactly("$.purposes[1].operations: no door of GDPR Art. 22(2): decide is denied");
  }

  @Test
  @Tag("R59")
  void aRecurringReviewHasAnIntervalOfDaysAndIsDeclaredOnce() {
    LocalDate day = LocalDate.of(2026, 1, 31);
    RecurringReview monthly = review("P1M", day);
    assertThat(monthly.dueAfter(day)).isEqualTo("2026-02-28");
    assertThatIllegalArgumentException().isThrownBy(() -> review("PT72H", day));
    assertThatIllegalArgumentException().isThrownBy(() -> review("P0D", day));
    refused(Parts.recording().review(monthly).review(monthly), "$.reviews[1].id: declared twice");
  }

  private static RecurringReview review(String interval, LocalDate since) {
    return new RecurringReview(
        "notices", RecurringReview.Topic.NOTICES, RetentionTerm.parse(interval), "officer", since);
  }
}
